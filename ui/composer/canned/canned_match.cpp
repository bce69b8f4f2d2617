#include "ui/composer/canned/canned_match.h"

#include "ui/format/match.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int LongestQuery = 40;

/// Scripts that put no space between words.
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai: return true;
    default: return false;
    }
}

bool maySlashFollow(const QString &text, int at)
{
    if (at == 0) return true;
    const auto before = text.at(at - 1);
    return before.isSpace() || isUnspaced(before) || (before.isPunct() && before.unicode() > 0x2e80);
}

} // namespace

std::optional<SlashQuery> slashQueryAt(const QString &text, int caret)
{
    for (int i = caret - 1; i >= 0 && caret - i <= LongestQuery; --i) {
        const auto c = text.at(i);
        if (c.isSpace()) return std::nullopt;
        // Chinese input methods give the wide one.
        if (c != u'/' && c != u'／') continue;
        if (!maySlashFollow(text, i)) return std::nullopt;
        return SlashQuery{i, text.mid(i + 1, caret - i - 1)};
    }
    return std::nullopt;
}

QList<CannedReply> matchCanned(const QList<CannedReply> &all, const QString &query)
{
    if (query.isEmpty()) return all;
    QList<std::pair<int, qsizetype>> scores;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto &reply = all.at(i);
        // Letters scattered over a long text say nothing: there only whole words count.
        const int inBody = Format::matches(reply.body, query).isEmpty() ? 0 : 1;
        const int score = std::max({Format::fuzzyScore(reply.shortcut, query) * 4, Format::fuzzyScore(reply.title, query) * 2, inBody});
        if (score > 0) scores.append({-score, i});
    }
    std::sort(scores.begin(), scores.end());
    QList<CannedReply> result;
    for (const auto &[score, at] : std::as_const(scores)) result.append(all.at(at));
    return result;
}

} // namespace Tandem
