#include "core/store/sql/connection.h"

#include "core/base/log.h"
#include "core/store/sql/json_rows.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int maxTexts = 64; ///< shapes of views that one desk looks at in a day, and some

} // namespace

Connection::Connection(const Dialect &dialect, const QString &target, bool readOnly)
    : m_dialect(dialect), m_session(dialect.makeSession(target, readOnly))
{
}

Connection::~Connection() { forget(); }

void Connection::forget()
{
    qDeleteAll(m_cursors);
    m_cursors.clear();
    m_asksMe.clear();
    m_texts.clear();
}

void Connection::identify()
{
    if (!m_dialect.isServer()) return;
    const auto id = scalarText(m_dialect.query(u"select_me"_s));
    m_me = AgentId{id ? id->toLongLong() : 0};
}

Cursor *Connection::cursor(const char16_t *name)
{
    const auto key = QString::fromUtf16(name);
    if (auto *known = m_cursors.value(key)) return known;
    const auto text = m_dialect.query(key);
    Q_ASSERT_X(!text.isEmpty(), "Connection", qPrintable(u"no SQL file for "_s + key));
    return prepared(key, text);
}

Cursor *Connection::prepared(const QString &key, const QString &text)
{
    auto *fresh = m_session->cursor(text).release();
    m_cursors.insert(key, fresh);
    static const QRegularExpression me(u":me\\b"_s);
    if (text.contains(me)) m_asksMe.insert(fresh);
    return fresh;
}

Statement Connection::runText(const QString &sql, const BoundValues &bindings)
{
    auto *statement = m_cursors.value(sql);
    if (!statement) {
        m_texts.append(sql);
        if (m_texts.size() > maxTexts) {
            auto *oldest = m_cursors.take(m_texts.takeFirst());
            m_asksMe.remove(oldest);
            delete oldest;
        }
        statement = prepared(sql, sql);
    }
    if (m_asksMe.contains(statement)) statement->bind(u":me"_s, m_me.value);
    for (const auto &[key, value] : bindings) statement->bind(key, value);
    const bool ok = statement->exec();
    if (!ok) qCWarning(lcStore).noquote() << "a built statement failed:" << statement->error().detail.section(u':', 0, 0);
    return {statement, ok};
}

Statement Connection::run(const char16_t *name, Bindings bindings)
{
    auto *statement = cursor(name);
    if (m_asksMe.contains(statement)) statement->bind(u":me"_s, m_me.value);
    for (const auto &[key, value] : bindings) statement->bind(QString::fromUtf16(key), value);
    const bool ok = statement->exec();
    const auto trouble = m_session->trouble();
    const bool repeated = trouble == Trouble::Clash || trouble == Trouble::Conflict; // the transaction is tried again
    if (!ok && !repeated) {
        qCWarning(lcStore).noquote() << "statement failed:" << QString::fromUtf16(name)
                                     << statement->error().detail.section(u':', 0, 0);
    }
    return {statement, ok};
}

Statement Connection::run(const char16_t *name, const JsonRows &rows, Bindings bindings)
{
    cursor(name)->bind(u":rows"_s, rows.json());
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

} // namespace Tandem
