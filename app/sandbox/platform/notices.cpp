#include "app/sandbox/platform/notices.h"

#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"
#include "app/sandbox/platform/webhooks/webhook_values.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QJsonObject Notices::about(const Template &entry) const
{
    return {{u"message_template_id"_s, entry.id.toLongLong()}, {u"message_template_name"_s, entry.name},
        {u"message_template_language"_s, entry.language}};
}

void Notices::setStatus(Account &account, Template &entry, const QString &status, const QString &reason)
{
    entry.status = status;
    entry.rejectedReason = status == "REJECTED"_L1 ? reason : QString();
    QJsonObject value = about(entry);
    value.insert(u"event"_s, status);
    value.insert(u"reason"_s, reason.isEmpty() ? u"NONE"_s : reason);
    value.insert(u"message_template_category"_s, entry.category);
    if (status == "PAUSED"_L1)
        value.insert(u"other_info"_s,
            QJsonObject{{u"title"_s, u"FIRST_PAUSE"_s},
                {u"description"_s, u"Your message template has been paused for 3 hours."_s}});
    if (status == "DISABLED"_L1)
        value.insert(u"disable_info"_s, QJsonObject{{u"disable_date"_s, QString::number(m_world.now())}});
    if (status == "REJECTED"_L1)
        value.insert(u"rejection_info"_s,
            QJsonObject{{u"reason"_s, u"The example does not fit the text."_s},
                {u"recommendation"_s, u"Give an example for every variable."_s}});
    m_sender.post(account, u"message_template_status_update"_s, value);
}

bool Notices::write(Account &account, const QJsonObject &input)
{
    if (!input.contains(u"components"_s)) return false;
    const QString name = input[u"name"].toString();
    const QString language = input[u"language"].toString();
    Template fresh = Template::from(input);
    if (Template *known = m_world.templates.find(account.wabaId, name, language); known != nullptr) {
        known->components = fresh.components;
        if (input.contains(u"parameter_format"_s)) known->named = fresh.named;
        return true;
    }
    fresh.id = u"16"_s + m_world.numericId(u"template/"_s + account.wabaId + name + language, 14);
    m_world.templates.of(account.wabaId).append(fresh);
    return true;
}

bool Notices::changeTemplate(Account &account, const QJsonObject &input)
{
    const QString waba = account.wabaId;
    const QString name = input[u"name"].toString();
    const QString language = input[u"language"].toString();
    bool done = write(account, input);
    Template *entry = m_world.templates.find(waba, name, language);
    if (entry == nullptr) return false;
    if (input[u"remove"].toBool()) {
        m_world.templates.of(waba).removeIf(
            [&](const Template &each) { return each.name == name && each.language == language; });
        m_world.templates.changed(waba);
        m_world.touch();
        return true;
    }
    if (const QString status = input[u"status"].toString(); !status.isEmpty()) {
        setStatus(account, *entry, status, input[u"reason"].toString());
        done = true;
    }
    if (const QString quality = input[u"quality"].toString(); !quality.isEmpty()) {
        QJsonObject value = about(*entry);
        value.insert(u"previous_quality_score"_s, entry->quality);
        value.insert(u"new_quality_score"_s, quality);
        entry->quality = quality;
        m_sender.post(account, u"message_template_quality_update"_s, value);
        done = true;
    }
    const QString category = input[u"category"].toString();
    if (!category.isEmpty() && category != entry->category) {
        QJsonObject value = about(*entry);
        value.insert(u"previous_category"_s, entry->category);
        value.insert(u"new_category"_s, category);
        entry->previousCategory = entry->category;
        entry->category = category;
        m_sender.post(account, u"template_category_update"_s, value);
        done = true;
    }
    if (done) m_world.templates.changed(waba);
    m_world.touch();
    return done;
}

void Notices::preference(Account &account, Thread &thread, bool stops)
{
    thread.stoppedMarketing = stops;
    m_sender.post(account, u"user_preferences"_s, m_values.preference(account, thread, stops));
    m_world.touch();
}

void Notices::outOfTurn(Account &account, int code)
{
    QJsonObject value = m_values.frame(account);
    value.insert(u"errors"_s, QJsonArray{GraphError::of(code).inWebhook()});
    m_sender.post(account, u"messages"_s, value);
}

void Notices::field(const Account &account, const QString &field, const QJsonObject &value)
{
    m_sender.post(account, field, value);
}

} // namespace Tandem::Sandbox
