#pragma once

#include "app/sandbox/graph/check/shape.h"
#include "app/sandbox/world/world.h"

namespace Tandem::Sandbox {

/// Holds a template message against the template that is stored.
class TemplateCheck
{
public:
    TemplateCheck(World &world, const Account &account)
        : m_world(world)
        , m_account(account)
    {
    }
    /// `message` gets category, and the texts and buttons as the customer will see them (`shown`).
    [[nodiscard]] Verdict check(const QJsonObject &content, bool byUserId, Message &message);

private:
    [[nodiscard]] Verdict find(const QJsonObject &content, Template &found);
    [[nodiscard]] Verdict components(const Template &entry, const QJsonArray &given);
    [[nodiscard]] Verdict header(const QJsonObject &definition, bool named, const QJsonArray &parameters);
    [[nodiscard]] Verdict buttons(const QJsonArray &definitions, const QJsonArray &given);
    [[nodiscard]] Verdict button(const QJsonObject &definition, int index, const QJsonObject &given);
    /// Puts the parameters into a text; `where` as the platform names the part.
    [[nodiscard]] Verdict fill(
        const QString &where, const QString &text, bool named, const QJsonArray &parameters, QString &filled) const;

    World &m_world;
    const Account &m_account;
    QString m_header;
    QString m_headerMedia;
    QString m_body;
    QJsonArray m_buttons;
};

} // namespace Tandem::Sandbox
