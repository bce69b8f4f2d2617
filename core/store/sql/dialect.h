#pragma once

#include "core/base/result.h"
#include "core/store/sql/session.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace Tandem {

struct PostgresAddress;
struct SearchPhrase;

/// One statement group of a migration, in file order.
struct MigrationScript
{
    int version = 0;
    QString name;
    QStringList statements;
};

/// What differs between database engines: where SQL text comes from, how to connect, how transactions begin, how the
/// full-text index is written. Everything else is shared. Stateless and thread-safe.
class Dialect
{
public:
    virtual ~Dialect() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< folder under resources/sql
    [[nodiscard]] virtual bool isServer() const = 0; ///< connections may break, and others write at the same time
    [[nodiscard]] virtual std::unique_ptr<Session> makeSession(const QString &target, bool readOnly) const = 0;
    [[nodiscard]] virtual QString beginWrite() const = 0;
    [[nodiscard]] virtual QString beginRead() const = 0; ///< every statement sees the same state
    /// Keeps other programs from migrating at the same time, until the transaction ends; may be empty.
    [[nodiscard]] virtual QString lockMigrations() const = 0;
    /// What the full-text index stores for these tokens (separated by spaces).
    [[nodiscard]] virtual QByteArray indexText(const QByteArray &tokens) const = 0;
    [[nodiscard]] virtual QString matchText(const QList<SearchPhrase> &phrases) const = 0; ///< all of them have to be found

    /// Text of resources/sql/<name>/queries/<query>.sql, else of common/queries; empty when there is none.
    [[nodiscard]] QString query(const QString &query) const;
    [[nodiscard]] QList<MigrationScript> migrations() const; ///< ascending by version
};

[[nodiscard]] std::unique_ptr<Dialect> makeSqliteDialect();
[[nodiscard]] std::unique_ptr<Dialect> makePostgresDialect(const PostgresAddress &address);

} // namespace Tandem
