#include "tests/gui/team/colleagues.h"

#include "ui/composer/input/reply_input.h"
#include "ui/format/content/note_row.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/view_tabs.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/commands.h"
#include "ui/timeline/view/timeline_view.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto title = "Li Wei 李伟";

/// The picker that is open, by its name.
QWidget *picker(const QString &name)
{
    for (auto *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == name && widget->isVisible()) return widget;
    }
    return nullptr;
}

void pick(QWidget *popup, const QString &typed)
{
    auto *search = popup->findChild<QLineEdit *>(u"pick.search"_s);
    search->setText(typed);
    QTest::keyClick(search, Qt::Key_Return);
}

} // namespace

/// The team's side of the inbox on the real window and a real store.
class TestTeamInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aloneThereIsNobodyToAssignTo()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        QTRY_VERIFY(desk.context->team->directory().isLoaded());
        QVERIFY(!desk.context->team->directory().isTeam());
        QVERIFY(!desk.find<QWidget>(u"header.assignee"_s)->isVisible());
        QVERIFY(desk.find<QWidget>(u"header.labels"_s)->isVisible());
        QVERIFY(!desk.find<QWidget>(u"inbox.mine"_s)->isVisible());
        QVERIFY(desk.find<QWidget>(u"inbox.open"_s)->isVisible());
        QVERIFY(!desk.find<QWidget>(u"rail.mentions"_s)->isVisible());
        QVERIFY(!desk.find<QWidget>(u"rail.me"_s)->isVisible());
        desk.window->commands().run(u"assign"_s);
        QVERIFY(!picker(u"assigneePicker"_s));
    }

    void aNoteIsKeptAndNeverSent()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        auto *timeline = desk.find<TimelineView>(u"timeline.view"_s);
        QTRY_VERIFY(timeline->model().rowCount() > 0);
        const int before = timeline->model().rowCount();
        const auto queued = waitFor(desk.sample.store().outbox().depth()).value();
        desk.window->commands().run(u"note"_s);
        auto *note = desk.find<ReplyInput>(u"note.edit"_s);
        QTRY_VERIFY(note->isVisible());
        QVERIFY(!desk.find<QWidget>(u"composer.edit"_s)->isVisible());
        QTest::keyClicks(note, u"call back about the invoice"_s);
        // Its draft is its own: the reply's field knows nothing of it.
        desk.find<QAbstractButton>(u"writing.reply"_s)->click();
        QVERIFY(desk.find<ReplyInput>(u"composer.edit"_s)->toPlainText().isEmpty());
        desk.find<QAbstractButton>(u"writing.note"_s)->click();
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_COMPARE(timeline->model().rowCount(), before + 1);
        const auto &row = timeline->model().message(before);
        QVERIFY(isNote(row));
        QCOMPARE(row.text, u"call back about the invoice"_s);
        QVERIFY(note->toPlainText().isEmpty());
        QCOMPARE(waitFor(desk.sample.store().outbox().depth()).value(), queued);
        const auto notes = waitFor(desk.sample.store().notes().between(desk.current().id(), UtcTime{}, fromEpochSeconds(4'000'000'000))).value();
        QCOMPARE(notes.size(), 1);
        desk.context->team->actions().removeNote(notes.first().id, notes.first().text);
        QTRY_VERIFY(timeline->model().message(before).revoked);
        QTRY_VERIFY(desk.find<QWidget>(u"toast.undo"_s)->isVisible());
        desk.window->commands().run(u"undo"_s);
        QTRY_VERIFY(!timeline->model().message(before).revoked);
    }

    void aLabelIsMadeAndTakenOff()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        QTRY_VERIFY(desk.context->team->directory().isLoaded());
        desk.window->commands().run(u"label"_s);
        auto *popup = picker(u"labelPicker"_s);
        QVERIFY(popup);
        pick(popup, u"wholesale"_s);
        QTRY_COMPARE(desk.context->team->directory().labels().size(), 1);
        QTRY_COMPARE(desk.current().row().labels.size(), 1);
        QTRY_VERIFY(desk.find<QWidget>(u"inbox.label"_s)->isVisible());
        desk.window->commands().run(u"label"_s);
        popup = picker(u"labelPicker"_s);
        pick(popup, u"WHOLE"_s); // found, not made again
        QTRY_VERIFY(desk.current().row().labels.isEmpty());
        QCOMPARE(desk.context->team->directory().labels().size(), 1);
        desk.window->commands().run(u"undo"_s);
        QTRY_COMPARE(desk.current().row().labels.size(), 1);
        popup->close();
        desk.window->inbox().list().filters().chooseLabel(desk.context->team->directory().labels().first().id);
        QTRY_COMPARE(desk.model().rowCount(), 1);
    }

    void snoozedItLeavesAndComesBack()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        const auto id = desk.current().id();
        desk.window->commands().run(u"snooze"_s);
        auto *popup = picker(u"snoozePicker"_s);
        QVERIFY(popup);
        pick(popup, u"tomorrow"_s);
        QTRY_COMPARE(desk.sample.conversation(QString::fromUtf8(title)).state, ConversationState::Snoozed);
        QTRY_VERIFY(!desk.model().indexOf(id).isValid());
        QVERIFY(desk.current().id() != id);
        desk.window->commands().run(u"showSnoozed"_s);
        QTRY_VERIFY(desk.model().indexOf(id).isValid());
        QTRY_COMPARE(desk.model().rowCount(), 1);
        desk.window->commands().run(u"undo"_s);
        QTRY_COMPARE(desk.sample.conversation(QString::fromUtf8(title)).state, ConversationState::Open);
    }

    void assignedByKey()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        QTRY_VERIFY(desk.model().rowCount() > 1);
        QVERIFY(desk.open(QString::fromUtf8(title)));
        QTRY_VERIFY(desk.find<QWidget>(u"header.assignee"_s)->isVisible());
        desk.window->commands().run(u"assign"_s);
        auto *popup = picker(u"assigneePicker"_s);
        QVERIFY(popup);
        popup->findChild<QLineEdit *>(u"pick.note"_s)->setText(u"@ben knows this customer"_s);
        pick(popup, u"okaf"_s);
        QTRY_COMPARE(desk.current().row().assignee, AgentId{2});
        QTRY_COMPARE(desk.current().row().assigneeName, u"Ben Okafor"_s);
        auto *timeline = desk.find<TimelineView>(u"timeline.view"_s);
        QTRY_VERIFY(isNote(timeline->model().message(timeline->model().rowCount() - 1)));
        desk.window->commands().run(u"assign.me"_s);
        QTRY_COMPARE(desk.current().row().assignee, AgentId{1});
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::Mine);
        QTRY_COMPARE(desk.model().rowCount(), 1);
        desk.window->commands().run(u"undo"_s);
        QTRY_COMPARE(desk.current().row().assignee, AgentId{2});
    }

    void whoAnswersIsSaidAndAskedOnce()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        QVERIFY(desk.open(QString::fromUtf8(title)));
        colleagues.benIsIn(desk.current().id(), true);
        QTRY_COMPARE(desk.context->team->presence().others().size(), 1);
        auto *input = desk.find<ReplyInput>(u"composer.edit"_s);
        input->setFocus();
        input->setPlainText(u"I answer too"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_VERIFY(desk.find<QWidget>(u"lockBar"_s)->isVisible());
        QCOMPARE(input->toPlainText(), u"I answer too"_s);
        QTest::keyClick(input, Qt::Key_Return); // too fast to be an answer
        QCOMPARE(input->toPlainText(), u"I answer too"_s);
        desk.find<QPushButton>(u"lockBar.send"_s)->click();
        QTRY_VERIFY(input->toPlainText().isEmpty());
        input->setPlainText(u"and more"_s);
        QTest::keyClick(input, Qt::Key_Return); // asked once
        QTRY_VERIFY(input->toPlainText().isEmpty());
    }

    void aViewIsSavedAndTakenBack()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QTRY_VERIFY(desk.context->team->directory().isLoaded());
        desk.window->inbox().list().filters().toggle(u"unread"_s);
        desk.window->commands().run(u"view.new"_s);
        auto *name = desk.find<QLineEdit>(u"view.name"_s);
        QTRY_VERIFY(name->isVisible());
        name->setText(u"Unread first"_s);
        desk.find<QPushButton>(u"view.save"_s)->click();
        auto &tabs = desk.window->inbox().list().filters().views();
        QTRY_VERIFY(tabs.view());
        QCOMPARE(tabs.view()->name, u"Unread first"_s);
        QTRY_COMPARE(desk.model().filter().condition, std::optional(tabs.view()->condition));
        desk.window->commands().run(u"undo"_s);
        QTRY_VERIFY(desk.context->team->directory().views().isEmpty());
        QTRY_VERIFY(!tabs.view());
    }
};

QTEST_MAIN(TestTeamInbox)
#include "tst_team_inbox.moc"
