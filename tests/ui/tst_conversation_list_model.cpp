#include "tests/support/fake_conversation_store.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/current_conversation.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

Changes changeOf(std::initializer_list<qint64> ids)
{
    Changes changes;
    for (const auto id : ids) changes.conversations.insert(ConversationId{id});
    return changes;
}

QList<qint64> idsOf(const ConversationListModel &model)
{
    QList<qint64> ids;
    for (int row = 0; row < model.rowCount(); ++row) ids.append(model.row(row)->id.value);
    return ids;
}

struct Fixture
{
    FakeConversationStore store;
    SystemClock clock;
    ConversationListModel model{store, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Fixture(int rows)
    {
        for (int i = 1; i <= rows; ++i) store.put(FakeConversationStore::row(i, i * 1000));
    }
    void load()
    {
        model.setFilter({});
        QTRY_COMPARE(model.state(), ConversationListModel::State::Ready);
    }
    void change(std::initializer_list<qint64> ids)
    {
        const int before = store.asked;
        model.applyChanges(changeOf(ids));
        QTRY_VERIFY(store.asked > before);
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestConversationListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsByPagesAndGrows()
    {
        Fixture f(150);
        f.load();
        QCOMPARE(f.model.rowCount(), 60);
        QCOMPARE(f.model.row(0)->id.value, 150);
        f.model.fetchMore({});
        QTRY_COMPARE(f.model.rowCount(), 120);
        QTRY_VERIFY(f.model.canFetchMore({})); // the page before is settled
        f.model.fetchMore({});
        QTRY_COMPARE(f.model.rowCount(), 150);
        QVERIFY(!f.model.canFetchMore({}));
    }

    void aNewMessageMovesOneRowWithoutReset()
    {
        Fixture f(20);
        f.load();
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        QSignalSpy moves(&f.model, &QAbstractItemModel::rowsMoved);
        f.store.put(FakeConversationStore::row(7, 99000));
        f.change({7});
        QCOMPARE(f.model.row(0)->id.value, 7);
        QCOMPARE(moves.count(), 1);
        QCOMPARE(resets.count(), 0);
    }

    void anUnmovedRowOnlyChanges()
    {
        Fixture f(20);
        f.load();
        QSignalSpy moves(&f.model, &QAbstractItemModel::rowsMoved);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        auto row = FakeConversationStore::row(7, 7000);
        row.unread = 3;
        f.store.put(row);
        f.change({7});
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().data(ConversationListModel::UnreadRole).toInt(), 3);
        QCOMPARE(moves.count(), 0);
    }

    void rowsComeAndGoWithTheFilter()
    {
        Fixture f(5);
        f.load();
        f.store.put(FakeConversationStore::row(9, 2500));
        f.change({9});
        QCOMPARE(idsOf(f.model), (QList<qint64>{5, 4, 3, 9, 2, 1}));
        auto closed = FakeConversationStore::row(4, 4000);
        closed.state = ConversationState::Closed;
        f.store.put(closed);
        f.change({4});
        QCOMPARE(idsOf(f.model), (QList<qint64>{5, 3, 9, 2, 1}));
        f.store.remove(3);
        f.change({3});
        QCOMPARE(idsOf(f.model), (QList<qint64>{5, 9, 2, 1}));
    }

    void aRowBelowTheWindowWaitsForFetchMore()
    {
        Fixture f(100);
        f.load();
        f.store.put(FakeConversationStore::row(500, 1));
        f.change({500});
        QCOMPARE(f.model.rowCount(), 60);
        QVERIFY(!f.model.indexOf(ConversationId{500}).isValid());
        f.model.fetchMore({});
        QTRY_COMPARE(f.model.rowCount(), 101);
        QVERIFY(f.model.indexOf(ConversationId{500}).isValid());
    }

    void anOlderFiltersAnswerIsDropped()
    {
        Fixture f(3);
        auto closed = FakeConversationStore::row(8, 8000);
        closed.state = ConversationState::Closed;
        f.store.put(closed);
        f.store.immediate = false;
        f.model.setFilter({});
        ConversationFilter other;
        other.state = ConversationState::Closed;
        f.model.setFilter(other);
        QCOMPARE(f.store.waiting(), 2);
        f.store.answerNewest();
        QTRY_COMPARE(idsOf(f.model), (QList<qint64>{8}));
        f.store.answerOne();
        QCoreApplication::processEvents();
        QCOMPARE(idsOf(f.model), (QList<qint64>{8}));
    }

    void orderIsHeldUnderThePointer()
    {
        Fixture f(5);
        f.load();
        f.model.setHold(true);
        auto row = FakeConversationStore::row(1, 90000);
        row.unread = 2;
        f.store.put(row);
        f.store.put(FakeConversationStore::row(9, 95000));
        f.store.remove(3);
        f.change({1, 9});
        QCOMPARE(idsOf(f.model), (QList<qint64>{5, 4, 3, 2, 1}));
        QCOMPARE(f.model.row(4)->unread, 2);
        f.model.setHold(false);
        QCOMPARE(idsOf(f.model), (QList<qint64>{9, 1, 5, 4, 3, 2}));
    }

    void aHeldRowThatGoesBackIsForgotten()
    {
        Fixture f(3);
        f.load();
        f.model.setHold(true);
        f.store.put(FakeConversationStore::row(9, 95000));
        f.change({9});
        auto closed = FakeConversationStore::row(9, 95000);
        closed.state = ConversationState::Closed;
        f.store.put(closed);
        f.change({9});
        f.model.setHold(false);
        QCOMPARE(idsOf(f.model), (QList<qint64>{3, 2, 1}));
    }

    void thePersonsOwnChangeShowsAlthoughHeld()
    {
        Fixture f(4);
        f.load();
        f.model.setHold(true);
        auto closed = FakeConversationStore::row(2, 2000);
        closed.state = ConversationState::Closed;
        f.store.put(closed);
        f.model.letThrough(ConversationId{2});
        f.change({2});
        QCOMPARE(idsOf(f.model), (QList<qint64>{4, 3, 1}));
    }

    void theOpenConversationStaysUntilItIsLeft()
    {
        Fixture f(3);
        auto unread = FakeConversationStore::row(2, 2000);
        unread.unread = 1;
        f.store.put(unread);
        ConversationFilter filter;
        filter.unreadOnly = true;
        f.model.setFilter(filter);
        QTRY_COMPARE(idsOf(f.model), (QList<qint64>{2}));
        f.model.setPinned(ConversationId{2});
        f.store.put(FakeConversationStore::row(2, 2000));
        f.change({2});
        QCOMPARE(idsOf(f.model), (QList<qint64>{2}));
        QCOMPARE(f.model.row(0)->unread, 0);
        f.model.setPinned({});
        QTRY_COMPARE(f.model.rowCount(), 0);
    }

    void refreshedFilterDropsOnlyWhatLeft()
    {
        Fixture f(6);
        f.load();
        QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
        f.store.remove(4);
        f.store.put(FakeConversationStore::row(11, 3500));
        f.model.refreshFilter({});
        QTRY_COMPARE(idsOf(f.model), (QList<qint64>{6, 5, 11, 3, 2, 1}));
        QCOMPARE(resets.count(), 0);
    }

    void failureIsToldAndTriedAgain()
    {
        Fixture f(2);
        f.store.failWith = Error::of(ErrorCode::Database, u"The disk is full"_s);
        f.model.setFilter({});
        QTRY_COMPARE(f.model.state(), ConversationListModel::State::Failed);
        QCOMPARE(f.model.errorText(), u"The disk is full"_s);
        f.store.failWith.reset();
        f.model.reload();
        QTRY_COMPARE(f.model.rowCount(), 2);
    }

    void manyChangesAreAskedInSlices()
    {
        Fixture f(0);
        for (int i = 1; i <= 1000; ++i) f.store.put(FakeConversationStore::row(i, i));
        f.load();
        Changes changes;
        for (int i = 1; i <= 1000; ++i) changes.conversations.insert(ConversationId{i});
        f.model.applyChanges(changes);
        QTRY_COMPARE(f.store.askedSizes.size(), 10);
        QCOMPARE(*std::max_element(f.store.askedSizes.cbegin(), f.store.askedSizes.cend()), 100);
    }

    void trimmingForgetsTheTail()
    {
        Fixture f(150);
        f.load();
        f.model.fetchMore({});
        QTRY_COMPARE(f.model.rowCount(), 120);
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        f.model.trim(60);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(f.model.rowCount(), 60);
        f.model.fetchMore({}); // unless the tester already asked
        QTRY_COMPARE(f.model.rowCount(), 120);
    }

    void anyHistoryOfChangesEndsAsTheStoreSays()
    {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        Fixture f(30);
        f.load();
        for (int step = 0; step < 400; ++step) {
            const auto id = 1 + random.bounded(45);
            if (random.bounded(6) == 0) {
                f.store.remove(id);
            } else {
                auto row = FakeConversationStore::row(id, 1 + random.bounded(50));
                row.state = random.bounded(5) == 0 ? ConversationState::Closed : ConversationState::Open;
                row.unread = random.bounded(3);
                f.store.put(row);
            }
            f.model.applyChanges(changeOf({id}));
            if (random.bounded(4) == 0) f.model.setHold(random.bounded(2) == 0);
            if (random.bounded(3) == 0) QCoreApplication::processEvents();
        }
        f.model.setHold(false);
        QList<qint64> expected;
        for (const auto &row : f.store.sorted({})) expected.append(row.id.value);
        QTRY_VERIFY2(idsOf(f.model) == expected, qPrintable(u"seed %1"_s.arg(seed)));
    }

    void screenReadersHearTheWholeRow()
    {
        Fixture f(0);
        auto row = FakeConversationStore::row(1, 1000, u"Li Wei"_s);
        row.unread = 2;
        row.previewType = u"text"_s;
        row.previewText = u"hello"_s;
        f.store.put(row);
        f.load();
        const auto text = f.model.index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(text.startsWith(u"Li Wei, 2 unread, hello, "_s));
    }

    void theOpenConversationFollowsItsRow()
    {
        Fixture f(3);
        CurrentConversation current(f.store);
        QSignalSpy opened(&current, &CurrentConversation::opened);
        QSignalSpy updated(&current, &CurrentConversation::updated);
        QSignalSpy jumps(&current, &CurrentConversation::jumpTo);
        current.openById(ConversationId{2}, MessageCursor{5, MessageId{7}});
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(jumps.count(), 1);
        current.open(FakeConversationStore::row(2, 2000));
        QCOMPARE(opened.count(), 1);
        auto row = FakeConversationStore::row(2, 9000);
        f.store.put(row);
        current.applyChanges(changeOf({1}));
        current.applyChanges(changeOf({2}));
        QTRY_COMPARE(updated.count(), 1);
        QCOMPARE(*current.row().lastMessageAt, fromEpochMillis(9000));
    }

    void aLaterChoiceBeatsASlowAnswer()
    {
        Fixture f(3);
        f.store.immediate = false;
        CurrentConversation current(f.store);
        current.openById(ConversationId{1});
        current.open(FakeConversationStore::row(3, 3000));
        f.store.answerOne();
        QCoreApplication::processEvents();
        QCOMPARE(current.id().value, 3);
    }
};

QTEST_GUILESS_MAIN(TestConversationListModel)
#include "tst_conversation_list_model.moc"
