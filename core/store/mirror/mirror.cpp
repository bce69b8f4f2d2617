#include "core/store/mirror/mirror.h"

#include "core/base/log.h"
#include "core/store/live/changes_json.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int atOnce = 4; ///< conversations of one transaction
constexpr int keptOpened = 100;
constexpr qint64 lookBack = 1000; ///< changes are numbered before they are committed
constexpr int mostMissed = 3000; ///< further behind, everything is copied anew
constexpr auto gathered = 2s; ///< what changes often is copied once
constexpr auto betweenChoices = 5s;
constexpr auto betweenLooks = 60s; ///< a number may be taken away without a word
constexpr auto afterFailure = 5s; ///< twice as long after each more
constexpr int mostDoublings = 7;
/// Filling goes on while nobody reads, half of the time at most. Later the server comes first: in a team where everything changes
/// all the time each desktop copies two conversations a second, and is behind.
constexpr auto pauseFilling = 15ms;
constexpr auto pauseLater = 2s;

enum Group { OfNumbers, OfTeam, OfTemplates, OfReplies, OfSettings };

/// Small tables that are copied whole: which of the server's rows, and which of the mirror's are its own.
struct Whole
{
    Group group;
    const char16_t *table;
    const char16_t *where = u"";
    const char16_t *kept = u"false";
};

constexpr Whole wholes[] = {
    {OfNumbers, u"numbers"}, // first: what isn't here any more takes everything along
    {OfNumbers, u"history_chunks"},
    {OfTeam, u"agents"},
    {OfTeam, u"teams"},
    {OfTeam, u"team_members"},
    {OfTeam, u"agent_numbers"},
    {OfTeam, u"team_numbers"},
    {OfTeam, u"labels"},
    {OfTeam, u"saved_views", u"WHERE shared = 1 OR owner_id = :me"},
    {OfTeam, u"assignment_rules"},
    {OfTemplates, u"templates"},
    {OfTemplates, u"template_values", u"WHERE agent_id = :me"},
    {OfTemplates, u"template_syncs"},
    {OfTemplates, u"account_facts", u"WHERE phone_number_id = '' AND field IN ('message_template_status_update', 'message_template_quality_update', 'template_category_update')"},
    {OfReplies, u"canned_replies", u"WHERE owner_id IS NULL OR owner_id = :me"},
    {OfSettings, u"workspace", u"WHERE substr(name, 1, 1) <> '_'", u"substr(name, 1, 1) = '_'"},
};

/// Tables whose rows belong to a number.
constexpr const char16_t *numbered[] = {u"history_chunks", u"identities", u"contacts", u"system_events", u"messages", u"message_media", u"outbox", u"notes", u"note_mentions",
    u"conversation_labels", u"drafts", u"conversations"};

Result<QList<qint64>> idsOf(Statement row)
{
    return collect<qint64>(std::move(row), [](const Statement &r) { return r.integer(0); });
}

} // namespace

Mirror::~Mirror()
{
    if (m_condemned) m_file.remove();
}

void Mirror::note(const Changes &changes)
{
    const std::lock_guard lock(m_mutex);
    if (m_noted.isEmpty()) m_noted.since = Steady::now();
    m_noted.changes.add(changes);
    m_noted.changes.liveCustomerMessages.clear();
    m_noted.changes.presence.clear();
}

void Mirror::opened(ConversationId id)
{
    const std::lock_guard lock(m_mutex);
    if (m_noted.isEmpty()) m_noted.since = Steady::now();
    m_noted.opened.insert(id.value);
}

void Mirror::obey()
{
    if (!m_condemned) return;
    drop();
    m_file.remove();
    m_condemned = false;
}

Connection *Mirror::reading()
{
    obey();
    interrupt();
    if (!m_file.isOpen() && !m_file.isUsable()) return nullptr;
    if (!m_file.open()) return nullptr;
    return m_file.agent() ? &m_file.connection() : nullptr;
}

void Mirror::close()
{
    obey();
    drop();
    m_file.close();
}

void Mirror::drop()
{
    if (m_batch) m_batch->abandon();
    m_batch.reset();
    m_tables.reset();
    m_planned.clear();
    m_queue.clear();
    m_queued.clear();
    m_mirrored.clear();
    m_choose = m_everything = m_filled = false;
}

void Mirror::connected()
{
    m_off = false;
    if (!m_tables) return;
    interrupt();
    planTables(OfNumbers);
}

void Mirror::interrupt()
{
    if (!m_batch || !m_batch->isOpen()) return;
    m_batch->abandon();
    for (const auto id : m_batch->ids()) enqueue(id);
}

Mirror::Time Mirror::nextStep() const
{
    if (m_off) return Time::max();
    if (!m_tables || (m_batch && m_batch->isOpen())) return m_nextSlice;
    if (!m_planned.isEmpty() || !m_queue.isEmpty()) return m_nextSlice;
    auto next = m_choose ? std::max(m_nextChoice, m_nextSlice) : m_nextLook;
    const std::lock_guard lock(m_mutex);
    if (m_noted.isEmpty()) return next;
    const bool urgent = m_noted.changes.team || m_noted.changes.all;
    return std::min(next, urgent ? m_noted.since : m_noted.since + gathered);
}

void Mirror::step(Connection &server)
{
    const auto began = Steady::now();
    const bool wasInside = m_batch && m_batch->isOpen();
    auto done = m_tables ? Result<>() : begin(server);
    if (done && !m_off) {
        takeNotes(began);
        done = work(server);
    }
    const auto now = Steady::now();
    const bool inside = m_batch && m_batch->isOpen();
    // Between the questions of one batch only those come who read.
    m_nextSlice = inside ? now : now + std::max<Steady::duration>(m_filled && wasInside ? pauseLater : pauseFilling, now - began);
    if (!done) failed(done.error(), server);
}

Result<> Mirror::begin(Connection &server)
{
    m_off = !server.me();
    if (m_off) {
        m_file.remove();
        return {};
    }
    TANDEM_TRY(m_file.open());
    if (m_file.agent() && m_file.agent() != server.me()) {
        m_file.remove();
        TANDEM_TRY(m_file.open());
    }
    auto known = idsOf(m_file.connection().runText(u"SELECT id FROM conversations"_s, {}));
    if (!known) return failure(known.error());
    m_mirrored = QSet<qint64>(known->cbegin(), known->cend());
    m_tables = std::make_unique<TableCopy>(server, m_file.connection(), 0);
    m_batch.emplace(*m_tables, m_file.connection());
    planAll();
    return resume(server);
}

/// Where the changes since the last run can be read, only what they name is asked for; else everything.
Result<> Mirror::resume(Connection &server)
{
    const auto upTo = m_file.upTo();
    if (!upTo) return failure(upTo.error());
    const auto newest = server.scalarText(u"SELECT coalesce(max(id), 0) FROM changes"_s);
    if (!newest) return failure(newest.error());
    m_taken = newest->toLongLong();
    m_written = 0;
    m_incomplete = false;
    if (*upTo == 0 || *upTo > m_taken) return {};
    const auto oldest = server.scalarText(u"SELECT coalesce(min(id), 0) FROM changes"_s);
    if (!oldest) return failure(oldest.error());
    if (oldest->toLongLong() > *upTo) return {};
    Changes missed;
    auto row = server.run(u"select_changes", JsonRows(), {{u":after", std::max<qint64>(0, *upTo - lookBack)}, {u":writer", u""_s}, {u":count", mostMissed}});
    if (!row.ok()) return failure(row.error());
    int count = 0;
    for (; row.next(); ++count) missed.add(changesFromJson(row.text(2)));
    if (row.failedWhileReading()) return failure(row.error());
    if (count == mostMissed || missed.all) return {};
    m_everything = false; // the small tables are copied all the same, and what belongs in is asked
    for (const auto id : std::as_const(missed.conversations)) {
        if (m_mirrored.contains(id.value)) enqueue(id.value);
    }
    return {};
}

Result<> Mirror::work(Connection &server)
{
    if (!m_planned.isEmpty()) {
        // Numbers that have gone take their rows along before anything else is asked.
        interrupt();
        return copyTable(server);
    }
    if (m_batch->isOpen()) {
        const auto whole = m_batch->next();
        if (!whole) return failure(whole.error());
        if (!*whole) return {};
        for (const auto id : m_batch->ids()) m_mirrored.insert(id);
        return settle(server);
    }
    if (m_choose && Steady::now() >= m_nextChoice) {
        TANDEM_TRY(choose(server));
        return settle(server);
    }
    if (m_queue.isEmpty()) return {};
    QList<qint64> some;
    while (!m_queue.isEmpty() && some.size() < atOnce) {
        some.append(m_queue.takeFirst());
        m_queued.remove(some.last());
    }
    return m_batch->begin(some);
}

/// From the first conversations on it can be read from; when there are none as well.
Result<> Mirror::settle(Connection &server)
{
    const bool settled = m_queue.isEmpty() && !m_choose && m_planned.isEmpty();
    m_filled = m_filled || settled;
    m_failures = 0;
    if (settled && m_taken > m_written) {
        TANDEM_TRY(m_file.setUpTo(m_incomplete ? 0 : m_taken));
        m_written = m_taken;
    }
    return m_file.agent() || (m_mirrored.isEmpty() && !m_queue.isEmpty()) ? Result<>() : m_file.setAgent(server.me());
}

void Mirror::takeNotes(Time now)
{
    Noted noted;
    {
        const std::lock_guard lock(m_mutex);
        const bool urgent = m_noted.changes.team || m_noted.changes.all;
        if (!m_noted.isEmpty() && (urgent || now >= m_noted.since + gathered)) noted = std::exchange(m_noted, {});
    }
    if (now >= m_nextLook) {
        planTables(OfNumbers);
        m_nextLook = now + betweenLooks;
    }
    if (!noted.opened.isEmpty()) {
        interrupt();
        const auto kept = noteOpened(noted.opened);
        if (!kept) qCWarning(lcStore) << "mirror:" << kept.error().detail;
    }
    m_taken = std::max(m_taken, noted.changes.upTo.value);
    plan(noted.changes);
}

void Mirror::plan(const Changes &changes)
{
    if (changes.all) return planAll();
    if (changes.team) planTables(OfTeam);
    if (changes.team || !changes.numbers.isEmpty()) planTables(OfNumbers);
    if (changes.team || changes.templates) planTables(OfTemplates);
    if (changes.cannedReplies) planTables(OfReplies);
    for (const auto id : changes.conversations) {
        if (m_mirrored.contains(id.value)) enqueue(id.value);
        else m_choose = true;
    }
}

void Mirror::planTables(int group)
{
    for (int i = 0; i < int(std::size(wholes)); ++i) {
        if (wholes[i].group == group && !m_planned.contains(i)) m_planned.append(i);
    }
    std::sort(m_planned.begin(), m_planned.end());
}

void Mirror::planAll()
{
    for (const int group : {OfNumbers, OfTeam, OfTemplates, OfReplies, OfSettings}) planTables(group);
    m_nextLook = Steady::now() + betweenLooks;
    m_choose = m_everything = true;
    m_nextChoice = {};
}

void Mirror::enqueue(qint64 id)
{
    if (m_queued.contains(id)) return;
    m_queued.insert(id);
    m_queue.append(id);
}

Result<> Mirror::copyTable(Connection &server)
{
    const int place = m_planned.first();
    const auto &whole = wholes[place];
    auto &mirror = m_file.connection();
    const auto before = idsOf(mirror.runText(u"SELECT id FROM numbers"_s, {}));
    if (!before) return failure(before.error());
    TANDEM_TRY(mirror.executeText(mirror.dialect().beginWrite()));
    const auto table = QString::fromUtf16(whole.table);
    auto done = mirror.executeText(u"DELETE FROM %1 WHERE NOT (%2)"_s.arg(table, QString::fromUtf16(whole.kept)));
    if (done) {
        const auto copied = m_tables->copy({table, {}, QString::fromUtf16(whole.where)}, "[]");
        if (!copied) done = failure(copied.error());
    }
    if (done) done = mirror.executeText(u"COMMIT"_s);
    if (!done) {
        const auto undone = mirror.executeText(u"ROLLBACK"_s);
        Q_UNUSED(undone)
    }
    if (done || !server.isLost()) m_planned.removeOne(place);
    if (!done || place > 0) return done;
    const auto after = idsOf(mirror.runText(u"SELECT id FROM numbers"_s, {}));
    if (!after) return failure(after.error());
    const bool fewer = std::ranges::any_of(*before, [&](qint64 id) { return !after->contains(id); });
    return fewer || m_everything ? dropUnseen() : Result<>();
}

/// What belongs to numbers that this login doesn't see any more.
Result<> Mirror::dropUnseen()
{
    auto &mirror = m_file.connection();
    const auto lost = idsOf(mirror.runText(u"SELECT id FROM conversations WHERE number_id NOT IN (SELECT id FROM numbers)"_s, {}));
    if (!lost) return failure(lost.error());
    TANDEM_TRY(m_batch->forget(*lost));
    for (const auto id : *lost) {
        m_mirrored.remove(id);
        if (m_queued.remove(id)) m_queue.removeOne(id);
    }
    bool any = !lost->isEmpty();
    for (const auto *table : numbered) {
        const auto gone = mirror.runText(u"DELETE FROM %1 WHERE number_id NOT IN (SELECT id FROM numbers)"_s.arg(QString::fromUtf16(table)), {});
        if (!gone.ok()) return failure(gone.error());
        any = any || gone.affected() > 0;
    }
    return any ? m_file.scrub() : Result<>();
}

/// Which conversations belong into the mirror, the most wanted first.
Result<> Mirror::choose(Connection &server)
{
    JsonRows openedHere;
    {
        const auto opened = idsOf(m_file.connection().runText(u"SELECT conversation_id FROM mirror_opened"_s, {}));
        if (!opened) return failure(opened.error());
        for (const auto id : *opened) openedHere.row().add(id);
    }
    const auto wanted = idsOf(server.run(u"server_mirrored_conversations", openedHere));
    if (!wanted) return failure(wanted.error());
    TANDEM_TRY(forgetOthers(QSet<qint64>(wanted->cbegin(), wanted->cend())));
    for (const auto id : *wanted) {
        if (m_everything || !m_mirrored.contains(id)) enqueue(id);
    }
    m_choose = m_everything = false;
    m_nextChoice = Steady::now() + betweenChoices;
    return {};
}

Result<> Mirror::forgetOthers(const QSet<qint64> &wanted)
{
    const auto others = m_mirrored - wanted;
    TANDEM_TRY(m_batch->forget(QList<qint64>(others.cbegin(), others.cend())));
    m_mirrored -= others;
    return {};
}

Result<> Mirror::noteOpened(const QSet<qint64> &ids)
{
    auto &mirror = m_file.connection();
    for (const auto id : ids) {
        const auto added = mirror.runText(u"INSERT OR REPLACE INTO mirror_opened (conversation_id, place) "
                                          "VALUES (:id, (SELECT coalesce(max(place), 0) + 1 FROM mirror_opened))"_s, {{u":id"_s, id}});
        if (!added.ok()) return failure(added.error());
        m_choose = m_choose || !m_mirrored.contains(id);
    }
    const auto pruned = mirror.runText(u"DELETE FROM mirror_opened WHERE place <= (SELECT max(place) FROM mirror_opened) - :kept"_s, {{u":kept"_s, keptOpened}});
    return pruned.ok() ? Result<>() : failure(pruned.error());
}

void Mirror::failed(const Error &error, const Connection &server)
{
    if (server.isLost()) {
        m_nextSlice = Steady::now() + afterFailure;
        return interrupt();
    }
    m_nextSlice = Steady::now() + afterFailure * (1 << std::min(m_failures++, mostDoublings));
    // What is refused would be so again.
    if (m_batch) m_batch->abandon();
    m_incomplete = true;
    qCWarning(lcStore) << "mirror:" << word(error.code) << error.detail;
    if (error.code != ErrorCode::DatabaseCorrupt && error.code != ErrorCode::DatabaseFull) return;
    drop();
    m_file.remove();
    m_off = error.code == ErrorCode::DatabaseFull;
}

} // namespace Tandem
