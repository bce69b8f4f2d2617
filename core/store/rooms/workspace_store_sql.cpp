#include "core/store/rooms/workspace_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<QHash<QString, QString>> WorkspaceStoreSql::all()
{
    return m_db.read<QHash<QString, QString>>([](Connection &db) -> Result<QHash<QString, QString>> {
        auto rows = db.run(u"select_workspace");
        if (!rows.ok()) return failure(rows.error());
        QHash<QString, QString> values;
        while (rows.next()) values.insert(rows.text(0), rows.text(1));
        return values;
    });
}

FutureResult<bool> WorkspaceStoreSql::set(const QHash<QString, QString> &values)
{
    return m_db.write<bool>(Lane::Urgent, [values](Writing &w) -> Result<bool> {
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            const auto rows = w.db.execute(u"set_workspace", {{u":name", toSql(it.key())}, {u":value", toSql(it.value())}});
            if (!rows) return failure(rows.error());
        }
        // On a single desk this is the one agent's name; in a team each agent has their own.
        if (values.contains(QStringLiteral("agent_name"))) {
            const auto rows = w.db.execute(u"follow_agent_name", {{u":name", toSql(values.value(QStringLiteral("agent_name")))}});
            if (!rows) return failure(rows.error());
            w.changes.team = *rows > 0;
        }
        return true;
    });
}

} // namespace Tandem
