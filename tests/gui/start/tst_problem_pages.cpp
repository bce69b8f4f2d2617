#include "app/desktop/desktop_application.h"
#include "app/desktop/start/profile.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace Tandem;

/// What the desktop shows when it cannot start as it should: each page's words and what its buttons do, driven through
/// the program's own composition with such a file or port.
class TestProblemPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void damagedDatabase();
    void readOnlyDatabase();
    void newerDatabase();
    void busyDatabase();
    void portInUse();

private:
    [[nodiscard]] Profile profile() const { return Profile(u"work"_s); }
    void makeStore();
    void run(const QString &name = u"work"_s);
    [[nodiscard]] static QWidget *window(const QString &name);
    [[nodiscard]] static QString label(const QString &name);
    [[nodiscard]] static QStringList buttons();
    static void press(const QString &text);
    static void look(const QString &name);

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<DesktopApplication> m_desktop;
};

void TestProblemPages::initTestCase()
{
    QCoreApplication::setApplicationName(u"Tandem"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    // The practice platform is looked for beside the program.
    const auto sandbox = QCoreApplication::applicationDirPath() + u"/tandem-sandbox"_s;
    if (!QFile::exists(sandbox)) QVERIFY(QFile::link(qEnvironmentVariable("TANDEM_BIN") + u"/tandem-sandbox"_s, sandbox));
}

void TestProblemPages::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    QVERIFY(m_root->isValid());
    qputenv("XDG_DATA_HOME", m_root->path().toLocal8Bit());
    QVERIFY(profile().folder().startsWith(m_root->path()));
    QVERIFY(profile().create());
}

void TestProblemPages::cleanup()
{
    m_desktop.reset();
    m_root.reset();
}

void TestProblemPages::makeStore()
{
    StoreOptions options;
    options.url = u"sqlite:"_s + profile().database();
    const auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY(store);
    (*store)->flush();
}

void TestProblemPages::run(const QString &name)
{
    DesktopOptions options;
    options.profile = name;
    options.language = u"en"_s;
    options.theme = u"light"_s;
    m_desktop = std::make_unique<DesktopApplication>(options);
    QVERIFY(m_desktop->start());
}

QWidget *TestProblemPages::window(const QString &name)
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible()) return widget;
    }
    return nullptr;
}

QString TestProblemPages::label(const QString &name)
{
    auto *notice = window(u"notice"_s);
    auto *found = notice ? notice->findChild<QLabel *>(name) : nullptr;
    return found ? found->text() : QString();
}

QStringList TestProblemPages::buttons()
{
    QStringList texts;
    if (auto *notice = window(u"notice"_s)) {
        for (auto *button : notice->findChildren<QPushButton *>()) {
            if (button->isVisible()) texts.append(button->text());
        }
    }
    return texts;
}

void TestProblemPages::press(const QString &text)
{
    for (auto *button : window(u"notice"_s)->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text) return button->click();
    }
    QFAIL(qPrintable(text));
}

void TestProblemPages::look(const QString &name)
{
    const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
    if (!folder.isEmpty()) window(u"notice"_s)->grab().save(folder + u"/problem-"_s + name + u".png"_s);
}

void TestProblemPages::damagedDatabase()
{
    const QByteArray damaged(20'000, 'x');
    QFile file(profile().database());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(damaged);
    file.close();
    run();
    QCOMPARE(label(u"notice.title"_s), u"The database is damaged"_s);
    QVERIFY(label(u"notice.text"_s).contains(u"Nothing was changed in it"_s));
    QCOMPARE(label(u"notice.detail"_s), QDir::toNativeSeparators(profile().database()));
    QCOMPARE(buttons(), QStringList({u"Quit"_s, u"Open the folder"_s, u"Set it aside and begin anew"_s, u"Try again"_s}));
    QCOMPARE(m_desktop->exitCode(), 4);
    look(u"damaged"_s);
    press(u"Try again"_s);
    QCOMPARE(label(u"notice.title"_s), u"The database is damaged"_s);
    press(u"Set it aside and begin anew"_s);
    QVERIFY(!window(u"notice"_s));
    QVERIFY(window(u"firstRun"_s));
    QCOMPARE(m_desktop->exitCode(), 0);
    const auto aside = QDir(profile().folder()).entryList({u"set-aside-*"_s}, QDir::Dirs);
    QCOMPARE(aside.size(), 1);
    QFile kept(profile().path(aside.first()) + u"/tandem.sqlite"_s);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), damaged);
}

void TestProblemPages::readOnlyDatabase()
{
#ifdef Q_OS_UNIX
    makeStore();
    const auto everyone = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(QFile::setPermissions(profile().database(), everyone));
    const bool root = ::geteuid() == 0;
    if (root) {
        // Permissions do not bind root: look with another user's eyes, who may use the folders but not the file.
        auto folder = QDir(profile().folder());
        for (; folder.path().startsWith(m_root->path()); folder.cdUp()) {
            QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
        }
        QCOMPARE(::seteuid(65534), 0);
    }
    run();
    const auto title = label(u"notice.title"_s);
    const auto text = label(u"notice.text"_s);
    const auto ways = buttons();
    if (root) QCOMPARE(::seteuid(0), 0);
    QCOMPARE(title, u"The database cannot be written"_s);
    QVERIFY(text.contains(u"read-only for you"_s));
    QCOMPARE(ways, QStringList({u"Quit"_s, u"Open the folder"_s, u"Try again"_s}));
    look(u"read-only"_s);
    QVERIFY(QFile::setPermissions(profile().database(), everyone | QFile::WriteOwner));
    press(u"Try again"_s);
    QVERIFY(!window(u"notice"_s));
    QVERIFY(window(u"firstRun"_s));
#else
    QSKIP("permission bits of Unix");
#endif
}

void TestProblemPages::newerDatabase()
{
    makeStore();
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddle"_s);
        db.setDatabaseName(profile().database());
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(u"INSERT INTO schema_versions (version, name) VALUES (999, 'from the future')"_s));
    }
    QSqlDatabase::removeDatabase(u"meddle"_s);
    run();
    QCOMPARE(label(u"notice.title"_s), u"This data belongs to a newer Tandem"_s);
    QVERIFY(label(u"notice.text"_s).contains(u"leaves the data untouched"_s));
    QCOMPARE(buttons(), QStringList({u"Quit"_s, u"Open the folder"_s, u"Try again"_s}));
    look(u"newer"_s);
    press(u"Quit"_s);
    QCOMPARE(m_desktop->exitCode(), 4);
}

void TestProblemPages::busyDatabase()
{
    StoreOptions options;
    options.url = u"sqlite:"_s + profile().database();
    auto other = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY(other);
    run();
    QCOMPARE(label(u"notice.title"_s), u"Another program has this data open"_s);
    QVERIFY(label(u"notice.text"_s).contains(u"Close it, then try again"_s));
    QCOMPARE(buttons(), QStringList({u"Quit"_s, u"Try again"_s}));
    look(u"busy"_s);
    press(u"Try again"_s);
    QCOMPARE(label(u"notice.title"_s), u"Another program has this data open"_s);
    other->reset();
    press(u"Try again"_s);
    QVERIFY(!window(u"notice"_s));
    QVERIFY(window(u"firstRun"_s));
}

void TestProblemPages::portInUse()
{
    const Profile practice(u"practice"_s);
    QTcpServer taker;
    QTimer watch;
    // The port is chosen just before the practice platform starts, which takes longer than a look at the file.
    connect(&watch, &QTimer::timeout, this, [&] {
        const auto port = QSettings(practice.path(u"practice.ini"_s), QSettings::IniFormat).value(u"gateway_port"_s).toUInt();
        if (port && !taker.isListening()) taker.listen(QHostAddress::LocalHost, quint16(port));
    });
    watch.start(0);
    run(u"practice"_s);
    QTRY_COMPARE_WITH_TIMEOUT(label(u"notice.title"_s), u"The port is in use"_s, 30'000);
    watch.stop();
    QVERIFY(taker.isListening());
    QVERIFY2(label(u"notice.text"_s).contains(QString::number(taker.serverPort())), qPrintable(label(u"notice.text"_s)));
    QCOMPARE(buttons(), QStringList({u"Quit"_s, u"Open without sending and receiving"_s, u"Use another port"_s, u"Try again"_s}));
    look(u"port"_s);
    press(u"Use another port"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->mainWindow() && m_desktop->mainWindow()->isVisible(), 30'000);
    QVERIFY(!window(u"notice"_s));
    QVERIFY(m_desktop->workspace()->gatewayAddress().port() != int(taker.serverPort()));
}

QTEST_MAIN(TestProblemPages)
#include "tst_problem_pages.moc"
