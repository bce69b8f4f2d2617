#pragma once

#include "app/sandbox/web/exchange.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// What the phone's and the customers' pages show of chats.
class ChatView
{
public:
    explicit ChatView(World &world)
        : m_world(world)
    {
    }

    [[nodiscard]] static QJsonObject describeAccount(const Account &account);
    /// Chats, newest first; `query` filters by name or phone.
    [[nodiscard]] QJsonArray list(const Account &account, const QString &query) const;
    /// The last messages of one chat.
    [[nodiscard]] QJsonObject chat(const Account &account, const Thread &thread, int count) const;

    /// A picture, voice note… of a message, for the pages only.
    void sendMedia(const Exchange &exchange, const QString &id);

private:
    [[nodiscard]] static QString textOf(const Message &message);
    [[nodiscard]] static QJsonObject describe(const Message &message);

    World &m_world;
};

} // namespace Tandem::Sandbox
