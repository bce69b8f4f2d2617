#pragma once

#include "app/sandbox/world/world.h"

#include <QJsonObject>

#include <optional>

namespace Tandem::Sandbox {

/// Makes a message from what a page or a script says (app/sandbox/README.md, "What can be written"): `text`, `kind`,
/// `media`, and what stands beside them.
class DraftReader
{
public:
    explicit DraftReader(World &world)
        : m_world(world)
    {
    }

    /// Empty when it says nothing, or something unknown. `account`: whose products and address it may name.
    [[nodiscard]] std::optional<Message> read(const Account &account, const QJsonObject &input);

    /// The answer to a button, a row, a flow or a question for the place of `asked`; empty when it has no such thing.
    [[nodiscard]] static std::optional<QJsonObject> press(const Message &asked, const QString &what);

private:
    [[nodiscard]] bool file(const QJsonObject &input, Message &message);
    [[nodiscard]] bool painted(const QString &kind, const QJsonObject &input, Message &message);
    [[nodiscard]] static bool card(const QString &kind, const QJsonObject &input, Message &message);
    [[nodiscard]] static bool answer(const QString &kind, const QJsonObject &input, Message &message);
    [[nodiscard]] static bool oddity(const QString &kind, const QJsonObject &input, Message &message);
    void beside(const Account &account, const QJsonObject &input, Message &message) const;

    World &m_world;
};

} // namespace Tandem::Sandbox
