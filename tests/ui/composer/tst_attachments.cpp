#include "ui/composer/attach/attachment_rules.h"
#include "ui/composer/attach/file_look.h"
#include "ui/composer/attach/mime_files.h"
#include "ui/composer/send/outgoing.h"

#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

constexpr qint64 MB = 1024 * 1024;

FileLook look(const QString &mime, qint64 size)
{
    FileLook result;
    result.mime = mime;
    result.size = size;
    result.name = u"file"_s;
    return result;
}

} // namespace

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QString>("mime");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("goes");
        QTest::addColumn<bool>("canReencode");
        QTest::newRow("jpeg") << u"image/jpeg"_s << 5 * MB << u"image"_s << true << false;
        QTest::newRow("large jpeg") << u"image/jpeg"_s << 5 * MB + 1 << u"image"_s << false << true;
        QTest::newRow("bitmap") << u"image/bmp"_s << MB << u"image"_s << false << true;
        QTest::newRow("webp photo") << u"image/webp"_s << MB << u"image"_s << false << true;
        QTest::newRow("video") << u"video/mp4"_s << 16 * MB << u"video"_s << true << false;
        QTest::newRow("large video") << u"video/mp4"_s << 16 * MB + 1 << u"video"_s << false << false;
        QTest::newRow("audio") << u"audio/mpeg"_s << 16 * MB << u"audio"_s << true << false;
        QTest::newRow("pdf") << u"application/pdf"_s << 100 * MB << u"document"_s << true << false;
        QTest::newRow("large pdf") << u"application/pdf"_s << 100 * MB + 1 << u"document"_s << false << false;
        QTest::newRow("empty") << u"application/pdf"_s << qint64(0) << u"document"_s << false << false;
    }
    void verdicts()
    {
        QFETCH(QString, mime);
        QFETCH(qint64, size);
        QFETCH(QString, type);
        QFETCH(bool, goes);
        QFETCH(bool, canReencode);
        const auto verdict = AttachmentRules::judge(look(mime, size));
        QCOMPARE(verdict.type, type);
        QVERIFY2(verdict.problem.isEmpty() == goes, qPrintable(verdict.problem));
        QCOMPARE(verdict.fixes.contains(AttachmentFix::Reencode), canReencode);
    }

    void newVideoFormatsGoAsDocuments()
    {
        auto video = look(u"video/mp4"_s, MB);
        video.videoCodec = u"avc1"_s;
        QVERIFY(AttachmentRules::judge(video).problem.isEmpty());
        video.videoCodec = u"hvc1"_s;
        QVERIFY(!AttachmentRules::judge(video).problem.isEmpty());
        QCOMPARE(AttachmentRules::judge(video).fixes, QList<AttachmentFix>{AttachmentFix::AsDocument});
        QVERIFY(AttachmentRules::judge(video, u"document"_s).problem.isEmpty());
    }

    void filesAreKnownByTheirBytes()
    {
        QTemporaryDir dir;
        const auto path = dir.filePath(u"photo.png"_s);
        QImage image(600, 400, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QVERIFY(image.save(path, "jpeg"));
        const auto seen = FileLook::at(path);
        QVERIFY(seen.has_value());
        QCOMPARE(seen->mime, u"image/jpeg"_s);
        QCOMPARE(seen->picture, QSize(600, 400));
        QCOMPARE(seen->thumbnail.width(), FileLook::ThumbnailEdge);
        QVERIFY(!FileLook::at(dir.filePath(u"none"_s)).has_value());
        QVERIFY(!FileLook::at(dir.path()).has_value());
        QFile table(dir.filePath(u"t.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("a,b\n1,2\n");
        table.close();
        QCOMPARE(FileLook::at(table.fileName())->mime, u"text/csv"_s);
    }

    void reencodingFitsAndFlattens()
    {
        QTemporaryDir dir;
        QImage image(900, 700, QImage::Format_ARGB32);
        quint32 state = 7;
        for (int y = 0; y < image.height(); ++y) {
            auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x) line[x] = state = state * 1664525U + 1013904223U;
        }
        const auto from = dir.filePath(u"a.png"_s);
        const auto to = dir.filePath(u"b.part"_s);
        QVERIFY(image.save(from));
        QVERIFY(QFile(from).size() > 300 * 1024);
        const auto size = reencodePicture(from, to, 300 * 1024);
        QVERIFY(size.has_value());
        QCOMPARE(QFile(to).size(), *size);
        QVERIFY(*size <= 300 * 1024);
        QImageReader reader(to);
        reader.setDecideFormatFromContent(true);
        QCOMPARE(reader.format(), QByteArray("jpeg"));
        QFile broken(dir.filePath(u"c.png"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        QVERIFY(!reencodePicture(broken.fileName(), to, 1000).has_value());
        QVERIFY(!writePicture(image, u"/nowhere/x"_s, MB).has_value());
    }

    void whatWasPasted()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"a.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(file.fileName()), QUrl::fromLocalFile(dir.path()), QUrl(u"https://example.com/x"_s)});
        QVERIFY(MimeFiles::has(files));
        QCOMPARE(MimeFiles::of(files).paths, QStringList{file.fileName()}); // no folder, nothing from the net
        QMimeData table; // a spreadsheet's cells come as text and as a picture of themselves
        table.setText(u"1\t2"_s);
        table.setImageData(QImage(4, 4, QImage::Format_RGB32));
        QVERIFY(!MimeFiles::has(table));
        QMimeData link;
        link.setUrls({QUrl(u"https://example.com"_s)});
        link.setText(u"https://example.com"_s);
        QVERIFY(!MimeFiles::has(link));
    }

    void oneCaptionableFileTakesTheText()
    {
        const OutgoingFile image{u"image"_s, {}};
        const OutgoingFile audio{u"audio"_s, {}};
        auto captioned = image;
        captioned.media.caption = u"its own"_s;
        QVERIFY(textBecomesCaption(u"a"_s, {image}));
        QVERIFY(!textBecomesCaption(u"a"_s, {image, image}));
        QVERIFY(!textBecomesCaption(u"a"_s, {audio}));
        QVERIFY(!textBecomesCaption(u"a"_s, {captioned}));
        QVERIFY(!textBecomesCaption(QString(1025, u'a'), {image}));
    }

    void aCustomerWithoutAPhoneNumberIsAnswered()
    {
        Outgoing outgoing;
        outgoing.clientId = u"c"_s;
        outgoing.text = u"hi"_s;
        outgoing.row.identity = u"@liwei"_s;
        Contact contact;
        QVERIFY(outboxItems(outgoing, contact, u"1"_s, {}).isEmpty());
        contact.bsuids = {u"US.134"_s};
        QCOMPARE(outboxItems(outgoing, contact, u"1"_s, {}).first().toBsuid, u"US.134"_s);
        contact.phones = {u"861"_s, u"862"_s};
        outgoing.row.identity = u"+862"_s;
        QCOMPARE(outboxItems(outgoing, contact, u"1"_s, {}).first().toPhone, u"862"_s);
    }
};

QTEST_MAIN(TestAttachments)
#include "tst_attachments.moc"
