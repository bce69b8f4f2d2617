#include "tests/gui/people/sent.h"

#include "ui/people/contact_panel.h"
#include "ui/people/merge_card.h"
#include "ui/shell/conversation_pane.h"
#include "ui/shell/sheets/forward_sheet.h"
#include "ui/shell/sheets/forwarder.h"
#include "ui/shell/sheets/pick_model.h"
#include "ui/shell/window_sheets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The row of a list whose text is this one.
QModelIndex rowOf(QListView *list, const QString &text)
{
    for (int i = 0; i < list->model()->rowCount(); ++i) {
        if (list->model()->index(i, 0).data().toString() == text) return list->model()->index(i, 0);
    }
    return {};
}

QList<Command> queued(Desk &desk) { return blocksAsked(desk.sample); }

QList<Message> messages(Desk &desk, const QString &title)
{
    return waitFor(desk.sample.store().messages().newest(desk.sample.conversation(title).id, 20)).value_or(MessagePage{}).messages;
}

} // namespace

/// What an agent does with people: block, merge, write to somebody new, send on, find what was starred.
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void blockAsksOnceAndShowsTheMark()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        QTRY_VERIFY(desk.find<QPushButton>(u"contact.block"_s)->isEnabled());
        desk.find<QPushButton>(u"contact.block"_s)->click();
        auto *yes = desk.find<QPushButton>(u"confirm.yes"_s);
        QTRY_VERIFY(yes->isVisible());
        QVERIFY(desk.find<QPushButton>(u"confirm.no"_s)->hasFocus()); // Enter pressed too fast does nothing
        QVERIFY(queued(desk).isEmpty());
        yes->click();
        QTRY_COMPARE(queued(desk).size(), 1);
        const auto command = queued(desk).first();
        QCOMPARE(command.kind, CommandKind::Block);
        QCOMPARE(command.body.value(u"phone"_s).toString(), u"14155550132"_s);
        QVERIFY(waitFor(desk.sample.store().commands().done(command.id)));
        QTRY_VERIFY(desk.current().row().blocked);
        QTRY_VERIFY(desk.find<QWidget>(u"contact.blocked"_s)->isVisible());
        QVERIFY(!desk.find<QPushButton>(u"contact.block"_s)->isVisible());
        desk.find<QPushButton>(u"contact.unblock"_s)->click();
        QTRY_COMPARE(queued(desk).size(), 1);
        QCOMPARE(queued(desk).first().kind, CommandKind::Unblock);
        QVERIFY(waitFor(desk.sample.store().commands().done(queued(desk).first().id)));
        QTRY_VERIFY(!desk.current().row().blocked);
    }

    void refusalIsTold()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Acme Trading"_s));
        desk.window->inbox().customers().block(desk.current().row());
        QTRY_COMPARE(queued(desk).size(), 1);
        QVERIFY(waitFor(desk.sample.store().commands().failed(queued(desk).first().id, 139100, u"They wrote too long ago."_s)));
        QTRY_VERIFY(desk.find<QWidget>(u"toast"_s)->accessibleName().contains(u"Acme Trading could not be blocked. They wrote too long ago."_s));
        QVERIFY(!desk.current().row().blocked);
    }

    void blockOnlyWithinADay()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.sample.clock().advance(std::chrono::hours(30));
        QVERIFY(desk.open(u"Acme Trading"_s));
        QTRY_VERIFY(desk.find<QLabel>(u"contact.block.why"_s)->isVisible());
        QVERIFY(!desk.find<QPushButton>(u"contact.block"_s)->isEnabled());
    }

    void suggestionMergesAndComesApart()
    {
        Desk desk;
        // The same Brazilian number with and without its ninth digit.
        desk.sample.receive(u"551187654321"_s, u"Oi!"_s);
        desk.sample.receive(u"5511987654321"_s, u"Oi, sou eu"_s);
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"+551187654321"_s));
        const auto one = desk.current().row();
        auto *card = desk.window->findChild<MergeCard *>();
        QTRY_VERIFY(card->isVisible());
        desk.find<QPushButton>(u"contact.merge.yes"_s)->click();
        auto &contacts = desk.sample.store().conversations();
        QTRY_COMPARE(waitFor(contacts.contact(one.contactId))->phones.size(), 2);
        QTRY_VERIFY(!card->isVisible());
        QTRY_VERIFY(desk.find<QPushButton>(u"contact.apart"_s)->isVisible());
        desk.find<QPushButton>(u"contact.apart"_s)->click();
        QTRY_COMPARE(waitFor(contacts.contact(one.contactId))->phones.size(), 1);
    }

    void refusedSuggestionStaysAway()
    {
        Desk desk;
        desk.sample.receive(u"551187654321"_s, u"Oi!"_s);
        desk.sample.receive(u"5511987654321"_s, u"Oi, sou eu"_s);
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"+551187654321"_s));
        auto *card = desk.window->findChild<MergeCard *>();
        QTRY_VERIFY(card->isVisible());
        desk.find<QPushButton>(u"contact.merge.no"_s)->click();
        QTRY_VERIFY(!card->isVisible());
        QVERIFY(waitFor(desk.sample.store().contacts().suggestions(desk.current().row().contactId))->isEmpty());
    }

    void typedNumberOpensItsConversation()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.window->commands().run(u"start"_s);
        auto *to = desk.find<QLineEdit>(u"start.to"_s);
        QTRY_VERIFY(to->hasFocus());
        auto *from = desk.find<QComboBox>(u"start.from"_s);
        QCOMPARE(from->count(), 2);
        to->setText(u"0171 2345678"_s);
        QVERIFY(!desk.find<QPushButton>(u"start.go"_s)->isEnabled());
        to->setText(u"+49 171 2345678"_s);
        QVERIFY(desk.find<QPushButton>(u"start.go"_s)->isEnabled());
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.current().row().identity, u"+491712345678"_s);
        QVERIFY(!desk.current().row().windowExpiresAt); // so the composer offers templates
        QVERIFY(!to->isVisible());
        // The same again finds the same conversation.
        const auto id = desk.current().id();
        desk.window->commands().run(u"start"_s);
        to->setText(u"0049 171 234 56 78"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(!to->isVisible());
        QCOMPARE(desk.current().id(), id);
    }

    void usernameFindsWhoWroteBefore()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        const auto known = desk.sample.conversation(u"@mei.design"_s);
        QVERIFY(known.id);
        desk.window->commands().run(u"start"_s);
        auto *to = desk.find<QLineEdit>(u"start.to"_s);
        auto *from = desk.find<QComboBox>(u"start.from"_s);
        from->setCurrentIndex(from->findData(known.numberId.value));
        to->setText(u"@nobody.here"_s);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(desk.find<QLabel>(u"start.hint"_s)->text().contains(u"has not written"_s));
        to->setText(u"@Mei.Design"_s);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.current().id(), known.id);
    }

    void forwardGoesWhereTheWindowIsOpen()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto all = messages(desk, u"Li Wei 李伟"_s);
        QList<Message> chosen;
        for (const auto &message : all) {
            if (message.type == u"image"_s && chosen.isEmpty()) chosen.append(message);
            if (message.text.contains(u"shipped yet"_s)) chosen.append(message);
        }
        QCOMPARE(chosen.size(), 2);
        Q_EMIT desk.window->inbox().conversation().forwardRequested(chosen);
        auto *list = desk.find<QListView>(u"forward.list"_s);
        QTRY_VERIFY(rowOf(list, u"Acme Trading"_s).isValid());
        const auto before = messages(desk, u"Acme Trading"_s).size();
        const auto row = rowOf(list, u"Acme Trading"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
        QCOMPARE(desk.find<QLabel>(u"forward.to"_s)->text(), u"Acme Trading"_s);
        desk.find<QPushButton>(u"forward.go"_s)->click();
        QTRY_COMPARE(messages(desk, u"Acme Trading"_s).size(), before + 2);
        const auto after = messages(desk, u"Acme Trading"_s);
        QCOMPARE(after.at(after.size() - 2).type, u"image"_s);
        QCOMPARE(after.at(after.size() - 2).media.state, MediaState::Available);
        QCOMPARE(after.constLast().text, u"Hi! Has my order 88231 shipped yet?"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"toast"_s)->accessibleName().startsWith(u"Forwarded to 1"_s));
    }

    void closedOnesCannotBeChosen()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        PickModel model(*desk.context);
        model.reset();
        QTRY_VERIFY(model.rowCount() > 5);
        desk.sample.clock().advance(std::chrono::hours(48));
        const auto row = model.index(0);
        QVERIFY(!model.whyNot(row.data(PickModel::RowRole).value<ConversationRow>()).isEmpty());
        model.toggle(row);
        QVERIFY(model.chosen().isEmpty());
        model.setQuery(u"zzz nobody"_s);
        QTRY_COMPARE(model.rowCount(), 0);
        model.setQuery(u"Acme"_s);
        QTRY_VERIFY(model.rowCount() > 0);
        QCOMPARE(model.index(0).data().toString(), u"Acme Trading"_s);
    }

    void whatHasNothingToSendIsRefused()
    {
        Message gone;
        gone.type = u"text"_s;
        gone.text = u"Secret"_s;
        QVERIFY(Forwarder::whyNot(gone).isEmpty());
        gone.revoked = true;
        QVERIFY(!Forwarder::whyNot(gone).isEmpty());
        Message stays;
        stays.type = u"image"_s;
        stays.media.state = MediaState::Over14Days;
        QVERIFY(!Forwarder::whyNot(stays).isEmpty());
    }

    void starredIsFoundAgain()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.window->commands().run(u"starred"_s);
        auto *list = desk.find<QListView>(u"starred.list"_s);
        QTest::qWait(50);
        QCOMPARE(list->model()->rowCount(), 0);
        const auto all = messages(desk, u"Acme Trading"_s);
        QVERIFY(waitFor(desk.sample.store().messages().setStarred(all.constLast().id, true)));
        QTRY_COMPARE(list->model()->rowCount(), 1); // while it is open, too
        QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Acme Trading"_s));
        list->setCurrentIndex(list->model()->index(0, 0));
        QSignalSpy jump(&desk.current(), &CurrentConversation::jumpTo);
        Q_EMIT list->activated(list->currentIndex());
        QTRY_COMPARE(desk.current().row().title, u"Acme Trading"_s);
        QTRY_COMPARE(jump.count(), 1);
        QCOMPARE(jump.first().first().value<MessageCursor>().id, all.constLast().id);
    }

    void tabStaysInASheet()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        desk.window->commands().run(u"start"_s);
        auto *sheet = desk.find<QWidget>(u"start"_s);
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(sheet->isAncestorOf(QApplication::focusWidget()));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }
};

QTEST_MAIN(TestPeople)

#include "tst_people.moc"
