#include "core/store/rooms/link_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString freshToken()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex());
}

QString toJson(const QList<LinkCandidate> &candidates)
{
    QJsonArray array;
    for (const auto &c : candidates) {
        array.append(QJsonObject{{u"phone_number_id"_s, c.phoneNumberId}, {u"display_phone"_s, c.displayPhone},
            {u"verified_name"_s, c.verifiedName}, {u"on_biz_app"_s, c.onBizApp}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

LinkRequest requestFrom(const Statement &row)
{
    LinkRequest r;
    r.id = LinkRequestId{row.integer(0)};
    r.state = row.text(1);
    r.step = wordAt(row, 2, LinkStep::Failed);
    r.failure = wordAt(row, 3, LinkFailure::None);
    r.errorText = row.text(4);
    r.platformCode = int(row.integer(5));
    r.pageUrl = row.text(6);
    r.wabaId = row.text(7);
    r.phoneNumberId = row.text(8);
    for (const auto &value : QJsonDocument::fromJson(row.text(9).toUtf8()).array()) {
        r.candidates.append({value[u"phone_number_id"_s].toString(), value[u"display_phone"_s].toString(),
            value[u"verified_name"_s].toString(), value[u"on_biz_app"_s].toBool()});
    }
    r.createdAt = fromEpochMillis(row.integer(10));
    r.updatedAt = fromEpochMillis(row.integer(11));
    r.contactsRequested = row.flag(12);
    r.historyRequested = row.flag(13);
    r.contactsRequestId = row.text(14);
    r.historyRequestId = row.text(15);
    return r;
}

Result<LinkRequest> only(Result<QList<LinkRequest>> found)
{
    if (!found) return failure(found.error());
    if (found->isEmpty()) {
        return failure(ErrorCode::NotFound, QCoreApplication::translate("Store", "This link request is not known here."));
    }
    return found->first();
}

} // namespace

FutureResult<LinkRequestId> LinkStoreSql::create()
{
    const auto token = freshToken();
    return m_db.write<LinkRequestId>(Lane::Urgent, [=](Writing &w) -> Result<LinkRequestId> {
        auto inserted = w.db.run(u"insert_link", {{u":state", token}, {u":now_ms", toSql(w.now)}});
        if (!inserted.next()) return failure(inserted.error());
        w.changes.linkRequests = true;
        return LinkRequestId{inserted.integer(0)};
    });
}

FutureResult<LinkRequest> LinkStoreSql::get(LinkRequestId id)
{
    return m_db.read<LinkRequest>([=](Connection &db) {
        return only(collect<LinkRequest>(db.run(u"select_link_by_id", {{u":id", toSql(id)}}), requestFrom));
    });
}

FutureResult<LinkRequest> LinkStoreSql::byState(const QString &state)
{
    return m_db.read<LinkRequest>([=](Connection &db) {
        return only(collect<LinkRequest>(db.run(u"select_link_by_state", {{u":state", toSql(state)}}), requestFrom));
    });
}

FutureResult<QList<LinkRequest>> LinkStoreSql::unfinished()
{
    return m_db.read<QList<LinkRequest>>(
        [](Connection &db) { return collect<LinkRequest>(db.run(u"select_links_unfinished"), requestFrom); });
}

FutureResult<bool> LinkStoreSql::update(const LinkRequest &r, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [r, fence](Writing &w) -> Result<bool> {
        const auto clock = databaseTime(w.db, w.now);
        if (!clock) return failure(clock.error());
        const auto rows = w.db.execute(u"update_link", {{u":id", toSql(r.id)}, {u":step", word(r.step)},
            {u":failure", word(r.failure)}, {u":error_text", toSql(r.errorText)}, {u":platform_code", r.platformCode},
            {u":page_url", toSql(r.pageUrl)}, {u":waba_id", toSql(r.wabaId)}, {u":phone_number_id", toSql(r.phoneNumberId)},
            {u":candidates", toJson(r.candidates)}, {u":now_ms", toSql(w.now)},
            {u":contacts_requested", toSql(r.contactsRequested)}, {u":history_requested", toSql(r.historyRequested)},
            {u":contacts_request_id", toSql(r.contactsRequestId)}, {u":history_request_id", toSql(r.historyRequestId)},
            {u":fence", fence}, {u":clock_ms", toSql(*clock)}});
        if (!rows) return failure(rows.error());
        w.changes.linkRequests = true;
        return *rows > 0;
    });
}

FutureResult<bool> LinkStoreSql::choose(LinkRequestId id, const QString &phoneNumberId)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"choose_link_number",
            {{u":id", toSql(id)}, {u":phone_number_id", toSql(phoneNumberId)}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.linkRequests = true;
        return *rows > 0;
    });
}

FutureResult<bool> LinkStoreSql::cancel(LinkRequestId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"cancel_link", {{u":id", toSql(id)}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.linkRequests = true;
        return *rows > 0;
    });
}

} // namespace Tandem
