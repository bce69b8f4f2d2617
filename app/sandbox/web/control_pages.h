#pragma once

#include "app/sandbox/graph/graph_api.h"

namespace Tandem::Sandbox {

class EveryType;
class LiveTraffic;
class SignupPages;

/// The switches of the sandbox itself, and what it has seen: /_control, /_log, /_state.
class ControlPages
{
public:
    ControlPages(const GraphParts &parts, SignupPages &signup, LiveTraffic &traffic, EveryType &everyType);

    bool handle(const Exchange &exchange);

private:
    void log(const Exchange &exchange);
    void state(const Exchange &exchange);
    void post(const Exchange &exchange, const QString &action);
    [[nodiscard]] bool turn(const QString &action, const QJsonObject &input, QJsonObject &answer);
    [[nodiscard]] bool turnNumber(const QString &action, const QJsonObject &input, QJsonObject &answer);
    [[nodiscard]] bool turnMessages(Account &account, const QString &action, const QJsonObject &input);
    void link(const QJsonObject &input, QJsonObject &answer);

    GraphParts m_parts;
    SignupPages &m_signup;
    LiveTraffic &m_traffic;
    EveryType &m_everyType;
};

} // namespace Tandem::Sandbox
