#pragma once

#include "app/sandbox/web/chat_view.h"
#include "app/sandbox/web/draft_reader.h"

namespace Tandem::Sandbox {

class Deliveries;
class Events;
class Notices;

/// The customers' side of every chat.
class CustomerPages
{
public:
    CustomerPages(World &world, Events &events, Deliveries &deliveries, Notices &notices);

    bool handle(const Exchange &exchange);

private:
    void post(const Exchange &exchange, const QString &action);
    void write(const Exchange &exchange, Account &account, const QJsonObject &input);
    void press(const Exchange &exchange, Account &account, const QJsonObject &input);
    [[nodiscard]] bool actOnMessage(Account &account, const QString &action, const QJsonObject &input);
    [[nodiscard]] bool actAsPerson(Account &account, const QString &action, const QJsonObject &input);
    [[nodiscard]] Thread &whoWrites(Account &account, const QJsonObject &input);

    World &m_world;
    Events &m_events;
    Deliveries &m_deliveries;
    Notices &m_notices;
    ChatView m_view;
    DraftReader m_reader;
};

} // namespace Tandem::Sandbox
