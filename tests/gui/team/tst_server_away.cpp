#include "tests/gui/desk.h"

#include "ui/composer/input/reply_input.h"
#include "ui/shell/commands.h"
#include "ui/team/away/server_watch.h"

#include <QMenu>
#include <QPushButton>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

qint64 waiting(Desk &desk) { return waitFor(desk.sample.store().outbox().depth()).value(); }

void reply(Desk &desk, const QString &text)
{
    auto *input = desk.find<ReplyInput>(u"composer.edit"_s);
    input->setPlainText(text);
    QTest::keyClick(input, Qt::Key_Return);
}

} // namespace

/// The team's server goes away and comes back: what was typed is kept, and goes once.
class TestServerAway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keptAndSentWhenItIsBack()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto before = waiting(desk);
        auto &server = *desk.context->server;
        QVERIFY(!desk.find<QWidget>(u"awayBanner"_s)->isVisible());
        server.setAway(true);
        QTRY_VERIFY(desk.find<QWidget>(u"awayBanner"_s)->isVisible());
        reply(desk, u"first"_s);
        reply(desk, u"second"_s);
        QTRY_COMPARE(server.kept().all().size(), 2);
        QVERIFY(desk.find<ReplyInput>(u"composer.edit"_s)->toPlainText().isEmpty());
        QTest::qWait(50);
        QCOMPARE(waiting(desk), before);
        // A crash in between: another window reads the same file.
        KeptReplies again(desk.settings, desk.sample.store().place());
        QCOMPARE(again.all(), server.kept().all());
        server.setAway(false);
        QTRY_COMPARE(waiting(desk), before + 2);
        QTRY_VERIFY(server.kept().all().isEmpty());
        QVERIFY(!desk.find<QWidget>(u"awayBanner"_s)->isVisible());
        server.setAway(true);
        server.setAway(false);
        QTest::qWait(100);
        QCOMPARE(waiting(desk), before + 2); // once
    }

    void staleOnesAreAskedAbout()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto id = desk.current().id();
        const auto before = waiting(desk);
        auto &server = *desk.context->server;
        server.setAway(true);
        reply(desk, u"good morning"_s);
        QTRY_COMPARE(server.kept().all().size(), 1);
        desk.sample.clock().advance(std::chrono::minutes(11));
        server.setAway(false);
        auto *drafts = desk.find<QPushButton>(u"confirm.other"_s);
        QTRY_VERIFY(drafts->isVisible());
        QCOMPARE(waiting(desk), before);
        drafts->click();
        QTRY_VERIFY(server.kept().all().isEmpty());
        QCOMPARE(waiting(desk), before);
        QTRY_COMPARE(desk.find<ReplyInput>(u"composer.edit"_s)->toPlainText(), u"good morning"_s);
        QTRY_COMPARE(waitFor(desk.sample.store().drafts().draft(id, DraftMode::Reply)).value().text, u"good morning"_s);
    }

    /// What is kept can be looked at and taken back while the server is away.
    void takenBackFromTheBanner()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        auto &server = *desk.context->server;
        server.setAway(true);
        reply(desk, u"salt & pepper"_s);
        QTRY_COMPARE(server.kept().all().size(), 1);
        auto *kept = desk.find<QPushButton>(u"awayBanner.kept"_s);
        QTRY_VERIFY(kept->isVisible());
        kept->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        QVERIFY(menu->actions().first()->text().contains(u"salt && pepper"_s));
        menu->actions().first()->trigger();
        menu->close();
        QTRY_VERIFY(server.kept().all().isEmpty());
        QTRY_COMPARE(desk.find<ReplyInput>(u"composer.edit"_s)->toPlainText(), u"salt & pepper"_s);
        QVERIFY(!kept->isVisible());
    }

    /// Closing the question decides nothing: they stay in sight, and what was typed after them waits behind them.
    void heldBackStayInSight()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto before = waiting(desk);
        auto &server = *desk.context->server;
        server.setAway(true);
        reply(desk, u"the old one"_s);
        QTRY_COMPARE(server.kept().all().size(), 1);
        desk.sample.clock().advance(std::chrono::minutes(11));
        reply(desk, u"the new one"_s);
        QTRY_COMPARE(server.kept().all().size(), 2);
        server.setAway(false);
        auto *no = desk.find<QPushButton>(u"confirm.no"_s);
        QTRY_VERIFY(no->isVisible());
        no->click();
        auto *banner = desk.find<QWidget>(u"awayBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(server.heldBack().size(), 2);
        QCOMPARE(waiting(desk), before);
        desk.find<QPushButton>(u"awayBanner.send"_s)->click();
        QTRY_COMPARE(waiting(desk), before + 2);
        QTRY_VERIFY(server.kept().all().isEmpty());
        QTRY_VERIFY(!banner->isVisible());
        const auto page = waitFor(desk.sample.store().messages().newest(desk.current().id(), 2)).value();
        QCOMPARE(page.messages.first().text, u"the old one"_s);
        QCOMPARE(page.messages.last().text, u"the new one"_s);
    }

    void discardedAfterAQuestion()
    {
        Desk desk;
        QVERIFY(desk.loaded());
        QVERIFY(desk.open(u"Li Wei 李伟"_s));
        const auto before = waiting(desk);
        auto &server = *desk.context->server;
        server.setAway(true);
        reply(desk, u"never mind"_s);
        QTRY_COMPARE(server.kept().all().size(), 1);
        desk.sample.clock().advance(std::chrono::minutes(11));
        server.setAway(false);
        QTRY_VERIFY(desk.find<QPushButton>(u"confirm.no"_s)->isVisible());
        desk.find<QPushButton>(u"confirm.no"_s)->click();
        QTRY_VERIFY(desk.find<QPushButton>(u"awayBanner.discard"_s)->isVisible());
        desk.find<QPushButton>(u"awayBanner.discard"_s)->click();
        QTRY_VERIFY(desk.find<QPushButton>(u"confirm.yes"_s)->isVisible());
        QCOMPARE(server.kept().all().size(), 1);
        desk.find<QPushButton>(u"confirm.yes"_s)->click();
        QTRY_VERIFY(server.kept().all().isEmpty());
        QCOMPARE(waiting(desk), before);
    }

    /// Conversations are numbers of one workspace.
    void belongToTheirWorkspace()
    {
        UserSettings settings{QString()};
        KeptReplies here(settings, u"postgresql://ana@db/one"_s);
        here.add({u"c1"_s, ConversationId{7}, u"Li Wei"_s, u"for one"_s, {}, fromEpochSeconds(1'764'000'000)});
        KeptReplies there(settings, u"postgresql://ana@db/two"_s);
        QVERIFY(there.all().isEmpty());
        there.add({u"c2"_s, ConversationId{7}, u"Li Wei"_s, u"for two"_s, {}, fromEpochSeconds(1'764'000'001)});
        there.remove(u"c2"_s);
        KeptReplies again(settings, u"postgresql://ana@db/one"_s);
        QCOMPARE(again.all(), here.all());
    }
};

QTEST_MAIN(TestServerAway)
#include "tst_server_away.moc"
