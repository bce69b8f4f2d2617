#include "ui/format/match.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Format {
namespace {

/// Folds each UTF-16 unit on its own, so that positions in the folded text are positions in the shown text.
QString folded(const QString &text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.cbegin(), text.cend(), result.begin(), [](QChar c) {
        const auto base = c.decompositionTag() != QChar::NoDecomposition ? c.decomposition() : QString();
        return (base.isEmpty() ? c : base.front()).toCaseFolded();
    });
    return result;
}

} // namespace

QList<Range> matches(const QString &text, const QString &query)
{
    QList<Range> found;
    const auto haystack = folded(text);
    const auto words = folded(query).split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        for (qsizetype at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + word.size())) {
            found.append({at, word.size()});
        }
    }
    std::sort(found.begin(), found.end(), [](const Range &a, const Range &b) { return a.start < b.start; });
    QList<Range> merged;
    for (const auto &range : std::as_const(found)) {
        if (!merged.isEmpty() && range.start <= merged.last().start + merged.last().length) {
            auto &last = merged.last();
            last.length = std::max(last.start + last.length, range.start + range.length) - last.start;
        } else {
            merged.append(range);
        }
    }
    return merged;
}

int fuzzyScore(const QString &text, const QString &query)
{
    const auto haystack = folded(text);
    auto needle = folded(query);
    needle.remove(u' ');
    if (needle.isEmpty()) return 1;
    if (const auto at = haystack.indexOf(folded(query).trimmed()); at >= 0) {
        const bool wordStart = at == 0 || !haystack.at(at - 1).isLetterOrNumber();
        return 1000 - int(std::min<qsizetype>(at, 200)) + (wordStart ? 500 : 0) + (at == 0 ? 200 : 0);
    }
    int score = 1;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const auto c : std::as_const(needle)) {
        const auto at = haystack.indexOf(c, from);
        if (at < 0) return 0;
        const bool wordStart = at == 0 || !haystack.at(at - 1).isLetterOrNumber();
        score += at == last + 1 ? 8 : wordStart ? 10 : 1;
        last = at;
        from = at + 1;
    }
    return score;
}

} // namespace Tandem::Format
