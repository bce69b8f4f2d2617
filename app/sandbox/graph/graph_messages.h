#pragma once

#include "app/sandbox/graph/check/message_check.h"
#include "app/sandbox/graph/graph_errors.h"

namespace Tandem::Sandbox {

class AttemptLog;
class Chaos;
class Deliveries;
class RateEnforcer;
struct GraphParts;

/// POST /{phone}/messages: who, what, the window and the limits, in that order; every attempt is logged.
class GraphMessages
{
public:
    explicit GraphMessages(const GraphParts &parts);

    void handle(const Exchange &exchange, Account &account);
    /// Notes an attempt that was turned away before it came here.
    void logRefusal(const Exchange &exchange, const QString &number, const GraphError &error);

private:
    /// Who the message is for, in the words of the request; the error when that is nobody.
    [[nodiscard]] static Verdict address(const Account &account, const QJsonObject &request);
    [[nodiscard]] static Verdict checkReceipt(const QJsonObject &request);
    void markRead(const Exchange &exchange, Account &account, const QJsonObject &request);
    void accept(const Exchange &exchange, Account &account, Thread &thread, Message message, const QString &input);
    [[nodiscard]] std::optional<GraphError> objection(
        Account &account, const Thread &thread, const Message &message, qint64 micros);
    void note(const Exchange &exchange, const Account &account, const QString &to, const Message &message,
        const std::optional<GraphError> &error);

    World &m_world;
    Deliveries &m_deliveries;
    RateEnforcer &m_rates;
    AttemptLog &m_log;
    Chaos &m_chaos;
};

} // namespace Tandem::Sandbox
