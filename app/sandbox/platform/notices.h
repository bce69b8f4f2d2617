#pragma once

#include "app/sandbox/world/world.h"

#include <QJsonObject>

namespace Tandem::Sandbox {

class WebhookSender;
class WebhookValues;

/// What the platform tells a subscriber by itself: templates, preferences of customers, errors out of turn.
class Notices
{
public:
    Notices(World &world, WebhookSender &sender, WebhookValues &values)
        : m_world(world)
        , m_sender(sender)
        , m_values(values)
    {
    }

    /// {"name","language", "status"? "reason"? | "quality"? | "category"? | "components"? "parameter_format"? |
    /// "remove"?}: changes or makes a template and tells of it. False when nothing is said of a known template.
    [[nodiscard]] bool changeTemplate(Account &account, const QJsonObject &input);
    /// The customer stops or resumes marketing messages.
    void preference(Account &account, Thread &thread, bool stops);
    /// `errors` at the level of the value, without a message.
    void outOfTurn(Account &account, int code);
    /// Any field with any value, as the platform would send it for this account.
    void field(const Account &account, const QString &field, const QJsonObject &value);

private:
    [[nodiscard]] QJsonObject about(const Template &entry) const;
    void setStatus(Account &account, Template &entry, const QString &status, const QString &reason);
    [[nodiscard]] bool write(Account &account, const QJsonObject &input);

    World &m_world;
    WebhookSender &m_sender;
    WebhookValues &m_values;
};

} // namespace Tandem::Sandbox
