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

constexpr int sliceSize = 1000;

/// Of one side of an entry: newer ones, oldest first, or older ones, newest first.
Result<QList<AuditEntry>> entries(Connection &db, const char16_t *query, const char16_t *side, qint64 id, const AuditFilter &filter, int limit)
{
    return collect<AuditEntry>(db.run(query, {{side, id}, {u":who", toSql(filter.who)}, {u":action", toSql(filter.action)},
        {u":conversation", toSql(filter.conversation.value_or(ConversationId{}))}, {u":from_ms", filter.from ? toSql(*filter.from) : QVariant(qint64(0))},
        {u":to_ms", filter.to ? toSql(*filter.to) : QVariant(std::numeric_limits<qint64>::max())}, {u":count", limit}}), entryFrom);
}

QByteArray lineOf(const AuditEntry &e)
{
    const QJsonObject json{{u"id"_s, e.id}, {u"at"_s, toIso(e.at)}, {u"who"_s, e.who}, {u"origin"_s, e.origin}, {u"action"_s, e.action},
        {u"subject"_s, e.subject}, {u"subject_id"_s, e.subjectId}, {u"conversation"_s, e.conversation ? QJsonValue(e.conversation->value) : QJsonValue()},
        {u"detail"_s, QJsonDocument::fromJson(e.detail.toUtf8()).object()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

FutureResult<QList<AuditEntry>> AuditStoreSql::page(const AuditFilter &filter, std::optional<qint64> before, int limit)
{
    return m_db.read<QList<AuditEntry>>([=](Connection &db) {
        return entries(db, u"select_audit", u":before", before.value_or(std::numeric_limits<qint64>::max()), filter, limit);
    }, ReadFrom::Server);
}

Result<> AuditStoreSql::jsonLines(const AuditFilter &filter, const std::function<bool(const QByteArray &)> &line)
{
    Connection db(m_db.dialect(), m_db.target(), true);
    TANDEM_TRY(db.open());
    for (qint64 after = 0;;) {
        const auto slice = entries(db, u"select_audit_after", u":after", after, filter, sliceSize);
        if (!slice) return failure(slice.error());
        for (const auto &entry : *slice) {
            if (!line(lineOf(entry))) return {};
        }
        if (slice->size() < sliceSize) return {};
        after = slice->last().id;
    }
}

} // namespace Tandem
