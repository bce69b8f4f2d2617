#include "core/store/numbers/number_directory.h"

#include "core/store/apply/message_row.h"
#include "core/store/numbers/number_standing.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

Result<> NumberDirectory::load()
{
    m_entries.clear();
    auto rows = m_w.db.run(u"select_number_basics");
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        Entry e;
        e.id = NumberId{rows.integer(0)};
        e.phoneNumberId = rows.text(1);
        e.wabaId = rows.text(2);
        e.displayPhone = rows.text(3);
        e.linkedHere = rows.text(5) != "not_linked"_L1;
        e.onboardedAt = timeAt(rows, 7);
        e.coexistence = rows.flag(8);
        e.lastPhone = timeAt(rows, 9);
        e.history = wordAt(rows, 13, HistoryState::None);
        m_entries.append(e);
    }
    return {};
}

QSet<qint64> NumberDirectory::mayMean(const EventNumber &event) const
{
    QSet<qint64> ids;
    for (const auto &e : m_entries) {
        const bool named = !event.phoneNumberId.isEmpty() && e.phoneNumberId == event.phoneNumberId;
        const bool possible = event.phoneNumberId.isEmpty() && (e.wabaId == event.wabaId || e.phoneNumberId == "unknown"_L1);
        if (named || possible) ids.insert(e.id.value);
    }
    return ids;
}

QSet<qint64> NumberDirectory::everyone() const
{
    QSet<qint64> ids;
    for (const auto &e : m_entries) ids.insert(e.id.value);
    return ids;
}

NumberDirectory::Entry *NumberDirectory::entry(NumberId id)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void NumberDirectory::learn(Entry &entry, const EventNumber &event)
{
    entry.seen = true;
    if (entry.phoneNumberId == "unknown"_L1) return;
    const auto take = [&](QString &known, const QString &told) {
        // Told differently by two webhooks: the greater text, so that their order is no matter.
        if (told.isEmpty() || known == told || (!known.isEmpty() && (entry.linkedHere || told < known))) return;
        known = told;
        entry.named = true;
    };
    take(entry.wabaId, event.wabaId);
    take(entry.displayPhone, event.displayPhone);
}

void NumberDirectory::begin(DeliveryId delivery)
{
    m_delivery = delivery;
    m_resolved.clear(); // each delivery waits for its own number
}

Result<NumberId> NumberDirectory::numberOf(const EventNumber &event)
{
    const auto key = event.phoneNumberId + u'|' + event.wabaId + u'|' + event.displayPhone;
    if (const auto known = m_resolved.constFind(key); known != m_resolved.cend()) return *known;
    auto wanted = event.phoneNumberId;
    if (wanted.isEmpty()) {
        QStringList ofWaba;
        for (const auto &e : std::as_const(m_entries)) {
            if (!event.wabaId.isEmpty() && e.wabaId == event.wabaId) ofWaba.append(e.phoneNumberId);
        }
        wanted = ofWaba.size() == 1 ? ofWaba.first() : u"unknown"_s;
    }
    auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.phoneNumberId == wanted; });
    if (found == m_entries.end()) {
        const bool unknown = wanted == "unknown"_L1;
        const auto id = NumberStanding(m_w).seenInWebhook(wanted, unknown ? QString() : event.wabaId, unknown ? QString() : event.displayPhone);
        if (!id) return failure(id.error());
        Entry fresh;
        fresh.id = *id;
        fresh.phoneNumberId = wanted;
        fresh.wabaId = unknown ? QString() : event.wabaId;
        fresh.displayPhone = unknown ? QString() : event.displayPhone;
        fresh.named = true;
        m_entries.append(fresh);
        found = m_entries.end() - 1;
    }
    learn(*found, event);
    m_someoneWaits = m_someoneWaits || wanted == "unknown"_L1;
    if (wanted == "unknown"_L1) TANDEM_TRY(WaitingValues(m_w).note(m_delivery, event.wabaId));
    m_resolved.insert(key, found->id);
    return found->id;
}

void NumberDirectory::sawEcho(NumberId number, UtcTime at)
{
    auto *e = entry(number);
    e->coexistence = true;
    if (!e->lastPhone || *e->lastPhone < at) e->lastPhone = at;
}

void NumberDirectory::sawCoexistence(NumberId number) { entry(number)->coexistence = true; }

void NumberDirectory::sawChunk(NumberId number, const HistoryChunkEvent &chunk)
{
    auto *e = entry(number);
    e->chunk = true;
    e->coexistence = true;
    e->complete = e->complete || chunk.progress >= 100;
    const auto key = QString::number(number.value) + u'|' + QString::number(chunk.phase) + u'|' + QString::number(chunk.chunkOrder);
    const auto known = m_chunks.find(key);
    if (known == m_chunks.end()) {
        m_chunks.insert(key, {number, chunk});
    } else {
        known->second.progress = std::max(known->second.progress, chunk.progress);
        known->second.messageCount = std::max(known->second.messageCount, chunk.messageCount);
    }
}

void NumberDirectory::sawDeclined(NumberId number)
{
    entry(number)->declined = true;
    entry(number)->coexistence = true;
}

void NumberDirectory::addAccountFact(const AccountEvent &event) { m_accountEvents.emplace_back(m_delivery, &event); }

QHash<qint64, std::optional<UtcTime>> NumberDirectory::onboarded() const
{
    QHash<qint64, std::optional<UtcTime>> all;
    for (const auto &e : m_entries) all.insert(e.id.value, e.onboardedAt);
    return all;
}

Result<> NumberDirectory::writeChunks()
{
    JsonRows rows;
    for (const auto &[number, chunk] : std::as_const(m_chunks)) {
        rows.row().add(number).add(chunk.phase).add(chunk.chunkOrder).add(chunk.progress).add(chunk.messageCount);
    }
    return m_w.db.execute(u"upsert_history_chunks", rows);
}

bool NumberDirectory::someoneGotNamed() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [](const Entry &e) { return e.named; });
}

/// When the delivery came: a replay or a slow import must not make it younger.
Result<UtcTime> NumberDirectory::arrivalOf(DeliveryId delivery)
{
    auto row = m_w.db.run(u"select_delivery_time", {{u":id", toSql(delivery)}});
    if (!row.ok()) return failure(row.error());
    return row.next() ? fromEpochMillis(row.integer(0)) : m_w.now;
}

Result<> NumberDirectory::writeAccountFacts()
{
    if (m_accountEvents.empty()) return {};
    JsonRows rows;
    for (const auto &[delivery, event] : m_accountEvents) {
        const auto came = arrivalOf(delivery);
        TANDEM_TRY(came);
        const auto value = compactJson(event->value);
        const auto digest = QString::fromLatin1(QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex());
        rows.row().add(event->number.wabaId).add(event->number.phoneNumberId).add(event->phone).add(event->field).add(event->event)
            .add(toEpochMillis(event->timestamp)).add(digest).add(toEpochMillis(*came)).add(event->reason).add(event->initiatedBy)
            .addUtf8(value);
    }
    return m_w.db.execute(u"insert_account_facts", rows);
}

Result<> NumberDirectory::write()
{
    TANDEM_TRY(writeChunks());
    TANDEM_TRY(writeAccountFacts());
    const auto isTemplate = [](const auto &said) { return said.second->field.contains("template"_L1); };
    const auto templates = std::count_if(m_accountEvents.begin(), m_accountEvents.end(), isTemplate);
    m_w.changes.templates = m_w.changes.templates || templates > 0;
    const bool standing = templates < qsizetype(m_accountEvents.size());
    for (const auto &e : std::as_const(m_entries)) {
        if (!e.seen && !standing) continue;
        if (e.seen) {
            auto history = e.history;
            if (e.chunk && history != HistoryState::Complete) history = HistoryState::Running;
            if (e.complete) history = HistoryState::Complete;
            if (e.declined && !e.chunk && history != HistoryState::Complete && history != HistoryState::Running) history = HistoryState::Declined;
            const auto rows = m_w.db.execute(u"note_number", {{u":id", toSql(e.id)}, {u":waba_id", toSql(e.wabaId)},
                {u":display_phone", toSql(e.displayPhone)}, {u":coexistence", toSql(e.coexistence)},
                {u":last_phone_ms", toSql(e.lastPhone)}, {u":now_ms", toSql(m_w.now)}, {u":history_state", word(history)},
                {u":chunk", toSql(e.chunk)}});
            if (!rows) return failure(rows.error());
            m_w.changes.numbers.insert(e.id);
        }
        // Facts wait under WABA and phone; a number that has just got its name may own some.
        if (standing || e.named) TANDEM_TRY(NumberStanding(m_w).derive(e.id));
    }
    return {};
}

} // namespace Tandem
