#include "core/store/postgres/postgres_address.h"
#include "core/store/postgres/postgres_session.h"
#include "core/store/search/search_text.h"
#include "core/store/sql/dialect.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qsizetype longestLexeme = 2046; // the server's limit, in bytes

/// A token as tsvector and tsquery read it.
QByteArray quoted(QByteArray token)
{
    if (token.size() > longestLexeme) { // cut the same way in text and query, between characters
        auto end = longestLexeme;
        while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xc0) == 0x80) --end;
        token.truncate(end);
    }
    token.replace('\\', "\\\\").replace('\'', "''");
    return '\'' + token + '\'';
}

class PostgresDialect final : public Dialect
{
public:
    explicit PostgresDialect(const PostgresAddress &address) : m_address(address) {}
    QString name() const override { return u"postgres"_s; }
    bool isServer() const override { return true; }
    std::unique_ptr<Session> makeSession(const QString &, bool readOnly) const override
    {
        return std::make_unique<PostgresSession>(m_address, readOnly);
    }
    QString beginWrite() const override { return u"BEGIN"_s; }
    QString beginRead() const override { return u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s; }
    QString lockMigrations() const override { return u"SELECT pg_advisory_xact_lock(7463326, 1)"_s; } // "tandem" by the keys of a phone
    /// The positions are ours: the server's parser would split the tokens again in its own way.
    QByteArray indexText(const QByteArray &tokens) const override
    {
        QByteArray vector;
        int position = 0;
        for (const auto &token : tokens.split(' ')) vector += quoted(token) + ':' + QByteArray::number(std::min(++position, 16383)) + ' ';
        return vector;
    }
    QString matchText(const QList<SearchPhrase> &phrases) const override
    {
        QByteArrayList all;
        for (const auto &phrase : phrases) {
            QByteArrayList words;
            for (const auto &token : phrase.tokens) words.append(quoted(token));
            all.append('(' + words.join(" <-> ") + (phrase.byPrefix ? ":*)" : ")"));
        }
        return QString::fromUtf8(all.join(" & "));
    }

private:
    PostgresAddress m_address;
};

} // namespace

std::unique_ptr<Dialect> makePostgresDialect(const PostgresAddress &address) { return std::make_unique<PostgresDialect>(address); }

} // namespace Tandem
