#include "ui/format/phone_text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::Format {
namespace {

/// Country code and how the rest is grouped, as the ITU lists write national numbers; the last group repeats.
struct Plan
{
    QLatin1StringView code;
    std::array<int, 4> groups;
};

constexpr std::array plans{
    Plan{"86"_L1, {3, 4, 4, 0}}, Plan{"852"_L1, {4, 4, 0, 0}}, Plan{"853"_L1, {4, 4, 0, 0}}, Plan{"886"_L1, {3, 3, 3, 0}},
    Plan{"1"_L1, {3, 3, 4, 0}}, Plan{"7"_L1, {3, 3, 2, 2}}, Plan{"44"_L1, {4, 6, 0, 0}}, Plan{"33"_L1, {1, 2, 2, 2}},
    Plan{"34"_L1, {3, 3, 3, 0}}, Plan{"39"_L1, {3, 3, 4, 0}}, Plan{"49"_L1, {3, 4, 4, 0}}, Plan{"31"_L1, {1, 4, 4, 0}},
    Plan{"351"_L1, {3, 3, 3, 0}}, Plan{"52"_L1, {2, 4, 4, 0}}, Plan{"55"_L1, {2, 5, 4, 0}}, Plan{"54"_L1, {3, 4, 4, 0}},
    Plan{"56"_L1, {1, 4, 4, 0}}, Plan{"57"_L1, {3, 3, 4, 0}}, Plan{"51"_L1, {3, 3, 3, 0}}, Plan{"62"_L1, {3, 4, 4, 0}},
    Plan{"60"_L1, {2, 4, 4, 0}}, Plan{"65"_L1, {4, 4, 0, 0}}, Plan{"66"_L1, {2, 3, 4, 0}}, Plan{"84"_L1, {2, 3, 4, 0}},
    Plan{"63"_L1, {3, 3, 4, 0}}, Plan{"81"_L1, {2, 4, 4, 0}}, Plan{"82"_L1, {2, 4, 4, 0}}, Plan{"91"_L1, {5, 5, 0, 0}},
    Plan{"92"_L1, {3, 7, 0, 0}}, Plan{"880"_L1, {4, 6, 0, 0}}, Plan{"971"_L1, {2, 3, 4, 0}}, Plan{"966"_L1, {2, 3, 4, 0}},
    Plan{"972"_L1, {2, 3, 4, 0}}, Plan{"20"_L1, {3, 3, 4, 0}}, Plan{"27"_L1, {2, 3, 4, 0}}, Plan{"234"_L1, {3, 3, 4, 0}},
    Plan{"254"_L1, {3, 3, 3, 0}}, Plan{"212"_L1, {3, 3, 3, 0}}, Plan{"90"_L1, {3, 3, 4, 0}}, Plan{"61"_L1, {3, 3, 3, 0}},
};

QString grouped(QStringView rest, const std::array<int, 4> &groups)
{
    QString text;
    size_t group = 0;
    while (!rest.isEmpty()) {
        const int size = group < groups.size() && groups.at(group) > 0 ? groups.at(group) : 4;
        // A single digit left over reads better with the group before it.
        const auto take = rest.size() - size <= 1 ? rest.size() : size;
        text += u' ';
        text += rest.left(take);
        rest = rest.mid(take);
        ++group;
    }
    return text;
}

bool isIdeographic(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul: return true;
    default: return false;
    }
}

} // namespace

QString phone(const QString &digits)
{
    QString plain;
    for (const auto c : digits) {
        if (c.isDigit()) plain += c;
    }
    if (plain.isEmpty()) return digits;
    const Plan *best = nullptr;
    for (const auto &plan : plans) {
        if (plain.startsWith(plan.code) && (!best || plan.code.size() > best->code.size())) best = &plan;
    }
    // Left-to-right even inside Arabic text, or the groups would swap.
    if (!best) return u'+' + grouped(plain, {3, 3, 3, 3}).mid(1);
    return u'+' + QString(best->code) + grouped(QStringView(plain).mid(best->code.size()), best->groups);
}

QString identity(const QString &identity)
{
    return identity.startsWith(u'+') ? phone(identity) : identity;
}

QString initials(const QString &name)
{
    QString letters;
    bool atWord = true;
    const auto codes = name.toUcs4();
    for (const char32_t code : codes) {
        if (!QChar::isLetter(code)) {
            atWord = code == U' ' || code == U'-' || code == U'.' || atWord;
            continue;
        }
        if (isIdeographic(code)) {
            // One ideograph says enough, and two do not fit; after Latin letters they would only crowd.
            if (letters.isEmpty()) return QString::fromUcs4(&code, 1);
            break;
        }
        if (atWord) {
            const char32_t upper = QChar::toUpper(code);
            letters += QString::fromUcs4(&upper, 1);
            if (letters.size() >= 2) break;
        }
        atWord = false;
    }
    return letters;
}

QString count(qint64 n)
{
    return QLocale().toString(n);
}

QString shortCount(qint64 n)
{
    return n > 99 ? u"99+"_s : QLocale().toString(n);
}

} // namespace Tandem::Format
