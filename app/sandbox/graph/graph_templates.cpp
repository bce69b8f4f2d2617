#include "app/sandbox/graph/graph_templates.h"

#include "app/sandbox/graph/check/shape.h"
#include "app/sandbox/graph/graph_api.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/notices.h"

#include <QRegularExpression>
#include <QTimer>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int reviewMs = 1200;

GraphTemplates::GraphTemplates(const GraphParts &parts, QObject *parent)
    : QObject(parent)
    , m_world(parts.world)
    , m_chaos(parts.chaos)
    , m_notices(parts.notices)
{
}

static QJsonObject only(const QJsonObject &row, const QString &fields)
{
    const QString wanted
        = fields.isEmpty() ? u"name,parameter_format,components,language,status,category,previous_category"_s : fields;
    QJsonObject some{{u"id"_s, row[u"id"]}};
    for (const QString &field : wanted.split(u',', Qt::SkipEmptyParts)) {
        const QString name = field.trimmed();
        if (row.contains(name)) some.insert(name, row[name]);
    }
    return some;
}

QString GraphTemplates::cursor(const QString &wabaId, qsizetype at) const
{
    const QString text = u"%1/%2/%3"_s.arg(wabaId).arg(m_world.templates.version(wabaId)).arg(at);
    return QString::fromLatin1(
        text.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

qsizetype GraphTemplates::place(const QString &wabaId, const QString &cursor) const
{
    const QString text = QString::fromLatin1(
        QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    const QStringList part = text.split(u'/');
    if (part.size() != 3 || part[0] != wabaId || part[1].toInt() != m_world.templates.version(wabaId)) return -1;
    return part[2].toInt();
}

void GraphTemplates::edge(const Exchange &exchange, const Account &account)
{
    if (exchange.is("GET")) return list(exchange, account);
    if (exchange.is("POST")) return create(exchange, account);
    if (exchange.is("DELETE")) return remove(exchange, account);
    refuse(exchange, GraphError::of(100, u"Unsupported request"_s));
}

void GraphTemplates::list(const Exchange &exchange, const Account &account)
{
    QList<QJsonObject> rows;
    for (const Template &entry : m_world.templates.of(account.wabaId)) {
        const auto fits = [&](QByteArrayView name, const QString &value) {
            const QString wanted = exchange.query(name);
            return wanted.isEmpty() || wanted.compare(value, Qt::CaseInsensitive) == 0;
        };
        if (fits("status", entry.status) && fits("name", entry.name) && fits("language", entry.language)
            && fits("category", entry.category))
            rows.append(only(entry.json(), exchange.query("fields")));
    }
    qsizetype from = 0;
    if (const QString after = exchange.query("after"); !after.isEmpty()) {
        from = m_chaos.strikes(u"stale_cursor"_s) ? -1 : place(account.wabaId, after);
        if (from < 0)
            return refuse(exchange, GraphError::of(131059, u"The cursor is no longer valid; start without one."_s));
    }
    bool ok = false;
    int limit = exchange.query("limit").toInt(&ok);
    if (!ok) limit = 25;
    if (limit < 1 || limit > 1000) return refuse(exchange, GraphError::of(100, u"limit must be 1 to 1000"_s));
    QJsonArray data;
    const qsizetype until = std::min<qsizetype>(rows.size(), from + limit);
    for (qsizetype i = from; i < until; ++i)
        data.append(rows[i]);
    QJsonObject paging;
    if (!data.isEmpty())
        paging.insert(u"cursors"_s,
            QJsonObject{{u"before"_s, cursor(account.wabaId, from)}, {u"after"_s, cursor(account.wabaId, until)}});
    if (until < rows.size())
        paging.insert(u"next"_s,
            u"https://graph.facebook.com%1?limit=%2&after=%3"_s.arg(exchange.path())
                .arg(limit)
                .arg(cursor(account.wabaId, until)));
    exchange.json({{u"data"_s, data}, {u"paging"_s, paging}});
}

bool GraphTemplates::object(const Exchange &exchange, const QString &id)
{
    const Template *entry = m_world.templates.byId(id);
    if (entry == nullptr || !exchange.is("GET")) return false;
    exchange.json(only(entry->json(), exchange.query("fields")));
    return true;
}

void GraphTemplates::create(const Exchange &exchange, const Account &account)
{
    Template entry = Template::from(exchange.input());
    static const QRegularExpression plain(u"^[a-z0-9_]{1,512}$"_s);
    static const QStringList categories{u"MARKETING"_s, u"UTILITY"_s, u"AUTHENTICATION"_s};
    if (!plain.match(entry.name).hasMatch())
        return refuse(exchange, GraphError::of(100, u"name may hold lower-case letters, digits and _ only"_s));
    if (entry.language.isEmpty() || !categories.contains(entry.category) || entry.component(u"BODY"_s).isEmpty())
        return refuse(exchange, GraphError::of(100, u"language, category and a BODY are required"_s));
    if (m_world.templates.find(account.wabaId, entry.name, entry.language) != nullptr)
        return refuse(exchange, GraphError::of(100, u"There is already content in this language"_s));
    entry.id = u"16"_s + m_world.numericId(u"template/"_s + account.wabaId + entry.name + entry.language, 14);
    entry.status = u"PENDING"_s;
    m_world.templates.of(account.wabaId).append(entry);
    m_world.templates.changed(account.wabaId);
    m_world.touch();
    QTimer::singleShot(reviewMs, this, [this, waba = account.wabaId, name = entry.name, language = entry.language] {
        Account *same = m_world.accountByWaba(waba);
        if (same != nullptr)
            (void)m_notices.changeTemplate(
                *same, {{u"name"_s, name}, {u"language"_s, language}, {u"status"_s, u"APPROVED"_s}});
    });
    exchange.json({{u"id"_s, entry.id}, {u"status"_s, u"PENDING"_s}, {u"category"_s, entry.category}});
}

void GraphTemplates::remove(const Exchange &exchange, const Account &account)
{
    const QString name = exchange.query("name");
    const qsizetype gone
        = m_world.templates.of(account.wabaId).removeIf([&](const Template &entry) { return entry.name == name; });
    if (gone == 0) return refuse(exchange, GraphError::of(100, u"Message template not found"_s));
    m_world.templates.changed(account.wabaId);
    m_world.touch();
    exchange.json({{u"success"_s, true}});
}

} // namespace Tandem::Sandbox
