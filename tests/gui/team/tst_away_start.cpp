#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "tests/security/team_database.h"
#include "tests/store/store_fixture.h"
#include "ui/composer/input/reply_input.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/main_window.h"
#include "ui/team/away/server_watch.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

const EventNumber number{u"p1"_s, u"w1"_s, u"+15551"_s};

/// What a start of the desktop makes, without keyring and first page.
struct Window
{
    std::shared_ptr<Clock> clock = std::make_shared<SystemClock>();
    std::unique_ptr<Store> store;
    Theme theme;
    UserSettings settings;
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<UiContext> context;
    std::unique_ptr<MainWindow> window;

    Window(const QString &url, const QString &folder) : settings(folder + u"/settings.ini"_s)
    {
        theme.apply();
        StoreOptions options;
        options.url = url;
        options.mediaFolder = folder + u"/media"_s;
        options.create = options.migrate = options.exclusive = options.keeper = false;
        options.mirror = folder + u"/mirror.db"_s;
        options.openAway = true;
        auto opened = Store::open(options, clock);
        if (!opened) qFatal("open: %s", qPrintable(opened.error().detail));
        store = std::move(*opened);
        feed = std::make_unique<ChangeFeed>(*store);
        context = std::make_unique<UiContext>(UiContext{*store, *feed, nullptr, *clock, theme, settings});
        window = std::make_unique<MainWindow>(*context);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    ~Window()
    {
        window.reset();
        context.reset();
    }
    bool shows(int conversations)
    {
        return QTest::qWaitFor([&] { return window->inbox().list().model().rowCount() == conversations; }, 8000);
    }
    void open(int row) { window->inbox().openConversation(window->inbox().list().model().row(row)->id); }
    QWidget *banner() { return window->findChild<QWidget *>(u"awayBanner"_s); }
    ReplyInput *input() { return window->findChild<ReplyInput *>(u"composer.edit"_s); }
};

} // namespace

/// A desktop that is started while its team's server is away.
class TestAwayStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheInboxAndKeepsWhatIsTyped()
    {
        TeamDatabase team;
        QVERIFY2(team.error().isEmpty(), qPrintable(team.error()));
        QTemporaryDir folder;
        const auto url = team.url(u"ana"_s);
        {
            StoreOptions options;
            options.url = team.url(u"tandem_gateway"_s);
            options.mediaFolder = folder.filePath(u"gateway"_s);
            options.create = options.migrate = options.exclusive = false;
            auto gateway = Store::open(options, std::make_shared<SystemClock>());
            QVERIFY(gateway);
            const auto now = toEpochMillis(SystemClock().now()) / 1000;
            std::vector<Event> events;
            for (const auto &[phone, name] : {std::pair{u"4917000001"_s, u"Li Wei 李伟"_s}, std::pair{u"4917000002"_s, u"Noor"_s}}) {
                for (int i = 0; i < 6; ++i) {
                    auto event = textEvent(phone + QString::number(i), phone, now - 600 + i * 20, u"Question %1 about my order"_s.arg(i + 1));
                    event.number = number;
                    event.peer.profileName = name;
                    events.push_back(event);
                }
            }
            QVERIFY(waitFor((*gateway)->events().apply({}, std::move(events), false, {})));
            // A desk of several people opens with what is its own.
            QVERIFY(team.superuser().run("UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE login = 'ana')").ok);
            Window first(url, folder.path());
            QVERIFY(first.shows(2));
            QVERIFY(!first.banner()->isVisible());
            QVERIFY(QTest::qWaitFor([&] { return QFileInfo(folder.filePath(u"mirror.db-wal"_s)).size() > 100'000; }, 8000));
            QTest::qWait(1500);
        }
        QVERIFY(team.server().stop());
        {
            Window away(url, folder.path());
            QVERIFY(away.shows(2));
            QTRY_VERIFY(away.banner()->isVisible());
            away.open(0);
            QTRY_COMPARE_WITH_TIMEOUT(away.window->findChild<TimelineModel *>()->rowCount(), 6, 5000);
            away.input()->setPlainText(u"It leaves tomorrow"_s);
            QTest::keyClick(away.input(), Qt::Key_Return);
            QTRY_COMPARE(away.context->server->kept().all().size(), 1);
            away.input()->setFocus();
            QTest::keyClicks(away.input(), u"and then"_s);
            QTRY_VERIFY_WITH_TIMEOUT(away.settings.text(UserSettings::Key::KeptDrafts).contains(u"and then"_s), 4000);
            if (const auto dir = qEnvironmentVariable("TANDEM_LOOKS"); !dir.isEmpty()) away.window->grab().save(dir + u"/away_start.png"_s);
        }
        Window again(url, folder.path());
        QVERIFY(again.shows(2));
        QTRY_VERIFY(again.banner()->isVisible());
        QCOMPARE(again.context->server->kept().all().size(), 1);
        again.open(0);
        QTRY_COMPARE_WITH_TIMEOUT(again.input()->toPlainText(), u"and then"_s, 5000);
        const auto id = again.window->inbox().current().id();
        QVERIFY(team.server().start());
        QTRY_VERIFY_WITH_TIMEOUT(!again.banner()->isVisible(), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(again.context->server->kept().all().isEmpty(), 5000);
        QTRY_COMPARE_WITH_TIMEOUT(waitFor(again.store->messages().newest(id, 1))->messages.first().text, u"It leaves tomorrow"_s, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(waitFor(again.store->drafts().draft(id, DraftMode::Reply))->text, u"and then"_s, 5000);
        QTRY_COMPARE_WITH_TIMEOUT(team.superuser().isOpen() ? team.session("postgres")->run("SELECT count(*) FROM outbox").value() : QByteArray(), "1", 3000);
    }
};

QTEST_MAIN(TestAwayStart)
#include "tst_away_start.moc"
