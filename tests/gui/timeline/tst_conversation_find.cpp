#include "tests/gui/shop.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/jump_pill.h"
#include "ui/timeline/view/timeline_pane.h"
#include "ui/timeline/view/timeline_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;
const QString noor = u"971501234567"_s;

} // namespace

/// Finding words in one conversation, also where it is not loaded, and what the pill says far from the end.
class TestConversationFind : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        explicit Desk(Shop &shop) : pane(*shop.context)
        {
            pane.resize(760, 700);
            pane.show();
            pane.activateWindow();
            (void)QTest::qWaitForWindowActive(&pane);
            pane.showConversation(shop.row(liWei));
            (void)QTest::qWaitFor([this] { return view().model().state() == TimelineModel::State::Ready; });
        }
        TimelineView &view() { return pane.view(); }
        QLineEdit *edit() { return pane.findChild<QLineEdit *>(u"find.edit"_s); }
        QString count() { return pane.findChild<QLabel *>(u"find.count"_s)->text(); }
        /// The text of the message in the middle of the screen.
        QString middle()
        {
            const int row = view().rowAt({0, view().viewport()->height() / 2});
            return row < 0 ? QString() : view().model().message(row).text;
        }
        TimelinePane pane;
    };

private Q_SLOTS:
    void stepsThroughMessagesThatAreNotLoaded()
    {
        Shop shop;
        shop.fill(1500, liWei);
        shop.fill(50, noor);
        Desk desk(shop);
        QVERIFY(desk.view().model().rowCount() < 700);
        desk.pane.find();
        QTRY_VERIFY(desk.edit()->hasFocus());
        QTest::keyClicks(desk.edit(), u"invoice"_s);
        // Which ones there are, told by the plainest reading of the sample.
        const auto found = waitFor(shop.workspace->conversations().searchIn(shop.row(liWei).id, u"invoice"_s, 500));
        QVERIFY(found && found->messages.size() > 20);
        const auto total = QString::number(found->messages.size());
        QTRY_COMPARE(desk.count(), u"1 of "_s + total);
        QTRY_COMPARE(desk.middle(), found->messages.at(0).text);
        QTest::keyClick(desk.edit(), Qt::Key_Return);
        QTRY_COMPARE(desk.middle(), found->messages.at(1).text);
        QTest::keyClick(desk.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(desk.edit(), Qt::Key_Return, Qt::ShiftModifier);
        // Round to the oldest, which is far outside the window of loaded messages.
        QCOMPARE(desk.count(), u"%1 of %1"_s.arg(total));
        QTRY_COMPARE(desk.middle(), found->messages.last().text);
        QVERIFY(desk.view().model().hasNewer());
        QTest::keyClick(desk.edit(), Qt::Key_Escape);
        QVERIFY(!desk.edit()->isVisible());
        QVERIFY(desk.view().hasFocus());
        QCOMPARE(desk.middle(), found->messages.last().text);
    }

    void theHitIsMarked()
    {
        Shop shop;
        shop.live(liWei, u"the blue teapot"_s);
        Desk desk(shop);
        QTRY_COMPARE(desk.view().model().rowCount(), 1);
        QTest::qWait(50);
        const auto strong = shop.theme.color(Theme::Color::FoundHere).rgb();
        const auto counted = [&] {
            const auto image = desk.view().viewport()->grab().toImage();
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) pixels += image.pixel(x, y) == strong ? 1 : 0;
            }
            return pixels;
        };
        QCOMPARE(counted(), 0);
        desk.pane.find();
        desk.edit()->setText(u"BLUE"_s);
        QTRY_COMPARE(desk.count(), u"1 of 1"_s);
        QTRY_VERIFY(counted() > 50);
        desk.pane.closeFind();
        QTRY_COMPARE(counted(), 0);
    }

    void followsNewMessages()
    {
        Shop shop;
        shop.fill(30, liWei);
        shop.live(liWei, u"needle one"_s);
        Desk desk(shop);
        desk.pane.find();
        desk.edit()->setText(u"needle"_s);
        QTRY_COMPARE(desk.count(), u"1 of 1"_s);
        shop.live(liWei, u"needle two"_s);
        // One stays on the hit one reads; the new one comes before it.
        QTRY_COMPARE(desk.count(), u"2 of 2"_s);
        desk.edit()->setText(u"no such words"_s);
        QTRY_COMPARE(desk.count(), u"Not in this conversation"_s);
    }

    void thePillCountsWhatCameBeyondTheWindow()
    {
        Shop shop;
        shop.fill(1500, liWei);
        Desk desk(shop);
        auto *pill = desk.view().findChild<JumpPill *>();
        QVERIFY(!pill->isVisible());
        desk.view().jumpTo({0, MessageId{1}});
        QTRY_VERIFY(desk.view().model().hasNewer());
        QTRY_VERIFY(pill->isVisible());
        QVERIFY(pill->text().isEmpty());
        for (int i = 0; i < 3; ++i) shop.live(liWei, u"new %1"_s.arg(i));
        desk.pane.showConversation(shop.row(liWei)); // as the window does when the row changes
        QTRY_VERIFY2(pill->text().startsWith(u'3'), qPrintable(pill->text()));
        pill->click();
        QTRY_VERIFY(desk.view().isAtEnd());
        QTRY_COMPARE(shop.row(liWei).unread, 0);
        desk.pane.showConversation(shop.row(liWei));
        QTRY_VERIFY(!pill->isVisible());
    }
};

QTEST_MAIN(TestConversationFind)
#include "tst_conversation_find.moc"
