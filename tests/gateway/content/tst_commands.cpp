#include "tests/gateway/content/content_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct BlockSeen
{
    QByteArray method;
    QString user;
};

} // namespace

/// What people ask of the platform besides messages: read marks, typing, blocks (product.md, a policy per number).
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void openingMarksAsRead();
    void replyMarksAsRead();
    void neverMarksNothing();
    void readMarksSurviveARestart();
    void oldMessagesAreNotMarked();
    void typingIsShownAtMostEvery25Seconds();
    void oldTypingIsDropped();
    void typingWithoutAnswerIsNotRepeated();
    void commandsAreNotPaced();
    void blocksAndUnblocksInOrder();
    void refusedBlockIsKeptInWords();
    void silenceIsTriedAgain();
    void refusedTokenStopsTheNumber();

private:
    void policy(ReadReceipts receipts, bool typing = true);
    void enqueue(CommandKind kind, const QJsonObject &body);
    [[nodiscard]] QJsonObject marks(const QString &wamid) const;
    [[nodiscard]] QJsonObject customerBody() const;
    [[nodiscard]] qsizetype waiting() const;
    [[nodiscard]] std::optional<UtcTime> blockedAt() const;
    void routeBlocks(std::function<Behaviour(int)> script);
    [[nodiscard]] QList<BlockSeen> blocks() const;

    std::unique_ptr<ContentWorld> m_world;
    mutable std::mutex m_mutex;
    QList<BlockSeen> m_blocks;
};

void TestCommands::init()
{
    m_blocks.clear();
    m_world = std::make_unique<ContentWorld>();
    m_world->start();
    m_world->customerWrites(u"wamid.FIRST"_s, QString::fromLatin1(ContentWorld::Customer), 60s);
    m_world->customerWrites(u"wamid.NEWEST"_s);
}

void TestCommands::cleanup()
{
    m_world.reset();
}

void TestCommands::policy(ReadReceipts receipts, bool typing)
{
    QVERIFY(waitFor(m_world->store->numbers().setPolicy(m_world->number().id, receipts, typing)).value_or(false));
    QTest::qWait(150);
}

void TestCommands::enqueue(CommandKind kind, const QJsonObject &body)
{
    QVERIFY(waitFor(m_world->store->commands().enqueue(m_world->number().id, kind, body)).has_value());
}

QJsonObject TestCommands::marks(const QString &wamid) const
{
    return {{u"conversation"_s, m_world->conversation().value}, {u"wamid"_s, wamid}};
}

QJsonObject TestCommands::customerBody() const
{
    ConversationFilter all;
    all.state.reset();
    const auto page = waitFor(m_world->store->conversations().page(all, std::nullopt, 1));
    return {{u"contact"_s, page->rows.first().contactId.value}, {u"phone"_s, QString::fromLatin1(ContentWorld::Customer)}};
}

qsizetype TestCommands::waiting() const
{
    return waitFor(m_world->store->commands().due(m_world->clock->now() + 24h, 100)).value_or(QList<Command>{}).size();
}

std::optional<UtcTime> TestCommands::blockedAt() const
{
    return waitFor(m_world->store->conversations().contact(ContactId{customerBody()["contact"_L1].toInteger()})).value_or(Contact{}).blockedAt;
}

void TestCommands::routeBlocks(std::function<Behaviour(int)> script)
{
    m_world->setRoute([this, script](const HttpRequest &request, const HttpReply &reply) {
        if (!request.path.endsWith("/block_users")) return false;
        const auto users = QJsonDocument::fromJson(request.body)["block_users"_L1].toArray();
        int index = 0;
        {
            const std::lock_guard lock(m_mutex);
            index = int(m_blocks.size());
            m_blocks.append({request.method, users.first()["user"_L1].toString()});
        }
        const auto behaviour = script(index);
        if (behaviour.status != 200 || behaviour.code != 0) {
            reply(FakePlatform::errorAnswer(behaviour));
            return true;
        }
        const auto list = request.method == "POST" ? u"added_users"_s : u"removed_users"_s;
        const QJsonObject done{{list, QJsonArray{QJsonObject{{u"input"_s, users.first()["user"_L1]}, {u"wa_id"_s, u"16505551234"_s}}}}};
        const auto answer = jsonAnswer({{u"messaging_product"_s, u"whatsapp"_s}, {u"block_users"_s, done}});
        m_world->platform->answerLater(behaviour.delayMs, [reply, answer] { reply(answer); });
        return true;
    });
}

QList<BlockSeen> TestCommands::blocks() const
{
    const std::lock_guard lock(m_mutex);
    return m_blocks;
}

void TestCommands::openingMarksAsRead()
{
    QVERIFY(waitFor(m_world->store->conversations().markRead(m_world->conversation(), m_world->clock->now())).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->reads().size(), 1, 5000);
    QCOMPARE(m_world->platform->reads().first(),
        (QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"status"_s, u"read"_s}, {u"message_id"_s, u"wamid.NEWEST"_s}}));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QTest::qWait(300);
    QCOMPARE(m_world->platform->reads().size(), 1);
    QCOMPARE(m_world->platform->attempts().size(), 0);
}

void TestCommands::replyMarksAsRead()
{
    policy(ReadReceipts::OnReply);
    QVERIFY(waitFor(m_world->store->conversations().markRead(m_world->conversation(), m_world->clock->now())).has_value());
    QTest::qWait(500);
    QCOMPARE(m_world->platform->reads().size(), 0);
    (void)m_world->queue(m_world->text(u"here is the answer"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->reads().size(), 1, 5000);
    QCOMPARE(m_world->platform->reads().first()["message_id"_L1].toString(), u"wamid.NEWEST"_s);
}

void TestCommands::neverMarksNothing()
{
    policy(ReadReceipts::Never);
    QVERIFY(waitFor(m_world->store->conversations().markRead(m_world->conversation(), m_world->clock->now())).has_value());
    (void)m_world->queue(m_world->text(u"answer"_s));
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s)); // would mark as read, too
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QTest::qWait(300);
    QCOMPARE(m_world->platform->reads().size(), 0);
}

void TestCommands::readMarksSurviveARestart()
{
    m_world->stopGateway();
    enqueue(CommandKind::MarkRead, marks(u"wamid.NEWEST"_s));
    QTest::qWait(200);
    QCOMPARE(m_world->platform->reads().size(), 0);
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->reads().size(), 1, 5000);
}

void TestCommands::oldMessagesAreNotMarked()
{
    m_world->stopGateway();
    enqueue(CommandKind::MarkRead, marks(u"wamid.NEWEST"_s));
    m_world->clock->shift(31 * 24h);
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QCOMPARE(m_world->platform->reads().size(), 0);
}

void TestCommands::typingIsShownAtMostEvery25Seconds()
{
    for (int i = 0; i < 4; ++i) {
        enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    }
    QCOMPARE(m_world->platform->reads().size(), 1);
    QCOMPARE(m_world->platform->reads().first()["typing_indicator"_L1].toObject(), (QJsonObject{{u"type"_s, u"text"_s}}));
    m_world->clock->shiftBoth(24s);
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QCOMPARE(m_world->platform->reads().size(), 1);
    m_world->clock->shiftBoth(1s);
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->reads().size(), 2, 5000);
    policy(ReadReceipts::OnOpen, false);
    m_world->clock->shiftBoth(30s);
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QCOMPARE(m_world->platform->reads().size(), 2);
}

void TestCommands::oldTypingIsDropped()
{
    m_world->stopGateway();
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
    m_world->clock->shift(11s);
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QCOMPARE(m_world->platform->reads().size(), 0);
}

void TestCommands::typingWithoutAnswerIsNotRepeated()
{
    std::atomic<int> asked = 0;
    m_world->setRoute([&asked](const HttpRequest &request, const HttpReply &reply) {
        if (!request.path.endsWith("/messages")) return false;
        ++asked;
        reply(HttpResponse{0, {}, {}, {}});
        return true;
    });
    enqueue(CommandKind::Typing, marks(u"wamid.NEWEST"_s));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QTest::qWait(1500);
    QCOMPARE(asked.load(), 1);
}

void TestCommands::commandsAreNotPaced()
{
    QTest::qWait(1200);
    QElapsedTimer timer;
    for (int i = 0; i < 12; ++i) m_world->customerWrites(u"wamid.C%1"_s.arg(i), u"1650555%1"_s.arg(2000 + i));
    timer.start();
    for (int i = 0; i < 12; ++i) {
        QVERIFY(waitFor(m_world->store->conversations().markRead(m_world->conversation(u"1650555%1"_s.arg(2000 + i)), m_world->clock->now())).has_value());
    }
    (void)m_world->queue(m_world->text(u"not behind them"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->reads().size(), 12, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 5000);
    QVERIFY2(timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
}

void TestCommands::blocksAndUnblocksInOrder()
{
    routeBlocks([](int index) { return Behaviour{200, 0, index == 0 ? 900 : 0}; });
    enqueue(CommandKind::Block, customerBody());
    QTRY_COMPARE_WITH_TIMEOUT(blocks().size(), 1, 5000);
    enqueue(CommandKind::Unblock, customerBody());
    QTest::qWait(400);
    QCOMPARE(blocks().size(), 1); // the answer to the first is still out
    QTRY_COMPARE_WITH_TIMEOUT(blocks().size(), 2, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 5000);
    QVERIFY(!blockedAt().has_value());
    enqueue(CommandKind::Block, customerBody());
    QTRY_VERIFY_WITH_TIMEOUT(blockedAt().has_value(), 5000);
    QCOMPARE(blocks().size(), 3);
    QCOMPARE(blocks()[0].method, QByteArray("POST"));
    QCOMPARE(blocks()[1].method, QByteArray("DELETE"));
    QCOMPARE(blocks()[2].method, QByteArray("POST"));
    QCOMPARE(blocks()[0].user, u"+16505551234"_s);
    enqueue(CommandKind::Unblock, customerBody());
    QTRY_VERIFY_WITH_TIMEOUT(!blockedAt().has_value(), 5000);
}

void TestCommands::refusedBlockIsKeptInWords()
{
    routeBlocks([](int) { return Behaviour{400, 131047}; });
    const auto before = m_world->clock->now() - 1s;
    enqueue(CommandKind::Block, customerBody());
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(m_world->store->commands().recentFailures(before)).value_or(QList<Command>{}).size(), 1, 5000);
    const auto failed = waitFor(m_world->store->commands().recentFailures(before))->first();
    QCOMPARE(failed.errorCode, 131047);
    QVERIFY(!failed.errorText.isEmpty());
    QVERIFY(!blockedAt().has_value());
    QCOMPARE(blocks().size(), 1);
}

void TestCommands::silenceIsTriedAgain()
{
    routeBlocks([](int index) { return index < 2 ? Behaviour{0} : Behaviour{}; });
    enqueue(CommandKind::Block, customerBody());
    QTRY_VERIFY_WITH_TIMEOUT(blockedAt().has_value(), 12000);
    QCOMPARE(blocks().size(), 3);
}

void TestCommands::refusedTokenStopsTheNumber()
{
    routeBlocks([](int) { return Behaviour{401, 190}; });
    enqueue(CommandKind::Block, customerBody());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->number().state, NumberState::Blocked, 5000);
    QTest::qWait(1500);
    QCOMPARE(blocks().size(), 1);
    QVERIFY(waitFor(m_world->store->commands().recentFailures(m_world->clock->now() - 60s)).value_or(QList<Command>{}).isEmpty());
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
