#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/sql/dialect.h"
#include "core/store/sql/session.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <initializer_list>
#include <memory>
#include <utility>

namespace Tandem {

class JsonRows;

/// One prepared statement, bound and run. Reset when it goes out of scope, so that it holds no read lock.
class Statement
{
public:
    Statement(Cursor *cursor, bool ok) : m_cursor(cursor), m_ok(ok) {}
    ~Statement()
    {
        if (m_cursor) m_cursor->finish();
    }
    Q_DISABLE_COPY(Statement)
    Statement(Statement &&other) noexcept : m_cursor(std::exchange(other.m_cursor, nullptr)), m_ok(other.m_ok) {}
    Statement &operator=(Statement &&) = delete;

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] Error error() const { return m_cursor->error(); }
    [[nodiscard]] bool next() { return m_ok && m_cursor->next(); }
    /// Steps; the error of a step that failed half-way is in error().
    [[nodiscard]] bool failedWhileReading() const { return m_ok && m_cursor->failed(); }
    [[nodiscard]] bool isNull(int column) const { return m_cursor->isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_cursor->integer(column); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_cursor->text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_cursor->bytes(column); }
    [[nodiscard]] int affected() const { return m_cursor->affected(); }

private:
    Cursor *m_cursor;
    bool m_ok;
};

using Bindings = std::initializer_list<std::pair<const char16_t *, QVariant>>;
using BoundValues = QList<std::pair<QString, QVariant>>;

/// A database connection of one thread with its statements prepared once. Statements are named by their file.
class Connection
{
public:
    Connection(const Dialect &dialect, const QString &target, bool readOnly);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Also after a loss: the connection is made anew, statements are prepared again when they are next used.
    [[nodiscard]] Result<> open() { return m_session->open(); }
    /// Runs resources/sql/…/queries/<name>.sql.
    [[nodiscard]] Statement run(const char16_t *name, Bindings bindings = {});
    /// Runs a batch statement whose only further parameter is `:rows`.
    [[nodiscard]] Statement run(const char16_t *name, const JsonRows &rows, Bindings bindings = {});
    /// A statement put together from fragments of the source, never from what came from outside; prepared once per text.
    [[nodiscard]] Statement runText(const QString &sql, const BoundValues &bindings);
    /// For a statement without rows: its number of changed rows.
    [[nodiscard]] Result<int> execute(const char16_t *name, Bindings bindings = {});
    [[nodiscard]] Result<> execute(const char16_t *name, const JsonRows &rows, Bindings bindings = {});
    /// Text that is not a file: pragmas, transaction control, migrations.
    [[nodiscard]] Result<> executeText(const QString &sql) { return m_session->executeText(sql); }
    [[nodiscard]] Result<QVariant> scalarText(const QString &sql) { return m_session->scalarText(sql); }
    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }
    /// The agent that `:me` stands for in statements; 1, the only one, until set.
    void setMe(AgentId me) { m_me = me; }
    void identify(); ///< asks a server who is logged in; 0: nobody of the team
    [[nodiscard]] AgentId me() const { return m_me; }
    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] bool isLost() const { return m_session->trouble() == Trouble::Lost; }
    void forget(); ///< drops prepared statements (the schema changes under them)

private:
    Cursor *cursor(const char16_t *name);
    Cursor *prepared(const QString &key, const QString &text);

    const Dialect &m_dialect;
    std::unique_ptr<Session> m_session;
    QHash<QString, Cursor *> m_cursors;
    QSet<const Cursor *> m_asksMe; ///< have a `:me`
    QStringList m_texts; ///< keys of statements that are no files, oldest first
    AgentId m_me{1};
};

} // namespace Tandem
