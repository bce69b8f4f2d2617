#include "ui/composer/spell/spell_words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

bool isSpaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return false;
    default: return true;
    }
}

bool isApostrophe(QChar c) { return c == u'\'' || c == u'’'; }

} // namespace

QList<SpellWord> spellWords(const QString &line)
{
    // What is no prose: addresses, mails, @names, #tags, variables, code.
    static const QRegularExpression other(u"(\\w+://\\S+|www\\.\\S+|\\S+@\\S+|[@#/]\\w+|\\{\\{[^}]*\\}\\}|```.*?(```|$)|`[^`]*`)"_s);
    auto text = line;
    for (auto it = other.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        text.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    QList<SpellWord> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!text.at(i).isLetterOrNumber() && !text.at(i).isMark()) {
            ++i;
            continue;
        }
        const auto start = i;
        bool plain = true;
        while (i < text.size()) {
            const auto c = text.at(i);
            const bool inside = isApostrophe(c) && i > start && i + 1 < text.size() && text.at(i + 1).isLetter();
            if (!c.isLetterOrNumber() && !c.isMark() && !inside) break;
            plain = plain && !c.isDigit() && isSpaced(c) && !c.isSurrogate();
            ++i;
        }
        if (plain && i - start > 1) words.append({int(start), text.mid(start, i - start).replace(u'’', u'\'')});
    }
    return words;
}

} // namespace Tandem
