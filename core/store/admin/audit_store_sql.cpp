#include "core/store/admin/audit_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

AuditEntry entryFrom(const Statement &row)
{
    AuditEntry e;
    e.id = row.integer(0);
    e.at = fromEpochMillis(row.integer(1));
    e.who = row.text(2);
    e.origin = row.text(3);
    e.action = row.text(4);
    e.subject = row.text(5);
    e.subjectId = row.text(6);
    if (!row.isNull(7)) e.conversation = ConversationId{row.integer(7)};
    e.detail = row.text(8);
    return e;
}

Result<QList<AuditEntry>> entries(Connection &db, const AuditFilter &filter, qint64 before, int limit)
{
    return collect<AuditEntry>(db.run(u"select_audit", {{u":before", before}, {u":who", toSql(filter.who)}, {u":action", toSql(filter.action)},
        {u":conversation", toSql(filter.conversation.value_or(ConversationId{}))}, {u":from_ms", filter.from ? toSql(*filter.from) : QVariant(qint64(0))},
        {u":to_ms", filter.to ? toSql(*filter.to) : QVariant(std::numeric_limits<qint64>::max())}, {u":count", limit}}), entryFrom);
}

} // namespace

FutureResult<QList<AuditEntry>> AuditStoreSql::page(const AuditFilter &filter, std::optional<qint64> before, int limit)
{
    return m_db.read<QList<AuditEntry>>([=](Connection &db) {
        return entries(db, filter, before.value_or(std::numeric_limits<qint64>::max()), limit);
    });
}

Result<> AuditStoreSql::jsonLines(const AuditFilter &filter, const std::function<bool(const QByteArray &)> &line)
{
    Connection db(m_db.dialect(), m_db.target(), true);
    TANDEM_TRY(db.open());
    auto all = entries(db, filter, std::numeric_limits<qint64>::max(), std::numeric_limits<int>::max());
    if (!all) return failure(all.error());
    for (auto it = all->crbegin(); it != all->crend(); ++it) {
        const QJsonObject json{{u"id"_s, it->id}, {u"at"_s, toIso(it->at)}, {u"who"_s, it->who}, {u"origin"_s, it->origin}, {u"action"_s, it->action},
            {u"subject"_s, it->subject}, {u"subject_id"_s, it->subjectId}, {u"detail"_s, QJsonDocument::fromJson(it->detail.toUtf8()).object()}};
        if (!line(QJsonDocument(json).toJson(QJsonDocument::Compact))) break;
    }
    return {};
}

} // namespace Tandem
