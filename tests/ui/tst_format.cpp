#include "ui/format/match.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

UtcTime at(int year, int month, int day, int hour, int minute)
{
    return fromEpochMillis(QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch());
}

ConversationRow outgoing(Origin origin, MessageStatus status)
{
    ConversationRow row;
    row.lastMessageAt = at(2026, 11, 23, 9, 0);
    row.previewDirection = Direction::Out;
    row.previewOrigin = origin;
    row.previewStatus = status;
    row.previewType = u"text"_s;
    row.previewText = u"shipped"_s;
    return row;
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void listTimesGrowCoarser()
    {
        const auto now = at(2026, 11, 23, 12, 0); // a Monday
        QCOMPARE(Format::listTime(at(2026, 11, 23, 9, 41), now), u"09:41"_s);
        QCOMPARE(Format::listTime(at(2026, 11, 22, 23, 59), now), u"Yesterday"_s);
        QCOMPARE(Format::listTime(at(2026, 11, 17, 9, 0), now), u"Tue"_s);
        QCOMPARE(Format::listTime(at(2026, 11, 16, 9, 0), now), u"16 Nov"_s);
        QCOMPARE(Format::listTime(at(2025, 10, 2, 9, 0), now), u"02/10/2025"_s);
    }

    void aVoiceMessageIsNotJustAudio()
    {
        auto row = outgoing(Origin::Agent, MessageStatus::Sent);
        row.previewText.clear();
        row.previewType = u"voice"_s;
        QCOMPARE(Format::preview(row).text, u"Voice message"_s);
        QCOMPARE(Format::preview(row).icon, u"mic"_s);
        row.previewType = u"audio"_s;
        QCOMPARE(Format::preview(row).text, u"Audio"_s);
    }

    void aFutureTimeIsNotYesterday()
    {
        const auto now = at(2026, 11, 23, 23, 59);
        QCOMPARE(Format::listTime(at(2026, 11, 24, 0, 1), now), u"24 Nov"_s);
    }

    void datesFollowTheLocale()
    {
        const auto now = at(2026, 11, 23, 12, 0);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(Format::listTime(at(2026, 10, 2, 9, 0), now), u"10月2日"_s);
        QCOMPARE(Format::date(at(2025, 6, 2, 9, 0)), u"2025年6月2日"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(Format::date(at(2025, 10, 2, 9, 0)), u"Oct 2, 2025"_s);
    }

    void spans_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("brief");
        QTest::newRow("negative") << qint64(-5) << u"less than a minute"_s << u"<1 min"_s;
        QTest::newRow("59 s") << qint64(59) << u"less than a minute"_s << u"<1 min"_s;
        QTest::newRow("1 min") << qint64(60) << u"1 min"_s << u"1 min"_s;
        QTest::newRow("1 h") << qint64(3600) << u"1 h"_s << u"1 h"_s;
        QTest::newRow("22 h 14") << qint64(22 * 3600 + 14 * 60 + 30) << u"22 h 14 min"_s << u"22 h"_s;
        QTest::newRow("47 h") << qint64(47 * 3600) << u"47 h"_s << u"47 h"_s;
        QTest::newRow("3 days") << qint64(76 * 3600) << u"3 day(s) 4 h"_s << u"3 d"_s;
    }

    void spans()
    {
        QFETCH(qint64, seconds);
        QTEST(Format::span(Seconds(seconds)), "whole");
        QTEST(Format::shortSpan(Seconds(seconds)), "brief");
    }

    void windowSaysItsPhaseInWords()
    {
        const auto now = at(2026, 11, 23, 12, 0);
        using enum Format::WindowPhase;
        QCOMPARE(Format::windowPhase(std::nullopt, now), Never);
        QCOMPARE(Format::windowPhase(now, now), Closed);
        QCOMPARE(Format::windowPhase(now + Millis(1), now), Closing);
        QCOMPARE(Format::windowPhase(now + std::chrono::hours(2), now), Open);
        QCOMPARE(Format::windowText(now + std::chrono::minutes(70), now), u"Reply window closes in 1 h 10 min"_s);
        QCOMPARE(Format::windowText(now - std::chrono::minutes(1), now), u"Reply window closed"_s);
    }

    void phones_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("pretty");
        QTest::newRow("China") << u"8613812345678"_s << u"+86 138 1234 5678"_s;
        QTest::newRow("Hong Kong") << u"85291234567"_s << u"+852 9123 4567"_s;
        QTest::newRow("as the platform writes it") << u"+1 555-078-3881"_s << u"+1 555 078 3881"_s;
        QTest::newRow("Brazil") << u"5511987654321"_s << u"+55 11 98765 4321"_s;
        QTest::newRow("Spain") << u"34600111222"_s << u"+34 600 111 222"_s;
        QTest::newRow("no plan") << u"2905123456"_s << u"+290 512 3456"_s;
        QTest::newRow("no digits") << u"unknown"_s << u"unknown"_s;
        QTest::newRow("only a code") << u"86"_s << u"+86"_s;
    }

    void phones()
    {
        QFETCH(QString, digits);
        QTEST(Format::phone(digits), "pretty");
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("letters");
        QTest::newRow("two words") << u"Li Wei"_s << u"LW"_s;
        QTest::newRow("Latin and Han") << u"Li Wei 李伟"_s << u"LW"_s;
        QTest::newRow("Han") << u"陈静"_s << u"陈"_s;
        QTest::newRow("beyond the BMP") << u"𠮷野"_s << u"𠮷"_s;
        QTest::newRow("Hangul") << u"김민수"_s << u"김"_s;
        QTest::newRow("username") << u"@noor.design"_s << u"ND"_s;
        QTest::newRow("phone") << u"+86 138"_s << QString();
        QTest::newRow("emoji first") << u"🌸 rosa"_s << u"R"_s;
        QTest::newRow("accents") << u"émile zola"_s << u"ÉZ"_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void initials()
    {
        QFETCH(QString, name);
        QTEST(Format::initials(name), "letters");
    }

    void previewsSayWhoWrote()
    {
        QCOMPARE(Format::previewLine(outgoing(Origin::Phone, MessageStatus::Read)), u"Phone: shipped"_s);
        QCOMPARE(Format::previewLine(outgoing(Origin::Agent, MessageStatus::Sent)), u"You: shipped"_s);
        QCOMPARE(Format::previewLine(outgoing(Origin::Agent, MessageStatus::Failed)), u"Not delivered: shipped"_s);
        QCOMPARE(Format::previewLine(outgoing(Origin::Agent, MessageStatus::Unknown)), u"Maybe sent: shipped"_s);
        QCOMPARE(Format::preview(outgoing(Origin::Agent, MessageStatus::Played)).mark, Format::Preview::Mark::Read);
    }

    void aDraftComesBeforeTheNewestMessage()
    {
        auto row = outgoing(Origin::Phone, MessageStatus::Read);
        row.draft = u"Hola\nSofía"_s;
        QCOMPARE(Format::previewLine(row), u"Draft: Hola Sofía"_s);
        QCOMPARE(Format::preview(row).mark, Format::Preview::Mark::Draft);
    }

    void mediaWithoutCaptionIsNamed()
    {
        ConversationRow row;
        row.previewType = u"image"_s;
        QCOMPARE(Format::previewLine(row), u"Photo"_s);
        row.previewText = u"the\tbox"_s;
        QCOMPARE(Format::previewLine(row), u"the box"_s);
        QCOMPARE(Format::preview(row).icon, u"image"_s);
        row.previewRevoked = true;
        QCOMPARE(Format::previewLine(row), u"Deleted message"_s);
    }

    void matchesIgnoreCaseAndAccents()
    {
        using R = QList<Format::Range>;
        QCOMPARE(Format::matches(u"Sofía Ramírez"_s, u"sofia"_s), (R{{0, 5}}));
        QCOMPARE(Format::matches(u"我要退款,退款"_s, u"退款"_s), (R{{2, 2}, {5, 2}}));
        QCOMPARE(Format::matches(u"banana"_s, u"ana an"_s), (R{{1, 4}}));
        QVERIFY(Format::matches(u"abc"_s, u""_s).isEmpty());
        QVERIFY(Format::matches(u"abc"_s, u"x"_s).isEmpty());
    }

    void fuzzyPrefersWordStarts()
    {
        const auto whole = Format::fuzzyScore(u"Close the conversation"_s, u"close"_s);
        const auto later = Format::fuzzyScore(u"Show closed conversations"_s, u"close"_s);
        const auto letters = Format::fuzzyScore(u"Close the conversation"_s, u"ctc"_s);
        QVERIFY(whole > later);
        QVERIFY(later > letters);
        QVERIFY(letters > 0);
        QCOMPARE(Format::fuzzyScore(u"Settings"_s, u"xyz"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
