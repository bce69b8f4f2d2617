#include "core/filetypes/file_types.h"

#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

class TestFileTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typeOfBytes_data();
    void typeOfBytes();
    void previewsAreForKnownTypesOnly_data();
    void previewsAreForKnownTypesOnly();
    void dangerousFilesAreKnown_data();
    void dangerousFilesAreKnown();
    void namesAreSafe_data();
    void namesAreSafe();
};

void TestFileTypes::typeOfBytes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("announced");
    QTest::addColumn<QString>("type");
    const QByteArray jpeg("\xff\xd8\xff\xe0\0\x10JFIF", 10);
    const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    const QByteArray webp("RIFF\x10\0\0\0WEBPVP8 ", 16);
    const QByteArray mp4("\0\0\0\x18" "ftypmp42", 12);
    const QByteArray m4a("\0\0\0\x18" "ftypM4A ", 12);
    const QByteArray gp3("\0\0\0\x18" "ftyp3gp4", 12);
    const QByteArray zip("PK\x03\x04\x14\0", 6);
    const QByteArray ole("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    QTest::newRow("jpeg") << jpeg << u"image/jpeg"_s << u"image/jpeg"_s;
    QTest::newRow("jpeg, upper case") << jpeg << u"IMAGE/JPEG"_s << u"image/jpeg"_s;
    QTest::newRow("jpeg as jpg") << jpeg << u"image/jpg"_s << u"image/jpg"_s;
    QTest::newRow("png told as jpeg") << png << u"image/jpeg"_s << u"image/png"_s;
    QTest::newRow("not told") << webp << QString() << u"image/webp"_s;
    QTest::newRow("program with a picture's name inside") << QByteArray("MZ\x90\0\0\0\0\0WEBPVP8 ", 16) << u"image/webp"_s
                                                          << u"application/vnd.microsoft.portable-executable"_s;
    QTest::newRow("page with a sound's name inside") << QByteArray("<html>  WAVE") << u"audio/wav"_s << u"text/html"_s;
    QTest::newRow("sound") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << u"audio/wav"_s << u"audio/wav"_s;
    QTest::newRow("told as bytes") << png << u"application/octet-stream"_s << u"image/png"_s;
    QTest::newRow("voice note keeps its codec") << QByteArray("OggS\0\2", 6) << u"audio/ogg; codecs=opus"_s << u"audio/ogg; codecs=opus"_s;
    QTest::newRow("voice of an iPhone") << mp4 << u"audio/mp4"_s << u"audio/mp4"_s;
    QTest::newRow("m4a") << m4a << u"audio/aac"_s << u"audio/aac"_s;
    QTest::newRow("amr is no script") << QByteArray("#!AMR\n") << u"audio/amr"_s << u"audio/amr"_s;
    QTest::newRow("aac") << QByteArray("\xff\xf1\x50\x80", 4) << u"audio/aac"_s << u"audio/aac"_s;
    QTest::newRow("mp3 by frame") << QByteArray("\xff\xfb\x90\x44", 4) << u"audio/mpeg"_s << u"audio/mpeg"_s;
    QTest::newRow("3gp") << gp3 << u"video/3gpp"_s << u"video/3gpp"_s;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7") << u"application/pdf"_s << u"application/pdf"_s;
    QTest::newRow("docx") << zip << u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s
                          << u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s;
    QTest::newRow("doc") << ole << u"application/msword"_s << u"application/msword"_s;
    QTest::newRow("csv") << QByteArray("a,b\n1,2\n") << u"text/csv"_s << u"text/csv"_s;
    QTest::newRow("zip told as picture") << zip << u"image/jpeg"_s << u"application/zip"_s;
    QTest::newRow("program told as picture") << QByteArray("MZ\x90\0", 4) << u"image/jpeg"_s << u"application/vnd.microsoft.portable-executable"_s;
    QTest::newRow("program told as document") << QByteArray("\x7f" "ELF\2\1") << u"application/pdf"_s << u"application/x-executable"_s;
    QTest::newRow("script told as text") << QByteArray("#!/bin/sh\nrm") << u"text/plain"_s << u"text/x-shellscript"_s;
    QTest::newRow("page told as text") << QByteArray("\xef\xbb\xbf \n<!DOCTYPE html><html>") << u"text/plain"_s << u"text/html"_s;
    QTest::newRow("page with a comment before") << QByteArray("<!-- hello --><script>alert(1)</script>") << u"image/png"_s << u"text/html"_s;
    QTest::newRow("svg told as png") << QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"x\">") << u"image/png"_s << u"image/svg+xml"_s;
    QTest::newRow("script type with plain bytes") << QByteArray("alert(1)") << u"text/javascript"_s << u"text/plain"_s;
    QTest::newRow("noise told as picture") << QByteArray("\1\2\3\4", 4) << u"image/jpeg"_s << u"application/octet-stream"_s;
    QTest::newRow("noise told as sound") << QByteArray("\1\2\3\4", 4) << u"audio/mpeg"_s << u"application/octet-stream"_s;
    QTest::newRow("unknown document") << QByteArray("\1\2\3\4", 4) << u"application/x-special"_s << u"application/x-special"_s;
    QTest::newRow("empty told as picture") << QByteArray() << u"image/jpeg"_s << u"application/octet-stream"_s;
    QTest::newRow("shorter than any magic") << QByteArray("R") << u"image/webp"_s << u"text/plain"_s;
}

void TestFileTypes::typeOfBytes()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, announced);
    QFETCH(QString, type);
    QCOMPARE(FileTypes::typeOf(head, announced), type);
}

void TestFileTypes::previewsAreForKnownTypesOnly_data()
{
    QTest::addColumn<QString>("wireType");
    QTest::addColumn<QString>("mime");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("picture") << u"image"_s << u"image/jpeg"_s << true;
    QTest::newRow("picture sent as document") << u"document"_s << u"image/png"_s << true;
    QTest::newRow("voice") << u"audio"_s << u"audio/ogg; codecs=opus"_s << true;
    QTest::newRow("video") << u"video"_s << u"video/mp4"_s << true;
    QTest::newRow("sticker") << u"sticker"_s << u"image/webp"_s << true;
    QTest::newRow("sticker that is a jpeg") << u"sticker"_s << u"image/jpeg"_s << false;
    QTest::newRow("svg") << u"image"_s << u"image/svg+xml"_s << false;
    QTest::newRow("gif") << u"image"_s << u"image/gif"_s << false;
    QTest::newRow("program as picture") << u"image"_s << u"application/x-executable"_s << false;
    QTest::newRow("picture as sound") << u"audio"_s << u"image/jpeg"_s << false;
    QTest::newRow("unknown") << u"image"_s << u"application/octet-stream"_s << false;
    QTest::newRow("not told") << u"image"_s << QString() << false;
    QTest::newRow("pdf") << u"document"_s << u"application/pdf"_s << false;
}

void TestFileTypes::previewsAreForKnownTypesOnly()
{
    QFETCH(QString, wireType);
    QFETCH(QString, mime);
    QTEST(FileTypes::mayPreview(wireType, mime), "allowed");
}

void TestFileTypes::dangerousFilesAreKnown_data()
{
    QTest::addColumn<QString>("mime");
    QTest::addColumn<QString>("filename");
    QTest::addColumn<bool>("dangerous");
    QTest::newRow("pdf") << u"application/pdf"_s << u"invoice.pdf"_s << false;
    QTest::newRow("picture") << u"image/jpeg"_s << u"IMG.JPG"_s << false;
    QTest::newRow("spreadsheet") << u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s << u"a.xlsx"_s << false;
    QTest::newRow("no name") << u"text/plain"_s << QString() << false;
    QTest::newRow("program by type") << u"application/x-executable"_s << u"photo.jpg"_s << true;
    QTest::newRow("program by name") << u"application/pdf"_s << u"invoice.pdf.EXE"_s << true;
    QTest::newRow("page") << u"text/html"_s << u"a.txt"_s << true;
    QTest::newRow("svg") << u"image/svg+xml"_s << u"a.png"_s << true;
    QTest::newRow("macros") << u"application/vnd.ms-excel.sheet.macroEnabled.12"_s << u"a"_s << true;
    QTest::newRow("macros by name") << u"application/zip"_s << u"a.docm"_s << true;
    QTest::newRow("name turned round") << u"application/octet-stream"_s << u"report\u202egpj.exe"_s << true;
    QTest::newRow("trailing dots") << u"application/octet-stream"_s << u"setup.exe . ."_s << true;
    QTest::newRow("android") << u"application/vnd.android.package-archive"_s << u"app"_s << true;
    for (const auto *suffix : {"rdp", "iqy", "slk", "cab", "mst", "fileloc", "inetloc", "appref-ms", "xbap", "vsto"}) {
        QTest::newRow(suffix) << u"application/octet-stream"_s << u"a."_s + QString::fromLatin1(suffix) << true;
    }
    QTest::newRow("shortcut") << u"application/octet-stream"_s << u"a.lnk"_s << true;
}

void TestFileTypes::dangerousFilesAreKnown()
{
    QFETCH(QString, mime);
    QFETCH(QString, filename);
    QTEST(FileTypes::isDangerous(mime, filename), "dangerous");
}

void TestFileTypes::namesAreSafe_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"Invoice 42.pdf"_s << u"Invoice 42.pdf"_s;
    QTest::newRow("Chinese") << u"发票 🎁.pdf"_s << u"发票 🎁.pdf"_s;
    QTest::newRow("folders") << u"../../etc/passwd"_s << u"_.._etc_passwd"_s;
    QTest::newRow("Windows folders") << u"C:\\a\\b.txt"_s << u"C__a_b.txt"_s;
    QTest::newRow("direction") << u"report\u202egpj.exe"_s << u"reportgpj.exe"_s;
    QTest::newRow("controls") << u"a\n\tb\u0000.txt"_s << u"ab.txt"_s;
    QTest::newRow("reserved") << u"con.txt"_s << u"_con.txt"_s;
    QTest::newRow("reserved alone") << u"NUL"_s << u"_NUL"_s;
    QTest::newRow("only begins like it") << u"console.txt"_s << u"console.txt"_s;
    QTest::newRow("dots") << u"..."_s << u"file"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("empty") << QString() << u"file"_s;
    QTest::newRow("half a character") << u"a"_s + QChar(0xd83c) + u".png"_s << u"a.png"_s;
    QTest::newRow("long") << QString(300, u'x') + u".pdf"_s << QString(116, u'x') + u".pdf"_s;
}

void TestFileTypes::namesAreSafe()
{
    QFETCH(QString, given);
    QTEST(FileTypes::safeName(given), "safe");
    QCOMPARE(FileTypes::safeName(FileTypes::safeName(given)), FileTypes::safeName(given));
}

QTEST_APPLESS_MAIN(TestFileTypes)
#include "tst_file_types.moc"
