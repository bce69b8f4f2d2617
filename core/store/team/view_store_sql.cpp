#include "core/store/team/view_store_sql.h"

#include "core/store/list/conversation_query.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Tandem {
namespace {

constexpr int nameLength = 60;

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

SavedView viewFrom(const Statement &row)
{
    SavedView view;
    view.id = SavedViewId{row.integer(0)};
    view.owner = AgentId{row.integer(1)};
    view.name = row.text(2);
    view.shared = row.flag(3);
    view.position = int(row.integer(4));
    view.condition = conditionFromJson(objectAt(row, 5)).value_or(Condition());
    return view;
}

Result<QList<SavedView>> views(Connection &db) { return collect<SavedView>(db.run(u"select_views"), viewFrom); }

/// Its owner may change a view, leads also the shared ones of others. False: it is gone.
Result<bool> mayChange(Writing &w, SavedViewId id)
{
    AgentId owner;
    bool shared = false;
    {
        auto row = w.db.run(u"select_view", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return false;
        owner = AgentId{row.integer(0)};
        shared = row.flag(1);
    }
    if (owner == w.db.me()) return true;
    if (!shared) return false;
    TANDEM_TRY(TeamRights(w.db).needLead());
    return true;
}

Result<SavedViewId> saved(Writing &w, const SavedView &view)
{
    const auto name = view.name.simplified().left(nameLength);
    if (name.isEmpty()) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "A view needs a name.")));
    const auto json = toJson(view.condition);
    if (!conditionFromJson(json)) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "This view has too many conditions.")));
    const auto condition = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    w.changes.team = true;
    if (view.id) {
        const auto may = mayChange(w, view.id);
        if (!may) return failure(may.error());
        if (*may) {
            const auto rows = w.db.execute(u"update_view", {{u":id", toSql(view.id)}, {u":shared", toSql(view.shared)}, {u":name", toSql(name)},
                {u":position", view.position}, {u":condition", condition}});
            if (!rows) return failure(rows.error());
            return view.id;
        }
    }
    // Also for one that was deleted while it was being edited.
    auto row = w.db.run(u"insert_view", {{u":shared", toSql(view.shared)}, {u":name", toSql(name)}, {u":position", view.position}, {u":condition", condition}});
    if (!row.next()) return failure(row.error());
    return SavedViewId{row.integer(0)};
}

} // namespace

FutureResult<QList<SavedView>> ViewStoreSql::all()
{
    return m_db.read<QList<SavedView>>([](Connection &db) { return views(db); });
}

FutureResult<SavedViewId> ViewStoreSql::save(const SavedView &view)
{
    return m_db.write<SavedViewId>(Lane::Urgent, [=](Writing &w) { return saved(w, view); });
}

FutureResult<bool> ViewStoreSql::remove(SavedViewId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto may = mayChange(w, id);
        if (!may || !*may) return may;
        const auto rows = w.db.execute(u"delete_view", {{u":id", toSql(id)}});
        if (!rows) return failure(rows.error());
        w.changes.team = *rows > 0;
        return *rows > 0;
    });
}

FutureResult<QHash<SavedViewId, int>> ViewStoreSql::counts(const QList<SavedViewId> &ids)
{
    const auto now = m_db.clock().now();
    return m_db.read<QHash<SavedViewId, int>>([now, ids](Connection &db) -> Result<QHash<SavedViewId, int>> {
        const auto all = views(db);
        if (!all) return failure(all.error());
        QHash<SavedViewId, int> counts;
        for (const auto &view : *all) {
            if (!ids.isEmpty() && !ids.contains(view.id)) continue;
            ConversationFilter filter;
            filter.state.reset();
            filter.condition = view.condition;
            auto row = ConversationQuery(db.dialect(), filter, now).count(db, ConversationCounts::CountLimit);
            if (!row.next()) return failure(row.error());
            counts.insert(view.id, int(row.integer(0)));
        }
        return counts;
    });
}

} // namespace Tandem
