#include "app/sandbox/world/template_book.h"

#include "app/sandbox/world/json.h"

#include <QFile>
#include <QRegularExpression>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QJsonObject Template::component(const QString &type) const
{
    for (const QJsonValue &value : components) {
        const QJsonObject row = value.toObject();
        if (row[u"type"].toString() == type) return row;
    }
    return {};
}

QJsonObject Template::json() const
{
    QJsonObject row{{u"id"_s, id}, {u"name"_s, name}, {u"language"_s, language}, {u"category"_s, category},
        {u"status"_s, status}, {u"parameter_format"_s, named ? u"NAMED"_s : u"POSITIONAL"_s},
        {u"components"_s, components}, {u"quality_score"_s, QJsonObject{{u"score"_s, quality}}},
        {u"rejected_reason"_s, rejectedReason.isEmpty() ? u"NONE"_s : rejectedReason}};
    put(row, u"previous_category"_s, previousCategory);
    return row;
}

Template Template::from(const QJsonObject &row)
{
    Template entry;
    entry.id = row[u"id"].toString();
    entry.name = row[u"name"].toString();
    entry.language = row[u"language"].toString();
    entry.category = row[u"category"].toString(u"UTILITY"_s);
    entry.status = row[u"status"].toString(u"APPROVED"_s);
    entry.quality = row[u"quality_score"].toObject()[u"score"].toString(u"UNKNOWN"_s);
    entry.rejectedReason = row[u"rejected_reason"].toString();
    if (entry.rejectedReason == "NONE"_L1) entry.rejectedReason.clear();
    entry.previousCategory = row[u"previous_category"].toString();
    entry.named = row[u"parameter_format"].toString().compare("named"_L1, Qt::CaseInsensitive) == 0;
    entry.components = row[u"components"].toArray();
    return entry;
}

QStringList Template::placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"\\{\\{\\s*([A-Za-z0-9_]+)\\s*\\}\\}"_s);
    QStringList names;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name)) names.append(name);
    }
    return names;
}

QList<Template> &TemplateBook::of(const QString &wabaId)
{
    const auto known = m_books.find(wabaId);
    if (known != m_books.end()) return *known;
    QList<Template> fresh;
    QFile file(u":/sandbox/scenario/templates.json"_s);
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        for (const QJsonValue &row : rows)
            fresh.append(Template::from(row.toObject()));
    }
    return *m_books.insert(wabaId, fresh);
}

Template *TemplateBook::find(const QString &wabaId, const QString &name, const QString &language)
{
    for (Template &entry : of(wabaId)) {
        if (entry.name == name && entry.language == language) return &entry;
    }
    return nullptr;
}

Template *TemplateBook::byId(const QString &id, QString *wabaId)
{
    for (auto book = m_books.begin(); book != m_books.end(); ++book) {
        for (Template &entry : *book) {
            if (entry.id != id) continue;
            if (wabaId != nullptr) *wabaId = book.key();
            return &entry;
        }
    }
    return nullptr;
}

QJsonObject TemplateBook::save() const
{
    QJsonObject state;
    for (auto book = m_books.begin(); book != m_books.end(); ++book) {
        if (m_versions.value(book.key()) == 0) continue; // the shop's own, untouched
        QJsonArray rows;
        for (const Template &entry : *book)
            rows.append(entry.json());
        state.insert(book.key(), QJsonObject{{u"version"_s, m_versions.value(book.key())}, {u"templates"_s, rows}});
    }
    return state;
}

void TemplateBook::restore(const QJsonObject &state)
{
    for (auto it = state.begin(); it != state.end(); ++it) {
        const QJsonObject book = it.value().toObject();
        QList<Template> rows;
        const QJsonArray saved = book[u"templates"].toArray();
        for (const QJsonValue &row : saved)
            rows.append(Template::from(row.toObject()));
        m_books.insert(it.key(), rows);
        m_versions.insert(it.key(), book[u"version"].toInt());
    }
}

} // namespace Tandem::Sandbox
