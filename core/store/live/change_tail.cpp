#include "core/store/live/change_tail.h"

#include "core/store/live/changes_json.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/json_rows.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int mostAtOnce = 2000; ///< further behind, everything is reloaded
constexpr int lookBack = 1000; ///< numbers below the newest that may still come
/// A transaction takes its number a moment after its change number; nobody is given up before.
constexpr auto youngest = std::chrono::seconds(5);

} // namespace

Result<ChangeTail::Horizon> ChangeTail::horizon(Connection &db) const
{
    auto row = db.run(u"select_transactions");
    if (!row.next()) return failure(row.error());
    return Horizon{row.integer(0), row.integer(1)};
}

Result<> ChangeTail::start(Connection &db)
{
    QSet<qint64> seen;
    qint64 lowest = 0;
    {
        auto rows = db.run(u"select_newest_changes", {{u":count", lookBack}});
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            lowest = rows.integer(0);
            seen.insert(lowest);
        }
    }
    m_missing.clear();
    m_last = 0;
    for (const auto id : std::as_const(seen)) m_last = std::max(m_last, id);
    for (auto id = lowest; id < m_last; ++id) {
        if (!seen.contains(id)) noticeGaps(id, id + 1);
    }
    settleGaps(db, 0);
    return {};
}

void ChangeTail::noticeGaps(qint64 from, qint64 to)
{
    const auto now = std::chrono::steady_clock::now();
    for (auto id = std::max(from, to - lookBack); id < to; ++id) m_missing.insert(id, {0, now});
}

Result<Changes> ChangeTail::next(Connection &db)
{
    // Before the rows are read: what has ended by then is in them.
    const auto before = m_missing.isEmpty() ? Result<Horizon>(Horizon()) : horizon(db);
    if (!before) return failure(before.error());
    Changes all;
    const auto whole = fetch(db, all);
    if (!whole) return failure(whole.error());
    if (!*whole) {
        TANDEM_TRY(start(db));
        all = Changes::everything();
        all.upTo = ChangeNumber{m_last};
        return all;
    }
    settleGaps(db, before->oldest);
    return all;
}

/// False: too much was missed to be told row by row.
Result<bool> ChangeTail::fetch(Connection &db, Changes &all)
{
    JsonRows missing;
    for (auto it = m_missing.cbegin(); it != m_missing.cend(); ++it) missing.row().add(it.key());
    auto rows = db.run(u"select_changes", missing, {{u":after", m_last}, {u":writer", m_own}, {u":count", mostAtOnce}});
    if (!rows.ok()) return failure(rows.error());
    int count = 0;
    while (rows.next()) {
        const auto id = rows.integer(0);
        if (++count == mostAtOnce) return false;
        if (count == 1 && m_last > 0 && rows.integer(3) > m_last + 1) return false; // pruned before we saw them
        if (id > m_last) {
            noticeGaps(m_last + 1, id);
            m_last = id;
        } else {
            m_missing.remove(id);
        }
        if (rows.text(1) == m_own) continue;
        auto changes = changesFromJson(rows.text(2));
        changes.upTo = ChangeNumber{id};
        all.add(changes);
    }
    if (rows.failedWhileReading()) return failure(rows.error());
    return true;
}

/// What can't be asked now is asked the next time: a gap is only given up with an answer.
void ChangeTail::settleGaps(Connection &db, qint64 oldest)
{
    bool fresh = false;
    const auto now = std::chrono::steady_clock::now();
    for (auto it = m_missing.begin(); it != m_missing.end();) {
        fresh = fresh || it->horizon == 0;
        const bool over = it->horizon > 0 && oldest >= it->horizon && now - it->noticed > youngest;
        it = over ? m_missing.erase(it) : std::next(it);
    }
    if (!fresh) return;
    const auto known = horizon(db);
    if (!known) return;
    for (auto &gap : m_missing) {
        if (gap.horizon == 0) gap.horizon = known->next;
    }
}

} // namespace Tandem
