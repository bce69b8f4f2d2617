#include "core/filetypes/file_types.h"
#include "tests/gateway/content/content_world.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray incoming(const QString &wamid, const QString &type, const QJsonObject &media)
{
    const QJsonObject message{{u"from"_s, QString::fromLatin1(ContentWorld::Customer)}, {u"id"_s, wamid}, {u"timestamp"_s, QString::number(nowSeconds())},
        {u"type"_s, type}, {type, media}};
    return hook(u"messages"_s, {{u"messages"_s, QJsonArray{message}}});
}

} // namespace

/// Files that arrive are what their bytes are, whatever the webhook called them (reliability.md SEC-02, SEC-04, SEC-51).
class TestMediaIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wrongTypesAreKeptUnderTheirOwn_data();
    void wrongTypesAreKeptUnderTheirOwn();
    void repeatedWebhookDoesNotBringTheWrongTypeBack();
    void progressIsTold();

private:
    [[nodiscard]] QJsonObject announced(const QString &id, const QByteArray &bytes, const QString &mime, const QString &name) const;
    std::unique_ptr<ContentWorld> m_world;
};

void TestMediaIn::init()
{
    m_world = std::make_unique<ContentWorld>();
    m_world->start();
}

void TestMediaIn::cleanup()
{
    m_world.reset();
}

QJsonObject TestMediaIn::announced(const QString &id, const QByteArray &bytes, const QString &mime, const QString &name) const
{
    m_world->platform->addMedia(id, bytes);
    QJsonObject media{{u"id"_s, id}, {u"mime_type"_s, mime}, {u"sha256"_s, hashOf(bytes)}};
    if (!name.isEmpty()) media[u"filename"_s] = name;
    return media;
}

void TestMediaIn::wrongTypesAreKeptUnderTheirOwn_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("mime");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<bool>("previewed");
    QTest::addColumn<bool>("dangerous");
    QTest::newRow("picture") << u"image"_s << u"image/jpeg"_s << QString() << QByteArray("\xff\xd8\xff\xe0 picture") << u"image/jpeg"_s << true << false;
    QTest::newRow("voice") << u"audio"_s << u"audio/ogg; codecs=opus"_s << QString() << QByteArray("OggS voice") << u"audio/ogg; codecs=opus"_s << true << false;
    QTest::newRow("program as picture") << u"image"_s << u"image/jpeg"_s << QString() << QByteArray("\x7f" "ELF\2\1\1 program") << u"application/x-executable"_s << false << true;
    QTest::newRow("page as picture") << u"image"_s << u"image/png"_s << QString() << QByteArray("<html><script>1</script>") << u"text/html"_s << false << true;
    QTest::newRow("drawing as sticker") << u"sticker"_s << u"image/webp"_s << QString() << QByteArray("<svg xmlns='x'/>") << u"image/svg+xml"_s << false << true;
    QTest::newRow("program as document") << u"document"_s << u"application/pdf"_s << u"invoice.pdf"_s << QByteArray("MZ\x90 program") << u"application/vnd.microsoft.portable-executable"_s << false << true;
    QTest::newRow("document") << u"document"_s << u"application/pdf"_s << u"r.pdf"_s << QByteArray("%PDF-1.7 x") << u"application/pdf"_s << false << false;
    QTest::newRow("document with a bad name") << u"document"_s << u"application/pdf"_s << u"r\u202efdp.exe"_s << QByteArray("%PDF-1.7 y") << u"application/pdf"_s << false << true;
}

void TestMediaIn::wrongTypesAreKeptUnderTheirOwn()
{
    QFETCH(QString, type);
    QFETCH(QString, mime);
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, kept);
    QFETCH(bool, previewed);
    QFETCH(bool, dangerous);
    QCOMPARE(m_world->post(incoming(u"wamid.M"_s, type, announced(u"901"_s, bytes, mime, name))), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(u"wamid.M"_s).media.state, MediaState::Available, 8000);
    const auto media = m_world->message(u"wamid.M"_s).media;
    QCOMPARE(media.ref.mime, kept);
    QCOMPARE(FileTypes::mayPreview(type, media.ref.mime), previewed);
    QCOMPARE(FileTypes::isDangerous(media.ref.mime, media.ref.filename), dangerous);
    // Named by content, in the media folder, and nothing that the system would run.
    const QFileInfo file(media.path);
    QCOMPARE(file.fileName().section(u'.', 0, 0), hashOf(bytes));
    QVERIFY(file.absoluteFilePath().startsWith(m_world->dir.path()));
    QVERIFY(!file.isExecutable());
}

void TestMediaIn::repeatedWebhookDoesNotBringTheWrongTypeBack()
{
    const auto body = incoming(u"wamid.R"_s, u"image"_s, announced(u"902"_s, "\x7f" "ELF program", u"image/jpeg"_s, {}));
    QCOMPARE(m_world->post(body), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(u"wamid.R"_s).media.ref.mime, u"application/x-executable"_s, 8000);
    QCOMPARE(m_world->post(body), 200);
    m_world->customerWrites(u"wamid.AFTER"_s);
    QCOMPARE(m_world->message(u"wamid.R"_s).media.state, MediaState::Available);
    QCOMPARE(m_world->message(u"wamid.R"_s).media.ref.mime, u"application/x-executable"_s);
}

void TestMediaIn::progressIsTold()
{
    QSignalSpy told(m_world->gateway.get(), &Gateway::downloadProgress);
    const QByteArray bytes = "\xff\xd8\xff" + QByteArray(20'000'000, 'p');
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_world->post(incoming(u"wamid.P"_s, u"image"_s, announced(u"903"_s, bytes, u"image/jpeg"_s, {}))), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(u"wamid.P"_s).media.state, MediaState::Available, 15000);
    QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty() && told.last()[1].toLongLong() == bytes.size(), 3000);
    QVERIFY2(double(told.size()) <= double(timer.elapsed()) / 100 + 2, QByteArray::number(told.size()).constData());
    const auto id = m_world->message(u"wamid.P"_s).id;
    qint64 before = 0;
    for (const auto &arguments : told) {
        QCOMPARE(arguments[0].value<MessageId>(), id);
        QCOMPARE(arguments[2].toLongLong(), bytes.size());
        QVERIFY(arguments[1].toLongLong() > before);
        before = arguments[1].toLongLong();
    }
}

QTEST_GUILESS_MAIN(TestMediaIn)
#include "tst_media_in.moc"
