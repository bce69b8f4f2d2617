#include "tests/gui/shop.h"
#include "ui/composer/composer.h"
#include "ui/composer/input/quote_bar.h"
#include "ui/composer/input/reply_input.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;
const QString noor = u"971501234567"_s;

struct Desk
{
    explicit Desk(Shop &s, const QString &phone = liWei) : shop(s), composer(*s.context), input(composer.findChild<ReplyInput *>())
    {
        composer.resize(760, 140);
        composer.setConversation(shop.row(phone));
        composer.show();
        composer.activateWindow();
        (void)QTest::qWaitForWindowActive(&composer);
        composer.focusInput();
        QTest::qWait(30);
    }
    [[nodiscard]] QString error() const
    {
        const auto *label = composer.findChild<QLabel *>(u"composer.error"_s);
        return label->isVisible() ? label->text() : QString();
    }
    QList<Message> outgoing(const QString &phone = liWei)
    {
        auto all = shop.newest(phone);
        all.removeIf([](const Message &m) { return m.direction == Direction::In; });
        return all;
    }

    Shop &shop;
    Composer composer;
    ReplyInput *input;
};

} // namespace

class TestComposer : public QObject
{
    Q_OBJECT

private:
    static void greet(Shop &shop)
    {
        shop.live(liWei, u"hello"_s);
        shop.live(noor, u"hi"_s);
    }

private Q_SLOTS:
    void enterSendsOnce()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QSignalSpy sent(&desk.composer, &Composer::sent);
        QTest::keyClicks(desk.input, u"On its way"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTest::keyClick(desk.input, Qt::Key_Return);
        desk.composer.send();
        QTRY_COMPARE(sent.size(), 1);
        QTest::qWait(50);
        const auto out = desk.outgoing();
        QCOMPARE(out.size(), 1);
        QCOMPARE(out.first().text, u"On its way"_s);
        QCOMPARE(out.first().author, u"Ana"_s);
        QVERIFY(out.first().origin == Origin::Agent);
        QVERIFY(desk.input->toPlainText().isEmpty());
        QTRY_COMPARE(shop.row(liWei).draft, QString());
        const auto queued = waitFor(shop.workspace->outbox().queued(Testing::shop.phoneNumberId, 10));
        QCOMPARE(queued->size(), 1);
        QCOMPARE(queued->first().toPhone, liWei);
    }

    void controlEnterBySetting()
    {
        Shop shop;
        greet(shop);
        shop.settings.setValue(UserSettings::Key::SendWithEnter, false);
        Desk desk(shop);
        QTest::keyClicks(desk.input, u"a"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTest::keyClicks(desk.input, u"b"_s);
        QCOMPARE(desk.input->toPlainText(), u"a\nb"_s);
        QTest::keyClick(desk.input, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.outgoing().size(), 1);
        QCOMPARE(desk.outgoing().first().text, u"a\nb"_s);
    }

    void shiftEnterIsANewLine()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        const int before = desk.input->height();
        QTest::keyClicks(desk.input, u"a"_s);
        for (int i = 0; i < 4; ++i) QTest::keyClick(desk.input, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(desk.input->toPlainText(), u"a\n\n\n\n"_s);
        QVERIFY(desk.input->height() > before);
    }

    void committingWithEnterNeverSends()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QSignalSpy pressed(desk.input, &ReplyInput::sendPressed);
        QInputMethodEvent composing(u"ni hao"_s, {});
        QApplication::sendEvent(desk.input, &composing);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QCOMPARE(pressed.size(), 0);
        QInputMethodEvent commit;
        commit.setCommitString(u"你好"_s);
        QApplication::sendEvent(desk.input, &commit);
        // Some input methods pass the committing key on right after the text.
        QKeyEvent key(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(desk.input, &key);
        QCOMPARE(pressed.size(), 0);
        QCOMPARE(desk.input->toPlainText(), u"你好"_s);
        QTest::qWait(10);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QCOMPARE(pressed.size(), 1);
    }

    void draftsStayWithTheirConversation()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QTest::keyClicks(desk.input, u"for Li Wei"_s);
        desk.composer.setConversation(shop.row(noor));
        QCOMPARE(desk.input->toPlainText(), QString());
        QTest::keyClicks(desk.input, u"for Noor"_s);
        desk.composer.setConversation(shop.row(liWei));
        QCOMPARE(desk.input->toPlainText(), u"for Li Wei"_s);
        desk.composer.flush();
        QTRY_COMPARE(shop.row(noor).draft, u"for Noor"_s);
        QCOMPARE(shop.row(liWei).draft, u"for Li Wei"_s);
    }

    /// Switching, typing and late rows in any order: a text never shows under another conversation's name.
    void draftsNeverCross()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QHash<QString, QString> typed;
        const QStringList phones{liWei, noor};
        for (int i = 0; i < 40; ++i) {
            const auto stale = shop.row(phones.at(i % 2)); // read before the last draft was saved
            desk.composer.setConversation(stale);
            QCOMPARE(desk.input->toPlainText(), typed.value(phones.at(i % 2)));
            QTest::keyClicks(desk.input, QString(QChar(u'a' + i % 26)));
            typed[phones.at(i % 2)] = desk.input->toPlainText();
            if (i % 7 == 0) QTest::qWait(5);
            desk.composer.setConversation(stale); // the same one again with an old row
            QCOMPARE(desk.input->toPlainText(), typed.value(phones.at(i % 2)));
        }
        desk.composer.flush();
        for (const auto &phone : phones) QTRY_COMPARE(shop.row(phone).draft, typed.value(phone));
    }

    void draftsAreSavedWithinASecond()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QTest::keyClicks(desk.input, u"half a sent"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shop.row(liWei).draft, u"half a sent"_s, 1000);
        Desk other(shop);
        QCOMPARE(other.input->toPlainText(), u"half a sent"_s);
    }

    void refusedTextsComeBack()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QTest::keyClicks(desk.input, u"dear customer"_s);
        // The number goes away between the last look and the press.
        QVERIFY(waitFor(shop.workspace->numbers().setState(shop.numberId, NumberState::Disconnected)).has_value());
        QSignalSpy sent(&desk.composer, &Composer::sent);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.input->toPlainText(), u"dear customer"_s);
        QCOMPARE(sent.size(), 0);
        QTRY_COMPARE(shop.row(liWei).draft, u"dear customer"_s);
        QTRY_VERIFY(!desk.composer.gate().isOpen());
        QCOMPARE(desk.outgoing().size(), 0);
    }

    void closedWindowShowsWhy()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        QTest::keyClicks(desk.input, u"a thought"_s);
        shop.workspace.clock->advance(std::chrono::hours(25));
        desk.composer.setConversation(shop.row(liWei));
        QVERIFY(!desk.composer.gate().isOpen());
        QVERIFY(desk.composer.gate().state == ComposerGate::State::WindowClosed);
        QVERIFY(!desk.input->isVisible());
        auto *panel = desk.composer.findChild<QWidget *>(u"composer.templates"_s);
        QVERIFY(panel->isVisible());
        QString words;
        for (const auto *label : panel->findChildren<QLabel *>()) words += label->text() + u'\n';
        QVERIFY2(words.contains(u"phone"_s) && words.contains(u"a thought"_s), qPrintable(words));
        shop.live(liWei, u"still there?"_s);
        desk.composer.setConversation(shop.row(liWei));
        QVERIFY(desk.composer.gate().isOpen());
        QCOMPARE(desk.input->toPlainText(), u"a thought"_s);
    }

    void gateNamesEachReason_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<int>("expected");
        using enum ComposerGate::State;
        QTest::newRow("linked") << int(NumberState::Linked) << false << int(Open);
        QTest::newRow("paused") << int(NumberState::Linked) << true << int(Stopped);
        QTest::newRow("not linked") << int(NumberState::NotLinked) << false << int(NotLinked);
        QTest::newRow("linking") << int(NumberState::Linking) << false << int(NotLinked);
        QTest::newRow("suspended") << int(NumberState::Suspended) << false << int(Suspended);
        QTest::newRow("disconnected") << int(NumberState::Disconnected) << false << int(Disconnected);
        QTest::newRow("blocked") << int(NumberState::Blocked) << false << int(Stopped);
    }
    void gateNamesEachReason()
    {
        QFETCH(int, state);
        QFETCH(bool, paused);
        QFETCH(int, expected);
        const auto now = fromEpochSeconds(1'790'000'000);
        ConversationRow row;
        row.windowExpiresAt = now + std::chrono::hours(1);
        Number number;
        number.state = NumberState(state);
        number.sendingPaused = paused;
        number.coexistence = true;
        const auto gate = ComposerGate::of(row, number, now);
        QCOMPARE(int(gate.state), expected);
        if (gate.isOpen()) return;
        QVERIFY(!gate.title.isEmpty());
        QVERIFY(gate.text.contains(u"phone"_s));
    }

    void windowEdges()
    {
        const auto now = fromEpochSeconds(1'790'000'000);
        ConversationRow row;
        QVERIFY(ComposerGate::of(row, {}, now).state == ComposerGate::State::NeverOpened);
        row.windowExpiresAt = now;
        QVERIFY(ComposerGate::of(row, {}, now).state == ComposerGate::State::WindowClosed);
        row.windowExpiresAt = now + Millis(1);
        QVERIFY(ComposerGate::of(row, {}, now).isOpen());
    }

    void longTextsAreCounted()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        auto *button = desk.composer.findChild<QPushButton *>(u"composer.send"_s);
        QVERIFY(!button->isEnabled());
        desk.input->setPlainText(QString(4096, u'x'));
        QVERIFY(button->isEnabled());
        desk.input->setPlainText(QString(4097, u'x'));
        QVERIFY(!button->isEnabled());
        desk.composer.send();
        QTest::qWait(50);
        QCOMPARE(desk.outgoing().size(), 0);
        QCOMPARE(desk.input->toPlainText().size(), 4097);
    }

    void quotesAreSentAndDropped()
    {
        Shop shop;
        greet(shop);
        Desk desk(shop);
        const auto asked = shop.newest(liWei).last();
        desk.composer.setReplyTo(asked);
        auto *bar = desk.composer.findChild<QuoteBar *>();
        QVERIFY(bar->isVisible());
        // A quote chosen here is not shown elsewhere, and waits for its conversation.
        desk.composer.setConversation(shop.row(noor));
        QVERIFY(!bar->isVisible());
        desk.composer.setConversation(shop.row(liWei));
        QVERIFY(bar->isVisible());
        QTest::keyClicks(desk.input, u"yes"_s);
        QTest::keyClick(desk.input, Qt::Key_Return);
        QTRY_COMPARE(desk.outgoing().size(), 1);
        QVERIFY(desk.outgoing().first().quote.has_value());
        QCOMPARE(desk.outgoing().first().quote->wamid, asked.wamid);
        QVERIFY(!bar->isVisible());
        desk.composer.setReplyTo(asked);
        QTest::keyClick(desk.input, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
