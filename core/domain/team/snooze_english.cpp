#include "core/domain/team/snooze_parts.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// The number behind the first three letters of a month's or day's name, when it is one of its usual spellings.
int nameIndex(const QString &word, const QStringList &names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (word.size() >= 3 && names.at(i).startsWith(word)) return int(i) + 1;
    }
    return 0;
}

int weekdayOf(const QString &word)
{
    static const QStringList days{u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s};
    return nameIndex(word, days);
}

int monthOf(const QString &word)
{
    static const QStringList months{u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s, u"june"_s, u"july"_s, u"august"_s,
        u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return word == "sept"_L1 ? 9 : nameIndex(word, months);
}

/// Reads words one after the other; each `take…` moves on when its pattern is there.
class EnglishReader
{
public:
    explicit EnglishReader(const QString &text)
    {
        static const QRegularExpression token(u"\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[:.]\\d{2}(?![\\d.])|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{4})?\\.?|\\d+|[a-z']+|[^\\s,]"_s);
        for (auto match = token.globalMatch(text); match.hasNext();) m_words.append(match.next().captured());
    }

    [[nodiscard]] std::optional<SnoozeParts> read()
    {
        while (m_at < m_words.size()) {
            if (!takeFiller() && !takeDuration() && !takeRelativeDay() && !takeWeek() && !takeDate() && !takePeriod() && !takeTime()) return std::nullopt;
        }
        return m_parts;
    }

private:
    [[nodiscard]] QString word(qsizetype ahead = 0) const { return m_words.value(m_at + ahead); }
    bool take(qsizetype words)
    {
        m_at += words;
        return true;
    }
    bool takeFiller()
    {
        static const QStringList fillers{u"at"_s, u"on"_s, u"the"_s, u"by"_s, u"until"_s, u"till"_s, u"to"_s, u"@"_s, u"around"_s, u"o'clock"_s, u"and"_s, u"of"_s};
        return fillers.contains(word()) && take(1);
    }
    /// "2 hours", "2h", "a week", "half an hour", "in 3 days"
    bool takeDuration()
    {
        const qsizetype from = word() == "in"_L1 || word() == "after"_L1 ? 1 : 0;
        if (word(from) == "half"_L1 && (word(from + 1) == "an"_L1 || word(from + 1) == "a"_L1) && word(from + 2) == "hour"_L1) {
            m_parts.relative = true;
            m_parts.seconds += 1800;
            return take(from + 3);
        }
        bool ok = false;
        int count = word(from).toInt(&ok);
        if (!ok && (word(from) == "a"_L1 || word(from) == "an"_L1)) count = 1;
        else if (!ok && numberWord(word(from)) > 0) count = numberWord(word(from));
        else if (!ok) return false;
        if (count > 10'000 || !addUnit(word(from + 1), count)) return false;
        m_parts.relative = true;
        return take(from + 2);
    }
    [[nodiscard]] static int numberWord(const QString &word)
    {
        static const QStringList numbers{u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s};
        return int(numbers.indexOf(word)) + 1;
    }
    bool addUnit(const QString &unit, int count)
    {
        static const QHash<QString, qint64> seconds{{u"m"_s, 60}, {u"min"_s, 60}, {u"mins"_s, 60}, {u"minute"_s, 60}, {u"minutes"_s, 60}, {u"h"_s, 3600},
            {u"hr"_s, 3600}, {u"hrs"_s, 3600}, {u"hour"_s, 3600}, {u"hours"_s, 3600}};
        static const QHash<QString, int> days{{u"d"_s, 1}, {u"day"_s, 1}, {u"days"_s, 1}, {u"w"_s, 7}, {u"wk"_s, 7}, {u"week"_s, 7}, {u"weeks"_s, 7}};
        if (seconds.contains(unit)) m_parts.seconds += seconds.value(unit) * count;
        else if (days.contains(unit)) m_parts.days += days.value(unit) * count;
        else if (unit == "month"_L1 || unit == "months"_L1) m_parts.months += count;
        else return false;
        return true;
    }
    bool takeRelativeDay()
    {
        static const QStringList tomorrow{u"tomorrow"_s, u"tmr"_s, u"tmrw"_s, u"tom"_s, u"tomorow"_s};
        if (word() == "today"_L1) return setDay(0, 1);
        if (tomorrow.contains(word())) return setDay(1, 1);
        if (word() == "day"_L1 && word(1) == "after"_L1 && tomorrow.contains(word(2))) return setDay(2, 3);
        if (word() != "tonight"_L1) return false;
        m_parts.period = SnoozeParts::Period{20, true};
        return setDay(0, 1);
    }
    bool setDay(int offset, qsizetype words)
    {
        if (m_parts.saysDay()) return false;
        m_parts.dayOffset = offset;
        return take(words);
    }
    /// "next tue", "friday", "next week", "this weekend"
    bool takeWeek()
    {
        if (m_parts.saysDay()) return false;
        const bool next = word() == "next"_L1;
        const qsizetype from = next || word() == "this"_L1 ? 1 : 0;
        if (next && word(1) == "week"_L1) return setDay(7, 2);
        if (next && word(1) == "month"_L1) {
            m_parts.relative = true;
            m_parts.months += 1;
            if (!m_parts.saysTime()) m_parts.period = SnoozeParts::Period{};
            return take(2);
        }
        const int day = word(from) == "weekend"_L1 ? 6 : weekdayOf(word(from));
        if (day == 0) return false;
        m_parts.weekday = day;
        m_parts.weeks = next ? 1 : 0;
        return take(from + 1);
    }
    /// "2026-11-30", "30.11.", "nov 30", "30 nov 2026"
    bool takeDate()
    {
        if (m_parts.saysDay()) return false;
        if (const auto iso = QDate::fromString(word(), u"yyyy-M-d"_s); iso.isValid()) {
            m_parts.date = iso;
            return take(1);
        }
        if (takeNumericDate()) return true;
        const bool monthFirst = monthOf(word()) > 0;
        qsizetype monthAt = monthFirst ? 0 : ordinal(1) ? 2 : 1;
        if (!monthFirst && word(monthAt) == "of"_L1) ++monthAt;
        const int month = monthOf(word(monthAt));
        const qsizetype dayAt = monthFirst ? 1 : 0;
        bool ok = false;
        const int day = word(dayAt).toInt(&ok);
        if (month == 0 || !ok || day < 1 || day > 31) return false;
        take(monthFirst ? 2 : monthAt + 1);
        if (ordinal(0)) take(1);
        return setDate(month, day);
    }
    [[nodiscard]] bool ordinal(qsizetype ahead) const
    {
        static const QStringList endings{u"st"_s, u"nd"_s, u"rd"_s, u"th"_s};
        return endings.contains(word(ahead));
    }
    bool setDate(int month, int day)
    {
        if (const int year = word().toInt(); word().size() == 4 && year >= 2000 && year < 2100) {
            m_parts.date = QDate(year, month, day);
            return take(1);
        }
        m_parts.month = month;
        m_parts.day = day;
        return true;
    }
    bool takeNumericDate()
    {
        static const QRegularExpression numeric(u"^(\\d{1,2})([./])(\\d{1,2})(?:[./](\\d{4}))?\\.?$"_s);
        const auto match = numeric.match(word());
        if (!match.hasMatch()) return false;
        int day = match.captured(1).toInt();
        int month = match.captured(3).toInt();
        if (match.captured(2) == u"/") { // either order is usual somewhere, so only what can be one of them
            if (day <= 12 && month <= 12 && day != month) return false;
            if (month > 12) std::swap(day, month);
        } else if (!word().endsWith(u'.') && !match.hasCaptured(4)) {
            return false; // a time, as it is also written
        }
        if (month < 1 || month > 12 || day < 1 || day > 31) return false;
        if (match.hasCaptured(4)) m_parts.date = QDate(match.captured(4).toInt(), month, day);
        m_parts.month = month;
        m_parts.day = day;
        return take(1);
    }
    bool takePeriod()
    {
        static const QHash<QString, SnoozeParts::Period> periods{{u"morning"_s, {9, false}}, {u"noon"_s, {12, true}}, {u"afternoon"_s, {14, true}},
            {u"evening"_s, {18, true}}, {u"night"_s, {20, true}}, {u"eod"_s, {17, true}}};
        const qsizetype from = word() == "in"_L1 || word() == "this"_L1 ? (word(1) == "the"_L1 ? 2 : 1) : 0;
        const auto found = periods.constFind(word(from));
        if (found == periods.cend() || m_parts.period) return false;
        m_parts.period = *found;
        if (from > 0 && word() == "this"_L1 && !m_parts.saysDay()) m_parts.dayOffset = 0;
        return take(from + 1);
    }
    /// "9", "3pm", "15:00", "3.30 pm"
    bool takeTime()
    {
        static const QRegularExpression clock(u"^(\\d{1,2})(?:[:.](\\d{2}))?$"_s);
        const auto match = clock.match(word());
        if (!match.hasMatch() || m_parts.hour) return false;
        const int hour = match.captured(1).toInt();
        const int minute = match.captured(2).toInt();
        const bool am = word(1) == "am"_L1 || word(1) == "a"_L1;
        const bool pm = word(1) == "pm"_L1 || word(1) == "p"_L1;
        if (hour > 23 || minute > 59 || ((am || pm) && (hour < 1 || hour > 12))) return false;
        m_parts.hour = hour;
        m_parts.minute = minute;
        m_parts.exact = hour > 12 || hour == 0 || match.captured(1).startsWith(u'0');
        m_parts.half = am ? SnoozeParts::Half::Am : pm ? SnoozeParts::Half::Pm : SnoozeParts::Half::Unsaid;
        return take(am || pm ? 2 : 1);
    }

    QStringList m_words;
    qsizetype m_at = 0;
    SnoozeParts m_parts;
};

} // namespace

std::optional<SnoozeParts> snoozePartsOfEnglish(const QString &text) { return EnglishReader(text).read(); }

} // namespace Tandem
