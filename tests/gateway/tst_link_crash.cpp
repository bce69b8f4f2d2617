#include "core/domain/words.h"
#include "link_world.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {

const QString contactsSync = u"requestSync smb_app_state_sync"_s;
const QString historySync = u"requestSync history"_s;

} // namespace

/// The power fails at every durable write and every call; the once-only calls are never made twice.
class TestLinkCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tandem.link=false"_s); }
    void everyCrashPoint();
    void twoCrashes();
    void syncIsNeverRepeated_data();
    void syncIsNeverRepeated();
};

void TestLinkCrash::everyCrashPoint()
{
    int points = 0;
    for (int at = 1;; ++at) {
        bool reached = false;
        for (const bool after : {false, true}) {
            LinkWorld world;
            world.crashAt = at;
            world.afterEffect = after;
            world.run();
            reached |= world.dead();
            world.restart();
            world.run();
            const QString place = u"crash %1 %2: %3 %4"_s.arg(at).arg(after ? u"after"_s : u"before"_s, word(world.row().step), word(world.row().failure));
            QVERIFY2(world.finished(), qPrintable(place));
            QVERIFY2(world.count(contactsSync) <= 1 && world.count(historySync) <= 1, qPrintable(place));
            const bool honest = world.row().step == LinkStep::Done || world.row().failure == LinkFailure::Interrupted;
            QVERIFY2(honest, qPrintable(place));
            if (world.row().step == LinkStep::Done) QVERIFY2(world.count(historySync) == 1 && world.stored.contains(u"61"_s), qPrintable(place));
            if (world.row().contactsRequested) QVERIFY2(world.stored.contains(u"61"_s), qPrintable(place));
        }
        if (!reached) break;
        ++points;
    }
    QVERIFY(points > 15);
}

void TestLinkCrash::twoCrashes()
{
    for (int first = 1; first <= 24; ++first) {
        for (int second = 1; second <= 24; ++second) {
            LinkWorld world;
            world.crashAt = first;
            world.afterEffect = (first + second) % 2 == 0;
            world.run();
            world.restart();
            world.crashAt = world.operations() + second;
            world.run();
            world.restart();
            world.run();
            const QString place = u"crashes %1 and %2: %3"_s.arg(first).arg(second).arg(word(world.row().step));
            QVERIFY2(world.finished(), qPrintable(place));
            QVERIFY2(world.count(contactsSync) <= 1 && world.count(historySync) <= 1, qPrintable(place));
        }
    }
}

void TestLinkCrash::syncIsNeverRepeated_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("code");
    for (const QString &call : {contactsSync, historySync}) {
        for (const ErrorCode code : {ErrorCode::Timeout, ErrorCode::Ambiguous, ErrorCode::Cancelled}) {
            QTest::newRow(qPrintable(call + u' ' + word(code))) << call << int(code);
        }
    }
}

void TestLinkCrash::syncIsNeverRepeated()
{
    QFETCH(QString, call);
    QFETCH(int, code);
    LinkWorld world;
    world.errors[call] = {Error::retry(ErrorCode(code), u"who knows"_s)};
    world.run();
    QCOMPARE(world.count(contactsSync), 1);
    QCOMPARE(world.count(historySync), 1);
    QCOMPARE(word(world.row().failure), word(LinkFailure::Interrupted));
    QVERIFY(world.row().errorText.contains(u"linked"_s));
    QCOMPARE(word(world.stored.value(u"61"_s).state), word(NumberState::Linked));
    QCOMPARE(word(world.stored.value(u"61"_s).history.state), word(HistoryState::Requested));
    world.restart();
    world.service().wake();
    QTest::qWait(20);
    QCOMPARE(world.count(contactsSync) + world.count(historySync), 2);
}

QTEST_GUILESS_MAIN(TestLinkCrash)
#include "tst_link_crash.moc"
