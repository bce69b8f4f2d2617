#include "core/filetypes/file_types.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem::FileTypes {
namespace {

constexpr int longest = 120;
constexpr int longestSuffix = 12;

bool isDirectionMark(QChar c)
{
    const auto u = c.unicode();
    return (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f || u == 0x061c || u == 0x200b || u == 0xfeff;
}

QString shortened(const QString &name)
{
    if (name.size() <= longest) return name;
    const auto dot = name.lastIndexOf(u'.');
    const auto suffix = dot > 0 && name.size() - dot <= longestSuffix ? name.sliced(dot) : QString();
    auto stem = name.left(longest - suffix.size());
    if (stem.back().isHighSurrogate()) stem.chop(1);
    return stem + suffix;
}

} // namespace

QString safeName(const QString &filename)
{
    QString name;
    for (qsizetype i = 0; i < filename.size(); ++i) {
        const auto c = filename[i];
        if (c.isHighSurrogate() && i + 1 < filename.size() && filename[i + 1].isLowSurrogate()) {
            name += c;
            name += filename[++i];
            continue;
        }
        if (c.category() == QChar::Other_Control || c.isSurrogate() || isDirectionMark(c)) continue;
        name += u"/\\:*?\"<>|"_s.contains(c) || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ? u'_' : c;
    }
    name = shortened(name.trimmed());
    while (name.endsWith(u'.') || name.endsWith(u' ')) name.chop(1);
    while (name.startsWith(u'.') || name.startsWith(u' ')) name.remove(0, 1);
    if (name.isEmpty()) return u"file"_s;
    static const QRegularExpression reserved(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s, QRegularExpression::CaseInsensitiveOption);
    return reserved.match(name).hasMatch() ? u'_' + name : name;
}

} // namespace Tandem::FileTypes
