#pragma once

#include "core/store/sql/session.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace Tandem {

/// A connection to a SQLite file; lives and dies in one thread.
class SqliteSession final : public Session
{
public:
    SqliteSession(const QString &path, bool readOnly);
    ~SqliteSession() override;
    Q_DISABLE_COPY_MOVE(SqliteSession)

    [[nodiscard]] Result<> open() override;
    [[nodiscard]] std::unique_ptr<Cursor> cursor(const QString &sql) override;
    [[nodiscard]] Result<> executeText(const QString &sql) override;
    [[nodiscard]] Result<QVariant> scalarText(const QString &sql) override;

private:
    QString m_path;
    QString m_name;
    bool m_readOnly;
    std::unique_ptr<QSqlDatabase> m_database;
    std::unique_ptr<QSqlQuery> m_control; ///< transaction control without a cache look-up
};

[[nodiscard]] Error sqliteError(const QSqlError &error);

} // namespace Tandem
