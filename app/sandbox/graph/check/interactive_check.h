#pragma once

#include "app/sandbox/graph/check/shape.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// Reply buttons, lists, links, location requests and flows, as they are documented.
class InteractiveCheck
{
public:
    explicit InteractiveCheck(World &world)
        : m_world(world)
    {
    }
    [[nodiscard]] Verdict check(const QJsonObject &content) const;

private:
    [[nodiscard]] Verdict header(const QJsonObject &content, const QString &type) const;
    [[nodiscard]] Verdict texts(const QJsonObject &content, const QString &type) const;
    [[nodiscard]] Verdict buttons(const QJsonObject &action) const;
    [[nodiscard]] Verdict list(const QJsonObject &action) const;
    [[nodiscard]] Verdict row(const QJsonObject &row, QStringList &ids) const;
    [[nodiscard]] Verdict link(const QJsonObject &action) const;
    [[nodiscard]] Verdict flow(const QJsonObject &action) const;

    World &m_world;
};

} // namespace Tandem::Sandbox
