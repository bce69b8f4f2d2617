#include "core/coexistence/activity_watch.h"
#include "core/coexistence/app_version.h"
#include "core/coexistence/feature_changes.h"
#include "core/coexistence/history_window.h"
#include "core/coexistence/media_sync_policy.h"
#include "core/coexistence/send_cost.h"
#include "core/coexistence/service_window.h"
#include "tests/coexistence/cases.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace std::chrono_literals;

namespace {

constexpr UtcTime Onboarded = fromEpochSeconds(1'764'000'000);

} // namespace

class TestRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mediaEdgeIsExactToTheSecond()
    {
        const UtcTime edge = fromEpochSeconds(1'764'000'000 - 1'209'600);
        QCOMPARE(MediaSyncPolicy::cutoff(Onboarded), edge);
        QVERIFY(!MediaSyncPolicy::isOver14Days(edge, Onboarded)); // equality is inside
        QVERIFY(MediaSyncPolicy::isOver14Days(edge - 1s, Onboarded));
        QVERIFY(!MediaSyncPolicy::isOver14Days(edge + 1s, Onboarded));
        QCOMPARE(MediaSyncPolicy::stateOfPlaceholder(edge - 1s, Onboarded), MediaState::Over14Days);
        QCOMPARE(MediaSyncPolicy::stateOfPlaceholder(edge, Onboarded), MediaState::Placeholder);
        QCOMPARE(MediaSyncPolicy::stateOfPlaceholder(edge - 1s, std::nullopt), MediaState::Placeholder);
    }

    void onlyLiveCustomerMessagesOpenTheWindow_data()
    {
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("direction");
        QTest::addColumn<bool>("opens");
        for (const auto source : {MessageSource::History, MessageSource::Echo, MessageSource::Live, MessageSource::Send}) {
            for (const auto direction : {Direction::In, Direction::Out}) {
                QTest::addRow("%d %d", int(source), int(direction)) << int(source) << int(direction)
                    << (source == MessageSource::Live && direction == Direction::In);
            }
        }
    }

    void onlyLiveCustomerMessagesOpenTheWindow()
    {
        QFETCH(int, source);
        QFETCH(int, direction);
        QFETCH(bool, opens);
        ServiceWindow window;
        window.note(MessageSource(source), Direction(direction), Onboarded);
        QCOMPARE(window.isOpen(Onboarded), opens);
        QCOMPARE(window.expiresAt().has_value(), opens);
    }

    void theWindowLasts24HoursFromTheNewestTimestamp()
    {
        ServiceWindow window;
        QVERIFY(!window.isOpen(Onboarded));
        window.note(MessageSource::Live, Direction::In, Onboarded);
        window.note(MessageSource::Live, Direction::In, Onboarded - 3600s); // late and old
        QCOMPARE(window.expiresAt(), std::optional(Onboarded + 86'400s));
        QVERIFY(window.isOpen(Onboarded + 86'400s - 1ms));
        QVERIFY(!window.isOpen(Onboarded + 86'400s));
        QCOMPARE(window.remaining(Onboarded + 86'000s), Millis(400s));
        QCOMPARE(window.remaining(Onboarded + 90'000s), Millis(0));
        window.note(MessageSource::Live, Direction::In, Onboarded + 50s);
        QCOMPARE(window.expiresAt(), std::optional(Onboarded + 86'450s));
    }

    void readsVersions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read"); // empty: not a version
        QTest::addColumn<bool>("enough");
        QTest::newRow("first") << u"2.24.17"_s << u"2.24.17"_s << true;
        QTest::newRow("build") << u"2.24.17.79"_s << u"2.24.17.79"_s << true;
        QTest::newRow("one below") << u"2.24.16.99"_s << u"2.24.16.99"_s << false;
        QTest::newRow("numbers, not letters") << u"2.24.9"_s << u"2.24.9"_s << false;
        QTest::newRow("later year") << u"2.25.1"_s << u"2.25.1"_s << true;
        QTest::newRow("iPhone") << u"24.17.79"_s << u"24.17.79"_s << true;
        QTest::newRow("major") << u"3.0"_s << u"3.0.0"_s << true;
        QTest::newRow("two parts") << u"2.24"_s << u"2.24.0"_s << false;
        QTest::newRow("typed") << u"  Version 2.25.3 (beta) "_s << u"2.25.3"_s << true;
        QTest::newRow("v") << u"v2.24.17"_s << u"2.24.17"_s << true;
        QTest::newRow("dash") << u"2.24.17-beta"_s << u"2.24.17"_s << true;
        QTest::newRow("empty") << QString() << QString() << false;
        QTest::newRow("word") << u"newest"_s << QString() << false;
        QTest::newRow("one part") << u"2"_s << QString() << false;
        QTest::newRow("minus") << u"2.-24.17"_s << QString() << false;
        QTest::newRow("huge") << u"2.99999999999999999999.1"_s << QString() << false;
        QTest::newRow("letters inside") << u"2.24.17x"_s << QString() << false;
        QTest::newRow("five parts") << u"2.24.17.1.5"_s << QString() << false;
    }

    void readsVersions()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        QFETCH(bool, enough);
        const auto version = AppVersion::parse(text);
        QCOMPARE(version ? version->toString() : QString(), read);
        QCOMPARE(version && version->supportsCoexistence(), enough);
    }

    void activityWarnsAfter13DaysAndIsOverAfter14()
    {
        using Level = ActivityWatch::Level;
        const auto level = [](Seconds since) { return ActivityWatch::level(Onboarded, Onboarded + since); };
        QCOMPARE(ActivityWatch::level(std::nullopt, Onboarded), Level::Unknown);
        QCOMPARE(level(0s), Level::Fine);
        QCOMPARE(level(13 * 86'400s - 1s), Level::Fine);
        QCOMPARE(level(13 * 86'400s), Level::Warning);
        QCOMPARE(level(14 * 86'400s - 1s), Level::Warning);
        QCOMPARE(level(14 * 86'400s), Level::Overdue);
        QCOMPARE(level(-86'400s), Level::Fine); // a clock that is behind
        QCOMPARE(ActivityWatch::nextChange(Onboarded, Onboarded), std::optional(Onboarded + 13 * 86'400s));
        QCOMPARE(ActivityWatch::nextChange(Onboarded, Onboarded + 13 * 86'400s), std::optional(Onboarded + 14 * 86'400s));
        QVERIFY(!ActivityWatch::nextChange(Onboarded, Onboarded + 15 * 86'400s));
        QCOMPARE(ActivityWatch::lastSign(std::nullopt, Onboarded), std::optional(Onboarded));
        QCOMPARE(ActivityWatch::lastSign(Onboarded - 5s, Onboarded), std::optional(Onboarded)); // linking needed the phone
        QCOMPARE(ActivityWatch::lastSign(Onboarded + 5s, Onboarded), std::optional(Onboarded + 5s));
        QVERIFY(!ActivityWatch::lastSign(std::nullopt, std::nullopt));
    }

    void historyPhasesFollowTheDays()
    {
        const auto phase = [](Seconds age) { return HistoryWindow::phaseOf(Onboarded - age, Onboarded); };
        QCOMPARE(phase(0s), std::optional(0));
        QCOMPARE(phase(86'399s), std::optional(0));
        QCOMPARE(phase(86'400s), std::optional(1));
        QCOMPARE(phase(90 * 86'400s - 1s), std::optional(1));
        QCOMPARE(phase(90 * 86'400s), std::optional(2));
        QCOMPARE(phase(180 * 86'400s), std::optional(2));
        QVERIFY(!phase(180 * 86'400s + 1s));
        QVERIFY(!phase(-1s));
        QVERIFY(HistoryWindow::mayRequest(Onboarded, Onboarded + 86'399s));
        QVERIFY(!HistoryWindow::mayRequest(Onboarded, Onboarded + 86'400s));
    }

    void historyRunsStallsAndCompletes()
    {
        HistoryWindow history;
        QCOMPARE(history.progress(Onboarded).state, HistoryState::None);
        history.requested(Onboarded);
        QCOMPARE(history.progress(Onboarded + 60s).state, HistoryState::Requested);
        QCOMPARE(history.progress(Onboarded + 900s).state, HistoryState::Stalled);
        history.chunk(0, 1, 10, 200, Onboarded + 900s);
        history.chunk(1, 3, 60, 1000, Onboarded + 910s);
        const auto now = history.progress(Onboarded + 920s);
        QCOMPARE(now.state, HistoryState::Running);
        QCOMPARE(now.phase, 1);
        QCOMPARE(now.progress, 60);
        QCOMPARE(now.phases[1].chunks, 1);
        QCOMPARE(now.phases[1].messages, 1000);
        QCOMPARE(now.lastChunkAt, std::optional(Onboarded + 910s));
        QCOMPARE(history.missingChunks(1), (QList<int>{1, 2}));
        QCOMPARE(history.missingChunks(0), QList<int>());
        QCOMPARE(history.progress(Onboarded + 1810s).state, HistoryState::Stalled);
        history.chunk(1, 1, 100, 1, Onboarded + 2000s);
        QCOMPARE(history.progress(Onboarded + 9000s).state, HistoryState::Complete);
        QCOMPARE(history.missingChunks(1), (QList<int>{2}));
    }

    void declinedHistoryIsSaid()
    {
        HistoryWindow history;
        history.requested(Onboarded);
        history.declined();
        QCOMPARE(history.progress(Onboarded + 9000s).state, HistoryState::Declined);
    }

    void hostileChunksAreBorne()
    {
        HistoryWindow history;
        history.chunk(-5, -1, -20, -7, Onboarded);
        history.chunk(900, 2'000'000'000, 4000, 3, Onboarded);
        const auto now = history.progress(Onboarded);
        QCOMPARE(now.progress, 100);
        QCOMPARE(now.phases[0].messages, 0);
        QCOMPARE(now.phases[2].messages, 3);
        QVERIFY(history.missingChunks(2).size() <= 10'000);
        QCOMPARE(history.missingChunks(7), QList<int>());
    }

    void historyForgetsOrderAndRepetition()
    {
        forAllSeeds(30, 1000, [](quint64 seed) {
            struct Chunk { int phase, order, progress; qint64 messages; UtcTime at; };
            Dice dice(seed);
            std::vector<Chunk> chunks;
            for (qint64 i = dice.between(1, 30); i > 0; --i) {
                const int phase = int(dice.between(0, 2));
                const int order = int(i);
                chunks.push_back({phase, order, int(dice.between(0, 100)), dice.between(1, 5000), Onboarded + Seconds(dice.between(0, 900))});
            }
            HistoryWindow first;
            for (const Chunk &c : chunks) first.chunk(c.phase, c.order, c.progress, c.messages, c.at);
            for (size_t i = chunks.size(); i > 0; --i) {
                if (dice.chance(30)) chunks.push_back(chunks[i - 1]);
            }
            std::shuffle(chunks.begin(), chunks.end(), dice.engine());
            HistoryWindow second;
            for (const Chunk &c : chunks) second.chunk(c.phase, c.order, c.progress, c.messages, c.at);
            const bool same = first.progress(Onboarded) == second.progress(Onboarded)
                && first.missingChunks(1) == second.missingChunks(1);
            return same ? QString() : u"the order or number of chunks matters"_s;
        });
    }

    void costs_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("category");
        QTest::addColumn<bool>("open");
        QTest::addColumn<QString>("day");
        QTest::addColumn<bool>("billed");
        QTest::addColumn<QString>("hint");
        const QString later = u"2026-10-01T00:00:00Z"_s;
        const QString before = u"2026-09-30T23:59:59Z"_s;
        const int phone = int(Origin::Phone);
        const int agent = int(Origin::Agent);
        QTest::newRow("phone") << phone << QString() << true << later << false << u"Free on the phone"_s;
        QTest::newRow("reply") << agent << QString() << true << later << true << u"Free on the phone · billed here: service"_s;
        QTest::newRow("reply before") << agent << QString() << true << before << false << u"Free here and on the phone"_s;
        QTest::newRow("utility") << agent << u"UTILITY"_s << true << later << true << u"Free on the phone · billed here: utility"_s;
        QTest::newRow("utility before") << agent << u"utility"_s << true << before << false << u"Free here and on the phone"_s;
        QTest::newRow("utility before, closed") << agent << u"utility"_s << false << before << true << u"Free on the phone · billed here: utility"_s;
        QTest::newRow("marketing before") << int(Origin::Campaign) << u"MARKETING"_s << true << before << true << u"Free on the phone · billed here: marketing"_s;
        QTest::newRow("code") << int(Origin::Api) << u"authentication-international"_s << false << later << true << u"Free on the phone · billed here: authentication"_s;
        QTest::newRow("unknown kind") << int(Origin::Bot) << u"novelty"_s << true << later << true << u"Free on the phone · billed here: marketing"_s;
    }

    void costs()
    {
        QFETCH(int, origin);
        QFETCH(QString, category);
        QFETCH(bool, open);
        QFETCH(QString, day);
        QFETCH(bool, billed);
        QFETCH(QString, hint);
        SendCost::Send send{Origin(origin), category, open, std::nullopt, fromIso(day)};
        QCOMPARE(SendCost::of(send).billed, billed);
        QCOMPARE(SendCost::of(send).hint(), hint);
        send.freeEntryUntil = send.at + 1s;
        QVERIFY(!SendCost::of(send).billed);
        send.freeEntryUntil = send.at;
        QCOMPARE(SendCost::of(send).billed, billed);
    }

    void featureTableIsWhole()
    {
        const auto changes = FeatureChanges::all(20);
        QSet<QString> keys;
        for (const FeatureChange &change : changes) {
            keys.insert(change.key);
            QVERIFY(!change.feature.isEmpty() && !change.inApp.isEmpty() && !change.inTandem.isEmpty());
            QVERIFY2(!(change.inApp + change.inTandem).contains(u'%'), qPrintable(change.key));
        }
        QCOMPARE(keys.size(), changes.size());
        const QSet<QString> needed{u"chats"_s, u"contacts"_s, u"groups"_s, u"disappearing"_s, u"view_once"_s, u"live_location"_s,
            u"broadcast"_s, u"calls"_s, u"shop"_s, u"tools"_s, u"profile"_s, u"channels"_s, u"devices"_s, u"media"_s, u"price"_s,
            u"speed"_s, u"window"_s, u"keep_alive"_s, u"unlink"_s};
        QCOMPARE(needed - keys, QSet<QString>());
        const auto speed = std::find_if(changes.cbegin(), changes.cend(), [](const auto &c) { return c.key == u"speed"; });
        QVERIFY(speed->inApp.contains(u"20"));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
