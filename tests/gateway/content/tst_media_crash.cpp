#include "core/store/store.h"
#include "tests/gateway/content/content_world.h"
#include "tests/gateway/content/sink_platform.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QUuid>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The most memory a process has held, in MiB; 0 when the system does not tell.
double peakMemory(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    const auto text = status.readAll();
    const auto at = text.indexOf("VmHWM:");
    return at < 0 ? 0 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toDouble() / 1024;
}

} // namespace

/// Files and the real program: killed anywhere between upload and answer, and a file as large as the platform takes.
class TestMediaCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhereSendsNothingTwice();
    void hundredMegabytesInFlatMemory();

private:
    void open(const QUrl &graphUrl);
    [[nodiscard]] OutboxItem item(const QString &type, const QString &sha, const QString &mime, const QString &name) const;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<Store> m_store;
};

void TestMediaCrash::open(const QUrl &graphUrl)
{
    m_store.reset();
    m_gateway = std::make_unique<GatewayProcess>(graphUrl);
    QVERIFY(m_gateway->serve() != 0);
    QCOMPARE(m_gateway->post(liveText(u"wamid.OPEN"_s, u"16505551234"_s, u"hello"_s, nowSeconds() - 30)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->exported(u"message"_s).size(), 1, 5000);
    StoreOptions options;
    options.url = m_gateway->database();
    options.exclusive = false;
    options.create = false;
    auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY(store.has_value());
    m_store = *std::move(store);
}

OutboxItem TestMediaCrash::item(const QString &type, const QString &sha, const QString &mime, const QString &name) const
{
    OutboxItem made;
    made.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    made.phoneNumberId = QString::fromLatin1(phoneNumberId);
    made.toPhone = u"16505551234"_s;
    made.type = type;
    made.media = {sha, mime, name, 0, false, {}};
    made.media.size = QFileInfo(m_store->media().pathFor(sha)).size();
    return made;
}

void TestMediaCrash::killedAnywhereSendsNothingTwice()
{
    const int kills = std::max(6, qEnvironmentVariableIntValue("TANDEM_KILLS"));
    FakePlatform platform;
    std::atomic<int> uploads = 0;
    platform.setRoute([&](const HttpRequest &request, const HttpReply &reply) {
        if (!request.path.endsWith("/media")) return false;
        const int serial = ++uploads;
        platform.answerLater(40 + serial * 29 % 120, [reply, serial] { reply(jsonAnswer({{u"id"_s, QString::number(8000 + serial)}})); });
        return true;
    });
    platform.setScript([](const Attempt &, int index) { return Behaviour{200, 0, (index * 53) % 150}; });
    open(platform.graphUrl());
    QList<OutboxItem> album;
    for (int i = 0; i < 12; ++i) {
        const auto bytes = "\xff\xd8\xff picture " + QByteArray::number(i);
        const auto sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile file(m_store->media().pathFor(sha));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        album.append(item(u"image"_s, sha, u"image/jpeg"_s, u"%1.jpg"_s.arg(i)));
    }
    QVERIFY(waitFor(m_store->outbox().enqueueAll(album, u"Ana"_s)).has_value());
    for (int i = 0; i < kills; ++i) {
        QTest::qWait(1050 + (i * 337) % 700);
        m_gateway->kill();
        QVERIFY(m_gateway->serve() != 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(m_store->outbox().depth()).value_or(-1), 0, 60000);
    QSet<QString> seen;
    for (const auto &attempt : platform.attempts()) {
        QVERIFY2(!seen.contains(attempt.opaque), "sent twice");
        seen.insert(attempt.opaque);
        QVERIFY(!attempt.body["image"_L1]["id"_L1].toString().isEmpty());
    }
    int accepted = 0, unknown = 0;
    for (const auto &row : m_gateway->exported(u"outbox"_s)) {
        accepted += row["state"_L1] == "accepted"_L1 ? 1 : 0;
        unknown += row["state"_L1] == "unknown"_L1 ? 1 : 0;
    }
    QCOMPARE(accepted + unknown, 12);
    qInfo("%d kills: %d uploads, %lld messages, %d accepted, %d unknown", kills, uploads.load(), static_cast<long long>(seen.size()), accepted, unknown);
}

void TestMediaCrash::hundredMegabytesInFlatMemory()
{
    SinkPlatform sink;
    open(sink.graphUrl());
    const qint64 size = 100'000'000;
    const auto sha = QString(64, u'a');
    QFile file(m_store->media().pathFor(sha));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    file.close();
    const auto before = peakMemory(m_gateway->pid());
    QElapsedTimer timer;
    timer.start();
    const auto id = waitFor(m_store->outbox().enqueue(item(u"document"_s, sha, u"application/pdf"_s, u"large.pdf"_s), u"Ana"_s));
    QVERIFY(id.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(sink.messages().size(), 1, 60000);
    const auto after = peakMemory(m_gateway->pid());
    QVERIFY(sink.uploadedBytes() >= size);
    QCOMPARE(sink.wholeUploads(), 1);
    qInfo("100 MB in %.1f s; the most memory held grew from %.1f to %.1f MiB", double(timer.elapsed()) / 1000, before, after);
    if (before == 0) QSKIP("this system does not tell how much memory was held");
    QVERIFY2(after - before < 12, QByteArray::number(after - before).constData());
}

QTEST_GUILESS_MAIN(TestMediaCrash)
#include "tst_media_crash.moc"
