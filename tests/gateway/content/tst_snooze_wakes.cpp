#include "tests/gateway/content/content_world.h"

#include "core/store/team_stores.h"

#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A snoozed conversation comes back at its time when no desktop is open to see to it.
class TestSnoozeWakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void wakesWhatWasDueAtTheStart();
    void wakesWhileItRuns();

private:
    [[nodiscard]] ConversationState state() const;
    void snooze();
    std::unique_ptr<ContentWorld> m_world;
};

void TestSnoozeWakes::init()
{
    m_world = std::make_unique<ContentWorld>();
    m_world->start();
    m_world->customerWrites(u"wamid.FIRST"_s);
}

ConversationState TestSnoozeWakes::state() const
{
    ConversationFilter all;
    all.state.reset();
    return waitFor(m_world->store->conversations().page(all, std::nullopt, 1))->rows.first().state;
}

void TestSnoozeWakes::snooze()
{
    QVERIFY(waitFor(m_world->store->assignments().snooze(m_world->conversation(), m_world->clock->now() + 1h)).value_or(false));
    QCOMPARE(state(), ConversationState::Snoozed);
}

void TestSnoozeWakes::wakesWhatWasDueAtTheStart()
{
    m_world->stopGateway();
    snooze();
    m_world->start();
    QTest::qWait(500);
    QCOMPARE(state(), ConversationState::Snoozed); // not before its time
    m_world->stopGateway();
    m_world->clock->shift(2h);
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(state(), ConversationState::Open, 5000);
}

void TestSnoozeWakes::wakesWhileItRuns()
{
    snooze();
    m_world->clock->shift(2h);
    QTRY_COMPARE_WITH_TIMEOUT(state(), ConversationState::Open, 30'000); // it looks every 20 seconds
}

QTEST_GUILESS_MAIN(TestSnoozeWakes)
#include "tst_snooze_wakes.moc"
