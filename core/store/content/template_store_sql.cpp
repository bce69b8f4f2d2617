#include "core/store/content/template_store_sql.h"

#include "core/store/apply/message_row.h"
#include "core/store/content/template_overlay.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Result<QList<TemplateFact>> factsOf(Connection &db, const QString &wabaId)
{
    return collect<TemplateFact>(db.run(u"select_template_facts", {{u":waba_id", toSql(wabaId)}}), [](const Statement &row) {
        const auto told = row.integer(2);
        return TemplateFact{row.text(0), row.text(1), fromEpochMillis(told > 0 ? told : row.integer(3)), fromEpochMillis(row.integer(3)), objectAt(row, 4)};
    });
}

Result<> setSync(Writing &w, const QString &wabaId, const std::optional<UtcTime> &completed, const QString &errorText)
{
    const auto rows = w.db.execute(u"set_template_sync",
        {{u":waba_id", toSql(wabaId)}, {u":completed_ms", toSql(completed)}, {u":error_text", toSql(errorText)}});
    if (!rows) return failure(rows.error());
    w.changes.templates = true;
    return {};
}

} // namespace

FutureResult<QList<MessageTemplate>> TemplateStoreSql::all(const QString &wabaId)
{
    return m_db.read<QList<MessageTemplate>>([=](Connection &db) -> Result<QList<MessageTemplate>> {
        auto list = collect<MessageTemplate>(db.run(u"select_templates", {{u":waba_id", toSql(wabaId)}}), [&](const Statement &row) {
            return MessageTemplate{wabaId, row.text(2), row.text(0), row.text(1), row.text(3), row.text(4), row.text(5), row.text(6),
                row.flag(7), QJsonDocument::fromJson(row.text(8).toUtf8()).array(), fromEpochMillis(row.integer(9))};
        });
        if (!list) return list;
        const auto facts = factsOf(db, wabaId);
        if (!facts) return failure(facts.error());
        applyTemplateFacts(*list, *facts);
        return list;
    });
}

FutureResult<TemplateSync> TemplateStoreSql::sync(const QString &wabaId)
{
    return m_db.read<TemplateSync>([=](Connection &db) -> Result<TemplateSync> {
        auto row = db.run(u"select_template_sync", {{u":waba_id", toSql(wabaId)}});
        if (!row.next()) return failure(row.error());
        return TemplateSync{timeAt(row, 0), row.integer(2) > 0, row.text(1)};
    });
}

FutureResult<bool> TemplateStoreSql::replace(const QString &wabaId, const QList<MessageTemplate> &list)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto gone = w.db.execute(u"delete_templates", {{u":waba_id", toSql(wabaId)}});
        if (!gone) return failure(gone.error());
        JsonRows rows;
        QSet<std::pair<QString, QString>> seen; // two pages of a list that changed meanwhile may both name one
        for (auto it = list.crbegin(); it != list.crend(); ++it) {
            const auto &t = *it;
            if (seen.contains({t.name, t.language})) continue;
            seen.insert({t.name, t.language});
            rows.row().add(wabaId).add(t.name).add(t.language).add(t.platformId).add(t.category).add(t.status).add(t.quality)
                .add(t.rejectedReason).add(t.named).addUtf8(QJsonDocument(t.components).toJson(QJsonDocument::Compact))
                .add(toEpochMillis(t.syncedAt == UtcTime{} ? w.now : t.syncedAt));
        }
        if (!rows.isEmpty()) TANDEM_TRY(w.db.execute(u"insert_templates", rows));
        TANDEM_TRY(setSync(w, wabaId, w.now, {}));
        return true;
    });
}

FutureResult<bool> TemplateStoreSql::syncFailed(const QString &wabaId, const QString &errorText)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(setSync(w, wabaId, {}, errorText));
        return true;
    });
}

FutureResult<QHash<QString, QString>> TemplateStoreSql::lastValues(const QString &wabaId, const QString &name, const QString &language)
{
    using Values = QHash<QString, QString>;
    return m_db.read<Values>([=](Connection &db) -> Result<Values> {
        auto row = db.run(u"select_template_values", {{u":waba_id", toSql(wabaId)}, {u":name", toSql(name)}, {u":language", toSql(language)}});
        if (!row.ok()) return failure(row.error());
        Values values;
        if (!row.next()) return values;
        const auto body = objectAt(row, 0);
        for (auto it = body.begin(); it != body.end(); ++it) values.insert(it.key(), it->toString());
        return values;
    });
}

FutureResult<bool> TemplateStoreSql::setLastValues(
    const QString &wabaId, const QString &name, const QString &language, const QHash<QString, QString> &values)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        QJsonObject body;
        for (auto it = values.cbegin(); it != values.cend(); ++it) body[it.key()] = it.value();
        const auto rows = w.db.execute(u"set_template_values", {{u":waba_id", toSql(wabaId)}, {u":name", toSql(name)},
            {u":language", toSql(language)}, {u":body", QString::fromUtf8(compactJson(body))}});
        if (!rows) return failure(rows.error());
        return true;
    });
}

} // namespace Tandem
