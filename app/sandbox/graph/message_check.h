#pragma once

#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// Holds a send request against the documented shape and limits of its type.
class MessageCheck
{
public:
    explicit MessageCheck(World &world)
        : m_world(world)
    {
    }

    /// Fills type, content and file of `message`; the error when the request is not acceptable.
    [[nodiscard]] std::optional<GraphError> read(const QJsonObject &request, Message &message);

private:
    using Verdict = std::optional<GraphError>;
    [[nodiscard]] Verdict text(const QJsonObject &content) const;
    [[nodiscard]] Verdict media(const QString &type, const QJsonObject &content, Message &message);
    [[nodiscard]] Verdict location(const QJsonObject &content) const;
    [[nodiscard]] Verdict reaction(const QJsonObject &request, const QJsonObject &content) const;
    [[nodiscard]] Verdict contacts(const QJsonValue &content) const;
    [[nodiscard]] Verdict interactive(const QJsonObject &content) const;
    [[nodiscard]] Verdict buttons(const QJsonObject &action) const;
    [[nodiscard]] Verdict list(const QJsonObject &action) const;
    [[nodiscard]] Verdict callTemplate(const QJsonObject &content, Message &message) const;

    World &m_world;
};

} // namespace Tandem::Sandbox
