#include "tests/gui/shop.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/bubbles/bubble_layout.h"
#include "ui/timeline/bubbles/frame/failure_offer.h"
#include "ui/timeline/view/timeline_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tandem;
using Tandem::Test::Shop;
using Kind = FailureOffer::Kind;

namespace {

const QString liWei = u"8613812345678"_s;

Message failedWith(int code)
{
    Message message;
    message.id = {1};
    message.direction = Direction::Out;
    message.origin = Origin::Agent;
    message.type = u"text"_s;
    message.text = u"Hello"_s;
    message.timestamp = fromEpochSeconds(1'796'000'000);
    message.status = MessageStatus::Failed;
    message.outboxId = {7};
    message.outboxState = OutboxState::Failed;
    message.error = {code, u"said by the platform"_s, {}};
    return message;
}

QList<BubbleAction> pressable(const Message &message, UtcTime now, bool stale = false)
{
    static const Theme theme;
    BubbleInput input;
    input.width = 700;
    input.now = now;
    input.stale = stale;
    const auto layout = BubbleLayout::build(message, input, BubbleStyle::of(theme, 1, false, 1));
    QList<BubbleAction> actions;
    for (const auto &button : layout->buttons()) actions.append(button.action);
    return actions;
}

OutboxId queue(Shop &shop, const QString &clientId, OutboxHold hold = OutboxHold::None, std::optional<UtcTime> at = {})
{
    OutboxItem item;
    item.clientId = clientId;
    item.numberId = shop.numberId;
    item.phoneNumberId = Testing::shop.phoneNumberId;
    item.conversationId = shop.row(liWei).id;
    item.toPhone = liWei;
    item.type = u"text"_s;
    item.text = u"Are you still there?"_s;
    item.content = {{u"body"_s, item.text}};
    item.hold = hold;
    item.notBefore = at;
    item.queuedAt = shop.workspace.clock->now();
    return waitFor(shop.workspace->outbox().enqueue(item, u"Ana"_s)).value_or(OutboxId{});
}

void fail(Shop &shop, OutboxId id, int code)
{
    QVERIFY(waitFor(shop.workspace->outbox().claim(id, 1)).value_or(false));
    QVERIFY(waitFor(shop.workspace->outbox().failed(id, 1, {code, u"Refused"_s, {}})).value_or(false));
}

struct Desk
{
    explicit Desk(Shop &shop) : view(*shop.context)
    {
        view.resize(760, 700);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
        view.showConversation(shop.row(liWei));
        (void)QTest::qWaitFor([this] { return view.model().state() == TimelineModel::State::Ready; });
        QTest::qWait(80);
    }
    /// Chooses the last message and presses its first button, by keyboard.
    void pressFirstOfLast()
    {
        QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Space);
    }
    TimelineView view;
};

} // namespace

/// Failures in plain words with their next step, and the way to them.
class TestFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every code of the protocol's table: words, and the button that helps, or none where nothing does.
    void everyCodeHasWordsAndItsStep_data()
    {
        QTest::addColumn<QList<int>>("codes");
        QTest::addColumn<int>("kind");
        QTest::newRow("open the number") << QList<int>{3, 10, 190, 200, 299, 131005, 33, 368, 131031, 131037, 131042, 131045, 133005, 133006, 133008, 133009, 133010, 134011, 2593107, 2593108, 2593109} << int(Kind::OpenNumber);
        QTest::newRow("try again") << QList<int>{1, 2, 131016, 133004, 130429, 131000} << int(Kind::SendAgain);
        QTest::newRow("try again later") << QList<int>{4, 80007, 131056, 131048, 133016, 131049, 131057, 132069, 133000, 133015} << int(Kind::SendAgainAt);
        QTest::newRow("change it") << QList<int>{100, 131008, 131009, 131051, 131053, 135000} << int(Kind::ChangeMessage);
        QTest::newRow("a template") << QList<int>{131047, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018} << int(Kind::SendTemplate);
        QTest::newRow("nothing to press") << QList<int>{130472, 130497, 131021, 131026, 131050, 131052, 131055, 131059, 131060, 131062, 131064, 132068, 147001, 147005, 3441041, 2655093} << int(Kind::None);
    }

    void everyCodeHasWordsAndItsStep()
    {
        QFETCH(QList<int>, codes);
        QFETCH(int, kind);
        for (const int code : codes) {
            const auto message = failedWith(code);
            const auto now = message.timestamp + 10s;
            const auto words = failureWords(message);
            QVERIFY2(words.size() > 15 && !words.contains(QString::number(code)), qPrintable(u"%1: %2"_s.arg(code).arg(words)));
            const auto offer = failureOffer(message, now);
            QVERIFY2(int(offer.kind) == kind, QByteArray::number(code).constData());
            QCOMPARE(offer.words.isEmpty(), kind == int(Kind::None));
            auto expected = kind == int(Kind::None) ? QList<BubbleAction>{} : QList<BubbleAction>{kind == int(Kind::SendAgain) ? BubbleAction::SendAgain : BubbleAction::NextStep};
            expected.append(BubbleAction::Discard);
            QCOMPARE(pressable(message, now), expected);
        }
    }

    void unknownCodesSayWhatThePlatformSaid()
    {
        const auto message = failedWith(987654);
        QVERIFY(failureWords(message).contains(u"said by the platform"_s));
        QVERIFY(failureOffer(message, message.timestamp).kind == Kind::SendAgain);
    }

    void stepsOfOthersLeadElsewhereOnly()
    {
        for (const int code : {131000, 131053, 131049}) {
            auto message = failedWith(code);
            message.outboxId = {}; // sent by another program
            QVERIFY(failureOffer(message, message.timestamp).kind == Kind::None);
            QVERIFY(pressable(message, message.timestamp).isEmpty());
        }
        auto closed = failedWith(131047);
        closed.outboxId = {};
        QVERIFY(failureOffer(closed, closed.timestamp).kind == Kind::SendTemplate);
    }

    void marketingCapWaitsItsDay()
    {
        const auto message = failedWith(131049);
        const auto early = failureOffer(message, message.timestamp + 23h);
        QVERIFY(early.kind == Kind::SendAgainAt && early.at == message.timestamp + 24h && !early.mayRepeat);
        QVERIFY(failureOffer(message, message.timestamp + 24h).kind == Kind::SendAgain);
        QVERIFY(!failureOffer(failedWith(131050), message.timestamp).mayRepeat); // never again
    }

    /// The button queues it for the moment from which it can work.
    void sendAgainWaitsForItsTime()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        const auto id = queue(shop, u"c1"_s);
        fail(shop, id, 131048);
        const auto failedAt = shop.newest(liWei).last().timestamp;
        Desk desk(shop);
        desk.pressFirstOfLast();
        QTRY_VERIFY(waitFor(shop.workspace->outbox().item(id))->state == OutboxState::Queued);
        const auto item = waitFor(shop.workspace->outbox().item(id));
        QVERIFY(item->hold == OutboxHold::UntilTime && !item->confirmedStale);
        QVERIFY(item->notBefore == failedAt + 6h);
        QTRY_VERIFY(shop.newest(liWei).last().outboxHold == OutboxHold::UntilTime);
        QVERIFY(pressable(shop.newest(liWei).last(), shop.workspace.clock->now()).contains(BubbleAction::SendNow));
    }

    void opensAtWhatFailedUntilItWasSeen()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        const auto id = queue(shop, u"c1"_s);
        fail(shop, id, 131026);
        shop.workspace.clock->advance(5h);
        shop.fill(200, liWei);
        QVERIFY(shop.row(liWei).hasFailed);
        {
            Desk desk(shop);
            const int row = desk.view.model().rowOf(waitFor(shop.workspace->messages().firstFailed(shop.row(liWei).id)).value_or(std::nullopt).value_or(MessageCursor{}).id);
            // Seen at once, so the store may have forgotten it by now.
            int failed = row;
            for (int i = 0; failed < 0 && i < desk.view.model().rowCount(); ++i) {
                if (desk.view.model().message(i).status == MessageStatus::Failed) failed = i;
            }
            QVERIFY(failed >= 0);
            const auto place = desk.view.bubbleRect(failed);
            QVERIFY(!place.isEmpty() && place.top() > 0 && place.bottom() < desk.view.viewport()->height());
            QVERIFY(!desk.view.isAtEnd());
            QTRY_VERIFY(!shop.row(liWei).hasFailed); // the mark leaves the list
        }
        Desk again(shop);
        QVERIFY(again.view.isAtEnd());
    }

    void aSecondFailureBelowKeepsTheMark()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        fail(shop, queue(shop, u"c1"_s), 131026);
        shop.workspace.clock->advance(5h);
        shop.fill(200, liWei);
        shop.live(liWei, u"hello?"_s);
        fail(shop, queue(shop, u"c2"_s), 131026);
        QVERIFY(waitFor(shop.workspace->conversations().markRead(shop.row(liWei).id, shop.workspace.clock->now())).has_value());
        Desk desk(shop);
        QTRY_VERIFY(waitFor(shop.workspace->messages().firstFailed(shop.row(liWei).id))->value().timestampMs > toEpochMillis(shop.workspace.clock->now() - 1h));
        QVERIFY(shop.row(liWei).hasFailed);
        desk.view.scrollToEnd();
        desk.view.showConversation(shop.row(liWei));
        QTRY_VERIFY(!shop.row(liWei).hasFailed);
    }

    /// A message for later whose time was slept through asks before it goes.
    void sleptThroughAsks()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        const auto at = shop.workspace.clock->now() + 1h;
        const auto id = queue(shop, u"c1"_s, OutboxHold::UntilTime, at);
        shop.workspace.clock->advance(9h);
        QVERIFY(waitFor(shop.workspace->outbox().endMissedHolds(Testing::shop.phoneNumberId, shop.workspace.clock->now() - OutboxItem::StaleAfter)).value_or(false));
        const auto message = shop.newest(liWei).last();
        QVERIFY(message.outboxHold == OutboxHold::None);
        QCOMPARE(pressable(message, shop.workspace.clock->now(), true), (QList<BubbleAction>{BubbleAction::SendAgain, BubbleAction::Discard}));
        Desk desk(shop);
        desk.pressFirstOfLast();
        QTRY_VERIFY(waitFor(shop.workspace->outbox().item(id))->confirmedStale);
        // What a person has confirmed is a message of now.
        QTRY_VERIFY(shop.newest(liWei).last().timestamp > at);
        QVERIFY(shop.newest(liWei).last().outboxState == OutboxState::Queued);
    }
};

QTEST_MAIN(TestFailures)
#include "tst_failures.moc"
