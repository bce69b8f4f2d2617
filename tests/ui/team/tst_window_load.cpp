#include "core/store/store.h"
#include "tests/support/fake_conversation_store.h"
#include "tests/support/fake_team_stores.h"
#include "ui/models/inbox_counts.h"
#include "ui/models/team/team_directory.h"
#include "ui/shell/team/mine_watch.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {

/// Only its outbox is asked, which is empty.
struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<Store> store;
    Desk()
    {
        StoreOptions options;
        options.url = u"sqlite:"_s + folder.filePath(u"desk.db"_s);
        options.mediaFolder = folder.path();
        auto opened = Store::open(options, std::make_shared<SystemClock>());
        if (!opened) qFatal("open");
        store = std::move(*opened);
    }
};

Changes of(ConversationId id)
{
    Changes changes;
    changes.conversations.insert(id);
    return changes;
}

} // namespace

/// What one window asks of a server that fifty share.
class TestWindowLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreAskedForOnceASecondInATeam()
    {
        FakeConversationStore store;
        const Desk desk;
        InboxCounts counts(store, desk.store->outbox());
        counts.setTeam(true);
        counts.refresh();
        QCOMPARE(store.countsAsked, QList<NumberId>{{}});
        QElapsedTimer timer;
        timer.start();
        int changed = 0;
        while (timer.elapsed() < 1300) {
            counts.applyChanges(of({++changed}));
            QTest::qWait(20);
        }
        QVERIFY(changed > 10);
        QVERIFY2(store.countsAsked.size() <= 3, qPrintable(QString::number(store.countsAsked.size())));
    }

    void anotherNumberIsCountedBesideAll()
    {
        FakeConversationStore store;
        const Desk desk;
        InboxCounts counts(store, desk.store->outbox());
        counts.refresh();
        counts.setNumber(NumberId{7});
        QCOMPARE(store.countsAsked, (QList<NumberId>{{}, {}, {7}}));
        counts.setNumber(NumberId{7});
        QCOMPARE(store.countsAsked.size(), 3);
    }

    void onlyTheShownViewIsCounted()
    {
        FakeAgentStore agents;
        FakeLabelStore labels;
        FakeViewStore views;
        FakeNoteStore notes;
        views.save({});
        views.save({});
        TeamDirectory directory(agents, labels, views, notes);
        directory.load();
        directory.applyChanges(of({1}));
        QTest::qWait(1200);
        QVERIFY(views.countsAsked.isEmpty()); // no view is shown
        directory.setShownView({2});
        QCOMPARE(views.countsAsked, QList<QList<SavedViewId>>{{SavedViewId{2}}});
        directory.applyChanges(of({1}));
        QTRY_COMPARE(views.countsAsked.size(), 2);
        QCOMPARE(views.countsAsked.last(), QList<SavedViewId>{SavedViewId{2}});
        directory.countViews(); // the menu of views is open
        QVERIFY(views.countsAsked.last().isEmpty());
    }

    void tellsOnlyWhatOthersGaveMe()
    {
        FakeAgentStore agents;
        agents.agents.append(FakeAgentStore::agent(2, u"ben"_s));
        FakeLabelStore labels;
        FakeViewStore views;
        FakeNoteStore notes;
        FakeConversationStore store;
        auto mine = FakeConversationStore::row(1, 1000);
        mine.assignee = AgentId{1};
        mine.state = ConversationState::Closed; // opens again one day, and is no news
        store.put(mine);
        for (int id = 2; id <= 4; ++id) store.put(FakeConversationStore::row(id, 1000));
        TeamDirectory directory(agents, labels, views, notes);
        MineWatch watch(store, directory);
        QSignalSpy told(&watch, &MineWatch::assigned);
        directory.load();
        QTest::qWait(50);
        const auto give = [&](qint64 id) {
            auto row = FakeConversationStore::row(id, 2000);
            row.assignee = AgentId{1};
            store.put(row);
            watch.applyChanges(of({id}));
        };
        give(1);
        watch.expect({2}); // I take it myself
        give(2);
        QTest::qWait(1200);
        QCOMPARE(told.count(), 0);
        watch.expect({3});
        watch.forget({3}); // that was refused; then somebody gives it to me
        give(3);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(told.first().first().value<ConversationRow>().id, ConversationId{3});
        const auto asked = store.askedSizes.size();
        for (int i = 0; i < 30; ++i) {
            give(4);
            QTest::qWait(10);
        }
        QVERIFY2(store.askedSizes.size() <= asked + 1, qPrintable(QString::number(store.askedSizes.size() - asked)));
        QTRY_COMPARE(told.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestWindowLoad)
#include "tst_window_load.moc"
