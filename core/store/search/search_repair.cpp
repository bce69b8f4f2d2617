#include "core/store/search/search_repair.h"

#include "core/base/log.h"
#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/search/search_text.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int sliceSize = 1000;

Result<> setMarker(Connection &db, const QString &name, qint64 value)
{
    const auto rows = db.execute(u"set_workspace", {{u":name", name}, {u":value", QString::number(value)}});
    if (!rows) return failure(rows.error());
    return {};
}

Result<qint64> marker(Connection &db, const QString &name)
{
    auto row = db.run(u"select_workspace_value", {{u":name", name}});
    if (!row.ok()) return failure(row.error());
    return row.next() ? row.text(0).toLongLong() : 0;
}

} // namespace

bool SearchRepair::isIndexDamage(const Error &error) { return error.detail.startsWith("sqlite 267:"_L1); }

Result<qint64> SearchRepair::unbuilt(Connection &db) { return marker(db, u"_search_unbuilt"_s); }

Result<> SearchRepair::empty(Connection &db)
{
    qCWarning(lcStore) << "the search index is built anew";
    if (const auto cleared = db.execute(u"clear_search_index"); !cleared) {
        if (!isIndexDamage(cleared.error())) return failure(cleared.error());
        // Too damaged for SQLite to open it: its tables are put back as they are right after CREATE.
        for (const auto *sql : {u"reset_search_data", u"reset_search_idx", u"reset_search_start"}) {
            const auto reset = db.execute(sql);
            if (!reset) return failure(reset.error());
        }
    }
    qint64 newest = 0;
    {
        auto row = db.run(u"select_newest_message_id");
        if (!row.next()) return failure(row.error());
        newest = row.integer(0);
    }
    TANDEM_TRY(setMarker(db, u"_search_version"_s, SearchText::version));
    return setMarker(db, u"_search_unbuilt"_s, newest);
}

void SearchRepair::look(Connection &reader)
{
    if (m_building) return;
    if (!m_versionChecked) {
        const auto version = marker(reader, u"_search_version"_s);
        m_versionChecked = version.has_value();
        if (version && *version != SearchText::version) {
            const auto started = m_db.write<bool>(Lane::Bulk, [](Writing &w) -> Result<bool> {
                TANDEM_TRY(empty(w.db));
                return true;
            });
            Q_UNUSED(started)
            return; // its commit brings us here again
        }
    }
    const auto left = unbuilt(reader);
    if (!left || *left == 0 || m_building.exchange(true)) return;
    build();
}

void SearchRepair::build()
{
    m_db.write<bool>(Lane::Bulk, &SearchRepair::buildSlice, [this](Result<bool> more) {
        if (more && *more) {
            build();
        } else {
            m_building = false;
        }
    }, sliceSize);
}

Result<bool> SearchRepair::buildSlice(Writing &w)
{
    const auto from = unbuilt(w.db);
    if (!from) return failure(from.error());
    SearchIndex index;
    qint64 oldest = 0;
    {
        auto row = w.db.run(u"select_messages_to_index", {{u":up_to", *from}, {u":count", sliceSize}});
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            oldest = row.integer(0);
            index.add(oldest, row.integer(1), row.text(2));
        }
    }
    const bool more = oldest > 1;
    TANDEM_TRY(setMarker(w.db, u"_search_unbuilt"_s, more ? oldest - 1 : 0));
    TANDEM_TRY(index.write(w.db));
    return more;
}

} // namespace Tandem
