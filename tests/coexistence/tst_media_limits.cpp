#include "core/coexistence/media_limits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using MediaLimits::Fix;

class TestMediaLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checks_data();
    void checks();
    void kinds_data();
    void kinds();
    void captions();
};

void TestMediaLimits::checks_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("mime");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<bool>("animated");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QList<Fix>>("fixes");
    constexpr qint64 kb = 1024;
    constexpr qint64 mb = 1024 * kb;
    const auto row = [](const char *name, const char *type, const char *mime, qint64 bytes, bool allowed, const QList<Fix> &fixes = {}, bool animated = false) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(mime) << bytes << animated << allowed << fixes;
    };
    row("largest image", "image", "image/jpeg", 5 * mb, true);
    row("image one byte more", "image", "image/png", 5 * mb + 1, false, {Fix::ReencodeImage});
    row("gif", "image", "image/gif", 1000, false, {Fix::ReencodeImage});
    row("heic", "image", "image/heic", 1000, false, {Fix::ReencodeImage});
    row("largest video", "video", "video/mp4", 16 * mb, true);
    row("video one byte more", "video", "video/3gpp", 16 * mb + 1, false);
    row("huge video", "video", "video/mp4", 101 * mb, false);
    row("quicktime", "video", "video/quicktime", 1000, false);
    row("voice note", "audio", "audio/ogg; codecs=opus", 16 * mb, true);
    row("m4a", "audio", "audio/x-m4a", 1000, true);
    row("audio too large", "audio", "audio/mpeg", 17 * mb, false);
    row("wav", "audio", "audio/wav", 1000, false);
    row("sticker", "sticker", "image/webp", 100 * kb, true);
    row("sticker too large", "sticker", "image/webp", 100 * kb + 1, false, {Fix::ReencodeImage});
    row("animated sticker", "sticker", "image/webp", 500 * kb, true, {}, true);
    row("animated sticker too large", "sticker", "image/webp", 500 * kb + 1, false, {Fix::ReencodeImage}, true);
    row("png is no sticker", "sticker", "image/png", 1000, false, {Fix::ReencodeImage, Fix::SendAsDocument});
    row("largest document", "document", "application/pdf", 100 * mb, true);
    row("document one byte more", "document", "application/pdf", 100 * mb + 1, false);
    row("table as text", "document", "text/csv", 1000, true);
    row("word", "document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 1000, true);
    row("picture as document", "document", "image/jpeg", 5 * mb, true);
    row("large picture as document", "document", "image/jpeg", 5 * mb + 1, false, {Fix::ReencodeImage});
    row("video as document", "document", "video/mp4", 16 * mb, true);
    row("large video as document", "document", "video/mp4", 16 * mb + 1, false);
    row("document as picture", "image", "application/pdf", 50 * mb, false, {Fix::SendAsDocument});
    row("archive", "document", "application/zip", 1000, false);
    row("program", "document", "application/x-executable", 1000, false);
    row("empty", "document", "application/pdf", 0, false);
    row("unknown kind", "hologram", "application/pdf", 1, false, {Fix::SendAsDocument});
}

void TestMediaLimits::checks()
{
    QFETCH(QString, type);
    QFETCH(QString, mime);
    QFETCH(qint64, bytes);
    QFETCH(bool, animated);
    QFETCH(bool, allowed);
    QFETCH(QList<Fix>, fixes);
    const auto verdict = MediaLimits::check(type, mime, bytes, animated);
    QCOMPARE(verdict.allowed, allowed);
    QCOMPARE(verdict.text.isEmpty(), allowed);
    QCOMPARE(verdict.fixes, fixes);
    if (verdict.fixes.contains(Fix::SendAsDocument)) QVERIFY(MediaLimits::check(u"document"_s, mime, bytes).allowed);
}

void TestMediaLimits::kinds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("wire");
    QTest::newRow("image/JPG") << u"image"_s << u"image/jpeg"_s;
    QTest::newRow("image/webp") << u"image"_s << u"image/webp"_s;
    QTest::newRow("image/svg+xml") << u"document"_s << u"image/svg+xml"_s;
    QTest::newRow("video/mp4; codecs=\"avc1\"") << u"video"_s << u"video/mp4"_s;
    QTest::newRow("application/ogg") << u"audio"_s << u"audio/ogg"_s;
    QTest::newRow("audio/x-m4a") << u"audio"_s << u"audio/mp4"_s;
    QTest::newRow("text/csv") << u"document"_s << u"text/plain"_s;
    QTest::newRow("application/pdf") << u"document"_s << u"application/pdf"_s;
}

void TestMediaLimits::kinds()
{
    QFETCH(QString, type);
    QFETCH(QString, wire);
    const QString mime = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(MediaLimits::messageType(mime), type);
    QCOMPARE(MediaLimits::wireMime(mime), wire);
}

void TestMediaLimits::captions()
{
    for (const QString &type : {u"image"_s, u"video"_s, u"document"_s}) QVERIFY(MediaLimits::takesCaption(type));
    for (const QString &type : {u"audio"_s, u"sticker"_s, u"text"_s}) QVERIFY(!MediaLimits::takesCaption(type));
}

QTEST_GUILESS_MAIN(TestMediaLimits)
#include "tst_media_limits.moc"
