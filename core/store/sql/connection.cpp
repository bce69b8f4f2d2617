#include "core/store/sql/connection.h"

#include "core/base/log.h"
#include "core/store/sql/json_rows.h"

#include <QRegularExpression>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace Tandem {

Statement::~Statement()
{
    if (m_query) m_query->finish();
}

Error Statement::error() const
{
    auto error = m_dialect->toError(m_query->lastError());
    return error;
}

bool Statement::failedWhileReading() const
{
    return m_ok && m_query->lastError().isValid();
}

Connection::Connection(const Dialect &dialect, const QString &target, bool readOnly)
    : m_dialect(dialect), m_target(target), m_readOnly(readOnly)
{
    static std::atomic<quint64> serial{0};
    m_name = u"tandem-store-"_s + QString::number(++serial);
}

Connection::~Connection()
{
    forget();
    m_control.reset();
    if (m_database) m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::forget()
{
    qDeleteAll(m_prepared);
    m_prepared.clear();
    m_asksMe.clear();
}

Result<> Connection::open()
{
    m_database = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(m_dialect.driver(), m_name));
    m_database->setDatabaseName(m_target);
    m_database->setConnectOptions(m_dialect.connectOptions(m_readOnly));
    if (!m_database->open()) return failure(m_dialect.toError(m_database->lastError()));
    m_control = std::make_unique<QSqlQuery>(*m_database);
    for (const auto &sql : m_dialect.sessionStatements(m_readOnly)) TANDEM_TRY(executeText(sql));
    return {};
}

QSqlQuery *Connection::prepared(const char16_t *name, bool *ok)
{
    const auto key = QString::fromUtf16(name);
    *ok = true;
    auto *query = m_prepared.value(key);
    if (query && !m_broken.contains(key)) return query;
    if (!query) {
        query = new QSqlQuery(*m_database);
        query->setForwardOnly(true);
        m_prepared.insert(key, query);
    }
    const auto text = m_dialect.query(key);
    Q_ASSERT_X(!text.isEmpty(), "Connection", qPrintable(u"no SQL file for "_s + key));
    static const QRegularExpression me(u":me\\b"_s);
    if (text.contains(me)) m_asksMe.insert(query);
    *ok = query->prepare(text);
    if (*ok) {
        m_broken.remove(key);
    } else {
        m_broken.insert(key); // the next call tries again
    }
    return query;
}

Statement Connection::run(const char16_t *name, Bindings bindings)
{
    bool ok = false;
    auto *query = prepared(name, &ok);
    if (ok) {
        if (m_asksMe.contains(query)) query->bindValue(u":me"_s, m_me.value);
        for (const auto &[key, value] : bindings) query->bindValue(QString::fromUtf16(key), value);
        ok = query->exec();
    }
    if (!ok) {
        qCWarning(lcStore).noquote() << "statement failed:" << QString::fromUtf16(name)
                                     << query->lastError().nativeErrorCode();
    }
    return {query, &m_dialect, ok};
}

Statement Connection::run(const char16_t *name, const JsonRows &rows, Bindings bindings)
{
    bool ok = false;
    if (auto *query = prepared(name, &ok); ok) query->bindValue(u":rows"_s, m_dialect.jsonParameter(rows.json()));
    return run(name, bindings);
}

Result<int> Connection::execute(const char16_t *name, Bindings bindings)
{
    const auto statement = run(name, bindings);
    if (!statement.ok()) return failure(statement.error());
    return statement.affected();
}

Result<> Connection::execute(const char16_t *name, const JsonRows &rows, Bindings bindings)
{
    if (rows.isEmpty()) return {};
    const auto statement = run(name, rows, bindings);
    if (!statement.ok()) return failure(statement.error());
    return {};
}

Result<> Connection::executeText(const QString &sql)
{
    if (!m_control->exec(sql)) return failure(m_dialect.toError(m_control->lastError()));
    m_control->finish();
    return {};
}

Result<QVariant> Connection::scalarText(const QString &sql)
{
    if (!m_control->exec(sql)) return failure(m_dialect.toError(m_control->lastError()));
    const bool found = m_control->next();
    const auto value = found ? m_control->value(0) : QVariant();
    const auto error = m_control->lastError();
    m_control->finish();
    if (!found && error.isValid()) return failure(m_dialect.toError(error));
    return value;
}

} // namespace Tandem
