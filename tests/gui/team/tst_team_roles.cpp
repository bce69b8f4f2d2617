#include "tests/gui/team/colleagues.h"

#include "ui/settings/team_section.h"
#include "ui/settings/workspace_control.h"
#include "ui/shell/commands.h"
#include "ui/team/pages/rules_card.h"
#include "ui/team/pickers/label_picker.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto title = "Li Wei 李伟";

/// What a team's desktop answers to the settings page.
class FakeControl final : public WorkspaceControl
{
public:
    Secret present{u"correct horse"_s};
    Secret next;
    int left = 0;

    [[nodiscard]] WorkspaceInfo info() const override
    {
        WorkspaceInfo info;
        info.team = true;
        return info;
    }
    FutureResult<bool> change(const WorkspaceChange &) override { return readyFuture<bool>(false); }
    FutureResult<QString> sendTestWebhook() override { return readyFuture<QString>(QString()); }
    [[nodiscard]] QString diagnostics() const override { return {}; }
    FutureResult<bool> changePassword(const Secret &was, const Secret &wanted) override
    {
        if (!(was == present)) return readyFuture<bool>(failure(ErrorCode::Usage, u"not this one"_s));
        next = wanted;
        return readyFuture<bool>(true);
    }
    void leaveTeam() override { ++left; }
};

} // namespace

/// What a person may do, and what is theirs.
class TestTeamRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void anAgentIsOfferedOnlyWhatTheyMayDo()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->showPage(Rail::Numbers);
        auto *link = desk.find<QPushButton>(u"numbers.link"_s);
        QTRY_VERIFY(link->isVisible());
        QTRY_VERIFY(desk.find<QComboBox>(u"number.limit"_s));
        auto *limit = desk.find<QComboBox>(u"number.limit"_s);
        QTRY_VERIFY(limit->isEnabled());
        colleagues.run(u"UPDATE agents SET role = 'lead' WHERE id = 1"_s);
        colleagues.reload();
        QTRY_VERIFY(!link->isVisible()); // linking is an administrator's
        QVERIFY(limit->isEnabled());
        colleagues.run(u"UPDATE agents SET role = 'agent' WHERE id = 1"_s);
        colleagues.reload();
        QTRY_VERIFY(!limit->isEnabled());
        LabelPicker picker(desk.theme, *desk.context->team, {}, desk.window.get());
        auto *search = picker.findChild<QLineEdit *>(u"pick.search"_s);
        search->setText(u"new word"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QTest::qWait(100);
        QVERIFY(desk.context->team->directory().labels().isEmpty());
    }

    void withoutANumberAnAgentIsToldWhomToAsk()
    {
        Desk desk(false);
        Colleagues colleagues(desk);
        auto *link = desk.find<QPushButton>(u"firstRun.link"_s);
        QTRY_VERIFY(link->isVisible());
        colleagues.run(u"UPDATE agents SET role = 'agent' WHERE id = 1"_s);
        colleagues.reload();
        QTRY_VERIFY(!link->isVisible());
        QVERIFY(desk.find<QWidget>(u"firstRun"_s)->isVisible());
    }

    void whatIsTakenAwayIsClosed()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        Colleagues colleagues(desk);
        Changes changes;
        changes.conversations.insert(desk.current().id());
        colleagues.run(u"DELETE FROM conversations WHERE id = %1"_s.arg(desk.current().id().value));
        Q_EMIT desk.feed->changed(changes);
        QTRY_VERIFY(!desk.current().isOpen());
        QTRY_VERIFY(desk.find<QWidget>(u"toast"_s)->isVisible());
    }

    void aCustomerGetsAnOwner()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        auto *button = desk.find<QPushButton>(u"contact.owner"_s);
        QVERIFY(!button->isVisible()); // alone there is nobody
        Colleagues colleagues(desk);
        QTRY_VERIFY(button->isVisible());
        button->click();
        auto *menu = desk.find<QMenu>(u"contact.ownerMenu"_s);
        QVERIFY(menu);
        for (auto *action : menu->actions()) {
            if (action->text() == "Ben Okafor"_L1) action->trigger();
        }
        menu->close();
        const auto owner = [&] { return waitFor(desk.sample.store().conversations().contact(desk.current().row().contactId))->owner; };
        QTRY_COMPARE(owner(), std::optional(AgentId{2}));
        QTRY_VERIFY(button->text().contains(u"Ben"_s));
        desk.window->commands().run(u"undo"_s);
        QTRY_COMPARE(owner(), std::optional<AgentId>());
    }

    void myNameIsTheOneColleaguesSee()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->showPage(Rail::Settings);
        auto *name = desk.find<QLineEdit>(u"settings.agent"_s);
        QTRY_COMPARE(name->text(), u"Ana"_s);
        name->setFocus();
        name->setText(u"Ana Lima"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(desk.context->team->directory().me().displayName, u"Ana Lima"_s);
        QCOMPARE(desk.context->team->directory().signature(u"from the file"_s), u"Ana Lima"_s);
    }

    void rulesKeepTheirRowsAndTwoLeadsDoNotOverwriteEachOther()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        RulesCard card(*desk.context);
        QStringList said;
        connect(&card, &RulesCard::said, this, [&said](const QString &words) { said.append(words); });
        card.refresh();
        card.setVisible(true);
        card.findChild<QPushButton *>(u"rules.add"_s)->click();
        QTRY_VERIFY(card.findChild<QComboBox *>(u"rules.method"_s));
        const QPointer<QComboBox> box(card.findChild<QComboBox *>(u"rules.method"_s));
        card.refresh(); // as the directory does every half minute
        QTest::qWait(200);
        QVERIFY(box);
        colleagues.run(u"INSERT INTO assignment_rules (position, method, enabled) VALUES (7, 'owner', 1)"_s); // nobody told us
        said.clear();
        card.findChild<QPushButton *>(u"rules.add"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(u"Somebody else"_s), qPrintable(said.first()));
        QTRY_COMPARE(card.findChildren<QWidget *>(u"rules.line"_s).size(), 2); // theirs is shown
        QCOMPARE(waitFor(desk.sample.store().assignments().rules())->size(), 2);
    }

    void thePasswordIsChangedOnlyByWhoKnowsIt()
    {
        Desk desk(false);
        FakeControl control;
        desk.context->workspace = &control;
        TeamSection section(*desk.context);
        section.show();
        section.findChild<QPushButton *>(u"settings.team.password"_s)->click();
        const auto type = [&](const QString &field, const QString &text) { section.findChild<QLineEdit *>(u"settings.team."_s + field)->setText(text); };
        auto *save = section.findChild<QPushButton *>(u"settings.team.save"_s);
        auto *outcome = section.findChild<QLabel *>(u"settings.team.outcome"_s);
        type(u"present"_s, u"a guess"_s);
        type(u"next"_s, u"short"_s);
        type(u"again"_s, u"short"_s);
        QVERIFY(!save->isEnabled());
        type(u"next"_s, u"battery staple"_s);
        QVERIFY(outcome->isVisible()); // typed in two ways
        type(u"again"_s, u"battery staple"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(outcome->text(), u"not this one"_s);
        QVERIFY(control.next.isEmpty());
        type(u"present"_s, u"correct horse"_s);
        save->click();
        QTRY_COMPARE(control.next.reveal(), u"battery staple"_s);
        for (const auto *field : {"present", "next", "again"}) {
            QTRY_VERIFY(section.findChild<QLineEdit *>(u"settings.team."_s + QString::fromLatin1(field))->text().isEmpty());
        }
        desk.context->workspace = nullptr;
    }

    void leavingIsAskedFirst()
    {
        Desk desk(false);
        FakeControl control;
        desk.context->workspace = &control;
        TeamSection section(*desk.context);
        section.show();
        section.findChild<QPushButton *>(u"settings.team.leave"_s)->click();
        QCOMPARE(control.left, 0);
        QVERIFY(section.findChild<QLabel *>(u"settings.team.leaveWords"_s)->isVisible());
        section.findChild<QPushButton *>(u"settings.team.leaveNow"_s)->click();
        QCOMPARE(control.left, 1);
        desk.context->workspace = nullptr;
    }
};

QTEST_MAIN(TestTeamRoles)
#include "tst_team_roles.moc"
