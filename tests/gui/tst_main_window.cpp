#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "tests/gui/sample_inbox.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/conversation_list_model.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notifications.h"
#include "ui/shell/parts/status_line.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The real window on a real store.
struct Desk
{
    SampleInbox sample;
    Theme theme;
    UserSettings settings{QString()};
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<UiContext> context;
    std::unique_ptr<MainWindow> window;

    explicit Desk(bool filled = true, Theme::Mode mode = Theme::Mode::Light)
    {
        theme.setMode(mode);
        theme.apply();
        if (filled) sample.fill();
        feed = std::make_unique<ChangeFeed>(sample.store());
        context = std::make_unique<UiContext>(UiContext{sample.store(), *feed, nullptr, sample.clock(), theme, settings});
        window = std::make_unique<MainWindow>(*context);
        window->resize(1440, 860);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }
    ConversationListModel &model() { return window->inbox().list().model(); }
    bool loaded() { return QTest::qWaitFor([this] { return model().rowCount() > 0; }); }
    bool open(const QString &title)
    {
        window->openConversation(sample.conversation(title).id);
        return QTest::qWaitFor([&] { return window->inbox().current().row().title == title; });
    }
    template<typename T>
    T *find(const QString &name)
    {
        return window->findChild<T *>(name);
    }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), k, modifiers);
    }
    void shoot(const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_SHOTS");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QTest::qWait(350);
        window->grab().save(u"%1/%2-%3.png"_s.arg(folder, name, theme.isDark() ? u"dark"_s : u"light"_s));
    }
    static BudgetSnapshots budget()
    {
        BudgetSnapshot b;
        b.phoneNumberId = u"600000000000001"_s;
        b.used = 2;
        b.phone = 1;
        b.reserve = 1;
        return {b};
    }
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void looks_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(Theme::Mode::Light);
        QTest::newRow("dark") << int(Theme::Mode::Dark);
    }

    void looks()
    {
        QFETCH(int, mode);
        Desk desk(true, Theme::Mode(mode));
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        desk.window->statusLine().setBudgets(Desk::budget());
        desk.shoot(u"main"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->setText(u"退"_s);
        QTRY_VERIFY(desk.find<QListView>(u"search.results"_s)->model()->rowCount() > 1);
        desk.shoot(u"search"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->clear();
        desk.window->commands().run(u"palette"_s);
        desk.shoot(u"palette"_s);
        desk.key(Qt::Key_Escape);
        desk.window->commands().run(u"keys"_s);
        desk.shoot(u"keys"_s);
        desk.key(Qt::Key_Escape);
        desk.window->commands().run(u"filter.closing"_s);
        desk.shoot(u"closing"_s);
        desk.window->commands().run(u"filter.closing"_s);
        desk.window->commands().run(u"closed"_s);
        desk.shoot(u"closed"_s);
        desk.window->commands().run(u"open"_s);
        QVERIFY(desk.open(u"Acme Trading"_s));
        desk.window->commands().run(u"close"_s);
        desk.shoot(u"toast"_s);
        AccountEvent removed;
        removed.number = desk.sample.shenzhen;
        removed.field = u"account_update"_s;
        removed.event = u"PARTNER_REMOVED"_s;
        removed.reason = u"ACCOUNT_DISCONNECTED"_s;
        removed.initiatedBy = u"USER"_s;
        removed.timestamp = fromEpochSeconds(SampleInbox::Now);
        desk.sample.apply(removed);
        QVERIFY(desk.open(u"陈静"_s));
        desk.window->statusLine().setOnline(false);
        desk.shoot(u"disconnected"_s);
        desk.window->resize(960, 620);
        desk.shoot(u"small"_s);
    }

    void firstRun()
    {
        Desk desk(false);
        QTRY_VERIFY(desk.window->inbox().isFirstRun());
        QVERIFY(desk.find<QPushButton>(u"firstRun.link"_s)->isVisible());
        desk.shoot(u"first"_s);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
