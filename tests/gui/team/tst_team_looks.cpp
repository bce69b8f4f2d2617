#include "tests/gui/spoken.h"
#include "tests/gui/team/colleagues.h"

#include "ui/composer/input/reply_input.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/view_tabs.h"
#include "ui/models/conversation_list_model.h"
#include "ui/shell/commands.h"
#include "ui/team/join/join_form.h"

#include <QDir>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextCursor>
#include <QTranslator>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Walks through what a team sees and writes pictures into TANDEM_LOOKS; without it only checks that nothing wide spills
/// out of the window.
class TestTeamLooks : public QObject
{
    Q_OBJECT

private:
    QTranslator m_translator;

    static void shoot(Desk &desk, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QTest::qWait(300);
        auto picture = desk.window->grab();
        // A picker is a window of its own: drawn where it stands.
        for (auto *popup : QApplication::topLevelWidgets()) {
            if (!popup->isVisible() || !popup->windowFlags().testFlag(Qt::Popup) || (popup->windowFlags() & Qt::WindowType_Mask) != Qt::Popup) continue;
            QPainter painter(&picture);
            painter.drawPixmap(desk.window->mapFromGlobal(popup->pos()), popup->grab());
        }
        picture.save(u"%1/team-%2-%3-%4.png"_s.arg(folder, name, desk.theme.isDark() ? u"dark"_s : u"light"_s).arg(int(picture.devicePixelRatio() * 100)));
    }
    static QWidget *popup(const QString &name)
    {
        for (auto *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == name && widget->isVisible()) return widget;
        }
        return nullptr;
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
        Colleagues colleagues(desk);
        auto &store = desk.sample.store();
        auto &commands = desk.window->commands();
        const auto wei = desk.sample.conversation(u"Li Wei 李伟"_s);
        QList<LabelId> labels;
        for (const auto &[name, color] : {std::pair{u"repeat buyer"_s, 0}, std::pair{u"wholesale"_s, 1}, std::pair{u"returns"_s, 4}}) {
            Label label;
            label.name = name;
            label.colorIndex = color;
            labels.append(waitFor(store.labels().save(label)).value());
        }
        for (const auto id : labels.mid(0, 2)) QVERIFY(waitFor(store.labels().setOn(wei.id, id, true)));
        const auto acme = desk.sample.conversation(u"Acme Trading"_s);
        QVERIFY(waitFor(store.labels().setOn(acme.id, labels.last(), true)));
        QVERIFY(waitFor(store.assignments().assign(acme.id, AgentId{2}, std::nullopt, {})));
        QVERIFY(waitFor(store.assignments().assign(wei.id, AgentId{1}, std::nullopt, {})));
        QVERIFY(waitFor(store.notes().add(wei.id, u"@ben can you look up the tracking number?"_s)));
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        colleagues.benIsIn(wei.id, true);
        colleagues.reload();
        QTRY_COMPARE(desk.context->team->presence().others().size(), 1);
        shoot(desk, u"main"_s);
        commands.run(u"note"_s);
        QTest::keyClicks(desk.find<ReplyInput>(u"note.edit"_s), u"Thanks @"_s);
        shoot(desk, u"note"_s);
        desk.find<ReplyInput>(u"note.edit"_s)->clear();
        commands.run(u"reply"_s);
        desk.find<ReplyInput>(u"composer.edit"_s)->setPlainText(u"It is on its way."_s);
        QTest::keyClick(desk.find<ReplyInput>(u"composer.edit"_s), Qt::Key_Return);
        shoot(desk, u"lock"_s);
        desk.find<ReplyInput>(u"composer.edit"_s)->setFocus();
        desk.find<ReplyInput>(u"composer.edit"_s)->clear();
        for (const auto &[command, name] : {std::pair{u"assign"_s, u"assigneePicker"_s}, std::pair{u"label"_s, u"labelPicker"_s}, std::pair{u"snooze"_s, u"snoozePicker"_s}}) {
            commands.run(command);
            QVERIFY(popup(name));
            shoot(desk, command);
            popup(name)->close();
        }
        commands.run(u"snooze"_s);
        popup(u"snoozePicker"_s)->findChild<QLineEdit *>(u"pick.search"_s)->setText(u"tomorrow"_s);
        shoot(desk, u"snooze-typed"_s);
        popup(u"snoozePicker"_s)->close();
        commands.run(u"view.new"_s);
        shoot(desk, u"view"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"labels"_s);
        shoot(desk, u"labels"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"mentions"_s);
        shoot(desk, u"mentions"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"team"_s);
        shoot(desk, u"team"_s);
        commands.run(u"audit"_s);
        shoot(desk, u"audit"_s);
        commands.run(u"keys"_s);
        shoot(desk, u"keys"_s);
        desk.key(Qt::Key_Escape);
        commands.run(u"inbox"_s);
        desk.window->resize(1180, 760);
        shoot(desk, u"narrow"_s);
        QVERIFY(waitFor(store.assignments().assign(wei.id, AgentId{2}, std::nullopt, {})));
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::Mine);
        QTRY_COMPARE(desk.model().rowCount(), 0);
        shoot(desk, u"mine-empty"_s);
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        desk.window->resize(desk.window->minimumSize());
        shoot(desk, u"small"_s);
        QTRY_VERIFY(desk.window->minimumSizeHint().width() <= desk.window->width());
    }
};

int main(int argc, char **argv)
{
    Theme::prepareFonts();
    QApplication application(argc, argv);
    TestTeamLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_team_looks.moc"
