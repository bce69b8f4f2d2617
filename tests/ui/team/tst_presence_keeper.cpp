#include "tests/support/fake_team_stores.h"
#include "ui/models/team/presence_keeper.h"
#include "ui/models/team/team_directory.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {

Viewer viewer(qint64 agent, const QString &name, bool answering = false)
{
    Viewer v;
    v.agent = {agent};
    v.name = name;
    v.typing = v.answering = answering;
    return v;
}

Changes presenceOf(ConversationId id)
{
    Changes changes;
    changes.presence.insert(id);
    return changes;
}

} // namespace

/// What a desktop says of itself, and what it hears of others.
class TestPresenceKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentWithoutATeam()
    {
        FakeAgentStore agents;
        FakePresenceStore store;
        PresenceKeeper keeper(agents, store);
        keeper.look({4});
        keeper.typed();
        keeper.finished({4});
        QCOMPARE(agents.beats, 0);
        QVERIFY(store.said.isEmpty());
    }

    void saysWhereItIs()
    {
        FakeAgentStore agents;
        FakePresenceStore store;
        {
            PresenceKeeper keeper(agents, store);
            keeper.look({4});
            keeper.start();
            QCOMPARE(agents.beats, 1);
            QCOMPARE(store.said, QStringList({u"view 4"_s}));
            keeper.typed();
            keeper.typed(); // at most every three seconds
            QCOMPARE(store.said.mid(1), QStringList({u"type 4"_s}));
            keeper.look({5});
            QCOMPARE(store.said.mid(2), QStringList({u"release 4"_s, u"view 5"_s}));
            keeper.typed();
            keeper.finished({5});
            QCOMPARE(store.said.mid(4), QStringList({u"type 5"_s, u"release 5"_s}));
        }
        QCOMPARE(agents.left, 1);
    }

    void hearsOfOthers()
    {
        FakeAgentStore agents;
        FakePresenceStore store;
        PresenceKeeper keeper(agents, store);
        QSignalSpy changed(&keeper, &PresenceKeeper::othersChanged);
        keeper.start();
        keeper.look({4});
        store.others.insert({4}, {viewer(2, u"Ben"_s, true)});
        keeper.applyChanges(presenceOf({9}));
        QTest::qWait(20);
        QVERIFY(keeper.others().isEmpty());
        keeper.applyChanges(presenceOf({4}));
        QTRY_COMPARE(keeper.others().size(), 1);
        QCOMPARE(keeper.answering()->name, u"Ben"_s);
        // A crash there tells nothing: the row runs out and the next look finds nobody.
        store.others.clear();
        QTRY_VERIFY_WITH_TIMEOUT(keeper.others().isEmpty(), PresenceKeeper::AskMs + 2000);
        QCOMPARE(changed.count(), 2);
        // What was heard of one conversation is not said of the next.
        store.others.insert({4}, {viewer(2, u"Ben"_s)});
        keeper.applyChanges(presenceOf({4}));
        QTRY_COMPARE(keeper.others().size(), 1);
        keeper.look({5});
        QVERIFY(keeper.others().isEmpty());
    }

    void aLockHeldElsewhereIsLookedUpAtOnce()
    {
        FakeAgentStore agents;
        FakePresenceStore store;
        PresenceKeeper keeper(agents, store);
        keeper.start();
        keeper.look({4});
        QTest::qWait(10);
        store.locked = true;
        store.others.insert({4}, {viewer(2, u"Ben"_s, true)});
        keeper.typed();
        QTRY_VERIFY(keeper.answering());
    }

    void theLockIsRenewedUntilItIsSent()
    {
        FakeAgentStore agents;
        FakePresenceStore store;
        PresenceKeeper keeper(agents, store);
        keeper.start();
        keeper.look({4});
        keeper.typed();
        store.said.clear();
        auto *view = keeper.findChild<QTimer *>(u"presence.view"_s);
        QCOMPARE(view->interval(), 30'000); // the lock lasts 60 s
        view->setInterval(20);
        QTRY_COMPARE(store.said.mid(0, 2), QStringList({u"type 4"_s, u"type 4"_s}));
        keeper.finished({4});
        store.said.clear();
        QTRY_COMPARE(store.said.mid(0, 2), QStringList({u"view 4"_s, u"view 4"_s}));
    }

    void directoryKnowsATeam()
    {
        FakeAgentStore agents;
        FakeLabelStore labels;
        FakeViewStore views;
        FakeNoteStore notes;
        TeamDirectory directory(agents, labels, views, notes);
        QSignalSpy mentioned(&directory, &TeamDirectory::mentioned);
        Mention old;
        old.note = {1};
        notes.mentions = {old};
        directory.load();
        QTRY_VERIFY(directory.isLoaded());
        QVERIFY(!directory.isTeam());
        QTRY_COMPARE(directory.mentions().size(), 1);
        QCOMPARE(mentioned.count(), 0); // it waited already
        agents.agents.append(FakeAgentStore::agent(2, u"ben"_s, u"Ben"_s));
        auto fresh = old;
        fresh.note = {2};
        notes.mentions.prepend(fresh);
        Changes changes;
        changes.team = true;
        directory.applyChanges(changes);
        QTRY_VERIFY(directory.isTeam());
        QTRY_COMPARE(mentioned.count(), 1);
        QCOMPARE(TeamDirectory::name(*directory.agent({2})), u"Ben"_s);
        QVERIFY(directory.isAdmin());
    }
};

QTEST_GUILESS_MAIN(TestPresenceKeeper)
#include "tst_presence_keeper.moc"
