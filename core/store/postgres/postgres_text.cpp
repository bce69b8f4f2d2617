#include "core/store/postgres/postgres_text.h"

namespace Tandem {
namespace {

bool isNameCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The end of a quoted text or a comment that starts at `at`; `at` itself when there is none.
qsizetype skipped(const QByteArray &sql, qsizetype at)
{
    const auto upTo = [&](const char *end, qsizetype from) {
        const auto found = sql.indexOf(end, from);
        return found < 0 ? sql.size() : found + qsizetype(qstrlen(end));
    };
    if (sql[at] == '\'') return upTo("'", at + 1);
    if (sql[at] == '"') return upTo("\"", at + 1);
    if (sql[at] == '-' && at + 1 < sql.size() && sql[at + 1] == '-') return upTo("\n", at);
    if (sql[at] == ':' && at + 1 < sql.size() && sql[at + 1] == ':') return at + 2;
    return at;
}

} // namespace

PostgresText PostgresText::from(const QString &text)
{
    PostgresText result;
    const auto sql = text.toUtf8();
    for (qsizetype i = 0; i < sql.size();) {
        if (const auto end = skipped(sql, i); end != i) {
            result.sql.append(sql.constData() + i, end - i);
            i = end;
            continue;
        }
        if (sql[i] != ':' || i + 1 == sql.size() || !isNameCharacter(sql[i + 1])) {
            result.sql.append(sql[i++]);
            continue;
        }
        auto end = i + 1;
        while (end < sql.size() && isNameCharacter(sql[end])) ++end;
        const auto name = sql.mid(i, end - i);
        if (!result.names.contains(name)) result.names.append(name);
        result.sql.append('$').append(QByteArray::number(result.names.indexOf(name) + 1));
        i = end;
    }
    return result;
}

} // namespace Tandem
