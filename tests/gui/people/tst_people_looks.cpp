#include "tests/gui/people/sent.h"
#include "tests/gui/spoken.h"

#include "ui/shell/conversation_pane.h"
#include "ui/shell/parts/rail.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTranslator>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Walks through what an agent does with people and writes pictures to look at into TANDEM_LOOKS; without it only
/// checks that every state comes up.
class TestPeopleLooks : public QObject
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
        desk.window->grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, name, desk.theme.isDark() ? u"dark"_s : u"light"_s, QLocale().name().left(2)));
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
        auto &store = desk.sample.store();
        sent(desk.sample, u"Li Wei 李伟"_s, u"Good news"_s, u"service"_s, true);
        sent(desk.sample, u"Acme Trading"_s, u"On its way"_s, u"utility"_s, true);
        sent(desk.sample, u"Acme Trading"_s, u"Hello"_s, u"referral_conversion"_s, false);
        desk.sample.receive(u"551187654321"_s, u"Oi!"_s);
        desk.sample.receive(u"5511987654321"_s, u"Oi, sou eu"_s);
        QVERIFY(desk.open(u"+551187654321"_s));
        QTRY_VERIFY(desk.find<QWidget>(u"contact.merge"_s)->isVisible());
        shoot(desk, u"merge"_s);
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        commands.run(u"block"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"confirm"_s)->isVisible());
        shoot(desk, u"block-confirm"_s);
        desk.find<QPushButton>(u"confirm.yes"_s)->click();
        QTRY_VERIFY(!blocksAsked(desk.sample).isEmpty());
        QVERIFY(waitFor(store.commands().done(blocksAsked(desk.sample).first().id)));
        QTRY_VERIFY(desk.current().row().blocked);
        shoot(desk, u"blocked"_s);
        commands.run(u"start"_s);
        desk.find<QLineEdit>(u"start.to"_s)->setText(u"+49 171 2345678"_s);
        shoot(desk, u"start"_s);
        desk.key(Qt::Key_Escape);
        const auto page = waitFor(store.messages().newest(desk.sample.conversation(u"Acme Trading"_s).id, 5));
        Q_EMIT desk.window->inbox().conversation().forwardRequested(page->messages);
        auto *list = desk.find<QListView>(u"forward.list"_s);
        QTRY_VERIFY(list->model()->rowCount() > 4);
        for (const int row : {0, 1}) QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
        shoot(desk, u"forward"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"starred"_s);
        shoot(desk, u"starred-none"_s);
        for (const auto &message : page->messages) QVERIFY(waitFor(store.messages().setStarred(message.id, true)));
        QTRY_VERIFY(desk.find<QListView>(u"starred.list"_s)->model()->rowCount() > 1);
        shoot(desk, u"starred"_s);
        desk.key(Qt::Key_Escape);
        numbers(desk);
        settings(desk);
    }

private:
    static void numbers(Desk &desk)
    {
        desk.window->showPage(Rail::Numbers);
        desk.window->resize(1440, 1000);
        auto *free = desk.find<QPushButton>(u"disk.free"_s);
        QTRY_VERIFY(free->isVisible());
        shoot(desk, u"numbers-use"_s);
        free->click();
        shoot(desk, u"numbers-purge"_s);
    }
    static void settings(Desk &desk)
    {
        auto &replies = desk.sample.store().cannedReplies();
        QVERIFY(waitFor(replies.save({{}, u"thanks"_s, u"Thank you"_s, u"Thank you, {{contact.name|there}}! We will write as soon as it has left."_s, {}, {}})));
        QVERIFY(waitFor(replies.save({{}, u"地址"_s, u"退货地址"_s, u"请将退货寄至上海市徐汇区…"_s, {OutboxMedia{QString(64, u'a'), u"application/pdf"_s, u"label.pdf"_s, 48'000, false, {}}}, {}})));
        desk.window->showPage(Rail::Settings);
        QTRY_COMPARE(desk.window->findChildren<QWidget *>(u"replies.row"_s).size(), 2);
        shoot(desk, u"settings"_s);
        desk.window->findChildren<QAbstractButton *>(u"replies.edit"_s).constFirst()->click();
        desk.find<QPlainTextEdit>(u"reply.body"_s)->setPlainText(u"Thank you, {{contact.name|there}}! Order {{order}} is on its way."_s);
        desk.find<QAbstractButton>(u"reply.save"_s)->setFocus();
        auto *scroll = desk.find<QScrollArea>(u"settings.scroll"_s);
        scroll->ensureWidgetVisible(desk.find<QWidget>(u"settings.replies"_s), 0, 300);
        shoot(desk, u"settings-reply"_s);
    }
};

int main(int argc, char **argv)
{
    Theme::prepareFonts(); // as the program does, or Chinese would not look as it does there
    QApplication application(argc, argv);
    TestPeopleLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_people_looks.moc"
