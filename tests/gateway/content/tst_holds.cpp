#include "tests/gateway/content/content_world.h"

#include <QJsonArray>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Messages that wait: to be taken back, for their time, for the customer (product.md, undo send and send later).
class TestHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void heldMessageGoesOnTime_data();
    void heldMessageGoesOnTime();
    void takenBackIsNeverSent();
    void fileOfATakenBackMessageStaysHere();
    void sendNowEndsTheHold();
    void laterMessagesPass();
    void whenTheyWrite();
    void closedWindowIsNotSentInto();
    void templatesNeedNoWindow();
    void heldSurvivesARestart();
    void sleptThroughWaitsForAPerson_data();
    void sleptThroughWaitsForAPerson();
    void sleptThroughWhileRunning();
    void reactionsTakeASlot();
    void endsOfTheRoad_data();
    void endsOfTheRoad();
    void ticksUpToPlayed();

private:
    [[nodiscard]] OutboxItem held(OutboxHold hold, const QString &text, std::optional<Millis> after = {}) const;
    std::unique_ptr<ContentWorld> m_world;
};

void TestHolds::init()
{
    m_world = std::make_unique<ContentWorld>();
    m_world->start();
    m_world->customerWrites(u"wamid.OPEN"_s);
}

void TestHolds::cleanup()
{
    m_world.reset();
}

OutboxItem TestHolds::held(OutboxHold hold, const QString &text, std::optional<Millis> after) const
{
    auto item = m_world->text(text);
    item.hold = hold;
    if (after) item.notBefore = m_world->clock->now() + *after;
    return item;
}

void TestHolds::heldMessageGoesOnTime_data()
{
    QTest::addColumn<int>("hold");
    QTest::newRow("undo") << int(OutboxHold::Undo);
    QTest::newRow("later") << int(OutboxHold::UntilTime);
}

void TestHolds::heldMessageGoesOnTime()
{
    QFETCH(int, hold);
    QTest::qWait(1100); // the first second after a start is the pacer's
    qint64 worst = 0;
    for (int i = 0; i < 4; ++i) {
        const auto item = held(OutboxHold(hold), u"held"_s, 700ms);
        const auto due = monotonicUs() + std::chrono::duration_cast<Micros>(*item.notBefore - m_world->clock->now()).count();
        const auto id = m_world->queue(item);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
        const auto at = m_world->platform->attempts().last().atUs;
        QVERIFY2(at >= due - 1000, QByteArray::number(at - due).constData());
        worst = std::max(worst, at - due);
    }
    qInfo("at most %lld ms late", static_cast<long long>(worst / 1000));
    QVERIFY2(worst < 150'000, QByteArray::number(worst).constData());
}

void TestHolds::takenBackIsNeverSent()
{
    const auto id = m_world->queue(held(OutboxHold::Undo, u"oops"_s, 1500ms));
    QTest::qWait(400);
    QVERIFY(waitFor(m_world->store->outbox().cancel(id)).value_or(false));
    QTest::qWait(2000);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    for (const auto &message : m_world->messages()) QVERIFY(message.text != u"oops"_s);
    (void)m_world->queue(m_world->text(u"right"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 5000);
}

void TestHolds::fileOfATakenBackMessageStaysHere()
{
    auto item = m_world->file(u"image"_s, "\xff\xd8\xff picture", u"image/jpeg"_s, u"a.jpg"_s);
    item.hold = OutboxHold::Undo;
    item.notBefore = m_world->clock->now() + 1200ms;
    const auto id = m_world->queue(item);
    QTest::qWait(500);
    QVERIFY(waitFor(m_world->store->outbox().cancel(id)).value_or(false));
    QTest::qWait(1500);
    QCOMPARE(m_world->uploads().size(), 0);
    QCOMPARE(m_world->platform->attempts().size(), 0);
}

void TestHolds::sendNowEndsTheHold()
{
    const auto id = m_world->queue(held(OutboxHold::UntilTime, u"tomorrow"_s, 12h));
    QTest::qWait(1500);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    QVERIFY(waitFor(m_world->store->outbox().releaseNow(id)).value_or(false));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
}

void TestHolds::laterMessagesPass()
{
    (void)m_world->queue(held(OutboxHold::UntilTime, u"in an hour"_s, 1h));
    (void)m_world->queue(held(OutboxHold::UntilReply, u"when they write"_s));
    (void)m_world->queue(m_world->text(u"now"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 5000);
    QTest::qWait(700);
    QCOMPARE(m_world->platform->attempts().size(), 1);
    QCOMPARE(m_world->platform->attempts().first().text, u"now"_s);
}

void TestHolds::whenTheyWrite()
{
    m_world->clock->shift(30h); // the window has closed meanwhile
    const auto id = m_world->queue(held(OutboxHold::UntilReply, u"about your order"_s));
    QVERIFY(id.value != 0);
    QTest::qWait(500);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    // An echo is not their message.
    QCOMPARE(m_world->post(echoText(u"wamid.ECHO"_s, QString::fromLatin1(ContentWorld::Customer), u"typed"_s, toEpochSeconds(m_world->clock->now()))), 200);
    QTest::qWait(700);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    m_world->clock->shift(8h); // longer than a message may wait without a person's word
    m_world->customerWrites(u"wamid.BACK"_s, QString::fromLatin1(ContentWorld::Customer), 1s);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->platform->attempts().first().text, u"about your order"_s);
}

void TestHolds::closedWindowIsNotSentInto()
{
    m_world->clock->shift(22h);
    const auto id = m_world->queue(held(OutboxHold::UntilTime, u"too late"_s, 1h)); // in time when it was written
    QVERIFY(id.value != 0);
    QTest::qWait(300);
    m_world->clock->shift(3h);
    QVERIFY(waitFor(m_world->store->numbers().setLimit(m_world->number().id, 6)).value_or(false)); // a step of the clock wakes nobody
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Failed, 8000);
    QCOMPARE(m_world->row(id).errorCode, 131047);
    QVERIFY(!m_world->row(id).errorText.isEmpty());
    QCOMPARE(m_world->platform->attempts().size(), 0);
}

void TestHolds::templatesNeedNoWindow()
{
    m_world->clock->shift(30h);
    auto item = held(OutboxHold::Undo, {}, 500ms);
    item.type = u"template"_s;
    item.content = QJsonObject{{u"name"_s, u"hello"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"en"_s}}}};
    const auto id = m_world->queue(item);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
}

void TestHolds::heldSurvivesARestart()
{
    const auto id = m_world->queue(held(OutboxHold::UntilTime, u"later"_s, 1500ms));
    m_world->stopGateway();
    QTest::qWait(300);
    m_world->start();
    QTest::qWait(500);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 6000);
    QCOMPARE(m_world->platform->attempts().size(), 1);
}

void TestHolds::sleptThroughWaitsForAPerson_data()
{
    heldMessageGoesOnTime_data();
}

void TestHolds::sleptThroughWaitsForAPerson()
{
    QFETCH(int, hold);
    const auto id = m_world->queue(held(OutboxHold(hold), u"this morning"_s, 1h));
    const auto queuedAt = m_world->row(id).queuedAt;
    m_world->stopGateway();
    m_world->clock->shift(6h);
    m_world->start();
    QTest::qWait(2000);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    QCOMPARE(m_world->row(id).state, OutboxState::Queued);
    // It is an ordinary row now that has waited for hours, so the timeline asks.
    QCOMPARE(m_world->row(id).hold, OutboxHold::None);
    QCOMPARE(m_world->row(id).queuedAt, queuedAt);
    QCOMPARE(m_world->messages().last().outboxHold, OutboxHold::None);
    QVERIFY(waitFor(m_world->store->outbox().sendAgain(id, {})).value_or(false));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 6000);
}

void TestHolds::sleptThroughWhileRunning()
{
    const auto id = m_world->queue(held(OutboxHold::UntilTime, u"this morning"_s, 1h));
    const auto waiting = m_world->queue(held(OutboxHold::UntilReply, u"when they write"_s));
    QTest::qWait(300);
    m_world->clock->shift(6h);
    QVERIFY(waitFor(m_world->store->numbers().setLimit(m_world->number().id, 6)).value_or(false)); // a step of the clock wakes nobody
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).hold, OutboxHold::None, 3000);
    QTest::qWait(500);
    QCOMPARE(m_world->platform->attempts().size(), 0);
    QCOMPARE(m_world->row(waiting).hold, OutboxHold::UntilReply);
}

void TestHolds::reactionsTakeASlot()
{
    m_world->platform->setEnforcedLimit(5);
    QTest::qWait(1100);
    const QStringList faces{u"👍"_s, u"😀"_s, u"❤️"_s, u"😮"_s, u"🙏"_s, u"🎉"_s, u""_s};
    for (const auto &face : faces) {
        auto item = m_world->text({});
        item.type = u"reaction"_s;
        item.content = QJsonObject{{u"message_id"_s, u"wamid.OPEN"_s}, {u"emoji"_s, face}};
        QVERIFY(m_world->queue(item).value != 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), faces.size(), 10000);
    const auto attempts = m_world->platform->attempts();
    for (qsizetype i = 0; i < faces.size(); ++i) {
        QVERIFY(attempts[i].accepted);
        QCOMPARE(attempts[i].body["reaction"_L1].toObject(), (QJsonObject{{u"message_id"_s, u"wamid.OPEN"_s}, {u"emoji"_s, faces[i]}}));
        QVERIFY(!attempts[i].body.contains("context"_L1));
    }
    QVERIFY(FakePlatform::worstSecond(attempts) <= 5);
}

void TestHolds::endsOfTheRoad_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {131026, 131047, 131049, 131050, 130472, 131051, 132000, 132001, 132015, 131042}) QTest::addRow("%d", code) << code;
}

/// Refused by a status webhook after it was accepted: words, and nothing is sent again.
void TestHolds::endsOfTheRoad()
{
    QFETCH(int, code);
    const auto id = m_world->queue(m_world->text(u"offer"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
    const auto wamid = m_world->row(id).wamid;
    const QJsonObject error{{u"code"_s, code}, {u"title"_s, u"refused"_s}};
    const QJsonObject status{{u"id"_s, wamid}, {u"status"_s, u"failed"_s}, {u"timestamp"_s, QString::number(nowSeconds())}, {u"errors"_s, QJsonArray{error}}};
    QCOMPARE(m_world->post(hook(u"messages"_s, {{u"statuses"_s, QJsonArray{status}}})), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(wamid).status, MessageStatus::Failed, 5000);
    QCOMPARE(m_world->message(wamid).error.code, code);
    QTest::qWait(500);
    QCOMPARE(m_world->platform->attempts().size(), 1);
}

void TestHolds::ticksUpToPlayed()
{
    auto item = m_world->file(u"audio"_s, "OggS voice", u"audio/ogg; codecs=opus"_s, u"voice.ogg"_s);
    item.media.voice = true;
    const auto id = m_world->queue(item);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->platform->attempts().first().body["audio"_L1]["voice"_L1].toBool(), true);
    const auto wamid = m_world->row(id).wamid;
    for (const auto &status : {u"played"_s, u"sent"_s, u"read"_s, u"delivered"_s}) QCOMPARE(m_world->post(statusHook(wamid, status, nowSeconds())), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(wamid).status, MessageStatus::Played, 5000);
    QTest::qWait(300);
    QCOMPARE(m_world->message(wamid).status, MessageStatus::Played);
}

QTEST_GUILESS_MAIN(TestHolds)
#include "tst_holds.moc"
