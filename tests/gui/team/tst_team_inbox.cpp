#include "tests/gui/team/colleagues.h"

#include "ui/composer/input/reply_input.h"
#include "ui/format/content/note_row.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/view_tabs.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/commands.h"
#include "ui/shell/overlay/overlay.h"
#include "ui/team/pages/audit_page.h"
#include "ui/timeline/view/timeline_view.h"

#include <QDateEdit>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

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
        QTRY_VERIFY(timeline->model().rowCount() > 0 && isNote(timeline->model().message(timeline->model().rowCount() - 1)));
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

    void aPrivateWordNeverReachesTheReply()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        QVERIFY(desk.open(QString::fromUtf8(title)));
        const auto queued = waitFor(desk.sample.store().outbox().depth()).value();
        colleagues.run(u"CREATE TRIGGER refuses BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        auto *reply = desk.find<ReplyInput>(u"composer.edit"_s);
        auto *note = desk.find<ReplyInput>(u"note.edit"_s);
        reply->setFocus();
        reply->setPlainText(u"Hello"_s);
        QTest::keyClick(reply, Qt::Key_Return);
        desk.window->commands().run(u"note"_s); // while the reply is on its way
        QTest::keyClicks(QApplication::focusWidget(), u"she never"_s);
        QTRY_COMPARE(reply->toPlainText(), u"Hello"_s); // it was refused and came back
        QCOMPARE(QApplication::focusWidget(), note);
        QTest::keyClicks(QApplication::focusWidget(), u" pays"_s);
        QCOMPARE(note->toPlainText(), u"she never pays"_s);
        QCOMPARE(reply->toPlainText(), u"Hello"_s);
        colleagues.run(u"DROP TRIGGER refuses"_s);
        reply->setFocus(); // even if the keyboard came there
        QTest::keyClick(reply, Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(waitFor(desk.sample.store().outbox().depth()).value(), queued);
        QCOMPARE(reply->toPlainText(), u"Hello"_s);
        note->setFocus();
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(note->toPlainText().isEmpty());
        QCOMPARE(waitFor(desk.sample.store().outbox().depth()).value(), queued);
    }

    void aChangedNoteIsNotLost()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->inbox().list().filters().views().setWhose(ConversationFilter::Whose::All);
        QVERIFY(desk.open(QString::fromUtf8(title)));
        const auto id = desk.current().id();
        QVERIFY(waitFor(desk.sample.store().notes().add(id, u"call her"_s)));
        auto *timeline = desk.find<TimelineView>(u"timeline.view"_s);
        const auto last = [timeline] { return timeline->model().rowCount() > 0 ? timeline->model().message(timeline->model().rowCount() - 1) : Message(); };
        QTRY_VERIFY(isNote(last()));
        const auto shown = last();
        colleagues.run(u"CREATE TRIGGER refuses BEFORE UPDATE OF text ON notes BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        Q_EMIT timeline->noteEditRequested(shown);
        auto *note = desk.find<ReplyInput>(u"note.edit"_s);
        QTRY_COMPARE(note->toPlainText(), u"call her"_s);
        note->setPlainText(u"call her on Monday"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(desk.find<QWidget>(u"note.error"_s)->isVisible());
        QCOMPARE(note->toPlainText(), u"call her on Monday"_s);
        QVERIFY(desk.open(u"Acme Trading"_s));
        QVERIFY(note->toPlainText().isEmpty());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        QCOMPARE(note->toPlainText(), u"call her on Monday"_s);
        colleagues.run(u"DROP TRIGGER refuses"_s);
        desk.window->commands().run(u"note"_s);
        QTest::keyClick(note, Qt::Key_Return);
        QTRY_VERIFY(note->toPlainText().isEmpty());
        QTRY_COMPARE(last().text, u"call her on Monday"_s);
    }

    void oneSheetAtATimeAndEscapeClosesIt()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        const auto open = [&desk] {
            QStringList names;
            for (const auto *sheet : desk.window->findChildren<Overlay *>()) {
                if (sheet->isVisible()) names.append(sheet->objectName());
            }
            return names;
        };
        auto &commands = desk.window->commands();
        for (const auto &name : {u"labels"_s, u"mentions"_s, u"view.new"_s}) {
            commands.run(name);
            QTRY_COMPARE(open().size(), 1);
            desk.key(Qt::Key_Escape);
            QTRY_VERIFY2(open().isEmpty(), qPrintable(name));
        }
        commands.run(u"labels"_s);
        commands.run(u"mentions"_s);
        QCOMPARE(open(), QStringList{u"mentions"_s});
        desk.key(Qt::Key_Escape);
        QCOMPARE(open(), QStringList{u"labelsSheet"_s}); // as it was
        desk.key(Qt::Key_Escape);
        QVERIFY(open().isEmpty());
    }

    void aPickerIsAsHighAsItsLines()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(QString::fromUtf8(title)));
        desk.window->commands().run(u"snooze"_s);
        auto *popup = picker(u"snoozePicker"_s);
        const int before = popup->height();
        popup->findChild<QLineEdit *>(u"pick.search"_s)->setText(u"tomorrow"_s);
        QTRY_VERIFY2(popup->height() < before - 60, qPrintable(u"%1 was %2"_s.arg(popup->height()).arg(before)));
        popup->close();
    }

    void numbersAreGivenAndTaken()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        colleagues.run(u"DELETE FROM agent_numbers WHERE agent_id = 4"_s);
        colleagues.run(u"INSERT INTO team_numbers (team_id, number_id) VALUES (1, 2)"_s);
        desk.context->team->grants().load();
        desk.window->commands().run(u"team"_s);
        const auto button = [&desk](const QString &whose) -> QPushButton * {
            for (auto *each : desk.window->findChildren<QPushButton *>(u"agents.numbers"_s)) {
                if (each->isVisible() && each->accessibleName().contains(whose)) return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(button(u"Omar"_s) && button(u"Omar"_s)->text() == u"No number yet"_s);
        QVERIFY(button(u"Ben"_s)->text().contains(u"Shop Shenzhen"_s));
        QCOMPARE(button(u"Ana"_s)->text(), u"All numbers"_s);
        QVERIFY(!button(u"Ana"_s)->isEnabled());
        button(u"Omar"_s)->click();
        auto *menu = desk.window->findChild<QMenu *>(u"agents.numbersMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY(!menu->actions().first()->isChecked());
        menu->actions().first()->trigger();
        QTRY_VERIFY(button(u"Omar"_s) && button(u"Omar"_s)->text() == u"Li Trading Shanghai"_s);
        menu->close();
        QCOMPARE(waitFor(desk.sample.store().teamAdmin().grants())->agents.value(AgentId{4}).size(), 1);
        // What the server refused is not shown as done.
        colleagues.run(u"CREATE TRIGGER refuses BEFORE DELETE ON agent_numbers BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
        button(u"Omar"_s)->click();
        menu = nullptr;
        for (auto *each : desk.window->findChildren<QMenu *>(u"agents.numbersMenu"_s)) {
            if (each->isVisible()) menu = each;
        }
        QVERIFY(menu && menu->actions().first()->isChecked());
        menu->actions().first()->trigger();
        QTest::qWait(100);
        QTRY_VERIFY(button(u"Omar"_s) && button(u"Omar"_s)->text() == u"Li Trading Shanghai"_s);
        menu->close();
    }

    void deletingATeamAsksFirst()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        desk.window->commands().run(u"team"_s);
        QTRY_VERIFY(desk.find<QAbstractButton>(u"teams.remove"_s));
        desk.find<QAbstractButton>(u"teams.remove"_s)->click();
        auto *yes = desk.find<QPushButton>(u"confirm.yes"_s);
        QTRY_VERIFY(yes && yes->isVisible());
        QCOMPARE(desk.context->team->directory().teams().size(), 1);
        yes->click();
        QTRY_VERIFY(desk.context->team->directory().teams().isEmpty());
    }

    void theAuditLogIsFoundAndExported()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        const auto wei = desk.sample.conversation(QString::fromUtf8(title)).id;
        QVERIFY(waitFor(desk.sample.store().assignments().assign(wei, AgentId{2}, std::nullopt, {})));
        desk.window->commands().run(u"audit"_s);
        auto *table = desk.find<QTableView>(u"audit.table"_s);
        QTRY_VERIFY(table->model()->rowCount() > 5);
        desk.find<QLineEdit>(u"audit.search"_s)->setText(u"李伟"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < 10);
        const auto cell = [&](int column) { return table->model()->index(0, column).data().toString(); };
        QCOMPARE(cell(1), u"Ana"_s);
        QCOMPARE(cell(2), u"Assigned a conversation"_s);
        QCOMPARE(cell(3), QString::fromUtf8(title));
        QCOMPARE(cell(4), u"nobody → Ben Okafor"_s);
        auto *page = desk.find<AuditPage>(u"auditPage"_s);
        QTemporaryDir folder;
        QSignalSpy said(page, &AuditPage::said);
        page->exportTo(folder.filePath(u"log.jsonl"_s));
        QTRY_COMPARE(said.count(), 1);
        QFile file(folder.filePath(u"log.jsonl"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), table->model()->rowCount());
        QCOMPARE(QJsonDocument::fromJson(lines.last()).object().value(u"action"_s).toString(), u"conversation.assigned"_s);
        // Days before anything was written.
        desk.find<QDateEdit>(u"audit.from"_s)->setDate(QDate(2020, 1, 1));
        desk.find<QDateEdit>(u"audit.to"_s)->setDate(QDate(2020, 12, 31));
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    void nothingIsMineLeadsToTheUnassigned()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        Colleagues colleagues(desk);
        auto &views = desk.window->inbox().list().filters().views();
        views.setWhose(ConversationFilter::Whose::Mine);
        QTRY_COMPARE(desk.model().rowCount(), 0);
        QPushButton *show = nullptr;
        QTRY_VERIFY([&] {
            for (auto *each : desk.window->inbox().list().findChildren<QPushButton *>()) {
                if (each->isVisible() && each->text().startsWith(u"Show unassigned ("_s)) show = each;
            }
            return show != nullptr;
        }());
        show->click();
        QTRY_VERIFY(desk.model().rowCount() > 5);
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
