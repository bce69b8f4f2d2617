#pragma once

#include <QList>
#include <QString>

/// Finding typed text inside shown text: highlights and the palette's fuzzy order. Pure; any thread.
namespace Tandem::Format {

struct Range
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const Range &, const Range &) = default;
};

/// Where the words of `query` stand in `text`, without case and accents; sorted, not overlapping.
[[nodiscard]] QList<Range> matches(const QString &text, const QString &query);

/// How well `query` fits `text` as a subsequence: 0 does not fit, more is better (whole words and starts first).
[[nodiscard]] int fuzzyScore(const QString &text, const QString &query);

} // namespace Tandem::Format
