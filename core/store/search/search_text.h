#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace Tandem {

/// Tokens that must follow each other; the last one may go on where it is meant by prefix.
struct SearchPhrase
{
    QByteArrayList tokens;
    bool byPrefix = false;
};

/// Our own segmentation of text for full-text search, the same on every engine: NFKC, case and diacritics folded;
/// runs of Han, Kana and Hangul as overlapping two-character tokens and a last single one, all else by word.
/// SQLite's own tokenizers keep a run of Han as one word, or silently find nothing for two characters.
namespace SearchText {

/// Bump when the tokens of the same text change: the index is then built anew.
constexpr int version = 1;

/// Folded text, for comparing and for looking up parts of names.
[[nodiscard]] QString fold(QStringView text);
/// Space-separated tokens to index, UTF-8; empty when there is nothing to find.
[[nodiscard]] QByteArray tokens(QStringView text);
/// What to look for: every white-space separated part of the query as a phrase, its last word by prefix
/// from two letters on. Empty when the query holds no letter or digit.
[[nodiscard]] QList<SearchPhrase> phrases(QStringView query);

} // namespace SearchText
} // namespace Tandem
