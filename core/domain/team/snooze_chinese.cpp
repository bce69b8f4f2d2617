#include "core/domain/team/snooze_parts.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// Traditional characters of the words read here as simplified ones.
QString simplifiedText(QString text)
{
    static const QHash<QChar, QChar> same{{u'週', u'周'}, {u'禮', u'礼'}, {u'號', u'号'}, {u'點', u'点'}, {u'後', u'后'}, {u'個', u'个'}, {u'兩', u'两'},
        {u'鐘', u'钟'}, {u'鍾', u'钟'}, {u'時', u'时'}, {u'這', u'这'}, {u'間', u'间'}, {u'過', u'过'}, {u'裡', u'里'}, {u'頭', u'头'}};
    for (auto &c : text) c = same.value(c, c);
    text.remove(u' ');
    return text;
}

/// 15, 十五, 二十三, 两; 0 when it is no number from 0 to 99.
int numberOf(const QString &text)
{
    bool ok = false;
    if (const int plain = text.toInt(&ok); ok) return plain;
    static const QString digits = u"零一二三四五六七八九"_s;
    const auto digit = [](QChar c) { return c == u'两' ? 2 : int(digits.indexOf(c)); };
    const auto ten = text.indexOf(u'十');
    if (ten < 0) return text.size() == 1 ? std::max(0, digit(text.at(0))) : 0;
    const int tens = ten == 0 ? 1 : digit(text.at(0));
    const int ones = ten + 1 < text.size() ? digit(text.at(ten + 1)) : 0;
    return tens * 10 + ones;
}

const auto number = u"([0-9]{1,4}|[零一二两三四五六七八九]?十[一二三四五六七八九]?|[零一二两三四五六七八九])"_s;

QRegularExpression pattern(const QString &text) { return QRegularExpression(u"\\G(?:"_s + text + u')'); }

class ChineseReader
{
public:
    explicit ChineseReader(const QString &text) : m_text(simplifiedText(text)) {}

    [[nodiscard]] std::optional<SnoozeParts> read()
    {
        while (m_at < m_text.size()) {
            if (!takeFiller() && !takeDuration() && !takeDay() && !takeWeek() && !takeDate() && !takePeriod() && !takeTime()) return std::nullopt;
        }
        return m_parts;
    }

private:
    [[nodiscard]] bool match(const QRegularExpression &expression)
    {
        m_match = expression.match(m_text, m_at);
        if (m_match.hasMatch()) m_at = m_match.capturedEnd();
        return m_match.hasMatch();
    }
    bool takeFiller()
    {
        static const auto fillers = pattern(u"[在于的到,，、。再等]|提醒我?|左右"_s);
        return match(fillers);
    }
    /// 两小时后, 半个小时后, 一个半小时, 30分钟, 三天后, 两周后, 过一个月
    bool takeDuration()
    {
        static const auto duration = pattern(u"过?(?:"_s + number + u"(个半|个|刻)?|(半)个?)(小时|钟头|分钟?|钟|天|周|星期|礼拜|月)(半)?(?:以后|之后|后|过后)?"_s);
        static const auto marked = QRegularExpression(u"^过|后$"_s);
        const auto before = m_at;
        if (!match(duration)) return false;
        const auto unit = m_match.captured(4);
        const auto count = m_match.captured(3).isEmpty() ? numberOf(m_match.captured(1)) : 0;
        const bool half = !m_match.captured(3).isEmpty() || m_match.captured(2) == u"个半" || !m_match.captured(5).isEmpty();
        // 3月 and 2周 without "after" may be something else; 一刻钟 is a quarter of an hour.
        const bool certain = marked.match(m_match.captured()).hasMatch();
        const bool isLong = unit == u"月" || unit == u"周" || unit == u"星期" || unit == u"礼拜";
        const bool counted = m_match.captured(2).startsWith(u'个');
        if ((isLong && !certain && !(counted && unit != u"周")) || !addUnit(unit, m_match.captured(2), count, half)) {
            m_at = before;
            return false;
        }
        m_parts.relative = true;
        return true;
    }
    bool addUnit(const QString &unit, const QString &measure, int count, bool half)
    {
        if (measure == u"刻") {
            m_parts.seconds += 900 * count;
            return unit == u"钟";
        }
        if (unit == u"小时" || unit == u"钟头") m_parts.seconds += 3600 * count + (half ? 1800 : 0);
        else if (unit == u"分钟" || (unit == u"分" && m_match.captured().contains(u'后'))) m_parts.seconds += 60 * count + (half ? 30 : 0);
        else if (half) return false;
        else if (unit == u"天") m_parts.days += count;
        else if (unit == u"周" || unit == u"星期" || unit == u"礼拜") m_parts.days += 7 * count;
        else if (unit == u"月") m_parts.months += count;
        else return false;
        return true;
    }
    bool takeDay()
    {
        static const auto days = pattern(u"(大后|后|明|今)(?:天|日|(?=[早晚晨])|儿)"_s);
        if (m_parts.saysDay() || !match(days)) return false;
        const auto day = m_match.captured(1);
        m_parts.dayOffset = day == u"今" ? 0 : day == u"明" ? 1 : day == u"后" ? 2 : 3;
        return true;
    }
    /// 周五, 下周二, 这个星期天, 下下周一, 下周, 周末, 下个月
    bool takeWeek()
    {
        static const auto week = pattern(u"(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末1-7])?"_s);
        static const auto month = pattern(u"下个?月(?![0-9零一二三四五六七八九十])"_s);
        if (m_parts.saysDay()) return false;
        if (match(month)) {
            m_parts.relative = true;
            m_parts.months += 1;
            if (!m_parts.saysTime()) m_parts.period = SnoozeParts::Period{};
            return true;
        }
        const auto before = m_at;
        if (!match(week)) return false;
        const auto which = m_match.captured(1);
        m_parts.weeks = which == u"下下" ? 2 : which == u"下" ? 1 : 0;
        const auto day = m_match.captured(2);
        if (!day.isEmpty()) {
            m_parts.weekday = day == u"末" ? 6 : day == u"日" || day == u"天" ? 7 : numberOf(day);
        } else if (m_parts.weeks > 0) {
            m_parts.dayOffset = 7 * m_parts.weeks;
        } else {
            m_at = before;
            return false;
        }
        return true;
    }
    /// 11月30日, 2026年11月30号, 30号
    bool takeDate()
    {
        static const auto date = pattern(u"(?:([0-9]{4})年)?(?:"_s + number + u"月)?"_s + number + u"[日号]"_s);
        static const auto iso = pattern(u"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"_s);
        if (m_parts.saysDay()) return false;
        if (match(iso)) {
            m_parts.date = QDate(m_match.captured(1).toInt(), m_match.captured(2).toInt(), m_match.captured(3).toInt());
            return true;
        }
        if (!match(date)) return false;
        const int month = numberOf(m_match.captured(2));
        const int day = numberOf(m_match.captured(3));
        if (day < 1 || day > 31 || month > 12) return false;
        if (const auto year = m_match.captured(1); !year.isEmpty()) m_parts.date = QDate(year.toInt(), month, day);
        if (month > 0) m_parts.month = month;
        m_parts.day = day;
        return true;
    }
    bool takePeriod()
    {
        static const auto periods = pattern(u"凌晨|清晨|早上|早晨|上午|早|晨|中午|下午|傍晚|晚上|夜里|午夜|晚"_s);
        static const QHash<QString, SnoozeParts::Period> hours{{u"凌晨"_s, {5, false}}, {u"清晨"_s, {7, false}}, {u"早上"_s, {9, false}}, {u"早晨"_s, {9, false}},
            {u"上午"_s, {9, false}}, {u"早"_s, {9, false}}, {u"晨"_s, {9, false}}, {u"中午"_s, {12, true}}, {u"下午"_s, {14, true}}, {u"傍晚"_s, {18, true}},
            {u"晚上"_s, {20, true}}, {u"夜里"_s, {22, true}}, {u"午夜"_s, {24, true}}, {u"晚"_s, {20, true}}};
        if (m_parts.period || !match(periods)) return false;
        m_parts.period = hours.value(m_match.captured());
        return true;
    }
    /// 3点, 三点半, 15点20分, 三点一刻, 15:00, 3pm
    bool takeTime()
    {
        static const auto spoken = pattern(number + u"[点时](?:(半)|(一|三)刻|"_s + number + u"分?|整|钟)?"_s);
        static const auto clock = pattern(u"([0-9]{1,2})(?::([0-9]{2}))?(am|pm)?(?![0-9月日号年])"_s);
        if (m_parts.hour) return false;
        QString hour, half;
        int minute = 0;
        if (match(spoken)) {
            hour = m_match.captured(1);
            minute = !m_match.captured(2).isEmpty() ? 30 : m_match.captured(3) == u"一" ? 15 : m_match.captured(3) == u"三" ? 45 : numberOf(m_match.captured(4));
        } else if (match(clock)) {
            hour = m_match.captured(1);
            minute = m_match.captured(2).toInt();
            half = m_match.captured(3);
        } else {
            return false;
        }
        const int value = numberOf(hour);
        if (value > 23 || minute > 59) return false;
        m_parts.hour = value;
        m_parts.minute = minute;
        m_parts.exact = value > 12 || value == 0 || hour.startsWith(u'0');
        m_parts.half = half == u"am" ? SnoozeParts::Half::Am : half == u"pm" ? SnoozeParts::Half::Pm : SnoozeParts::Half::Unsaid;
        return true;
    }

    QString m_text;
    qsizetype m_at = 0;
    QRegularExpressionMatch m_match;
    SnoozeParts m_parts;
};

} // namespace

std::optional<SnoozeParts> snoozePartsOfChinese(const QString &text) { return ChineseReader(text).read(); }

} // namespace Tandem
