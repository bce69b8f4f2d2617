#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSqlDatabase;
class QSqlError;

namespace Tandem {

/// One statement group of a migration, in file order.
struct MigrationScript
{
    int version = 0;
    QString name;
    QStringList statements;
};

/// What differs between database engines: where SQL text comes from, how to connect, how errors read. Everything else
/// is shared. Stateless and thread-safe.
class Dialect
{
public:
    virtual ~Dialect() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< folder under resources/sql
    [[nodiscard]] virtual QString driver() const = 0; ///< Qt's name of the driver
    /// Session settings, run once on each new connection.
    [[nodiscard]] virtual QStringList sessionStatements(bool readOnly) const = 0;
    [[nodiscard]] virtual QString connectOptions(bool readOnly) const = 0;
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// A batch as one JSON parameter, in the type that the driver takes without converting it twice.
    [[nodiscard]] virtual QVariant jsonParameter(const QByteArray &json) const = 0;
    [[nodiscard]] virtual Error toError(const QSqlError &error) const = 0;

    /// Text of resources/sql/<name>/queries/<query>.sql, else of common/queries; empty when there is none.
    [[nodiscard]] QString query(const QString &query) const;
    [[nodiscard]] QList<MigrationScript> migrations() const; ///< ascending by version
};

[[nodiscard]] std::unique_ptr<Dialect> makeSqliteDialect();
[[nodiscard]] std::unique_ptr<Dialect> makePostgresDialect();

} // namespace Tandem
