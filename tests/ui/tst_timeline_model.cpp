#include "tests/ui/fake_message_store.h"
#include "ui/models/timeline_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::FakeMessageStore;

class TestTimelineModel : public QObject
{
    Q_OBJECT

private:
    static bool ready(const TimelineModel &model) { return model.state() == TimelineModel::State::Ready; }
    /// The window is a gapless, sorted stretch of what the store holds.
    static bool isStretch(const TimelineModel &model, const FakeMessageStore &store)
    {
        if (model.rowCount() == 0) return true;
        const auto first = std::find_if(store.all.begin(), store.all.end(), [&](const Message &m) { return m.id == model.message(0).id; });
        for (int row = 0; row < model.rowCount(); ++row) {
            if (first + row >= store.all.end() || !(*(first + row) == model.message(row))) return false;
        }
        const bool newest = (first + model.rowCount()) == store.all.end();
        return model.hasNewer() || newest;
    }

private Q_SLOTS:
    void opensAtTheEnd()
    {
        FakeMessageStore store;
        store.fill(1000);
        TimelineModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy positioned(&model, &TimelineModel::positioned);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_COMPARE(positioned.size(), 1);
        QCOMPARE(positioned.first().first().toInt(), -1);
        QCOMPARE(model.rowCount(), TimelineModel::PageSize);
        QCOMPARE(model.message(model.rowCount() - 1).id.value, 1000);
        QVERIFY(model.hasOlder());
        QVERIFY(!model.hasNewer());
        QCOMPARE(model.data(model.index(0), TimelineModel::MessageIdRole).toLongLong(), 941);
    }

    void opensAtTheFirstUnread()
    {
        FakeMessageStore store;
        store.fill(1000);
        store.unread = FakeMessageStore::cursorOf(store.all.at(700));
        TimelineModel model(store);
        QSignalSpy positioned(&model, &TimelineModel::positioned);
        model.open({1}, std::nullopt, TimelineModel::Seek::FirstUnread);
        QTRY_COMPARE(positioned.size(), 1);
        QCOMPARE(model.message(positioned.first().first().toInt()).id, store.all.at(700).id);
        QVERIFY(model.hasNewer());
        QCOMPARE(*model.unreadFrom(), *store.unread);
    }

    void whatChangesWhileItLoadsIsNotMissed()
    {
        FakeMessageStore store;
        store.fill(10);
        store.hold = true;
        TimelineModel model(store);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_COMPARE(store.waiting(), size_t(1)); // read, on its way
        store.add(FakeMessageStore::text(11, 1'790'000'000, u"meanwhile"_s));
        Changes changes;
        changes.conversations.insert(ConversationId{1});
        model.applyChanges(changes);
        store.hold = false;
        store.releaseAll();
        QTRY_COMPARE(model.rowCount(), 11);
        QCOMPARE(model.message(10).text, u"meanwhile"_s);
    }

    void windowStaysBounded()
    {
        FakeMessageStore store;
        store.fill(5000);
        TimelineModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_VERIFY(ready(model));
        while (model.hasOlder()) {
            const auto first = model.message(0).id;
            model.setVisibleRows(0, 20);
            model.fetchOlder();
            QTRY_VERIFY(model.message(0).id != first);
            QVERIFY(model.rowCount() <= TimelineModel::MaxRows + TimelineModel::PageSize);
            QVERIFY(isStretch(model, store));
        }
        QVERIFY(model.hasNewer());
        while (model.hasNewer()) {
            const auto last = model.message(model.rowCount() - 1).id;
            model.setVisibleRows(model.rowCount() - 20, model.rowCount() - 1);
            model.fetchNewer();
            QTRY_VERIFY(model.message(model.rowCount() - 1).id != last);
            QVERIFY(model.rowCount() <= TimelineModel::MaxRows + TimelineModel::PageSize);
            QVERIFY(isStretch(model, store));
        }
        QVERIFY(model.hasOlder());
        QCOMPARE(resets.size(), 0);
    }

    void staleAnswersAreDropped()
    {
        FakeMessageStore store;
        store.fill(50);
        auto other = FakeMessageStore::text(900, 1'790'000'000, u"other"_s, {2});
        store.add(other);
        TimelineModel model(store);
        store.hold = true;
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        model.open({2}, std::nullopt, TimelineModel::Seek::End);
        QCOMPARE(store.waiting(), 2u);
        store.release(1);
        QTRY_VERIFY(ready(model));
        store.release(0);
        QTest::qWait(20);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.message(0).conversationId, ConversationId{2});
    }

    void liveMessagesArrive()
    {
        FakeMessageStore store;
        store.fill(100);
        TimelineModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_VERIFY(ready(model));
        QSignalSpy arrived(&model, &TimelineModel::arrived);
        store.add(FakeMessageStore::text(101, 1'780'100'000, u"new"_s));
        Changes changes;
        changes.conversations.insert({2});
        model.applyChanges(changes);
        QTest::qWait(10);
        QCOMPARE(arrived.size(), 0);
        changes.conversations.insert({1});
        model.applyChanges(changes);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(model.message(model.rowCount() - 1).text, u"new"_s);
    }

    void onlyWhatDiffersChanges()
    {
        FakeMessageStore store;
        store.fill(100);
        TimelineModel model(store);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_VERIFY(ready(model));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        store.all[95].status = MessageStatus::Read;
        model.refresh();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 55);
        QCOMPARE(inserted.size(), 0);
    }

    void historyBeforeTheStartIsFound()
    {
        FakeMessageStore store;
        store.fill(10);
        TimelineModel model(store);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_VERIFY(ready(model));
        QVERIFY(!model.hasOlder());
        store.add(FakeMessageStore::text(500, 1'770'000'000, u"from the phone"_s));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 11);
        QCOMPARE(model.message(0).text, u"from the phone"_s);
    }

    void failureAndRetry()
    {
        FakeMessageStore store;
        store.fill(10);
        store.broken = true;
        TimelineModel model(store);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_VERIFY(model.state() == TimelineModel::State::Failed);
        QVERIFY(!model.error().text.isEmpty());
        store.broken = false;
        model.reload();
        QTRY_COMPARE(model.rowCount(), 10);
    }

    /// Whatever is inserted, moved, changed or removed while pages come and go late and out of order, the window ends
    /// as a gapless stretch of the store.
    void anyHistoryEndsRight_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 30; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void anyHistoryEndsRight()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        FakeMessageStore store;
        store.fill(400);
        TimelineModel model(store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open({1}, FakeMessageStore::cursorOf(store.all.at(200)), TimelineModel::Seek::End);
        QTRY_VERIFY(ready(model));
        store.hold = true;
        qint64 nextId = 10'000;
        for (int step = 0; step < 120; ++step) {
            const auto index = qsizetype(random.bounded(int(store.all.size())));
            switch (random.bounded(8)) {
            case 0: store.add(FakeMessageStore::text(++nextId, 1'790'000'000 + step, u"live"_s)); break;
            case 1: store.add(FakeMessageStore::text(++nextId, 1'780'000'000 + random.bounded(24'000), u"late"_s)); break;
            case 2: store.all[index].text += u'!'; break;
            case 3: {
                auto moved = store.all.takeAt(index);
                moved.timestamp += Seconds(random.bounded(6000));
                store.add(moved);
                break;
            }
            case 4: store.all.removeAt(index); break;
            case 5: model.fetchOlder(); break;
            case 6: model.fetchNewer(); break;
            default:
                if (store.waiting() > 0) store.release(random.bounded(quint32(store.waiting())));
            }
            model.refresh();
            if (random.bounded(3) == 0) QCoreApplication::processEvents();
        }
        store.hold = false;
        store.releaseAll();
        QTest::qWait(5);
        model.refresh();
        QTRY_VERIFY2(isStretch(model, store), qPrintable(u"seed %1"_s.arg(seed)));
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
