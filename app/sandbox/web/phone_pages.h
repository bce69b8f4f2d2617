#pragma once

#include "app/sandbox/web/chat_view.h"
#include "app/sandbox/web/draft_reader.h"

namespace Tandem::Sandbox {

class Events;
class SignupPages;

/// The owner's phone: scanning, chats, settings.
class PhonePages
{
public:
    PhonePages(World &world, Events &events, SignupPages &signup);

    bool handle(const Exchange &exchange);

private:
    void state(const Exchange &exchange);
    void post(const Exchange &exchange, const QString &action);
    void write(const Exchange &exchange, Account &account, const QJsonObject &input);
    void scan(const Exchange &exchange, const QJsonObject &input);
    [[nodiscard]] bool act(Account &account, const QString &action, const QJsonObject &input);

    World &m_world;
    Events &m_events;
    SignupPages &m_signup;
    ChatView m_view;
    DraftReader m_reader;
};

} // namespace Tandem::Sandbox
