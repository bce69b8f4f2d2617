#pragma once

#include "app/sandbox/graph/check/shape.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// Holds a send request against the documented shape and limits of its type.
class MessageCheck
{
public:
    MessageCheck(World &world, const Account &account)
        : m_world(world)
        , m_account(account)
    {
    }

    /// Fills type, content and file of `message`; the error when the request is not acceptable.
    [[nodiscard]] Verdict read(const QJsonObject &request, Message &message);

private:
    [[nodiscard]] Verdict frame(const QJsonObject &request, const QString &type) const;
    [[nodiscard]] Verdict dispatch(const QJsonObject &request, const QString &type, Message &message);
    [[nodiscard]] Verdict text(const QJsonObject &content) const;
    [[nodiscard]] Verdict media(const QString &type, const QJsonObject &content, Message &message);
    [[nodiscard]] Verdict stored(const QString &type, const QJsonObject &content, Message &message);
    [[nodiscard]] Verdict location(const QJsonObject &content) const;
    [[nodiscard]] Verdict reaction(const QJsonObject &request, const QJsonObject &content) const;
    [[nodiscard]] Verdict contacts(const QJsonValue &content) const;

    World &m_world;
    const Account &m_account;
};

} // namespace Tandem::Sandbox
