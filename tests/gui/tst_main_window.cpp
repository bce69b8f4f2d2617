#include "tests/gui/desk.h"

#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/notifications.h"
#include "ui/shell/parts/status_line.h"
#include "ui/timeline/view/timeline_view.h"

#include <QAccessible>
#include <QCloseEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QLabel>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QtTest/qtestspontaneevent.h>

#include <ctime>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Processor time of this thread where the system tells it, so that a busy machine does not count; else the wall's.
qint64 threadMicros()
{
#ifdef Q_OS_LINUX
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return qint64(spent.tv_sec) * 1'000'000 + spent.tv_nsec / 1000;
#else
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()).count();
#endif
}

/// Answers every text with a mark around it.
class MarkingTranslator final : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'«' + QString::fromUtf8(source) + u'»';
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void withoutANumberItInvites()
    {
        Desk desk(false);
        QTRY_VERIFY(desk.window->inbox().isFirstRun());
        QVERIFY(desk.find<QPushButton>(u"firstRun.link"_s)->isVisible());
        desk.sample.fill();
        QTRY_VERIFY(!desk.window->inbox().isFirstRun());
        QTRY_VERIFY(desk.model().rowCount() > 10);
    }

    void keysWalkTheListAndOpen()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.window->inbox().list().focusList();
        QVERIFY(!desk.current().isOpen());
        desk.key(Qt::Key_J);
        QTRY_COMPARE(desk.current().id(), desk.model().row(0)->id);
        desk.key(Qt::Key_J);
        QTRY_COMPARE(desk.current().id(), desk.model().row(1)->id);
        desk.key(Qt::Key_K);
        QTRY_COMPARE(desk.current().id(), desk.model().row(0)->id);
        desk.key(Qt::Key_R);
        QTRY_VERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()) || QApplication::focusWidget()->objectName() == u"composer.edit");
        desk.key(Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"inbox.list"_s);
    }

    void lettersTypedInTheComposerAreText()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        desk.window->commands().run(u"reply"_s);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"composer.edit"_s);
        for (const auto k : {Qt::Key_J, Qt::Key_E, Qt::Key_U, Qt::Key_Question}) desk.key(k);
        QCOMPARE(desk.current().row().title, u"Acme Trading"_s);
        QVERIFY(!desk.find<QWidget>(u"shortcuts"_s)->isVisible());
    }

    void closingGoesOnAndCanBeUndone()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        const int at = desk.model().indexOf(desk.current().id()).row();
        const auto closed = desk.current().id();
        const auto next = desk.model().row(at + 1)->id;
        desk.window->inbox().list().focusList();
        desk.key(Qt::Key_E);
        QTRY_VERIFY(!desk.model().indexOf(closed).isValid());
        QTRY_COMPARE(desk.current().id(), next);
        QTRY_VERIFY(desk.find<QWidget>(u"toast"_s)->isVisible());
        desk.find<QPushButton>(u"toast.undo"_s)->click();
        QTRY_VERIFY(desk.model().indexOf(closed).isValid());
        QCOMPARE(desk.sample.conversation(u"Acme Trading"_s).state, ConversationState::Open);
    }

    void markedUnreadIsLeft()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        desk.window->inbox().list().focusList();
        desk.key(Qt::Key_U);
        QTRY_VERIFY(!desk.current().isOpen());
        QTRY_VERIFY(desk.sample.conversation(u"Li Wei 李伟"_s).unread > 0);
    }

    void aNewMessageGoesUpAndKeepsTheOpenOne()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        QSignalSpy resets(&desk.model(), &QAbstractItemModel::modelReset);
        desk.sample.receive(u"447700900123"_s, u"Are you there?"_s, SampleInbox::Now + 5);
        QTRY_COMPARE(desk.model().row(0)->title, u"Oliver Smith"_s);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(desk.current().row().title, u"Acme Trading"_s);
        auto *list = desk.find<QListView>(u"inbox.list"_s);
        QCOMPARE(list->currentIndex().data(ConversationListModel::IdRole).toLongLong(), desk.current().id().value);
    }

    void chineseSearchJumpsToTheMessage()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        desk.key(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"search.edit"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->setText(u"退款"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.current().row().title, u"Li Wei 李伟"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->setText(u"退"_s);
        QTRY_VERIFY(desk.find<QListView>(u"search.results"_s)->model()->rowCount() >= 2);
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.window->inbox().list().isSearching());
    }

    void wordsAreFoundInTheConversation()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        // With nothing open the key looks everywhere instead.
        desk.window->inbox().list().focusList();
        desk.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"search.edit"_s);
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        desk.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"find.edit"_s);
        desk.find<QLineEdit>(u"find.edit"_s)->setText(u"退款"_s);
        auto *count = desk.find<QLabel>(u"find.count"_s);
        QTRY_COMPARE(count->text(), u"1 of 1"_s);
        desk.find<QLineEdit>(u"find.edit"_s)->setText(u"nowhere"_s);
        QTRY_COMPARE(count->text(), u"Not in this conversation"_s);
        desk.key(Qt::Key_Escape);
        QTRY_VERIFY(!desk.find<QWidget>(u"find"_s)->isVisible());
        QCOMPARE(desk.current().row().title, u"Li Wei 李伟"_s);
        desk.window->commands().run(u"find"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"find"_s)->isVisible());
        QVERIFY(desk.open(u"Acme Trading"_s));
        QTRY_VERIFY(!desk.find<QWidget>(u"find"_s)->isVisible());
    }

    void closingLeavesItInTheTrayWhereThereIsOne()
    {
        const auto pressCross = [](MainWindow &window) {
            QCloseEvent event;
            QSpontaneKeyEvent::setSpontaneous(&event);
            qApp->notify(&window, &event); // sendEvent would make it ours again
            return event.isAccepted();
        };
        Desk desk;
        QVERIFY(desk.loaded());
        auto &notifications = desk.window->notifications();
        QList<Notifications::Notice> notices;
        notifications.setPresenter([&](const Notifications::Notice &notice) { notices.append(notice); });
        notifications.setTrayCheck([] { return false; });
        QVERIFY(pressCross(*desk.window));
        notifications.setTrayCheck([] { return true; });
        QVERIFY(!pressCross(*desk.window));
        QVERIFY(desk.window->isHidden());
        QVERIFY(!QApplication::quitOnLastWindowClosed());
        QCOMPARE(notices.size(), 1);
        Q_EMIT notifications.openRequested(desk.sample.conversation(u"Acme Trading"_s).id);
        QVERIFY(desk.window->isVisible());
        QVERIFY(QApplication::quitOnLastWindowClosed());
        QTRY_COMPARE(desk.current().row().title, u"Acme Trading"_s);
        QVERIFY(!pressCross(*desk.window));
        QCOMPARE(notices.size(), 1); // told once
        desk.window->raiseWindow();
        desk.settings.setValue(UserSettings::Key::CloseToTray, false);
        QVERIFY(pressCross(*desk.window));
        desk.settings.setValue(UserSettings::Key::CloseToTray, true);
        desk.window->quit();
        QVERIFY(!desk.window->isVisible());
    }

    void theTrayIconCountsWhatIsUnread()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QTRY_VERIFY(desk.window->windowTitle().startsWith(u'('));
        const auto &notifications = desk.window->notifications();
        QSet<QByteArray> different;
        for (const int unread : {0, 1, 2, 9, 10}) {
            const auto image = notifications.trayIcon(unread).pixmap(32).toImage();
            different.insert(QByteArray::fromRawData(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()).toBase64());
        }
        QCOMPARE(different.size(), 5);
        if (const auto folder = qEnvironmentVariable("TANDEM_LOOKS"); !folder.isEmpty()) {
            for (const int side : {16, 22, 32, 64}) notifications.trayIcon(12).pixmap(side).save(u"%1/tray-%2.png"_s.arg(folder).arg(side));
        }
    }

    void paletteFindsCommandsAndPeople()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.find<QLineEdit>(u"search.edit"_s)->setFocus();
        desk.key(Qt::Key_K, Qt::ControlModifier);
        auto *palette = desk.find<QWidget>(u"palette"_s);
        QTRY_VERIFY(palette->isVisible());
        auto *edit = desk.find<QLineEdit>(u"palette.edit"_s);
        QTest::keyClicks(edit, u"sofia"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desk.current().row().title, u"Sofía Ramírez"_s);
        QVERIFY(!palette->isVisible());
        desk.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(palette->isVisible());
        QTest::keyClicks(edit, u"dark"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(desk.settings.text(UserSettings::Key::Theme), u"dark"_s);
    }

    void noticesOnlyForLiveMessagesElsewhere()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        QList<Notifications::Notice> notices;
        auto &notifications = desk.window->notifications();
        notifications.setPresenter([&](const Notifications::Notice &notice) { notices.append(notice); });
        notifications.setWatched(desk.current().id());
        desk.sample.receive(u"14155550132"_s, u"and the second one"_s, SampleInbox::Now + 1);
        desk.sample.apply(textEvent(u"wamid.echo.n"_s, u"447700900123"_s, SampleInbox::Now + 2, u"from the phone"_s, Direction::Out, MessageSource::Echo));
        desk.sample.apply(textEvent(u"wamid.history.n"_s, u"447700900123"_s, SampleInbox::Now - 90'000, u"long ago"_s, Direction::In, MessageSource::History));
        desk.sample.receive(u"447700900123"_s, u"One"_s, SampleInbox::Now + 3);
        desk.sample.receive(u"447700900123"_s, u"Two"_s, SampleInbox::Now + 4);
        QTRY_COMPARE(notices.size(), 1);
        QCOMPARE(notices.first().title, u"Oliver Smith"_s);
        QVERIFY(notices.first().text.startsWith(u"Two"_s));
        desk.settings.setValue(UserSettings::Key::NotificationText, false);
        desk.sample.receive(u"447700900123"_s, u"secret"_s, SampleInbox::Now + 6);
        QTRY_COMPARE(notices.size(), 2);
        QVERIFY(!notices.last().text.contains(u"secret"_s));
        desk.settings.setValue(UserSettings::Key::Notifications, false);
        desk.sample.receive(u"447700900123"_s, u"quiet"_s, SampleInbox::Now + 7);
        QTest::qWait(700);
        QCOMPARE(notices.size(), 2);
    }

    void aLostLinkIsSaidAtOnce()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"陈静"_s));
        auto *banner = desk.find<QWidget>(u"banner"_s);
        QVERIFY(!banner->isVisible());
        desk.sample.apply(desk.removedByPartner());
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"Disconnect account"_s));
    }

    void chipsNarrowTheList()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        const int all = desk.model().rowCount();
        desk.window->commands().run(u"filter.closing"_s);
        QTRY_COMPARE(desk.model().rowCount(), 2);
        desk.window->commands().run(u"filter.closing"_s);
        QTRY_COMPARE(desk.model().rowCount(), all);
    }

    void layoutAndConversationComeBack()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        desk.window->resize(1200, 700);
        desk.window->close();
        MainWindow again(*desk.context);
        QCOMPARE(again.size(), QSize(1200, 700));
        QTRY_COMPARE(again.inbox().current().row().title, u"Acme Trading"_s);
    }

    void everyControlHasANameForScreenReaders()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        QStringList nameless;
        for (auto *widget : desk.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus) continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible && accessible->text(QAccessible::Name).isEmpty()) {
                nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName());
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void theLanguageChangesLive()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        desk.window->statusLine().setBudgets(Desk::budget());
        MarkingTranslator translator;
        QCoreApplication::installTranslator(&translator);
        QCoreApplication::processEvents();
        QStringList missed;
        for (const auto *name : {"inbox.open", "inbox.closed", "inbox.unread", "inbox.waiting", "inbox.closing", "inbox.onPhone", "inbox.number", "header.close"}) {
            auto *button = desk.find<QAbstractButton>(QString::fromLatin1(name));
            if (!button->text().contains(u'«')) missed.append(QString::fromLatin1(name));
        }
        for (const auto *name : {"rail.inbox", "rail.numbers", "rail.settings", "header.panel", "contact.close"}) {
            if (!desk.find<QWidget>(QString::fromLatin1(name))->toolTip().contains(u'«')) missed.append(QString::fromLatin1(name));
        }
        for (auto *label : desk.find<QWidget>(u"statusLine"_s)->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().contains(u'«')) missed.append(label->text());
        }
        for (auto *label : desk.find<QWidget>(u"contact"_s)->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().contains(u'«')) missed.append(label->text());
        }
        if (!desk.find<QLineEdit>(u"search.edit"_s)->placeholderText().contains(u'«')) missed.append(u"search.edit"_s);
        if (!desk.find<QLineEdit>(u"palette.edit"_s)->placeholderText().contains(u'«')) missed.append(u"palette.edit"_s);
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u", "_s)));
    }

    void theThemeChangesLive()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto before = desk.window->grab().toImage();
        qInfo("%lld widgets", qint64(QApplication::allWidgets().size()));
        QElapsedTimer timer;
        timer.start();
        desk.theme.setMode(Theme::Mode::Dark);
        const auto set = timer.restart();
        QCoreApplication::sendPostedEvents();
        const auto posted = timer.restart();
        const auto after = desk.window->grab().toImage();
        qInfo("theme changed: set %lld ms, layout %lld ms, painted %lld ms", set, posted, timer.elapsed());
        int same = 0;
        for (int y = 20; y < before.height(); y += 40) {
            for (int x = 100; x < before.width(); x += 40) same += before.pixel(x, y) == after.pixel(x, y) ? 1 : 0;
        }
        // Pictures and avatars keep their colours; panes do not.
        QVERIFY2(same < before.width() * before.height() / 1600 / 10, qPrintable(QString::number(same)));
    }

    void anImportDoesNotStopTheWindow()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        // What this thread worked between two turns of the event loop, in microseconds.
        qint64 longest = 0;
        qint64 last = threadMicros();
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] {
            const auto now = threadMicros();
            longest = std::max(longest, now - last);
            last = now;
        });
        std::vector<Event> events;
        for (int i = 0; i < 3000; ++i) {
            const auto phone = QString::number(8615000000000 + i % 1000);
            auto event = textEvent(u"wamid.import%1"_s.arg(i), phone, SampleInbox::Now - 4000 - i, u"line %1"_s.arg(i), Direction::In, MessageSource::History);
            event.number = desk.sample.shanghai;
            events.push_back(event);
        }
        last = threadMicros(); // making the events was not the window's work
        pulse.start(1);
        bool done = false;
        onFinished(this, desk.sample.store().events().apply({}, std::move(events), false, {}), [&](const auto &result) { done = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(done, 20'000);
        QTRY_VERIFY(desk.find<QAbstractButton>(u"inbox.open"_s)->isVisible());
        QTest::qWait(800);
        qInfo("longest turn of the window while 3,000 messages of 1,000 conversations arrive: %.1f ms (goal 8)", double(longest) / 1000);
        QVERIFY(longest < 100'000); // slow machines and sanitizers included
    }

    void choosingPaintsSoon()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.window->inbox().list().focusList();
        auto *timeline = desk.find<TimelineView>(u"timeline.view"_s);
        QList<qint64> times;
        for (int i = 0; i < 10; ++i) {
            QElapsedTimer timer;
            timer.start();
            desk.key(Qt::Key_J);
            QTRY_VERIFY(timeline->conversation() == desk.model().row(i)->id && timeline->model().rowCount() > 0);
            desk.window->repaint();
            times.append(timer.elapsed());
            QTest::qWait(120);
        }
        std::sort(times.begin(), times.end());
        qInfo("select to painted, ms: median %lld, worst %lld (budget 50)", times.at(5), times.last());
        QVERIFY(times.at(5) < 250); // slow and shared machines included
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
