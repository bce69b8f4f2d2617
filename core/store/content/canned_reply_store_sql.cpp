#include "core/store/content/canned_reply_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

/// What everybody uses is changed by leads; on a single desk that is the one agent.
Result<> mayChange(Writing &w, CannedReplyId id, bool staysPersonal)
{
    bool shared = !staysPersonal;
    if (id) {
        auto row = w.db.run(u"select_canned_reply_owner", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        shared |= row.next() && !row.flag(0);
    }
    return shared ? TeamRights(w.db).needLead() : Result<>();
}

Result<CannedReplyId> saved(Writing &w, const CannedReply &reply)
{
    const auto shortcut = reply.shortcut.trimmed();
    if (shortcut.isEmpty()) return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "A canned reply needs a shortcut."));
    {
        auto taken = w.db.run(u"select_canned_reply_taken", {{u":shortcut", toSql(shortcut)}, {u":id", toSql(reply.id)}, {u":personal", toSql(reply.personal)}});
        if (!taken.ok()) return failure(taken.error());
        if (taken.next()) return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "Another canned reply has this shortcut."));
    }
    TANDEM_TRY(mayChange(w, reply.id, reply.personal));
    w.changes.cannedReplies = true;
    if (reply.id) {
        const auto rows = w.db.execute(u"update_canned_reply", {{u":id", toSql(reply.id)}, {u":shortcut", toSql(shortcut)},
            {u":title", toSql(reply.title)}, {u":body", toSql(reply.body)}, {u":attachments", toJsonText(reply.attachments)},
            {u":now_ms", toSql(w.now)}, {u":personal", toSql(reply.personal)}});
        if (!rows) return failure(rows.error());
        if (*rows > 0) return reply.id;
    }
    // Also for one that was deleted while it was being edited.
    auto row = w.db.run(u"insert_canned_reply", {{u":shortcut", toSql(shortcut)}, {u":title", toSql(reply.title)},
        {u":body", toSql(reply.body)}, {u":attachments", toJsonText(reply.attachments)}, {u":now_ms", toSql(w.now)},
        {u":personal", toSql(reply.personal)}});
    if (!row.next()) return failure(row.error());
    return CannedReplyId{row.integer(0)};
}

} // namespace

FutureResult<QList<CannedReply>> CannedReplyStoreSql::all()
{
    return m_db.read<QList<CannedReply>>([](Connection &db) {
        return collect<CannedReply>(db.run(u"select_canned_replies"), [](const Statement &row) {
            return CannedReply{CannedReplyId{row.integer(0)}, row.text(1), row.text(2), row.text(3), filesAt(row, 4), fromEpochMillis(row.integer(5)), row.flag(6)};
        });
    });
}

FutureResult<CannedReplyId> CannedReplyStoreSql::save(const CannedReply &reply)
{
    return m_db.write<CannedReplyId>(Lane::Urgent, [=](Writing &w) { return saved(w, reply); });
}

FutureResult<bool> CannedReplyStoreSql::remove(CannedReplyId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(mayChange(w, id, true));
        const auto rows = w.db.execute(u"delete_canned_reply", {{u":id", toSql(id)}});
        if (!rows) return failure(rows.error());
        w.changes.cannedReplies = true;
        return *rows > 0;
    });
}

} // namespace Tandem
