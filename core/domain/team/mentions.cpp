#include "core/domain/team/mentions.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr qsizetype longestName = 80;

bool isLoginLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool continuesAddress(QChar c) { return isLoginLetter(c) || c == u'.' || c == u'-' || c == u'+' || c == u'%'; }
bool isQuote(QChar c) { return c == u'"' || c == u'\u201c' || c == u'\u201d'; }

/// What stands between quotes from the start on; null when there are none.
QString quoted(QStringView text)
{
    if (text.isEmpty() || !isQuote(text.front())) return {};
    for (qsizetype i = 1; i < text.size() && i <= longestName + 1 && text.at(i) != u'\n'; ++i) {
        if (isQuote(text.at(i))) return text.sliced(1, i - 1).trimmed().toString();
    }
    return {};
}

/// The text begins with this whole name, not with a longer word.
bool beginsWith(QStringView text, const QString &name)
{
    if (name.isEmpty() || !text.startsWith(name, Qt::CaseInsensitive)) return false;
    const auto end = name.size();
    return end == text.size() || !isLoginLetter(name.back()) || !isLoginLetter(text.at(end));
}

} // namespace

QStringList mentionedNames(QStringView text, const QStringList &known)
{
    auto names = known;
    std::stable_sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'@' && text.at(i) != u'\uff20') continue;
        if (i > 0 && continuesAddress(text.at(i - 1))) continue;
        const auto rest = text.sliced(i + 1);
        const auto whole = quoted(rest);
        const auto named = std::find_if(names.cbegin(), names.cend(),
            [&](const QString &name) { return whole.isNull() ? beginsWith(rest, name) : whole.compare(name, Qt::CaseInsensitive) == 0; });
        if (named != names.cend() && !named->isEmpty() && !found.contains(*named, Qt::CaseInsensitive)) found.append(*named);
    }
    return found;
}

} // namespace Tandem
