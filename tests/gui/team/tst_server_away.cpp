#include "tests/gui/desk.h"

#include "ui/composer/input/reply_input.h"
#include "ui/shell/commands.h"
#include "ui/team/away/server_watch.h"

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
        KeptReplies again(desk.settings);
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
};

QTEST_MAIN(TestServerAway)
#include "tst_server_away.moc"
