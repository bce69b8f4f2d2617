#include "tests/ui/fake_message_store.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/bubbles/paint/bubble_painter.h"
#include "ui/media/pictures/picture_loader.h"
#include "ui/timeline/view/read_marker.h"
#include "ui/timeline/rows/timeline_geometry.h"
#include "ui/timeline/rows/timeline_rows.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::FakeMessageStore;

namespace {

QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A PNG that claims a size and has no pixels.
QByteArray pngHeader(quint32 width, quint32 height)
{
    auto png = encoded({1, 1}, "png");
    const auto put = [&png](int at, quint32 value) {
        for (int i = 0; i < 4; ++i) png[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    return png;
}

BubbleInput inputOf(int width)
{
    BubbleInput input;
    input.width = width;
    return input;
}

class StillClock final : public Clock
{
public:
    UtcTime now() const override { return fromEpochSeconds(1'790'000'000); }
    MonoTime monotonic() const override { return MonoTime{}; }
};

} // namespace

class TestTimelineParts : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile f(m_folder.filePath(name));
        if (!f.open(QIODevice::WriteOnly)) qFatal("cannot write");
        f.write(bytes);
        return f.fileName();
    }

private Q_SLOTS:
    void geometryAddsUp()
    {
        QRandomGenerator random(7);
        TimelineGeometry geometry;
        std::vector<int> heights;
        geometry.setHead(52);
        geometry.setTail(16);
        for (int step = 0; step < 400; ++step) {
            const int count = int(heights.size());
            const int at = random.bounded(count + 1);
            if (random.bounded(3) > 0 || count == 0) {
                geometry.insert(at, 2);
                heights.insert(heights.begin() + at, 2, 0);
            } else {
                const int n = std::min(count - std::min(at, count - 1), 1 + random.bounded(2));
                const int first = std::min(at, count - 1);
                geometry.remove(first, n);
                heights.erase(heights.begin() + first, heights.begin() + first + n);
            }
            if (heights.empty()) continue;
            const int row = random.bounded(int(heights.size()));
            geometry.setRow(row, {random.bounded(40), 20 + random.bounded(200), true});
            heights[size_t(row)] = geometry.row(row).above + geometry.row(row).bubble;
            int y = 52;
            for (int i = 0; i < int(heights.size()); ++i) {
                QCOMPARE(geometry.top(i), y);
                if (heights[size_t(i)] > 0) QCOMPARE(geometry.rowAt(y), i);
                y += heights[size_t(i)];
            }
            QCOMPARE(geometry.height(), y + 16);
        }
        QCOMPARE(TimelineGeometry().rowAt(10), -1);
    }

    void readAfterHalfASecond()
    {
        ReadMarker marker;
        QSignalSpy read(&marker, &ReadMarker::read);
        const MessageCursor one{1000, {1}};
        const MessageCursor two{2000, {2}};
        marker.seen({1}, one);
        QTest::qWait(200);
        marker.seen({1}, std::nullopt); // the window went to sleep
        QTest::qWait(500);
        QCOMPARE(read.size(), 0);
        marker.seen({1}, one);
        QTest::qWait(300);
        marker.seen({1}, two); // a newer one: its own half second starts now
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 400);
        QCOMPARE(toEpochMillis(read.at(0).at(1).value<UtcTime>()), 1000);
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 2, 800);
        QCOMPARE(toEpochMillis(read.at(1).at(1).value<UtcTime>()), 2000);
        marker.seen({1}, two);
        QTest::qWait(700);
        QCOMPARE(read.size(), 2);
        marker.seen({2}, one); // another conversation starts anew
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 3, 900);
    }

    void picturesThatWeDecode()
    {
        for (const char *format : {"jpg", "png", "webp"}) {
            if (!QImageReader::supportedImageFormats().contains(format)) continue;
            const auto result = decodePicture({file(u"ok"_s, encoded({1600, 1200}, format)), {272, 204}, 1.5});
            QVERIFY2(result.has_value(), format);
            QCOMPARE(result->natural, QSize(1600, 1200));
            QCOMPARE(result->image.size(), QSize(408, 306));
            QCOMPARE(result->image.devicePixelRatio(), 1.5);
            QCOMPARE(qAlpha(result->image.pixel(0, 0)), 0); // rounded corner
            QCOMPARE(qAlpha(result->image.pixel(200, 150)), 255);
        }
    }

    void picturesThatWeRefuse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
        QTest::newRow("xpm") << QByteArray("/* XPM */ static char *a[]={\"1 1 1 1\",\"x c #ffffff\",\"x\"};");
        QTest::newRow("bmp") << encoded({4, 4}, "bmp");
        QTest::newRow("html") << QByteArray("<html><img src='file:///etc/passwd'></html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut jpeg") << encoded({400, 400}, "jpg").left(20);
        QTest::newRow("only a png head") << encoded({400, 400}, "png").left(40);
        QTest::newRow("endless side") << pngHeader(2'000'000'000, 1);
        QTest::newRow("bomb 30000²") << pngHeader(30'000, 30'000);
        QTest::newRow("51 megapixels") << pngHeader(17'000, 3'000);
        QTest::newRow("more memory than allowed") << pngHeader(7'000, 7'000);
    }
    void picturesThatWeRefuse()
    {
        QFETCH(QByteArray, bytes);
        PictureLoader limits; // sets the allocation limit
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!decodePicture({file(u"bad"_s, bytes), {272, 204}}).has_value());
        QVERIFY(timer.elapsed() < 200);
    }

    void loaderTellsWhenReady()
    {
        PictureLoader loader;
        QSignalSpy ready(&loader, &PictureLoader::ready);
        const PictureRequest good{file(u"good"_s, encoded({800, 600}, "png")), {272, 204}};
        const PictureRequest bad{file(u"worse"_s, "nothing"), {272, 204}};
        PictureLoader::State state;
        QVERIFY(loader.picture(good, &state).isNull());
        QVERIFY(state == PictureLoader::State::Loading);
        QVERIFY(loader.picture(bad, &state).isNull());
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(loader.picture(good, &state).size(), QSize(272, 204));
        QVERIFY(state == PictureLoader::State::Ready);
        QVERIFY(loader.picture(bad, &state).isNull());
        QVERIFY(state == PictureLoader::State::Failed);
        QCOMPARE(loader.naturalSize(good.path), QSize(800, 600));
    }

    /// Rows far away are estimated, never shaped; days and the unread line stand where they belong.
    void rowsAreLazy()
    {
        FakeMessageStore store;
        store.fill(60, 1'789'950'000);
        store.unread = FakeMessageStore::cursorOf(store.all.at(20));
        Theme theme;
        StillClock clock;
        PictureLoader pictures;
        TimelineModel model(store);
        TimelineRows rows(model, clock, pictures);
        rows.setStyle(BubbleStyle::of(theme, 1, false, 1));
        rows.setWidth(700);
        model.open({1}, std::nullopt, TimelineModel::Seek::FirstUnread);
        QTRY_COMPARE(rows.geometry().count(), 60);
        int known = 0;
        for (int i = 0; i < 60; ++i) known += rows.layoutIfKnown(i) != nullptr;
        QCOMPARE(known, 0);
        int made = 0;
        rows.layOut(0, 300, 1000, &made);
        QVERIFY(made > 2 && made < 20);
        QVERIFY(rows.startsDay(0));
        for (int i = 0; i < 60; ++i) QCOMPARE(rows.startsUnread(i), i == 20);
        rows.release(10'000, 20'000);
        for (int i = 0; i < 60; ++i) QVERIFY(!rows.layoutIfKnown(i));
        const int height = rows.geometry().row(0).bubble;
        (void)rows.layout(0);
        QCOMPARE(rows.geometry().row(0).bubble, height); // what was measured once is remembered
    }

    void hostileTextsAreLaidOutAndPainted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("zalgo") << u"Z"_s + QString(3000, QChar(0x0335)) + QString(3000, QChar(0x0489));
        QTest::newRow("bidi") << u"\u202e\u202d\u2067evil\u2069 txt.exe\u202e"_s.repeated(50);
        QTest::newRow("one word") << QString(60'000, u'W');
        QTest::newRow("lines") << u"\n"_s.repeated(50'000);
        QTest::newRow("nul") << QString(100, QChar(0)) + u"x"_s;
        QTest::newRow("surrogates") << QString(500, QChar(0xD83D));
        QTest::newRow("html") << u"<b>bold</b><img src='file:///etc/passwd'><script>alert(1)</script>"_s;
        QTest::newRow("emoji") << u"👩‍👩‍👧‍👦"_s.repeated(700);
        QTest::newRow("markers") << u"*_~`"_s.repeated(10'000);
        QTest::newRow("joiners") << QString(5000, QChar(0x200D));
    }
    void hostileTextsAreLaidOutAndPainted()
    {
        QFETCH(QString, text);
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        const auto message = FakeMessageStore::text(1, 1'790'000'000, text);
        QElapsedTimer timer;
        timer.start();
        const auto layout = BubbleLayout::build(message, inputOf(700), style);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(layout->bubble().right() <= 700);
        QImage image(700, std::min(layout->height() + 10, 4000), QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&image);
        BubblePainter(painter, style).paint(*layout, {0, 0}, {});
    }
};

QTEST_MAIN(TestTimelineParts)
#include "tst_timeline_parts.moc"
