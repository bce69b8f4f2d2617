#include "core/store/search/search_text.h"

#include <QList>
#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace Tandem::SearchText {
namespace {

enum class Kind { Gap, Space, Word, Cjk };

bool isCjk(char32_t c)
{
    if (c < 0x1100) return false;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo: return true;
    default: return c == 0x30fc; // the prolonged sound mark belongs to no single script
    }
}

Kind kindOf(char32_t c)
{
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) return Kind::Word;
        return c <= ' ' ? Kind::Space : Kind::Gap;
    }
    if (isCjk(c)) return Kind::Cjk;
    if (QChar::isLetterOrNumber(c) || QChar::isMark(c)) return Kind::Word;
    // Emoji and other pictures are words of their own, so that they can be found.
    if (QChar::category(c) == QChar::Symbol_Other) return Kind::Word;
    return QChar::isSpace(c) ? Kind::Space : Kind::Gap;
}

/// Accents and vowel points that people leave out when they search; marks that carry meaning in Indic scripts stay.
bool isOptionalMark(char32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff)
        || (c >= 0x20d0 && c <= 0x20ff) || (c >= 0x64b && c <= 0x65f) || c == 0x670 || (c >= 0x591 && c <= 0x5c7)
        || (c >= 0xfe00 && c <= 0xfe0f);
}

bool isAscii(QStringView text)
{
    for (const auto c : text) {
        if (c.unicode() >= 0x80 || c.unicode() == 0) return false;
    }
    return true;
}

struct Run
{
    Kind kind;
    std::vector<char32_t> characters;
    bool spaceBefore = false;
};

std::vector<Run> runsOf(const QString &folded)
{
    std::vector<Run> runs;
    Kind last = Kind::Gap;
    bool space = true;
    const auto codes = folded.toUcs4();
    for (const auto code : codes) {
        const auto c = static_cast<char32_t>(code);
        const auto kind = kindOf(c);
        if (kind == Kind::Gap || kind == Kind::Space) {
            space = space || kind == Kind::Space;
        } else {
            if (kind != last) {
                runs.push_back({kind, {}, space});
                space = false;
            }
            runs.back().characters.push_back(c);
        }
        last = kind;
    }
    return runs;
}

void append(QByteArray &out, const char32_t *from, size_t count)
{
    out.append(QString::fromUcs4(from, qsizetype(count)).toUtf8());
}

/// Tokens of one run; `closed` adds the last single character, which an indexed run always has.
QByteArrayList tokensOf(const Run &run, bool closed)
{
    QByteArrayList tokens;
    const auto &c = run.characters;
    if (run.kind == Kind::Word) {
        QByteArray word;
        append(word, c.data(), c.size());
        return {word};
    }
    for (size_t i = 0; i + 1 < c.size(); ++i) append(tokens.emplaceBack(), c.data() + i, 2);
    if (closed || c.size() == 1) append(tokens.emplaceBack(), c.data() + c.size() - 1, 1);
    return tokens;
}

QByteArray asciiTokens(QStringView text)
{
    QByteArray out;
    out.reserve(text.size() + 1);
    bool inWord = false;
    for (const auto unit : text) {
        const char c = char(unit.unicode());
        const bool upper = c >= 'A' && c <= 'Z';
        const bool word = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (word) {
            if (!inWord && !out.isEmpty()) out.append(' ');
            out.append(upper ? char(c + ('a' - 'A')) : c);
        }
        inWord = word;
    }
    return out;
}

} // namespace

QString fold(QStringView text)
{
    if (isAscii(text)) return text.toString().toLower();
    const auto compatible = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    folded.reserve(compatible.size());
    for (const auto code : compatible.toUcs4()) {
        const auto c = static_cast<char32_t>(code);
        if (c == 0 || isOptionalMark(c)) continue;
        if (c == 0xdf) { // Qt folds one character to one
            folded.append(u"ss"_s);
            continue;
        }
        // Hangul and Kana decompose too, into parts that are not accents.
        if (c < 0x80 || isCjk(c) || QChar::decompositionTag(c) != QChar::Canonical) {
            folded.append(QChar::fromUcs4(c));
            continue;
        }
        const auto parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D).toUcs4();
        for (const auto part : parts) {
            if (!isOptionalMark(static_cast<char32_t>(part))) folded.append(QChar::fromUcs4(static_cast<char32_t>(part)));
        }
    }
    return folded;
}

QByteArray tokens(QStringView text)
{
    if (isAscii(text)) return asciiTokens(text);
    QByteArray out;
    for (const auto &run : runsOf(fold(text))) {
        for (const auto &token : tokensOf(run, true)) {
            if (!out.isEmpty()) out.append(' ');
            out.append(token);
        }
    }
    return out;
}

QList<SearchPhrase> phrases(QStringView query)
{
    const auto runs = runsOf(fold(query));
    QList<SearchPhrase> all;
    for (size_t i = 0; i < runs.size();) {
        SearchPhrase phrase;
        const size_t first = i;
        for (; i < runs.size() && (i == first || !runs[i].spaceBefore); ++i) {
            const bool last = i + 1 == runs.size() || runs[i + 1].spaceBefore;
            phrase.tokens.append(tokensOf(runs[i], !last));
            // A word may go on; a single character starts some pair of every run that holds it.
            // One letter alone would start a third of all words.
            const auto length = runs[i].characters.size();
            phrase.byPrefix = last && (runs[i].kind == Kind::Word ? i + 1 == runs.size() && length >= 2 : length == 1);
        }
        all.append(std::move(phrase));
    }
    return all;
}

} // namespace Tandem::SearchText
