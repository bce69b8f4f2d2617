#include "tests/gui/desk.h"
#include "tests/gui/spoken.h"

#include "ui/shell/parts/status_line.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTranslator>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Walks through the window's states and writes pictures to look at into TANDEM_LOOKS; without it only checks that
/// nothing wide spills out of the window.
class TestLooks : public QObject
{
    Q_OBJECT

private:
    QTranslator m_translator;

    static void shoot(Desk &desk, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QTest::qWait(350);
        const auto picture = desk.window->grab();
        picture.save(u"%1/%2-%3-%4.png"_s.arg(folder, name, desk.theme.isDark() ? u"dark"_s : u"light"_s).arg(int(picture.devicePixelRatio() * 100)));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(Tandem::Test::speak(m_translator)); }

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
        auto &commands = desk.window->commands();
        shoot(desk, u"nothing-open"_s);
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        desk.window->statusLine().setBudgets(Desk::budget());
        shoot(desk, u"main"_s);
        commands.run(u"find"_s);
        desk.find<QLineEdit>(u"find.edit"_s)->setText(u"the"_s);
        QTRY_VERIFY(!desk.find<QLabel>(u"find.count"_s)->text().isEmpty());
        shoot(desk, u"find"_s);
        desk.key(Qt::Key_Escape);
        desk.find<QLineEdit>(u"search.edit"_s)->setText(u"退"_s);
        QTRY_VERIFY(desk.find<QListView>(u"search.results"_s)->model()->rowCount() > 1);
        shoot(desk, u"search"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->setText(u"zzz"_s);
        shoot(desk, u"search-none"_s);
        desk.find<QLineEdit>(u"search.edit"_s)->clear();
        commands.run(u"palette"_s);
        shoot(desk, u"palette"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"keys"_s);
        shoot(desk, u"keys"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"closed"_s);
        shoot(desk, u"closed"_s);
        commands.run(u"open"_s);
        QVERIFY(desk.open(u"Acme Trading"_s));
        commands.run(u"close"_s);
        shoot(desk, u"toast"_s);
        desk.sample.apply(desk.removedByPartner());
        QVERIFY(desk.open(u"陈静"_s));
        desk.window->statusLine().setOnline(false);
        shoot(desk, u"disconnected"_s);
        desk.window->resize(desk.window->minimumSize());
        shoot(desk, u"small"_s);
        QTRY_VERIFY(desk.window->minimumSizeHint().width() <= desk.window->width());
    }

    void mirrored()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"فاطمة السالم"_s));
        desk.window->statusLine().setBudgets(Desk::budget());
        shoot(desk, u"mirrored"_s);
        QVERIFY(desk.find<QWidget>(u"rail"_s)->x() > desk.window->width() / 2);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void firstRun()
    {
        Desk desk(false);
        QTRY_VERIFY(desk.window->inbox().isFirstRun());
        shoot(desk, u"first"_s);
    }
};

int main(int argc, char **argv)
{
    Theme::prepareFonts(); // as the program does, or Chinese would not look as it does there
    QApplication application(argc, argv);
    TestLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_looks.moc"
