#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql/dialect.h"

#include <QHash>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <initializer_list>
#include <memory>
#include <utility>

namespace Tandem {

class JsonRows;

/// One prepared statement, bound and stepped. Reset when it goes out of scope, so that it holds no read lock.
class Statement
{
public:
    Statement(QSqlQuery *query, const Dialect *dialect, bool ok) : m_query(query), m_dialect(dialect), m_ok(ok) {}
    ~Statement();
    Q_DISABLE_COPY(Statement)
    Statement(Statement &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)), m_dialect(other.m_dialect), m_ok(other.m_ok) {}
    Statement &operator=(Statement &&) = delete;

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] Error error() const;
    [[nodiscard]] bool next() { return m_ok && m_query->next(); }
    /// Steps; the error of a step that failed half-way is in error().
    [[nodiscard]] bool failedWhileReading() const;
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] int affected() const { return m_query->numRowsAffected(); }

private:
    QSqlQuery *m_query;
    const Dialect *m_dialect;
    bool m_ok;
};

using Bindings = std::initializer_list<std::pair<const char16_t *, QVariant>>;

/// A database connection of one thread with its statements prepared once. Statements are named by their file.
class Connection
{
public:
    Connection(const Dialect &dialect, const QString &target, bool readOnly);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] Result<> open();
    /// Runs resources/sql/…/queries/<name>.sql.
    [[nodiscard]] Statement run(const char16_t *name, Bindings bindings = {});
    /// Runs a batch statement whose only further parameter is `:rows`.
    [[nodiscard]] Statement run(const char16_t *name, const JsonRows &rows, Bindings bindings = {});
    /// For a statement without rows: its number of changed rows.
    [[nodiscard]] Result<int> execute(const char16_t *name, Bindings bindings = {});
    [[nodiscard]] Result<> execute(const char16_t *name, const JsonRows &rows, Bindings bindings = {});
    /// Text that is not a file: pragmas, transaction control, migrations.
    [[nodiscard]] Result<> executeText(const QString &sql);
    [[nodiscard]] Result<QVariant> scalarText(const QString &sql);
    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    /// The agent that `:me` stands for in statements; 1, the only one, until set.
    void setMe(AgentId me) { m_me = me; }
    [[nodiscard]] AgentId me() const { return m_me; }
    void forget(); ///< drops prepared statements (the schema changes under them)

private:
    QSqlQuery *prepared(const char16_t *name, bool *ok);

    const Dialect &m_dialect;
    QString m_target;
    QString m_name;
    bool m_readOnly;
    std::unique_ptr<QSqlDatabase> m_database;
    std::unique_ptr<QSqlQuery> m_control; ///< transaction control without a cache look-up
    QHash<QString, QSqlQuery *> m_prepared;
    AgentId m_me{1};
    QSet<const QSqlQuery *> m_asksMe; ///< have a `:me`
    QSet<QString> m_broken; ///< could not be prepared when last tried
};

} // namespace Tandem
