#include "core/store/team/label_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Tandem {
namespace {

constexpr int nameLength = 60;
constexpr int namedChanges = 500; ///< conversations told one by one; more are read anew

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

Result<QList<Label>> labels(Connection &db)
{
    auto all = collect<Label>(db.run(u"select_labels"),
        [](const Statement &row) { return Label{LabelId{row.integer(0)}, row.text(1), int(row.integer(2))}; });
    if (!all) return all;
    std::sort(all->begin(), all->end(), [](const Label &a, const Label &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return all;
}

Result<LabelId> saved(Writing &w, const Label &label)
{
    TANDEM_TRY(TeamRights(w.db).needLead());
    const auto name = label.name.simplified().left(nameLength);
    if (name.isEmpty()) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "A label needs a name.")));
    const auto known = labels(w.db);
    if (!known) return failure(known.error());
    for (const auto &other : *known) {
        if (other.id != label.id && other.name.compare(name, Qt::CaseInsensitive) == 0) {
            return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "Another label has this name.")));
        }
    }
    w.changes.team = true;
    if (label.id) {
        const auto rows = w.db.execute(u"update_label", {{u":id", toSql(label.id)}, {u":name", toSql(name)}, {u":color_index", label.colorIndex}});
        if (!rows) return failure(rows.error());
        if (*rows == 0) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This label was deleted.")));
        return label.id;
    }
    auto row = w.db.run(u"insert_label", {{u":name", toSql(name)}, {u":color_index", label.colorIndex}});
    if (!row.next()) return failure(row.error());
    return LabelId{row.integer(0)};
}

/// Tells readers which rows bear this label, before it goes.
Result<> tellBearers(Writing &w, LabelId label)
{
    const auto bearers = collect<ConversationId>(w.db.run(u"select_conversations_of_label", {{u":id", toSql(label)}, {u":count", namedChanges + 1}}),
        [](const Statement &row) { return ConversationId{row.integer(0)}; });
    if (!bearers) return failure(bearers.error());
    if (bearers->size() > namedChanges) {
        w.changes.all = true;
    } else {
        for (const auto id : *bearers) w.changes.conversations.insert(id);
    }
    w.changes.team = true;
    return {};
}

bool replaceLabel(Condition &condition, LabelId into, LabelId other)
{
    bool any = false;
    for (auto &part : condition.parts) any |= replaceLabel(part, into, other);
    if (condition.kind != Condition::Kind::Test || condition.field != Condition::Field::Label || condition.value != QString::number(other.value)) return any;
    condition.value = QString::number(into.value);
    return true;
}

/// Saved views that ask for the label which goes ask for the one that stays.
Result<> followInViews(Writing &w, LabelId into, LabelId other)
{
    QHash<qint64, QString> conditions;
    {
        auto row = w.db.run(u"select_views");
        if (!row.ok()) return failure(row.error());
        while (row.next()) conditions.insert(row.integer(0), row.text(5));
    }
    for (auto it = conditions.cbegin(); it != conditions.cend(); ++it) {
        auto condition = conditionFromJson(QJsonDocument::fromJson(it->toUtf8()).object());
        if (!condition || !replaceLabel(*condition, into, other)) continue;
        const auto json = QString::fromUtf8(QJsonDocument(toJson(*condition)).toJson(QJsonDocument::Compact));
        const auto rows = w.db.execute(u"set_view_condition", {{u":id", it.key()}, {u":condition", json}});
        if (!rows) return failure(rows.error());
    }
    return {};
}

} // namespace

FutureResult<QList<Label>> LabelStoreSql::all()
{
    return m_db.read<QList<Label>>([](Connection &db) { return labels(db); });
}

FutureResult<QHash<LabelId, int>> LabelStoreSql::usage()
{
    return m_db.read<QHash<LabelId, int>>([](Connection &db) -> Result<QHash<LabelId, int>> {
        auto row = db.run(u"count_labels");
        if (!row.ok()) return failure(row.error());
        QHash<LabelId, int> counts;
        while (row.next()) counts.insert(LabelId{row.integer(0)}, int(row.integer(1)));
        return counts;
    });
}

FutureResult<LabelId> LabelStoreSql::save(const Label &label)
{
    return m_db.write<LabelId>(Lane::Urgent, [=](Writing &w) { return saved(w, label); });
}

FutureResult<bool> LabelStoreSql::remove(LabelId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(TeamRights(w.db).needLead());
        TANDEM_TRY(tellBearers(w, id));
        const auto rows = w.db.execute(u"delete_label", {{u":id", toSql(id)}});
        if (!rows) return failure(rows.error());
        return *rows > 0;
    });
}

FutureResult<bool> LabelStoreSql::merge(LabelId into, LabelId other)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(TeamRights(w.db).needLead());
        const auto known = labels(w.db);
        if (!known) return failure(known.error());
        const auto has = [&](LabelId id) { return std::any_of(known->cbegin(), known->cend(), [id](const Label &label) { return label.id == id; }); };
        if (into == other || !has(into) || !has(other)) return false;
        TANDEM_TRY(tellBearers(w, other));
        for (const auto *sql : {u"merge_labels", u"merge_label_rules"}) {
            const auto rows = w.db.execute(sql, {{u":into", toSql(into)}, {u":other", toSql(other)}});
            if (!rows) return failure(rows.error());
        }
        TANDEM_TRY(followInViews(w, into, other));
        const auto rows = w.db.execute(u"delete_label", {{u":id", toSql(other)}});
        if (!rows) return failure(rows.error());
        return true;
    });
}

FutureResult<bool> LabelStoreSql::setOn(ConversationId id, LabelId label, bool on)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(on ? u"set_label" : u"unset_label", {{u":id", toSql(id)}, {u":label", toSql(label)}});
        if (!rows) return failure(rows.error());
        if (*rows > 0) w.changes.conversations.insert(id);
        return *rows > 0;
    });
}

} // namespace Tandem
