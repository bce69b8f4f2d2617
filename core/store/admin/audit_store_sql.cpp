#include "core/store/admin/audit_store_sql.h"

#include "core/store/admin/audit_search.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

AuditEntry entryFrom(const Statement &row, bool named)
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
    if (!row.isNull(9)) e.number = NumberId{row.integer(9)};
    if (named) e.subjectName = row.text(10);
    return e;
}

constexpr int sliceSize = 1000;

enum class Side { Older, Newer };

/// Of one side of an entry: newer ones, oldest first, or older ones, newest first and with the names of their subjects.
Result<QList<AuditEntry>> entries(Connection &db, Side side, qint64 id, const AuditFilter &filter, int limit)
{
    const bool older = side == Side::Older;
    const auto read = [older](const Statement &row) { return entryFrom(row, older); };
    const auto *from = older ? u":before" : u":after";
    const auto begin = filter.from ? toSql(*filter.from) : QVariant(qint64(0));
    const auto end = filter.to ? toSql(*filter.to) : QVariant(std::numeric_limits<qint64>::max());
    const auto chat = toSql(filter.conversation.value_or(ConversationId{}));
    if (filter.text.trimmed().isEmpty()) {
        return collect<AuditEntry>(db.run(older ? u"select_audit" : u"select_audit_after", {{from, id}, {u":who", toSql(filter.who)},
            {u":action", toSql(filter.action)}, {u":conversation", chat}, {u":from_ms", begin}, {u":to_ms", end}, {u":count", limit}}), read);
    }
    const auto search = AuditSearch::of(db, filter.text);
    if (!search) return failure(search.error());
    return collect<AuditEntry>(db.run(older ? u"search_audit" : u"search_audit_after", search->traces, {{from, id}, {u":who", toSql(filter.who)},
        {u":action", toSql(filter.action)}, {u":conversation", chat}, {u":from_ms", begin}, {u":to_ms", end}, {u":text", search->exact},
        {u":typed", search->lower}, {u":folded", search->folded}, {u":count", limit}}), read);
}

QByteArray lineOf(const AuditEntry &e)
{
    const QJsonObject json{{u"id"_s, e.id}, {u"at"_s, toIso(e.at)}, {u"who"_s, e.who}, {u"origin"_s, e.origin}, {u"action"_s, e.action},
        {u"subject"_s, e.subject}, {u"subject_id"_s, e.subjectId},
        {u"number"_s, e.number ? QJsonValue(e.number->value) : QJsonValue()}, {u"conversation"_s, e.conversation ? QJsonValue(e.conversation->value) : QJsonValue()},
        {u"detail"_s, QJsonDocument::fromJson(e.detail.toUtf8()).object()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

FutureResult<QList<AuditEntry>> AuditStoreSql::page(const AuditFilter &filter, std::optional<qint64> before, int limit)
{
    return m_db.read<QList<AuditEntry>>([=](Connection &db) {
        return entries(db, Side::Older, before.value_or(std::numeric_limits<qint64>::max()), filter, limit);
    }, ReadFrom::Server);
}

Result<> AuditStoreSql::jsonLines(const AuditFilter &filter, const std::function<bool(const QByteArray &)> &line)
{
    Connection db(m_db.dialect(), m_db.target(), true);
    TANDEM_TRY(db.open());
    for (qint64 after = 0;;) {
        const auto slice = entries(db, Side::Newer, after, filter, sliceSize);
        if (!slice) return failure(slice.error());
        for (const auto &entry : *slice) {
            if (!line(lineOf(entry))) return {};
        }
        if (slice->size() < sliceSize) return {};
        after = slice->last().id;
    }
}

} // namespace Tandem
