#include "tests/gui/shop.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/jump_pill.h"
#include "ui/timeline/view/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;
const QString noor = u"971501234567"_s;

/// A view of 760 × 700 over a shop, shown and active.
struct Desk
{
    explicit Desk(Shop &s) : shop(s), view(*s.context)
    {
        view.resize(760, 700);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
    }
    void open(const QString &phone)
    {
        view.showConversation(shop.row(phone));
        waitIdle();
    }
    void waitIdle()
    {
        QVERIFY(QTest::qWaitFor([this] { return view.model().state() == TimelineModel::State::Ready; }));
        QTest::qWait(80);
    }
    /// Top of the bubble of this message in the viewport; nullopt when it is not laid out.
    std::optional<int> pixel(MessageId id)
    {
        const int row = view.model().rowOf(id);
        if (row < 0) return std::nullopt;
        const auto rect = view.bubbleRect(row);
        return rect.isEmpty() ? std::nullopt : std::optional(rect.top());
    }
    MessageId middle() { return view.model().message(view.rowAt({0, 350})).id; }
    QScrollBar *bar() { return view.verticalScrollBar(); }

    Shop &shop;
    TimelineView view;
};

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAtTheEnd()
    {
        Shop shop;
        shop.fill(300, liWei);
        Desk desk(shop);
        desk.open(liWei);
        QCOMPARE(desk.bar()->value(), desk.bar()->maximum());
        QVERIFY(desk.view.isAtEnd());
        const auto last = desk.view.bubbleRect(desk.view.model().rowCount() - 1);
        QVERIFY(last.bottom() < desk.view.viewport()->height());
        QVERIFY(last.bottom() > desk.view.viewport()->height() - 60);
    }

    void shortConversationsStandAtTheBottom()
    {
        Shop shop;
        shop.fill(2, liWei);
        Desk desk(shop);
        desk.open(liWei);
        QCOMPARE(desk.bar()->maximum(), 0);
        QVERIFY(desk.view.bubbleRect(1).bottom() > desk.view.viewport()->height() - 60);
    }

    void olderPagesMoveNothing()
    {
        Shop shop;
        shop.fill(2000, liWei);
        Desk desk(shop);
        desk.open(liWei);
        // All the way up through many pages: whatever is in the middle before a page comes is there after it.
        for (int i = 0; i < 40; ++i) {
            desk.bar()->setValue(std::max(0, desk.bar()->value() - 650));
            const auto id = desk.middle();
            const auto before = desk.pixel(id);
            QVERIFY(before);
            QTest::qWait(25);
            QCOMPARE(*desk.pixel(id), *before);
        }
        QVERIFY(desk.view.model().rowCount() > TimelineModel::PageSize);
        QVERIFY(desk.view.model().rowCount() <= TimelineModel::MaxRows + TimelineModel::PageSize);
    }

    void widthChangesKeepTheMessage()
    {
        Shop shop;
        shop.fill(500, liWei);
        Desk desk(shop);
        desk.open(liWei);
        desk.bar()->setValue(desk.bar()->maximum() / 2);
        QTest::qWait(60);
        int row = desk.view.rowAt({0, 0});
        while (desk.view.bubbleRect(row).top() < 0) ++row;
        const auto id = desk.view.model().message(row).id;
        const auto before = *desk.pixel(id);
        for (const int width : {500, 900, 420, 760}) {
            desk.view.resize(width, 700);
            QCOMPARE(*desk.pixel(id), before);
            QTest::qWait(30);
            QCOMPARE(*desk.pixel(id), before);
        }
    }

    void growingBubblesAboveMoveNothing()
    {
        Shop shop;
        shop.fill(500, liWei);
        Desk desk(shop);
        desk.open(liWei);
        desk.bar()->setValue(desk.bar()->maximum() - 900);
        QTest::qWait(60);
        const auto id = desk.middle();
        const auto before = *desk.pixel(id);
        const auto above = desk.view.model().message(desk.view.rowAt({0, 0}) - 2);
        shop.workspace.apply({EditEvent{Testing::shop, Testing::phonePeer(liWei), above.direction, MessageSource::Live, u"edit"_s, above.wamid,
            shop.workspace.clock->now(), u"text"_s, u"A much longer text. "_s.repeated(40), {}, {}}});
        QTRY_VERIFY(desk.view.model().message(desk.view.model().rowOf(above.id)).isEdited());
        QTest::qWait(40);
        QCOMPARE(*desk.pixel(id), before);
    }

    /// A notice that comes late takes its place above what one reads; at the end it is followed, and counted never.
    void noticesMoveNothing()
    {
        Shop shop;
        shop.fill(300, liWei);
        Desk desk(shop);
        desk.open(liWei);
        desk.bar()->setValue(desk.bar()->maximum() - 900);
        const auto id = desk.middle();
        const auto before = desk.pixel(id);
        QVERIFY(before);
        const int rows = desk.view.model().rowCount();
        IdentityEvent notice;
        notice.number = Testing::shop;
        notice.before = notice.after = Testing::phonePeer(liWei);
        notice.kind = u"customer_identity_changed"_s;
        notice.wamid = u"early"_s;
        notice.timestamp = desk.view.model().message(desk.view.model().rowOf(id) - 20).timestamp;
        shop.workspace.apply({notice});
        QTRY_COMPARE(desk.view.model().rowCount(), rows + 1);
        QTest::qWait(40);
        QCOMPARE(*desk.pixel(id), *before);
        notice.wamid = u"late"_s;
        notice.timestamp = shop.workspace.clock->now();
        shop.workspace.apply({notice});
        QTRY_COMPARE(desk.view.model().rowCount(), rows + 2);
        QTest::qWait(40);
        QCOMPARE(*desk.pixel(id), *before);
        const auto pills = desk.view.findChildren<JumpPill *>();
        QVERIFY(std::none_of(pills.begin(), pills.end(), [](const JumpPill *pill) { return pill->isVisible() && pill->text().contains(u"new"_s); }));
        QVERIFY(!desk.view.model().unreadFrom());
        QVERIFY(desk.view.model().message(rows + 1).isEvent());
        // Arrow keys step over it like over any row.
        desk.bar()->setValue(desk.bar()->maximum());
        desk.view.setFocus();
        for (int i = 0; i < 3; ++i) QTest::keyClick(&desk.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(shop.row(liWei).unread, 0);
    }

    void followsOnlyAtTheEnd()
    {
        Shop shop;
        shop.fill(300, liWei);
        Desk desk(shop);
        desk.open(liWei);
        shop.live(liWei, u"one"_s);
        QTRY_COMPARE(desk.view.model().message(desk.view.model().rowCount() - 1).text, u"one"_s);
        QTRY_COMPARE(desk.bar()->value(), desk.bar()->maximum());
        desk.bar()->setValue(desk.bar()->maximum() - 400);
        QTest::qWait(40);
        const auto id = desk.middle();
        const auto before = *desk.pixel(id);
        shop.live(liWei, u"two"_s);
        shop.live(liWei, u"three"_s);
        QTRY_COMPARE(desk.view.model().message(desk.view.model().rowCount() - 1).text, u"three"_s);
        QTest::qWait(60);
        QCOMPARE(*desk.pixel(id), before);
        auto *pill = desk.view.findChild<JumpPill *>();
        QVERIFY(pill->isVisible());
        QVERIFY(pill->text().startsWith(u'2'));
        pill->click();
        QTRY_COMPARE(desk.bar()->value(), desk.bar()->maximum());
        QTRY_VERIFY(!pill->isVisible());
    }

    void unreadLineStaysUntilOneLeaves()
    {
        Shop shop;
        shop.fill(200, liWei);
        for (int i = 0; i < 40; ++i) shop.live(liWei, u"new %1"_s.arg(i));
        shop.fill(1, noor);
        Desk desk(shop);
        const auto first = waitFor(shop.workspace->messages().firstUnread(shop.row(liWei).id));
        QVERIFY(first && first->has_value());
        desk.open(liWei);
        const int row = desk.view.model().rowAtOrAfter(**first);
        const auto place = desk.view.bubbleRect(row);
        QVERIFY2(place.top() > 0 && place.top() < 400, qPrintable(QString::number(place.top())));
        QCOMPARE(*desk.view.model().unreadFrom(), **first);
        desk.view.scrollToEnd();
        QTRY_COMPARE(shop.row(liWei).unread, 0);
        QVERIFY(desk.view.model().unreadFrom().has_value());
        desk.open(noor);
        desk.open(liWei);
        QVERIFY(!desk.view.model().unreadFrom().has_value());
    }

    void readOnlyWhenSeenLongEnough()
    {
        Shop shop;
        shop.fill(5, liWei);
        shop.live(liWei, u"hello"_s);
        QCOMPARE(shop.row(liWei).unread, 1);
        TimelineView hidden(*shop.context);
        hidden.resize(760, 700);
        hidden.showConversation(shop.row(liWei));
        QTest::qWait(800);
        QCOMPARE(shop.row(liWei).unread, 1);
        Desk desk(shop);
        desk.open(liWei);
        QTest::qWait(200);
        QCOMPARE(shop.row(liWei).unread, 1);
        QTRY_COMPARE_WITH_TIMEOUT(shop.row(liWei).unread, 0, 2000);
    }

    void remembersWhereOneWas()
    {
        Shop shop;
        shop.fill(800, liWei);
        shop.fill(10, noor);
        Desk desk(shop);
        desk.open(liWei);
        for (int i = 0; i < 5; ++i) {
            desk.bar()->setValue(desk.bar()->value() - 900);
            QTest::qWait(25);
        }
        const auto id = desk.middle();
        const auto before = *desk.pixel(id);
        desk.open(noor);
        desk.open(liWei);
        QCOMPARE(*desk.pixel(id), before);
    }

    void jumpsFarAndBackToTheEnd()
    {
        Shop shop;
        shop.fill(3000, liWei);
        Desk desk(shop);
        desk.open(liWei);
        const auto id = shop.row(liWei).id;
        const auto page = waitFor(shop.workspace->messages().older(id, TimelineModel::cursorOf(desk.view.model().message(0)), 2000));
        const auto target = page->messages.at(100);
        desk.view.jumpTo(TimelineModel::cursorOf(target));
        QTRY_VERIFY(desk.pixel(target.id));
        QTest::qWait(60);
        QVERIFY2(std::abs(*desk.pixel(target.id) - 320) < 60, qPrintable(QString::number(*desk.pixel(target.id))));
        QVERIFY(desk.view.model().hasNewer());
        desk.view.scrollToEnd();
        QTRY_VERIFY(!desk.view.model().hasNewer());
        QTRY_COMPARE(desk.bar()->value(), desk.bar()->maximum());
    }

    void pagesKeepATwentiethOfTheScreen()
    {
        Shop shop;
        shop.fill(400, liWei);
        Desk desk(shop);
        desk.open(liWei);
        desk.bar()->setValue(desk.bar()->maximum() - 2000);
        QTest::qWait(60);
        const auto id = desk.middle();
        const auto before = *desk.pixel(id);
        QTest::keyClick(&desk.view, Qt::Key_PageDown);
        QTest::qWait(250);
        const auto after = desk.pixel(id);
        QVERIFY(after);
        QCOMPARE(before - *after, 700 * 19 / 20);
    }

    void screenReadersGetSentences()
    {
        Shop shop;
        shop.play(Test::SampleMessages::conversation(), liWei);
        Desk desk(shop);
        desk.open(liWei);
        auto *list = QAccessible::queryAccessibleInterface(&desk.view);
        QVERIFY(list);
        QVERIFY(list->role() == QAccessible::List);
        const int rows = desk.view.model().rowCount();
        QVERIFY(list->childCount() >= rows);
        auto *item = list->child(rows - 1);
        QVERIFY(item && item->role() == QAccessible::ListItem);
        QVERIFY2(item->text(QAccessible::Name).startsWith(u"Li Wei 李伟, Formats: bold"_s), qPrintable(item->text(QAccessible::Name)));
        QVERIFY(list->indexOfChild(item) == rows - 1);
        QVERIFY(!item->rect().isEmpty());
    }

    void discardingAndSendingAgain()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        Test::SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 0, 5)));
        auto &failed = samples.out(u"failed one"_s);
        failed.status = MessageStatus::Failed;
        failed.outboxState = OutboxState::Failed;
        failed.error = {131000, u"Something went wrong"_s, {}};
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open(liWei);
        const int row = desk.view.model().rowCount() - 1;
        QVERIFY(desk.view.model().message(row).status == MessageStatus::Failed);
        // The first button of the bubble is "Try again".
        const auto rect = desk.view.bubbleRect(row);
        bool queued = false;
        for (int y = rect.bottom() - 4; y > rect.top() && !queued; y -= 4) {
            QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, QPoint(rect.left() + 30, y));
            queued = QTest::qWaitFor([&] { return desk.view.model().message(row).status == MessageStatus::Queued; }, 60);
        }
        QVERIFY(queued);
    }

    void picturesLoadWithoutMoving()
    {
        Shop shop;
        shop.fill(10, liWei);
        Test::SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 1)));
        auto &photo = samples.in(u"look"_s, u"image"_s);
        photo.media.state = MediaState::Pending;
        photo.media.ref.id = u"77"_s;
        photo.media.ref.mime = u"image/png"_s;
        samples.in(u"after it"_s);
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open(liWei);
        const int row = desk.view.model().rowCount() - 2;
        QVERIFY(desk.view.model().message(row).media.state == MediaState::Pending);
        const auto before = desk.view.bubbleRect(row);
        const auto grey = desk.view.grab(before).toImage();
        QImage image(300, 900, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const auto sha = QString(64, u'a');
        QVERIFY(image.save(shop.workspace->media().pathFor(sha), "png"));
        QVERIFY(waitFor(shop.workspace->media().available(desk.view.model().message(row).id, sha, 1000, u"image/png"_s)).has_value());
        QTRY_VERIFY(desk.view.model().message(row).media.state == MediaState::Available);
        QTRY_VERIFY(desk.view.grab(before).toImage() != grey);
        QTest::qWait(150);
        QCOMPARE(desk.view.bubbleRect(row), before);
    }

    void jumpsToADayAndToTheStart()
    {
        Shop shop;
        shop.fill(4000, liWei); // one a minute: almost three days
        Desk desk(shop);
        desk.open(liWei);
        const QDate day(2026, 11, 21);
        desk.view.jumpToDay(day);
        QTRY_VERIFY(desk.view.model().hasNewer());
        desk.waitIdle();
        const int row = desk.view.rowAt({0, 350});
        const auto shown = QDateTime::fromMSecsSinceEpoch(toEpochMillis(desk.view.model().message(row).timestamp)).date();
        QVERIFY2(shown == day || shown == day.addDays(-1), qPrintable(shown.toString(Qt::ISODate)));
        QTest::keyClick(&desk.view, Qt::Key_Home);
        QTRY_VERIFY(!desk.view.model().hasOlder());
        desk.waitIdle();
        QVERIFY(desk.view.bubbleRect(0).top() > 0);
        QTest::keyClick(&desk.view, Qt::Key_End);
        QTRY_VERIFY(!desk.view.model().hasNewer());
        QTRY_COMPARE(desk.bar()->value(), desk.bar()->maximum());
    }

    void quotesLeadToTheirMessageAndBack()
    {
        Shop shop;
        shop.fill(600, liWei);
        const auto old = waitFor(shop.workspace->messages().around(shop.row(liWei).id, {}, 10))->messages.first();
        Test::SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 1)));
        samples.in(u"this one"_s).quote = Quote{old.wamid.mid(liWei.size()), old.id, old.text, u"text"_s, Direction::In, Origin::Customer};
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open(liWei);
        const int row = desk.view.model().rowCount() - 1;
        QVERIFY(desk.view.model().message(row).quote.has_value());
        const auto id = desk.view.model().message(row).id;
        const auto rect = desk.view.bubbleRect(row);
        const int before = rect.top();
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(30, 20));
        QTRY_VERIFY(desk.pixel(old.id));
        QVERIFY(!desk.view.isAtEnd());
        QTest::keyClick(&desk.view, Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(desk.pixel(id));
        QTest::qWait(60);
        QCOMPARE(*desk.pixel(id), before);
    }

    void textIsSelectedAndCopied()
    {
        Shop shop;
        shop.live(liWei, u"the order number is 88231 thanks"_s);
        Desk desk(shop);
        desk.open(liWei);
        const auto rect = desk.view.bubbleRect(0);
        const auto middle = QPoint(rect.left() + 60, rect.top() + 16);
        QTest::mouseDClick(desk.view.viewport(), Qt::LeftButton, {}, middle);
        QVERIFY(!desk.view.selectedText().isEmpty());
        QTest::mousePress(desk.view.viewport(), Qt::LeftButton, {}, rect.topLeft() + QPoint(13, 16));
        QTest::mouseMove(desk.view.viewport(), rect.topLeft() + QPoint(80, 16));
        QMouseEvent drag(QEvent::MouseMove, QPointF(rect.left() + rect.width() - 70, rect.top() + 16), QCursor::pos(), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(desk.view.viewport(), &drag);
        QTest::mouseRelease(desk.view.viewport(), Qt::LeftButton, {}, QPoint(rect.right() - 70, rect.top() + 16));
        QVERIFY2(desk.view.selectedText().startsWith(u"the order"_s), qPrintable(desk.view.selectedText()));
        QTest::keyClick(&desk.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), desk.view.selectedText());
    }

    void clearedAndEmpty()
    {
        Shop shop;
        shop.fill(20, liWei);
        Desk desk(shop);
        desk.open(liWei);
        desk.view.clear();
        QCOMPARE(desk.view.model().rowCount(), 0);
        QVERIFY(!desk.view.conversation());
        QVERIFY(!desk.view.grab().isNull());
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
