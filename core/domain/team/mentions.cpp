#include "core/domain/team/mentions.h"

namespace Tandem {
namespace {

constexpr qsizetype longestName = 80;

bool isLoginLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool continuesAddress(QChar c) { return isLoginLetter(c) || c == u'.' || c == u'-' || c == u'+' || c == u'%'; }

/// The name that begins at `from`, which is behind the sign; `*end` is behind the name.
QString nameAt(QStringView text, qsizetype from, qsizetype *end)
{
    *end = from;
    if (from >= text.size()) return {};
    if (const auto quote = text.at(from); quote == u'"' || quote == u'\u201c' || quote == u'\u201d') {
        for (auto i = from + 1; i < text.size() && i - from <= longestName + 1 && text.at(i) != u'\n'; ++i) {
            if (text.at(i) != u'"' && text.at(i) != u'\u201c' && text.at(i) != u'\u201d') continue;
            *end = i + 1;
            return text.sliced(from + 1, i - from - 1).trimmed().toString();
        }
        return {};
    }
    while (*end < text.size() && isLoginLetter(text.at(*end))) ++*end;
    return text.sliced(from, *end - from).toString();
}

} // namespace

QStringList mentionedNames(QStringView text)
{
    QStringList names;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'@' && text.at(i) != u'\uff20') continue;
        if (i > 0 && continuesAddress(text.at(i - 1))) continue;
        qsizetype end = 0;
        const auto name = nameAt(text, i + 1, &end);
        if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive)) names.append(name);
        if (end > i + 1) i = end - 1;
    }
    return names;
}

} // namespace Tandem
