#include "core/domain/team/snooze_time.h"

#include <QTest>
#include <QTimeZone>

using namespace Tandem;
using namespace Qt::StringLiterals;

/// Typed times in two languages, on a Monday afternoon in Berlin and where clocks jump.
class SnoozeTimeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
    void clocksJump();
};

namespace {

QDateTime berlin(const QString &text)
{
    const auto plain = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    return QDateTime(plain.date(), plain.time(), QTimeZone("Europe/Berlin"));
}

const auto monday = u"2026-11-23 14:30"_s;

} // namespace

void SnoozeTimeTest::understood_data()
{
    QTest::addColumn<QString>("at");
    const auto row = [](const QString &typed, const char *at) { QTest::newRow(typed.toUtf8().constData()) << QString::fromLatin1(at); };
    row(u"tomorrow"_s, "2026-11-24 09:00");
    row(u"Tomorrow 9"_s, "2026-11-24 09:00");
    row(u"tmr 3"_s, "2026-11-24 15:00");
    row(u"tomorrow 03:00"_s, "2026-11-24 03:00");
    row(u"tomorrow at 8:15pm"_s, "2026-11-24 20:15");
    row(u"tomorrow evening"_s, "2026-11-24 18:00");
    row(u"tomorrow evening 7"_s, "2026-11-24 19:00");
    row(u"day after tomorrow noon"_s, "2026-11-25 12:00");
    row(u"next tue 3pm"_s, "2026-12-01 15:00");
    row(u"tue 3pm"_s, "2026-11-24 15:00");
    row(u"on friday at 15.30"_s, "2026-11-27 15:30");
    row(u"mon 9"_s, "2026-11-30 09:00");
    row(u"monday 6pm"_s, "2026-11-23 18:00");
    row(u"this weekend"_s, "2026-11-28 09:00");
    row(u"next week"_s, "2026-11-30 09:00");
    row(u"next monday morning"_s, "2026-11-30 09:00");
    row(u"next month"_s, "2026-12-23 09:00");
    row(u"in 2 hours"_s, "2026-11-23 16:30");
    row(u"in an hour"_s, "2026-11-23 15:30");
    row(u"in half an hour"_s, "2026-11-23 15:00");
    row(u"90 min"_s, "2026-11-23 16:00");
    row(u"2h30m"_s, "2026-11-23 17:00");
    row(u"in 3 days"_s, "2026-11-26 14:30");
    row(u"in 3 days at 9"_s, "2026-11-26 09:00");
    row(u"in two weeks"_s, "2026-12-07 14:30");
    row(u"1 month"_s, "2026-12-23 14:30");
    row(u"tonight"_s, "2026-11-23 20:00");
    row(u"this evening"_s, "2026-11-23 18:00");
    row(u"at 5"_s, "2026-11-23 17:00");
    row(u"at 8"_s, "2026-11-23 20:00");
    row(u"8am"_s, "2026-11-24 08:00");
    row(u"12am"_s, "2026-11-24 00:00");
    row(u"noon"_s, "2026-11-24 12:00");
    row(u"eod"_s, "2026-11-23 17:00");
    row(u"nov 30"_s, "2026-11-30 09:00");
    row(u"30 Nov 14:00"_s, "2026-11-30 14:00");
    row(u"March 3rd, 10am"_s, "2027-03-03 10:00");
    row(u"3rd of march 2028"_s, "2028-03-03 09:00");
    row(u"2026-12-24 18:00"_s, "2026-12-24 18:00");
    row(u"24.12. 18:00"_s, "2026-12-24 18:00");
    row(u"12/24 6pm"_s, "2026-12-24 18:00");
    row(u"明天"_s, "2026-11-24 09:00");
    row(u"明天下午3点"_s, "2026-11-24 15:00");
    row(u"明天下午三点半"_s, "2026-11-24 15:30");
    row(u"明早8点"_s, "2026-11-24 08:00");
    row(u"明晚"_s, "2026-11-24 20:00");
    row(u"今晚八点一刻"_s, "2026-11-23 20:15");
    row(u"今天晚上12点"_s, "2026-11-24 00:00");
    row(u"后天上午"_s, "2026-11-25 09:00");
    row(u"大后天中午"_s, "2026-11-26 12:00");
    row(u"下周二 15:00"_s, "2026-12-01 15:00");
    row(u"下星期三上午十点"_s, "2026-12-02 10:00");
    row(u"下下周一"_s, "2026-12-07 09:00");
    row(u"周五上午"_s, "2026-11-27 09:00");
    row(u"这个星期天下午两点"_s, "2026-11-29 14:00");
    row(u"週五上午"_s, "2026-11-27 09:00");
    row(u"周末"_s, "2026-11-28 09:00");
    row(u"下周"_s, "2026-11-30 09:00");
    row(u"下个月"_s, "2026-12-23 09:00");
    row(u"两小时后"_s, "2026-11-23 16:30");
    row(u"兩個小時後"_s, "2026-11-23 16:30");
    row(u"半小时后"_s, "2026-11-23 15:00");
    row(u"一个半小时后"_s, "2026-11-23 16:00");
    row(u"过十五分钟"_s, "2026-11-23 14:45");
    row(u"一刻钟后"_s, "2026-11-23 14:45");
    row(u"３天后"_s, "2026-11-26 14:30");
    row(u"三天后上午9点"_s, "2026-11-26 09:00");
    row(u"两周后"_s, "2026-12-07 14:30");
    row(u"一个月后"_s, "2026-12-23 14:30");
    row(u"11月30日"_s, "2026-11-30 09:00");
    row(u"十二月二十四号晚上六点"_s, "2026-12-24 18:00");
    row(u"30号下午3点"_s, "2026-11-30 15:00");
    row(u"3号"_s, "2026-12-03 09:00");
    row(u"2027年1月2日"_s, "2027-01-02 09:00");
    row(u"下午5点"_s, "2026-11-23 17:00");
    row(u"上午10点"_s, "2026-11-24 10:00");
    row(u"三点"_s, "2026-11-23 15:00");
}

void SnoozeTimeTest::understood()
{
    QFETCH(QString, at);
    const auto found = parseSnoozeTime(QString::fromUtf8(QTest::currentDataTag()), berlin(monday));
    QVERIFY(found);
    QCOMPARE(found->toString(u"yyyy-MM-dd HH:mm"_s), at);
    QCOMPARE(found->timeZone(), QTimeZone("Europe/Berlin"));
}

void SnoozeTimeTest::notUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    for (const auto &typed : {u" "_s, u"soon"_s, u"tomorrow maybe"_s, u"25:00"_s, u"13pm"_s, u"tomorrow tuesday"_s, u"in 2 lightyears"_s, u"today 9am"_s,
             u"2026-02-30"_s, u"2025-01-01"_s, u"5/6"_s, u"in 99999 days"_s, u"明天吧"_s, u"十三月一日"_s, u"今天上午9点"_s, u"2"_s + QString(100, u'0')}) {
        QTest::newRow(typed.left(40).toUtf8().constData()) << typed;
    }
}

void SnoozeTimeTest::notUnderstood()
{
    QFETCH(QString, typed);
    const auto found = parseSnoozeTime(typed, berlin(monday));
    QVERIFY2(!found, found ? qPrintable(found->toString(Qt::ISODate)) : "");
}

void SnoozeTimeTest::clocksJump()
{
    // On 29 March 2026 the hour from two to three does not exist in Berlin.
    const auto night = berlin(u"2026-03-28 22:00"_s);
    QCOMPARE(parseSnoozeTime(u"tomorrow 02:30"_s, night)->toUTC().toString(Qt::ISODate), u"2026-03-29T01:30:00Z"_s); // 03:30
    QCOMPARE(parseSnoozeTime(u"in 6 hours"_s, night)->toString(u"dd HH:mm"_s), u"29 05:00"_s); // six real hours
    QCOMPARE(parseSnoozeTime(u"明天9点"_s, night)->toString(u"dd HH:mm"_s), u"29 09:00"_s);
    QCOMPARE(parseSnoozeTime(u"in 1 day"_s, night)->toString(u"dd HH:mm"_s), u"29 22:00"_s); // 23 hours
    // On 25 October the hour from two to three comes twice.
    const auto autumn = berlin(u"2026-10-24 22:00"_s);
    QCOMPARE(parseSnoozeTime(u"in 6 hours"_s, autumn)->toString(u"dd HH:mm"_s), u"25 03:00"_s);
    QVERIFY(parseSnoozeTime(u"tomorrow 02:30"_s, autumn));
    // Far from Berlin the same words mean that place's morning.
    const QDateTime shanghai(QDate(2026, 11, 23), QTime(14, 30), QTimeZone("Asia/Shanghai"));
    QCOMPARE(parseSnoozeTime(u"明天"_s, shanghai)->toUTC().toString(Qt::ISODate), u"2026-11-24T01:00:00Z"_s);
}

QTEST_GUILESS_MAIN(SnoozeTimeTest)
#include "tst_snooze_time.moc"
