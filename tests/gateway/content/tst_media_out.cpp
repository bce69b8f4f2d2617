#include "tests/gateway/content/content_world.h"
#include "tests/gateway/content/sink_platform.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray jpeg = QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(50'000, 'j');

QString typeAndId(const Attempt &attempt)
{
    const auto type = attempt.body["type"_L1].toString();
    return type == u"text"_s ? attempt.text : type + u' ' + attempt.body[type]["id"_L1].toString();
}

QStringList sent(const QList<Attempt> &attempts)
{
    QStringList all;
    for (const auto &attempt : attempts) all.append(typeAndId(attempt));
    return all;
}

/// As a run before this one left it: uploaded under its lease.
bool uploadedEarlier(Store &store, OutboxId id)
{
    const auto leases = waitFor(store.leases().hold(u"an earlier run"_s, 60s));
    for (const auto &lease : leases.value_or(QList<Lease>())) {
        if (lease.number) return waitFor(store.outbox().uploaded(id, 0, u"4711"_s, lease.fence)).value_or(false);
    }
    return false;
}

} // namespace

/// Files on their way out: uploaded before their message takes its slot, in order, once (reliability.md, media faults).
class TestMediaOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fileGoesBeforeItsMessage();
    void laterMessagesOfTheConversationWait();
    void albumKeepsItsOrder();
    void mediaTakesASlotLikeText();
    void brokenTransfersAreTriedAgain();
    void refusedFileFailsInWords();
    void passingRefusalIsTriedAgain();
    void refusedTokenStopsTheNumber();
    void missingFileFailsInWords();
    void keptIdIsUsedAgain();
    void oldIdIsUploadedAnew();
    void sentAgainAfterTheFileWasRefusedLater();
    void sentAgainBesideAFullQueue();
    void refusedIdIsUploadedAnewOnce();
    void headerOfATemplate();
    void cancelEndsTheTransfer();
    void progressIsTold();
    void cutTransfersAreTriedAgain();

private:
    void toSink();
    std::unique_ptr<ContentWorld> m_world;
    std::unique_ptr<SinkPlatform> m_sink;
};

void TestMediaOut::init()
{
    m_world = std::make_unique<ContentWorld>();
    m_world->start();
    m_world->customerWrites(u"wamid.OPEN"_s);
}

void TestMediaOut::cleanup()
{
    m_world.reset();
    m_sink.reset();
}

/// The same gateway against the platform for large files.
void TestMediaOut::toSink()
{
    m_sink = std::make_unique<SinkPlatform>();
    GatewayConfig config;
    config.graphUrl = m_sink->graphUrl();
    config.appSecret = Secret(QString::fromLatin1(appSecret));
    config.verifyToken = Secret(QString::fromLatin1(verifyToken));
    m_world->gateway->reconfigure(config);
    QTest::qWait(50);
}

void TestMediaOut::fileGoesBeforeItsMessage()
{
    auto item = m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"garden.jpg"_s);
    item.media.caption = u"Our garden"_s;
    const auto id = m_world->queue(item);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 8000);
    const auto uploads = m_world->uploads();
    QCOMPARE(uploads.size(), 1);
    QCOMPARE(uploads[0].bytes, jpeg);
    QCOMPARE(uploads[0].mime, QByteArray("image/jpeg"));
    QCOMPARE(uploads[0].filename, QByteArray("garden.jpg"));
    QCOMPARE(uploads[0].token, QByteArray("Bearer ") + accessToken);
    const auto attempt = m_world->platform->attempts().first();
    QVERIFY(uploads[0].atUs < attempt.atUs);
    QCOMPARE(attempt.body["type"_L1].toString(), u"image"_s);
    QCOMPARE(attempt.body["image"_L1].toObject(), (QJsonObject{{u"id"_s, uploads[0].id}, {u"caption"_s, u"Our garden"_s}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
    QCOMPARE(m_world->row(id).mediaId, uploads[0].id);
    QCOMPARE(m_world->row(id).attempts, 1);
}

void TestMediaOut::laterMessagesOfTheConversationWait()
{
    m_world->customerWrites(u"wamid.OTHER"_s, u"16505550002"_s);
    m_world->setUploadScript([](const UploadSeen &, int) { return Behaviour{200, 0, 1500}; });
    (void)m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    (void)m_world->queue(m_world->text(u"after the picture"_s));
    (void)m_world->queue(m_world->text(u"elsewhere"_s, u"16505550002"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 3, 10000);
    const auto id = m_world->uploads().first().id;
    QCOMPARE(sent(m_world->platform->attempts()), (QStringList{u"elsewhere"_s, u"image "_s + id, u"after the picture"_s}));
    // The other conversation did not wait for the file.
    const auto attempts = m_world->platform->attempts();
    QVERIFY(attempts[1].atUs - attempts[0].atUs > 300'000);
}

void TestMediaOut::albumKeepsItsOrder()
{
    // The first is the slowest; all three travel at once.
    m_world->setUploadScript([](const UploadSeen &seen, int) { return Behaviour{200, 0, seen.filename == "0.jpg" ? 900 : 0}; });
    QList<OutboxItem> album;
    for (int i = 0; i < 3; ++i) album.append(m_world->file(u"image"_s, jpeg + char('0' + i), u"image/jpeg"_s, u"%1.jpg"_s.arg(i)));
    QVERIFY(waitFor(m_world->store->outbox().enqueueAll(album, u"Ana"_s)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 3, 10000);
    QHash<QString, QByteArray> names;
    for (const auto &upload : m_world->uploads()) names.insert(upload.id, upload.filename);
    QList<QByteArray> order;
    for (const auto &attempt : m_world->platform->attempts()) order.append(names.value(attempt.body["image"_L1]["id"_L1].toString()));
    QCOMPARE(order, (QList<QByteArray>{"0.jpg", "1.jpg", "2.jpg"}));
    QCOMPARE(m_world->uploads().size(), 3);
    QVERIFY(m_world->uploads().last().atUs - m_world->uploads().first().atUs < 800'000);
}

void TestMediaOut::mediaTakesASlotLikeText()
{
    m_world->platform->setEnforcedLimit(5);
    QTest::qWait(1100);
    for (int i = 0; i < 8; ++i) (void)m_world->queue(m_world->file(u"sticker"_s, "RIFF....WEBP" + QByteArray::number(i), u"image/webp"_s, u"s.webp"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 8, 15000);
    const auto attempts = m_world->platform->attempts();
    QVERIFY2(FakePlatform::worstSecond(attempts) <= 5, QByteArray::number(FakePlatform::worstSecond(attempts)).constData());
    QVERIFY(std::all_of(attempts.begin(), attempts.end(), [](const Attempt &a) { return a.accepted; }));
}

void TestMediaOut::brokenTransfersAreTriedAgain()
{
    m_world->setUploadScript([](const UploadSeen &, int index) { return index < 2 ? Behaviour{index == 0 ? 0 : 502} : Behaviour{}; });
    const auto id = m_world->queue(m_world->file(u"document"_s, "%PDF-1.7 x", u"application/pdf"_s, u"Rechnung 42.pdf"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform->attempts().size(), 1, 12000);
    QCOMPARE(m_world->uploads().size(), 3);
    const auto document = m_world->platform->attempts().first().body["document"_L1].toObject();
    QCOMPARE(document["filename"_L1].toString(), u"Rechnung 42.pdf"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 5000);
}

void TestMediaOut::refusedFileFailsInWords()
{
    m_world->setUploadScript([](const UploadSeen &, int) { return Behaviour{400, 131053}; });
    const auto id = m_world->queue(m_world->file(u"video"_s, "not a video", u"video/mp4"_s, u"v.mp4"_s));
    const auto next = m_world->queue(m_world->text(u"and this?"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Failed, 8000);
    QCOMPARE(m_world->row(id).errorCode, 131053);
    QVERIFY2(m_world->row(id).errorText.size() > 10, qPrintable(m_world->row(id).errorText));
    QCOMPARE(m_world->uploads().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(next).state, OutboxState::Accepted, 8000); // it does not stop what comes after
    QCOMPARE(sent(m_world->platform->attempts()), QStringList{u"and this?"_s});
}

void TestMediaOut::passingRefusalIsTriedAgain()
{
    m_world->setUploadScript([](const UploadSeen &, int index) { return index == 0 ? Behaviour{400, 131016} : Behaviour{}; });
    const auto id = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 10000);
    QCOMPARE(m_world->uploads().size(), 2);
}

void TestMediaOut::refusedTokenStopsTheNumber()
{
    m_world->setUploadScript([](const UploadSeen &, int) { return Behaviour{401, 190}; });
    const auto id = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->number().state, NumberState::Blocked, 8000);
    QTest::qWait(1500);
    QCOMPARE(m_world->uploads().size(), 1);
    QCOMPARE(m_world->row(id).state, OutboxState::Queued);
    QCOMPARE(m_world->platform->attempts().size(), 0);
}

void TestMediaOut::missingFileFailsInWords()
{
    auto item = m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s);
    QVERIFY(QFile::remove(m_world->store->media().pathFor(item.media.sha256)));
    const auto id = m_world->queue(item);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Failed, 8000);
    QVERIFY(!m_world->row(id).errorText.isEmpty());
    QCOMPARE(m_world->uploads().size(), 0);
}

void TestMediaOut::keptIdIsUsedAgain()
{
    m_world->stopGateway();
    const auto id = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QVERIFY(uploadedEarlier(*m_world->store, id)); // by an earlier run, which then ended
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->uploads().size(), 0);
    QCOMPARE(sent(m_world->platform->attempts()), QStringList{u"image 4711"_s});
}

void TestMediaOut::oldIdIsUploadedAnew()
{
    m_world->stopGateway();
    const auto id = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QVERIFY(uploadedEarlier(*m_world->store, id));
    m_world->clock->shift(30 * 24h);
    QVERIFY(waitFor(m_world->store->outbox().sendAgain(id, {})).value_or(false)); // a person confirms, after a month
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->uploads().size(), 1);
    QCOMPARE(sent(m_world->platform->attempts()), QStringList{u"image "_s + m_world->uploads().first().id});
}

/// Accepted first, then a webhook says that the file is of no use.
void TestMediaOut::sentAgainAfterTheFileWasRefusedLater()
{
    const auto id = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    const QJsonObject error{{u"code"_s, 131053}, {u"title"_s, u"Media upload error"_s}};
    const QJsonObject status{{u"id"_s, m_world->row(id).wamid}, {u"status"_s, u"failed"_s}, {u"timestamp"_s, QString::number(nowSeconds())}, {u"errors"_s, QJsonArray{error}}};
    QCOMPARE(m_world->post(hook(u"messages"_s, {{u"statuses"_s, QJsonArray{status}}})), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Failed, 5000);
    QVERIFY(waitFor(m_world->store->outbox().sendAgain(id, {})).value_or(false));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->uploads().size(), 2);
}

/// More rows wait than a lane keeps in memory, so that it can't tell from their list which ones are over.
void TestMediaOut::sentAgainBesideAFullQueue()
{
    QList<OutboxItem> campaign;
    for (int i = 0; i < 220; ++i) {
        auto item = m_world->text({}, QString::number(16506000000LL + i));
        item.type = u"template"_s;
        item.content = QJsonObject{{u"name"_s, u"hello"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"en"_s}}}};
        item.priority = SendPriority::Bulk;
        item.hold = OutboxHold::Undo;
        item.notBefore = m_world->clock->now() + 1h;
        campaign.append(item);
    }
    QVERIFY(waitFor(m_world->store->outbox().enqueueAll(campaign, {})).has_value());
    sentAgainAfterTheFileWasRefusedLater();
}

void TestMediaOut::refusedIdIsUploadedAnewOnce()
{
    m_world->stopGateway();
    const auto first = m_world->queue(m_world->file(u"image"_s, jpeg, u"image/jpeg"_s, u"a.jpg"_s));
    QVERIFY(uploadedEarlier(*m_world->store, first));
    m_world->platform->setScript([](const Attempt &attempt, int) {
        return attempt.body["image"_L1]["id"_L1] == u"4711"_s ? Behaviour{400, 131009} : Behaviour{};
    });
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(first).state, OutboxState::Accepted, 10000);
    QCOMPARE(m_world->uploads().size(), 1);
    QCOMPARE(m_world->platform->attempts().size(), 2);
    // A file that the platform refuses again and again is told, not tried for ever.
    m_world->platform->setScript([](const Attempt &, int) { return Behaviour{400, 131053}; });
    const auto second = m_world->queue(m_world->file(u"image"_s, jpeg + "2", u"image/jpeg"_s, u"b.jpg"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(second).state, OutboxState::Failed, 12000);
    QCOMPARE(m_world->row(second).errorCode, 131053);
    QCOMPARE(m_world->uploads().size(), 3);
    QCOMPARE(m_world->platform->attempts().size(), 4);
}

void TestMediaOut::headerOfATemplate()
{
    auto item = m_world->file(u"template"_s, jpeg, u"image/jpeg"_s, u"offer.jpg"_s);
    const QJsonObject header{{u"type"_s, u"header"_s}, {u"parameters"_s, QJsonArray{QJsonObject{{u"type"_s, u"image"_s}}}}};
    item.content = QJsonObject{{u"name"_s, u"offer"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"en_US"_s}}}, {u"components"_s, QJsonArray{header}}};
    const auto id = m_world->queue(item);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 8000);
    const auto sentHeader = m_world->platform->attempts().first().body["template"_L1]["components"_L1][0]["parameters"_L1][0].toObject();
    QCOMPARE(sentHeader["image"_L1]["id"_L1].toString(), m_world->uploads().first().id);
}

void TestMediaOut::cancelEndsTheTransfer()
{
    toSink();
    m_sink->stallAfter(300'000);
    const auto id = m_world->queue(m_world->file(u"document"_s, QByteArray(60'000'000, 'x'), u"text/plain"_s, u"long.txt"_s));
    const auto next = m_world->queue(m_world->text(u"instead"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_sink->receivedBytes() >= 300'000, 8000);
    QVERIFY(waitFor(m_world->store->outbox().cancel(id)).value_or(false));
    QTest::qWait(300);
    // What was on the way already arrives, and then the connection is at its end, long before the file is.
    m_sink->stallAfter(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_sink->brokenUploads(), 1, 5000);
    QVERIFY2(m_sink->receivedBytes() < 30'000'000, QByteArray::number(m_sink->receivedBytes()).constData());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(next).state, OutboxState::Accepted, 8000);
    QCOMPARE(m_world->row(id).state, OutboxState::Cancelled);
    QCOMPARE(m_sink->begunUploads(), 1);
    QCOMPARE(m_sink->messages().size(), 1);
}

void TestMediaOut::progressIsTold()
{
    toSink();
    m_sink->setBytesPerSecond(15'000'000); // the system's buffers take the first megabytes at once
    QSignalSpy told(m_world->gateway.get(), &Gateway::uploadProgress);
    QElapsedTimer timer;
    timer.start();
    const qint64 size = 30'000'000;
    const auto id = m_world->queue(m_world->file(u"document"_s, QByteArray(size, 'x'), u"text/plain"_s, u"long.txt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 15000);
    const auto seconds = double(timer.elapsed()) / 1000;
    QVERIFY2(told.size() >= 4, QByteArray::number(told.size()).constData());
    QVERIFY2(double(told.size()) <= seconds * 10 + 2, QByteArray::number(told.size()).constData());
    qint64 before = 0;
    for (const auto &arguments : told) {
        QCOMPARE(arguments[0].value<OutboxId>(), id);
        QCOMPARE(arguments[2].toLongLong(), size);
        QVERIFY(arguments[1].toLongLong() >= before);
        before = arguments[1].toLongLong();
    }
    QCOMPARE(before, size);
    qInfo("%lld signals in %.1f s", static_cast<long long>(told.size()), seconds);
}

void TestMediaOut::cutTransfersAreTriedAgain()
{
    toSink();
    m_sink->breakUploads(2);
    const auto id = m_world->queue(m_world->file(u"document"_s, QByteArray(3'000'000, 'x'), u"text/plain"_s, u"long.txt"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_world->row(id).state, OutboxState::Accepted, 15000);
    QCOMPARE(m_sink->begunUploads(), 3);
    QCOMPARE(m_sink->wholeUploads(), 1);
    QCOMPARE(m_sink->messages().size(), 1);
}

QTEST_GUILESS_MAIN(TestMediaOut)
#include "tst_media_out.moc"
