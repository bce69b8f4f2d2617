#include "core/store/store.h"
#include "tests/gui/timeline/media_desk.h"
#include "ui/media/lightbox/lightbox.h"
#include "ui/media/lightbox/stage.h"
#include "ui/media/playback/playback.h"
#include "ui/models/timeline_model.h"
#include "ui/theme/icon_button.h"
#include "ui/timeline/actions/hover_bar.h"
#include "ui/timeline/actions/message_commands.h"
#include "ui/timeline/actions/message_menu.h"
#include "ui/timeline/actions/reaction_row.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QDir>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::SampleMessages;
using Tandem::Test::everyTypePending;
using Tandem::Test::Shop;
using Desk = Tandem::Test::MediaDesk;

namespace {

const QString liWei = Tandem::Test::mediaCustomer;

} // namespace

/// Media as people meet them in the conversation. TANDEM_SHOTS=folder saves the pictures; TANDEM_CATALOGUE=file.qm and
/// QT_SCALE_FACTOR change how it is shown.
class TestMediaShown : public QObject
{
    Q_OBJECT

private:
    static void save(QWidget &widget, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_SHOTS");
        const auto image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(u"%1-x%2.png"_s.arg(name, qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s)))));
    }
    QTranslator m_translator;

private Q_SLOTS:
    void initTestCase()
    {
        if (m_translator.load(qEnvironmentVariable("TANDEM_CATALOGUE"))) QApplication::installTranslator(&m_translator);
    }

    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void looks()
    {
        QFETCH(bool, dark);
        Shop shop;
        shop.theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        shop.theme.apply();
        shop.play(everyTypePending(), liWei);
        Desk desk(shop);
        desk.arriveAll();
        desk.open();
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        auto *bar = desk.view.verticalScrollBar();
        bar->setValue(0);
        for (int page = 0; page < 6; ++page) {
            QTest::qWait(page == 1 ? 1500 : 500);
            save(desk.view, u"every-pane-%1-%2"_s.arg(name).arg(page));
            if (bar->value() >= bar->maximum()) break;
            bar->setValue(bar->value() + 760);
        }
        QVERIFY(bar->maximum() > 1500);
    }

    void playingAVoiceNoteIsSeen()
    {
        Shop shop;
        SampleMessages samples;
        auto &voice = samples.in({}, u"audio"_s);
        voice.media.state = MediaState::Pending;
        voice.media.ref = {u"v"_s, {}, u"audio/ogg; codecs=opus"_s, {}, {}, true, false};
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open();
        const auto before = desk.view.bubbleRect(0);
        desk.arriveAll();
        QTRY_VERIFY(desk.view.model().message(0).media.state == MediaState::Available);
        QTest::qWait(300);
        QCOMPARE(desk.view.bubbleRect(0), before);
        QSignalSpy problem(&desk.view, &TimelineView::problem);
        const auto id = desk.view.model().message(0).id;
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, before.topLeft() + QPoint(28, 26));
        // With a sound output it plays; without one a person is told in words.
        QTRY_VERIFY(desk.view.media().playback().state(id) == Playback::State::Playing || problem.size() == 1);
    }

    void theLightboxStepsAndZooms()
    {
        Shop shop;
        SampleMessages samples;
        for (int i = 0; i < 3; ++i) {
            auto &picture = samples.in(i == 1 ? u"in the middle"_s : QString(), u"image"_s);
            picture.media.state = MediaState::Pending;
            picture.media.ref = {u"p%1"_s.arg(i), {}, u"image/jpeg"_s, {}, {}, false, false};
            samples.later(200);
        }
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.arriveAll();
        desk.open();
        desk.view.verticalScrollBar()->setValue(desk.view.verticalScrollBar()->maximum());
        QTest::qWait(100);
        QTest::mouseClick(desk.view.viewport(), Qt::LeftButton, {}, desk.view.bubbleRect(2).center());
        QTRY_VERIFY(desk.view.window()->findChild<Lightbox *>());
        auto *box = desk.view.window()->findChild<Lightbox *>();
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->current(), desk.view.model().message(2).id);
        QTRY_VERIFY(box->stage().hasPicture());
        save(desk.view, u"lightbox"_s);
        QTest::keyClick(box, Qt::Key_Left);
        QCOMPARE(box->current(), desk.view.model().message(1).id);
        QTest::keyClick(box, Qt::Key_Left);
        QTest::keyClick(box, Qt::Key_Left);
        QCOMPARE(box->current(), desk.view.model().message(0).id);
        QTRY_VERIFY(box->stage().hasPicture());
        for (int i = 0; i < 20; ++i) QTest::keyClick(box, Qt::Key_Plus);
        QCOMPARE(box->stage().zoomFactor(), Stage::MaxZoom);
        QVERIFY(box->stage().shown().contains(QRectF(box->stage().rect()).center()));
        save(desk.view, u"lightbox-zoomed"_s);
        QTest::keyClick(box, Qt::Key_0);
        QCOMPARE(box->stage().zoomFactor(), 1.0);
        QPointer<Lightbox> open(box);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!open);
    }

    void reactionsStarsAndRepliesGoOut()
    {
        Shop shop;
        shop.live(liWei, u"is it there?"_s);
        Desk desk(shop);
        desk.open();
        const auto message = desk.view.model().message(0);
        desk.view.commands().react(message, u"👍"_s);
        QTRY_COMPARE(desk.view.model().message(0).reactions.size(), 1);
        QCOMPARE(MessageCommands::ownReaction(desk.view.model().message(0)), u"👍"_s);
        desk.view.commands().react(desk.view.model().message(0), u"❤️"_s); // takes the place of the first
        QTRY_COMPARE(MessageCommands::ownReaction(desk.view.model().message(0)), u"❤️"_s);
        desk.view.commands().react(desk.view.model().message(0), u"❤️"_s); // the same again takes it back
        QTRY_COMPARE(desk.view.model().message(0).reactions.size(), 0);
        const auto queued = waitFor(shop.workspace->outbox().queued(Testing::shop.phoneNumberId, 10));
        QVERIFY(queued && !queued->isEmpty());
        QCOMPARE(queued->last().type, u"reaction"_s);
        QCOMPARE(queued->last().content.value(u"emoji"_s).toString(), QString());
        QCOMPARE(queued->last().content.value(u"message_id"_s).toString(), message.wamid);
        desk.view.commands().star(message, true);
        QTRY_VERIFY(desk.view.model().message(0).starred);
        QVERIFY(desk.view.spokenRow(0).contains(u"starred"_s));
    }

    void hoveringOffersWhatIsOftenWanted()
    {
        Shop shop;
        shop.live(liWei, u"is it there?"_s);
        Desk desk(shop);
        desk.open();
        auto *bar = desk.view.findChild<HoverBar *>();
        QVERIFY(bar && bar->isHidden());
        const auto bubble = desk.view.bubbleRect(0);
        QMouseEvent move(QEvent::MouseMove, bubble.center(), desk.view.viewport()->mapToGlobal(bubble.center()), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(desk.view.viewport(), &move);
        QVERIFY(!bar->isHidden());
        QVERIFY(!bar->geometry().intersects(bubble));
        QSignalSpy reply(&desk.view, &TimelineView::replyRequested);
        const auto buttons = bar->findChildren<IconButton *>();
        QCOMPARE(buttons.size(), 4);
        for (auto *button : buttons) QVERIFY(!button->accessibleName().isEmpty());
        buttons.at(1)->click();
        QCOMPARE(reply.size(), 1);
        save(desk.view, u"hover"_s);
    }

    void theMenuSaysWhatCanBeDone()
    {
        Shop shop;
        shop.live(liWei, u"is it there?"_s);
        Desk desk(shop);
        desk.open();
        desk.view.setFocus();
        QTest::keyClick(&desk.view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&desk.view, Qt::Key_Return);
        auto *menu = desk.view.findChild<MessageMenu *>();
        QTRY_VERIFY(menu && menu->isVisible());
        QTest::qWait(50);
        save(*menu, u"menu"_s);
        QStringList words;
        for (const auto *action : menu->actions()) words.append(action->text().remove(u'&'));
        for (const auto &wanted : {u"Reply"_s, u"Forward…"_s, u"Star"_s, u"Copy text"_s, u"Mark unread from here"_s}) QVERIFY2(words.contains(wanted) || !m_translator.isEmpty(), qPrintable(wanted));
        auto *row = menu->findChild<ReactionRow *>();
        QVERIFY(row);
        QTest::mouseMove(row, QPoint(20, 20));
        QMouseEvent move(QEvent::MouseMove, QPointF(20, 20), row->mapToGlobal(QPointF(20, 20)), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(row, &move);
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(20, 20));
        QTRY_COMPARE(desk.view.model().message(0).reactions.size(), 1);
    }

    void markedUnreadStaysSo()
    {
        Shop shop;
        shop.live(liWei, u"one"_s);
        shop.live(liWei, u"two"_s);
        Desk desk(shop);
        desk.open();
        (void)QTest::qWaitForWindowActive(&desk.view);
        QTRY_COMPARE_WITH_TIMEOUT(shop.row(liWei).unread, 0, 3000);
        QSignalSpy marked(&desk.view, &TimelineView::markedUnread);
        desk.view.setFocus();
        QTest::keyClick(&desk.view, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(&desk.view, Qt::Key_Return);
        auto *menu = desk.view.findChild<MessageMenu *>();
        QTRY_VERIFY(menu);
        Q_EMIT menu->wanted(MessageMenu::Wish::MarkUnread);
        menu->close();
        QTRY_COMPARE(marked.size(), 1);
        QTest::qWait(900);
        QVERIFY(shop.row(liWei).unread > 0);
    }

    void failuresLeadOn()
    {
        Shop shop;
        shop.live(liWei, u"hi"_s);
        SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 0, 5)));
        auto &failed = samples.out(u"too late"_s);
        failed.status = MessageStatus::Failed;
        failed.outboxState = OutboxState::Failed;
        failed.error = {131047, u"Re-engagement message"_s, {}};
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open();
        QSignalSpy wanted(&desk.view, &TimelineView::templateRequested);
        desk.view.commands().nextStep(desk.view.model().message(1));
        QCOMPARE(wanted.size(), 1);
    }

    void contactsStartConversations()
    {
        Shop shop;
        SampleMessages samples;
        auto &cards = samples.in({}, u"contacts"_s);
        cards.payload = QJsonDocument::fromJson(R"({"contacts":[{"name":{"formatted_name":"B J"},"phones":[{"phone":"+1 (415) 555-0829","wa_id":"14155550829"}]}]})").object();
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open();
        QSignalSpy start(&desk.view, &TimelineView::startConversationRequested);
        desk.view.commands().startChat(desk.view.model().message(0), 0);
        QCOMPARE(start.size(), 1);
        QCOMPARE(start.first().at(0).toString(), u"14155550829"_s);
        QCOMPARE(start.first().at(1).toString(), u"B J"_s);
    }

    void transfersAreDrawnWithoutMoving()
    {
        Shop shop;
        SampleMessages samples;
        auto &picture = samples.in({}, u"image"_s);
        picture.media.state = MediaState::Pending;
        picture.media.ref = {u"p"_s, {}, u"image/jpeg"_s, {}, {}, false, false};
        shop.play(samples.all, liWei);
        Desk desk(shop);
        desk.open();
        const auto rect = desk.view.bubbleRect(0);
        const auto before = desk.view.viewport()->grab(rect).toImage();
        desk.view.media().setDownload(desk.view.model().message(0).id, 40, 100);
        const auto half = desk.view.viewport()->grab(rect).toImage();
        QVERIFY(before != half);
        desk.view.media().setDownload(desk.view.model().message(0).id, 80, 100);
        QVERIFY(desk.view.viewport()->grab(rect).toImage() != half);
        QCOMPARE(desk.view.bubbleRect(0), rect);
    }
};

QTEST_MAIN(TestMediaShown)
#include "tst_media_shown.moc"
