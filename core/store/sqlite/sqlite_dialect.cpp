#include "core/store/search/search_text.h"
#include "core/store/sql/dialect.h"
#include "core/store/sqlite/sqlite_session.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

class SqliteDialect final : public Dialect
{
public:
    QString name() const override { return u"sqlite"_s; }
    bool isServer() const override { return false; }
    std::unique_ptr<Session> makeSession(const QString &target, bool readOnly) const override
    {
        return std::make_unique<SqliteSession>(target, readOnly);
    }
    QString beginWrite() const override { return u"BEGIN IMMEDIATE"_s; }
    QString beginRead() const override { return u"BEGIN"_s; }
    QString lockMigrations() const override { return {}; } // BEGIN IMMEDIATE does it
    QByteArray indexText(const QByteArray &tokens) const override { return tokens; }
    QString matchText(const QList<SearchPhrase> &phrases) const override
    {
        QString expression;
        for (const auto &phrase : phrases) {
            if (!expression.isEmpty()) expression += u' ';
            expression += u'"' + QString::fromUtf8(phrase.tokens.join(' ')) + (phrase.byPrefix ? u"\"*"_s : u"\""_s);
        }
        return expression;
    }
};

} // namespace

std::unique_ptr<Dialect> makeSqliteDialect() { return std::make_unique<SqliteDialect>(); }

} // namespace Tandem
