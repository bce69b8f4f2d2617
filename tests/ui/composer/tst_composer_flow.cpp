#include "tests/ui/composer/composer_steps.h"
#include "tests/ui/composer/tone_source.h"
#include "ui/composer/attach/attachment_card.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/attach/file_drop.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/canned/canned_popup.h"
#include "ui/composer/canned/canned_prompt.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/voice/voice_bar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QTranslator>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Test::Shop;

/// Taking back, later, typing, canned replies and what is refused.
class TestComposerFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoSend()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        shop.settings.setValue(UserSettings::Key::UndoSendSeconds, 10);
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.png"_s)});
        QTRY_VERIFY(ready(desk, 1));
        const auto question = shop.newest(liWei).last();
        desk.composer.setReplyTo(question);
        QTest::keyClicks(desk.input, u"too soon"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        auto *strip = desk.part<PendingStrip>("composer.pending");
        QTRY_COMPARE(strip->undoable().size(), 1);
        QVERIFY(strip->isVisible());
        const auto item = waitFor(shop.workspace->outbox().item(strip->undoable().first()));
        QVERIFY(item && item->hold == OutboxHold::Undo);
        QCOMPARE(toEpochMillis(*item->notBefore) - toEpochMillis(shop.workspace.clock->now()), 10'000);
        QTest::keyClick(desk.input, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.input->toPlainText(), u"too soon"_s);
        QTRY_VERIFY(ready(desk, 1)); // the file and the quote come back too
        QTRY_VERIFY(!strip->isVisible());
        QTRY_VERIFY(shop.newest(liWei).last().direction == Direction::In); // nothing is left in the timeline
        shop.settings.setValue(UserSettings::Key::UndoSendSeconds, 0);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.queued().size(), 1);
        QCOMPARE(desk.queued().first().replyToWamid, question.wamid);
        QCOMPARE(desk.queued().first().text, u"too soon"_s);
    }

    void laterAndWhenTheyWrite()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        const auto at = shop.workspace.clock->now() + std::chrono::hours(2);
        QTest::keyClicks(desk.input, u"tomorrow"_s);
        desk.composer.sendAt({OutboxHold::UntilTime, at});
        QTest::keyClicks(desk.input, u"welcome back"_s);
        desk.composer.sendAt({OutboxHold::UntilReply, {}});
        auto *strip = desk.part<PendingStrip>("composer.pending");
        QTRY_COMPARE(strip->items().size(), 2);
        // The customer writes: that one goes by itself.
        shop.live(liWei, u"me again"_s);
        QTRY_COMPARE(desk.queued().first().text, u"welcome back"_s);
        QVERIFY(desk.queued().first().hold == OutboxHold::None);
        QTRY_COMPARE(strip->items().size(), 1);
        QVERIFY(strip->items().first().due == at);
        // Back into the field to be changed.
        QTest::mouseClick(desk.part<QPushButton>("pending.edit"), Qt::LeftButton);
        QTRY_COMPARE(desk.input->toPlainText(), u"tomorrow"_s);
        QTRY_VERIFY(!strip->isVisible());
        desk.composer.sendAt({OutboxHold::UntilTime, at});
        QTRY_COMPARE(strip->items().size(), 1);
        QTest::mouseClick(desk.part<QPushButton>("pending.now"), Qt::LeftButton);
        QTRY_VERIFY(!strip->isVisible());
        QTRY_COMPARE(desk.queued().size(), 2);
    }

    void typingIsToldAtMostEvery25Seconds()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        const auto due = [&] { return waitFor(shop.workspace->commands().due(shop.workspace.clock->now(), 50)).value_or(QList<Command>()); };
        const auto settle = [&] {
            for (const auto &command : due()) (void)waitFor(shop.workspace->commands().done(command.id));
        };
        QTest::keyClicks(desk.input, u"Hel"_s);
        QTRY_COMPARE(due().size(), 1);
        QVERIFY(due().first().kind == CommandKind::Typing);
        QCOMPARE(due().first().body.value("wamid"_L1).toString(), shop.newest(liWei).last().wamid);
        settle();
        shop.workspace.clock->advance(std::chrono::seconds(24));
        QTest::keyClicks(desk.input, u"lo"_s);
        QTest::qWait(50);
        QCOMPARE(due().size(), 0);
        shop.workspace.clock->advance(std::chrono::seconds(2));
        QTest::keyClicks(desk.input, u"!"_s);
        QTRY_COMPARE(due().size(), 1);
        settle();
        // A number that never shows reading does not tell.
        QVERIFY(waitFor(shop.workspace->numbers().setPolicy(shop.numberId, ReadReceipts::Never, true)).has_value());
        const auto silent = [&] { // once the composer has heard of it
            shop.workspace.clock->advance(std::chrono::seconds(60));
            QTest::keyClicks(desk.input, u"?"_s);
            QTest::qWait(100);
            const bool none = due().isEmpty();
            settle();
            return none;
        };
        QTRY_VERIFY(silent());
        QVERIFY(silent());
    }

    void cannedRepliesAtTheCaret()
    {
        Shop shop;
        greet(shop);
        auto &canned = shop.workspace->cannedReplies();
        CannedReply hello{{}, u"hello"_s, u"Greeting"_s, u"Hi {{contact.name|there}}!"_s, {}, {}};
        CannedReply order{{}, u"order"_s, u"Order status"_s, u"Order {{?Order number}} has left."_s, {}, {}};
        QVERIFY(waitFor(canned.save(hello)).has_value());
        QVERIFY(waitFor(canned.save(order)).has_value());
        ComposerDesk desk(shop);
        QTest::qWait(50);
        QTest::keyClicks(desk.input, u"So /hel"_s);
        const auto popup = [&] { return desk.part<CannedPopup>("composer.canned"); };
        QTRY_VERIFY(popup() && popup()->isVisible());
        QTest::keyClick(desk.input, Qt::Key_Return); // takes the reply, does not send
        QCOMPARE(desk.input->toPlainText(), u"So Hi there!"_s);
        QCOMPARE(desk.queued().size(), 0);
        // Another one into the middle, with a question.
        QTest::keyClick(desk.input, Qt::Key_Home);
        QTest::keyClicks(desk.input, u"/"_s);
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(desk.input, Qt::Key_Down);
        QTest::keyClick(desk.input, Qt::Key_Tab);
        auto *prompt = desk.part<CannedPrompt>("composer.prompt");
        QTRY_VERIFY(prompt->isVisible());
        auto *edit = prompt->findChild<QLineEdit *>();
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(prompt->isVisible()); // nothing goes in unanswered
        QTest::keyClicks(edit, u"88231"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(desk.input->toPlainText(), u"Order 88231 has left.So Hi there!"_s);
        QVERIFY(!prompt->isVisible());
        // Escape leaves what was typed and does not come back while it stands.
        desk.input->clear();
        QTest::keyClicks(desk.input, u"/o"_s);
        QTRY_VERIFY(popup()->isVisible());
        QTest::keyClick(desk.input, Qt::Key_Escape);
        QVERIFY(!popup()->isVisible());
        QTest::keyClicks(desk.input, u"r"_s);
        QTest::qWait(30);
        QVERIFY(!popup()->isVisible());
        QCOMPARE(desk.input->toPlainText(), u"/or"_s);
    }

    void cannedRepliesBringTheirFiles()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        const auto media = waitFor(shop.workspace->media().keep(picture(dir, u"map.png"_s), false));
        QVERIFY(media.has_value());
        CannedReply way{{}, u"way"_s, u"How to find us"_s, u"We are here."_s, {*media}, {}};
        QVERIFY(waitFor(shop.workspace->cannedReplies().save(way)).has_value());
        ComposerDesk desk(shop);
        QTest::qWait(50);
        QTest::keyClicks(desk.input, u"/way"_s);
        QTRY_VERIFY(desk.part<CannedPopup>("composer.canned") && desk.part<CannedPopup>("composer.canned")->isVisible());
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_VERIFY(ready(desk, 1));
        desk.composer.send();
        QTRY_COMPARE(desk.queued().size(), 1);
        asked(desk.queued().first(), u"image"_s, quoted("{'id':'4490709327384033','caption':'We are here.'}"));
    }

    /// Every word of the picker follows a switch of the language, and what was typed stays.
    void pickerFollowsTheLanguage()
    {
        class Marked final : public QTranslator
        {
        public:
            [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override { return u"译"_s + QString::fromUtf8(source); }
            [[nodiscard]] bool isEmpty() const override { return false; }
        };
        Shop shop;
        greet(shop);
        saveTemplates(shop);
        ComposerDesk desk(shop, liWei, {1000, 600});
        desk.composer.openTemplates();
        auto *list = desk.part<QListView>("template.list");
        QTRY_VERIFY(list->model()->rowCount() > 0);
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"order"_s)) list->setCurrentIndex(list->model()->index(row, 0));
        }
        const auto field = [&](const QString &key) { return desk.composer.findChild<QLineEdit *>(u"template.field."_s + key); };
        QTRY_VERIFY(field(u"button.0"_s));
        QCOMPARE(field(u"button.0"_s)->accessibleName(), u"Code behind “Thanks”"_s);
        field(u"body.1"_s)->setText(u"Maya"_s);
        auto *picker = desk.composer.findChild<TemplatePicker *>();
        Marked words;
        QCoreApplication::installTranslator(&words);
        QTRY_COMPARE(field(u"button.0"_s)->accessibleName(), u"译Code behind “Thanks”"_s);
        QCOMPARE(field(u"body.1"_s)->text(), u"Maya"_s);
        for (const auto *label : picker->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty()) continue;
            QVERIFY2(label->text().contains(u'译'), qPrintable(label->text()));
        }
        for (const auto *button : picker->findChildren<QPushButton *>()) {
            if (button->isVisible()) QVERIFY2(button->text().startsWith(u'译'), qPrintable(button->text()));
        }
        // The list and the cost line call the category by one name.
        const auto detail = list->currentIndex().data(Qt::AccessibleTextRole).toString();
        QVERIFY2(detail.contains(u"译utility"_s), qPrintable(detail));
        const auto labels = picker->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(u"译Free on the phone · billed here: 译utility"_s); }));
        QCoreApplication::removeTranslator(&words);
        QTRY_COMPARE(field(u"button.0"_s)->accessibleName(), u"Code behind “Thanks”"_s);
    }

    /// A message for later whose time was slept through waits above the text field for a person's word.
    void sleptThroughAsksInTheStrip()
    {
        Shop shop;
        greet(shop);
        ComposerDesk desk(shop);
        auto &outbox = shop.workspace->outbox();
        const auto sleepThrough = [&](const QString &text) {
            QTest::keyClicks(desk.input, text);
            desk.composer.sendAt({OutboxHold::UntilTime, shop.workspace.clock->now() + std::chrono::hours(1)});
            auto *strip = desk.part<PendingStrip>("composer.pending");
            QTRY_COMPARE(strip->items().size(), 1);
            shop.workspace.clock->advance(std::chrono::hours(6));
            QVERIFY(waitFor(outbox.endMissedHolds(Testing::shop.phoneNumberId, shop.workspace.clock->now() - OutboxItem::StaleAfter)).value_or(false));
            QTRY_VERIFY(strip->items().size() == 1 && strip->items().first().kind == PendingItem::Kind::Stale);
            QTRY_VERIFY(desk.part<QPushButton>("pending.now")->isVisible() && desk.part<QPushButton>("pending.cancel")->isVisible());
        };
        sleepThrough(u"good morning"_s);
        const auto first = desk.part<PendingStrip>("composer.pending")->items().first().ids.first();
        QTest::mouseClick(desk.part<QPushButton>("pending.now"), Qt::LeftButton);
        QTRY_VERIFY(waitFor(outbox.item(first))->confirmedStale);
        QTRY_VERIFY(!desk.part<PendingStrip>("composer.pending")->isVisible()); // confirmed, it asks no more
        QVERIFY(waitFor(outbox.cancel(first)).value_or(false)); // no gateway runs here, and six hours later it would ask again
        sleepThrough(u"still there?"_s);
        const auto second = desk.part<PendingStrip>("composer.pending")->items().first().ids.first();
        QTest::mouseClick(desk.part<QPushButton>("pending.cancel"), Qt::LeftButton);
        QTRY_VERIFY(waitFor(outbox.item(second))->state == OutboxState::Cancelled);
        QTRY_VERIFY(!desk.part<PendingStrip>("composer.pending")->isVisible());
    }

    void refusedAlbumsComeBackWhole()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        ComposerDesk desk(shop);
        drop(desk, {picture(dir, u"a.png"_s), picture(dir, u"b.png"_s)});
        QTRY_VERIFY(ready(desk, 2));
        QTest::keyClicks(desk.input, u"dear customer"_s);
        QVERIFY(waitFor(shop.workspace->numbers().setState(shop.numberId, NumberState::Disconnected)).has_value());
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.input->toPlainText(), u"dear customer"_s);
        QTRY_VERIFY(ready(desk, 2));
        QCOMPARE(desk.queued().size(), 0);
        // Either the composer had heard of it before the press, or the store said no.
        QTRY_VERIFY(!desk.error().isEmpty() || !desk.composer.gate().isOpen());
    }
};

QTEST_MAIN(TestComposerFlow)
#include "tst_composer_flow.moc"
