#include "core/store/numbers/number_standing.h"

#include "core/coexistence/media_sync_policy.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/rows.h"
#include "core/store/sql/locks.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

QString digits(const QString &text)
{
    QString only;
    for (const auto c : text) {
        if (c.isDigit()) only.append(c);
    }
    return only;
}

} // namespace

struct NumberStanding::Basics
{
    NumberId id;
    QString phoneNumberId, wabaId, displayPhone;
    NumberState state, baseState;
    qint64 baseStateMs = 0;
    std::optional<UtcTime> onboardedAt;
    bool healthPaused = false;

    static Basics from(const Statement &row)
    {
        return {NumberId{row.integer(0)}, row.text(1), row.text(2), row.text(3), wordAt(row, 4, NumberState::NotLinked),
            wordAt(row, 5, NumberState::NotLinked), row.integer(6), timeAt(row, 7), row.flag(10)};
    }
};

struct NumberStanding::Verdict
{
    NumberState state;
    QString alert, reason, initiatedBy, messagingLimit, quality, verifiedName;
    std::optional<UtcTime> disconnectedAt;
};

Result<std::optional<NumberStanding::Basics>> NumberStanding::find(const QString &phoneNumberId)
{
    auto rows = m_w.db.run(u"select_number_basics");
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        if (rows.text(1) == phoneNumberId) return std::optional(Basics::from(rows));
    }
    return std::optional<Basics>();
}

Result<NumberId> NumberStanding::seenInWebhook(const QString &phoneNumberId, const QString &wabaId, const QString &displayPhone)
{
    auto inserted = m_w.db.run(u"insert_number", {{u":phone_number_id", toSql(phoneNumberId)},
        {u":waba_id", toSql(wabaId)}, {u":display_phone", toSql(displayPhone)}});
    if (!inserted.next()) return failure(inserted.error());
    const NumberId id{inserted.integer(0)};
    m_w.changes.numbers.insert(id);
    return id;
}

Result<NumberId> NumberStanding::upsert(const Number &number)
{
    auto known = find(number.phoneNumberId);
    if (!known) return failure(known.error());
    if (!*known) {
        const auto id = seenInWebhook(number.phoneNumberId, number.wabaId, number.displayPhone);
        if (!id) return failure(id.error());
        known = find(number.phoneNumberId);
        if (!known) return failure(known.error());
    }
    auto row = **known;
    auto onboarded = number.onboardedAt ? number.onboardedAt : row.onboardedAt;
    // Linked without a date: the first time we serve it, then kept; to the second, as the wire tells time.
    if (!onboarded && number.state == NumberState::Linked) onboarded = fromEpochSeconds(toEpochSeconds(m_w.now));
    const bool linkedAnew = row.onboardedAt && onboarded && *onboarded > *row.onboardedAt;
    if (number.state != NumberState::NotLinked && (row.baseState != number.state || linkedAnew)) {
        row.baseState = number.state;
        if (linkedAnew) row.baseStateMs = toEpochMillis(*onboarded);
    }
    const auto rows = m_w.db.execute(u"update_number", {{u":id", toSql(row.id)}, {u":waba_id", toSql(number.wabaId)},
        {u":display_phone", toSql(number.displayPhone)}, {u":verified_name", toSql(number.verifiedName)},
        {u":quality", toSql(number.quality)}, {u":messaging_limit", toSql(number.messagingLimit)},
        {u":platform_type", toSql(number.platformType)}, {u":coexistence", toSql(number.coexistence)},
        {u":onboarded_ms", toSql(onboarded)}, {u":base_state", word(row.baseState)}, {u":base_state_ms", row.baseStateMs}});
    if (!rows) return failure(rows.error());
    if (linkedAnew) { // the platform allows the once-only history again
        for (const auto *sql : {u"forget_history_chunks", u"forget_history_state"}) {
            const auto done = m_w.db.execute(sql, {{u":id", toSql(row.id)}});
            if (!done) return failure(done.error());
        }
    }
    if (onboarded && onboarded != row.onboardedAt) TANDEM_TRY(rederivePlaceholders(row.id, *onboarded));
    TANDEM_TRY(derive(row.id));
    TANDEM_TRY(WaitingValues(m_w).replayFound());
    return row.id;
}

Result<> NumberStanding::rederivePlaceholders(NumberId id, UtcTime onboardedAt)
{
    const auto rows = m_w.db.execute(u"rederive_placeholders",
        {{u":number_id", toSql(id)}, {u":cutoff_ms", toSql(MediaSyncPolicy::cutoff(onboardedAt))}});
    if (!rows) return failure(rows.error());
    m_w.changes.media = m_w.changes.media || *rows > 0;
    return {};
}

Result<NumberStanding::Verdict> NumberStanding::judge(const Basics &number)
{
    Verdict verdict{number.baseState, {}, {}, {}, {}, {}, {}, {}};
    auto facts = m_w.db.run(u"select_account_facts",
        {{u":phone_number_id", toSql(number.phoneNumberId)}, {u":waba_id", toSql(number.wabaId)}});
    if (!facts.ok()) return failure(facts.error());
    const auto ours = digits(number.displayPhone);
    while (facts.next()) { // oldest first: the newest has the last word
        const auto phone = facts.text(2);
        if (facts.text(1).isEmpty() && !phone.isEmpty() && !ours.isEmpty() && digits(phone) != ours) continue;
        const auto field = facts.text(3);
        const auto event = facts.text(4);
        const auto at = facts.integer(5);
        const auto value = objectAt(facts, 9);
        if (field == "phone_number_quality_update"_L1) {
            verdict.messagingLimit = value["current_limit"_L1].toString(verdict.messagingLimit);
            if (event == "FLAGGED"_L1) verdict.quality = u"RED"_s;
            if (event == "UNFLAGGED"_L1) verdict.quality = u"GREEN"_s;
            continue;
        }
        if (field == "phone_number_name_update"_L1) {
            if (value["decision"_L1].toString() == "APPROVED"_L1) verdict.verifiedName = value["requested_verified_name"_L1].toString();
            continue;
        }
        // Webhooks from before the number was linked (again) here say nothing about the link of now.
        if (facts.integer(6) < number.baseStateMs || at < number.baseStateMs) continue;
        if (event == "PARTNER_REMOVED"_L1 || event == "ACCOUNT_DELETED"_L1) {
            verdict.state = NumberState::Disconnected;
            verdict.alert = say(QT_TRANSLATE_NOOP("Store", "This number was unlinked. Messages no longer arrive and can't be sent from here."));
            verdict.reason = facts.text(7);
            verdict.initiatedBy = facts.text(8);
            verdict.disconnectedAt = fromEpochMillis(at);
        } else if (event == "ACCOUNT_OFFBOARDED"_L1) {
            verdict.state = NumberState::Suspended;
            verdict.alert = say(QT_TRANSLATE_NOOP("Store", "The WhatsApp account is moving to another phone. Sending continues by itself afterwards."));
        } else if (event == "ACCOUNT_RECONNECTED"_L1) {
            verdict.state = number.baseState;
            verdict.alert.clear();
            verdict.reason.clear();
            verdict.initiatedBy.clear();
            verdict.disconnectedAt.reset();
        } else if (event == "DISABLED_UPDATE"_L1) {
            const auto ban = value["ban_info"_L1]["waba_ban_state"_L1].toString();
            if (ban == "REINSTATE"_L1) {
                verdict.state = number.baseState;
                verdict.alert.clear();
            } else if (ban == "SCHEDULE_FOR_DISABLE"_L1) {
                verdict.alert = say(QT_TRANSLATE_NOOP("Store", "WhatsApp is going to disable this business account. See WhatsApp Manager."));
            } else {
                verdict.state = NumberState::Blocked;
                verdict.alert = say(QT_TRANSLATE_NOOP("Store", "WhatsApp has disabled this business account. See WhatsApp Manager."));
            }
        } else if (event == "ACCOUNT_RESTRICTION"_L1) {
            verdict.state = NumberState::Blocked;
            verdict.alert = say(QT_TRANSLATE_NOOP("Store", "WhatsApp has restricted this business account. See WhatsApp Manager."));
        } else if (event == "ACCOUNT_VIOLATION"_L1) {
            verdict.alert = say(QT_TRANSLATE_NOOP("Store", "WhatsApp reports a policy violation of this business account. See WhatsApp Manager."));
        }
    }
    if (verdict.state == NumberState::Linked && number.healthPaused) verdict.state = NumberState::Blocked;
    return verdict;
}

Result<> NumberStanding::derive(NumberId id)
{
    TANDEM_TRY(lockNumbers(m_w.db, {id.value}));
    std::optional<Basics> number;
    {
        auto row = m_w.db.run(u"select_number_by_id", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (row.next()) number = Basics::from(row);
    }
    if (!number) return {};
    const auto verdict = judge(*number);
    if (!verdict) return failure(verdict.error());
    const auto rows = m_w.db.execute(u"set_number_standing", {{u":id", toSql(id)}, {u":state", word(verdict->state)},
        {u":alert_text", toSql(verdict->alert)}, {u":reason", toSql(verdict->reason)},
        {u":initiated_by", toSql(verdict->initiatedBy)}, {u":disconnected_ms", toSql(verdict->disconnectedAt)},
        {u":messaging_limit", toSql(verdict->messagingLimit)}, {u":quality", toSql(verdict->quality)},
        {u":verified_name", toSql(verdict->verifiedName)}});
    if (!rows) return failure(rows.error());
    m_w.changes.numbers.insert(id);
    m_w.changes.outbox = true; // a number that may send again, or no longer
    return {};
}

} // namespace Tandem
