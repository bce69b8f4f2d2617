#include "core/store/content/template_overlay.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr std::chrono::minutes clocksMayDiffer{5};

QString idText(const QJsonValue &value) { return value.isString() ? value.toString() : QString::number(value.toInteger()); }

/// "en-US" in webhooks, "en_US" in the list.
bool sameLanguage(QString one, QString other)
{
    return one.replace(u'-', u'_').compare(other.replace(u'-', u'_'), Qt::CaseInsensitive) == 0;
}

bool isAbout(const MessageTemplate &t, const QJsonObject &value)
{
    if (const auto id = value["message_template_id"_L1]; !id.isUndefined() && !t.platformId.isEmpty()) return idText(id) == t.platformId;
    return value["message_template_name"_L1].toString() == t.name && sameLanguage(value["message_template_language"_L1].toString(), t.language);
}

void apply(MessageTemplate &t, const TemplateFact &fact)
{
    // Meta's own sample of a quality update carries the status update's field name, so the content decides.
    if (const auto quality = fact.value["new_quality_score"_L1].toString(); !quality.isEmpty()) {
        t.quality = quality;
    } else if (const auto category = fact.value["new_category"_L1].toString(); !category.isEmpty()) {
        t.category = category;
    } else if (fact.field == "message_template_status_update"_L1 && !fact.event.isEmpty()) {
        // These say what happened; the template may be sent afterwards as before.
        if (fact.event == "FLAGGED"_L1) return;
        t.status = fact.event == "REINSTATED"_L1 ? u"APPROVED"_s : fact.event;
        const auto reason = fact.value["reason"_L1].toString();
        t.rejectedReason = reason == "NONE"_L1 ? QString() : reason;
    }
}

/// It came after the list was asked for, so the list may not know it yet. One that was long under way tells of an older time
/// than the list; the two clocks may differ by minutes.
bool isNewer(const TemplateFact &fact, UtcTime asked) { return fact.received >= asked && fact.at > asked - clocksMayDiffer; }

} // namespace

void applyTemplateFacts(QList<MessageTemplate> &list, const QList<TemplateFact> &facts)
{
    for (auto &t : list) {
        for (const auto &fact : facts) {
            if (isNewer(fact, t.syncedAt) && isAbout(t, fact.value)) apply(t, fact);
        }
    }
}

} // namespace Tandem
