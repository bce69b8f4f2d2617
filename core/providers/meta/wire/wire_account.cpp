#include "core/providers/meta/wire/json_read.h"
#include "core/providers/meta/wire/wire_value.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr std::array accountFields{"account_update"_L1, "account_alerts"_L1, "account_review_update"_L1,
    "account_offboarded"_L1, "account_reconnected"_L1, "business_capability_update"_L1, "business_username_update"_L1,
    "message_template_components_update"_L1, "message_template_quality_update"_L1, "message_template_status_update"_L1,
    "phone_number_name_update"_L1, "phone_number_quality_update"_L1, "security"_L1, "template_category_update"_L1};

QString firstOf(const QJsonObject &value, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (const QString text = textAt(value, key); !text.isEmpty()) return text;
    }
    return {};
}

QString reasonOf(const QJsonObject &value)
{
    const auto inner = [&value](QLatin1StringView object, QLatin1StringView key) {
        return textAt(value.value(object).toObject(), key);
    };
    const std::array candidates{inner("disconnection_info"_L1, "reason"_L1), inner("ban_info"_L1, "waba_ban_state"_L1),
        inner("violation_info"_L1, "violation_type"_L1),
        textAt(listAt(value, "restriction_info"_L1).first().toObject(), "restriction_type"_L1),
        inner("alert_info"_L1, "alert_type"_L1), inner("rejection_info"_L1, "reason"_L1),
        firstOf(value, {"rejection_reason"_L1, "reason"_L1})};
    const auto found = std::find_if(candidates.begin(), candidates.end(), [](const QString &c) { return !c.isEmpty(); });
    return found == candidates.end() ? QString() : *found;
}

// One of Meta's samples sends a template's quality under the name of its status.
QString fieldOf(const QJsonObject &value, const QString &field)
{
    if (field == "account_offboarded"_L1 || field == "account_reconnected"_L1) return u"account_update"_s;
    const bool quality = value.contains("new_quality_score"_L1) && !value.contains("event"_L1);
    return quality && field == "message_template_status_update"_L1 ? u"message_template_quality_update"_s : field;
}

// Older documents name these two events of account_update as fields of their own.
QString eventOf(const QJsonObject &value, const QString &field)
{
    const QString event = firstOf(value, {"event"_L1, "decision"_L1, "status"_L1, "new_quality_score"_L1, "new_category"_L1});
    if (event.isEmpty() && field.startsWith("account_off"_L1)) return u"ACCOUNT_OFFBOARDED"_s;
    if (event.isEmpty() && field.startsWith("account_reconnected"_L1)) return u"ACCOUNT_RECONNECTED"_s;
    return event;
}

} // namespace

bool isAccountField(const QString &field)
{
    return std::find(accountFields.begin(), accountFields.end(), field) != accountFields.end();
}

void readAccount(const QJsonObject &value, const ValueContext &context, Sink &sink)
{
    AccountEvent event;
    event.number = context.number;
    // In PARTNER_ADDED the entry's id may be the partner's; the customer's WABA is in waba_info.
    const QString waba = textAt(value.value("waba_info"_L1).toObject(), "waba_id"_L1);
    if (!waba.isEmpty()) event.number.wabaId = waba;
    const bool aboutNumber = textAt(value, "entity_type"_L1) == "PHONE_NUMBER"_L1;
    if (aboutNumber && event.number.phoneNumberId.isEmpty()) event.number.phoneNumberId = textAt(value, "entity_id"_L1);
    event.field = fieldOf(value, context.field);
    event.event = eventOf(value, context.field);
    event.phone = phoneDigits(firstOf(value, {"phone_number"_L1, "display_phone_number"_L1}));
    event.reason = reasonOf(value);
    event.initiatedBy = textAt(value.value("disconnection_info"_L1).toObject(), "initiated_by"_L1);
    event.timestamp = context.entryTime.value_or(UtcTime{});
    event.value = value;
    sink.add(std::move(event));
}

void readPreference(const QJsonObject &preference, const ValueContext &context, Sink &sink)
{
    AccountEvent event;
    event.number = context.number;
    event.field = u"user_preferences"_s;
    event.event = textAt(preference, "value"_L1);
    event.reason = textAt(preference, "category"_L1);
    event.timestamp = timeOf(preference.value("timestamp"_L1)).value_or(context.entryTime.value_or(UtcTime{}));
    event.value = preference;
    sink.add(std::move(event));
}

} // namespace Tandem::Meta
