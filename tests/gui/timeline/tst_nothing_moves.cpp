#include "tests/gui/timeline/media_desk.h"

#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::everyTypePending;
using Tandem::Test::mediaCustomer;
using Tandem::Test::MediaDesk;
using Tandem::Test::SampleMessages;
using Tandem::Test::Shop;

namespace {

/// What a person sees standing still: every bubble's place, and each pixel but those inside bubbles that hold media.
struct Still
{
    QHash<MessageId, QRect> places;
    QImage around;

    static Still of(TimelineView &view)
    {
        Still still;
        still.around = view.viewport()->grab().toImage();
        QPainter painter(&still.around);
        for (int row = 0; row < view.model().rowCount(); ++row) {
            const auto place = view.bubbleRect(row);
            if (!view.viewport()->rect().intersects(place)) continue;
            const auto &message = view.model().message(row);
            still.places.insert(message.id, place & view.viewport()->rect()); // above the edge nobody sees it grow
            if (message.media.state != MediaState::None) painter.fillRect(place, Qt::black);
        }
        return still;
    }
    /// Empty when nothing moved; else what did.
    [[nodiscard]] QString movedIn(const Still &now) const
    {
        for (auto it = places.cbegin(); it != places.cend(); ++it) {
            const auto place = now.places.value(it.key());
            if (place == it.value()) continue;
            return u"message %1: %2+%3 became %4+%5"_s.arg(it.key().value).arg(it.value().top()).arg(it.value().height()).arg(place.top()).arg(place.height());
        }
        if (places.size() != now.places.size()) return u"other messages are visible"_s;
        for (int y = 0; y < around.height(); ++y) {
            for (int x = 0; x < around.width(); ++x) {
                if (around.pixel(x, y) != now.around.pixel(x, y)) return u"the pixel at %1, %2"_s.arg(x).arg(y);
            }
        }
        return {};
    }
};

} // namespace

/// Files of every kind load, fail and come in any order: whoever is reading loses no pixel.
class TestNothingMoves : public QObject
{
    Q_OBJECT

private:
    static QList<Message> pending(Shop &shop)
    {
        QList<Message> waiting;
        for (const auto &message : shop.newest(mediaCustomer, 200)) {
            if (message.media.state == MediaState::Pending) waiting.append(message);
        }
        return waiting;
    }
    static void fill(Shop &shop)
    {
        shop.fill(25, mediaCustomer);
        shop.play(everyTypePending(), mediaCustomer);
        SampleMessages after(QDateTime(QDate(2026, 11, 23), QTime(13, 0)));
        for (int i = 0; i < 6; ++i) after.in(u"Words after the media, %1"_s.arg(i));
        shop.play(after.all, mediaCustomer);
    }
    /// In the middle of the media: between the words before and those after them.
    static void scrollTo(TimelineView &view, double share)
    {
        auto *bar = view.verticalScrollBar();
        bar->setValue(int(bar->maximum() * share));
        QTest::qWait(2200); // the day's chip fades away
    }

private Q_SLOTS:
    void whateverLoads_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<quint32>("order");
        QTest::addColumn<int>("height");
        QTest::newRow("at the end") << 1.0 << 1u << 860;
        QTest::newRow("three quarters") << 0.75 << 2u << 860;
        QTest::newRow("in the middle") << 0.5 << 3u << 860;
        QTest::newRow("near the top") << 0.3 << 4u << 860;
        QTest::newRow("all of it in sight") << 1.0 << 5u << 12000;
    }
    void whateverLoads()
    {
        QFETCH(double, share);
        QFETCH(quint32, order);
        QFETCH(int, height);
        Shop shop;
        fill(shop);
        MediaDesk desk(shop);
        desk.view.resize(760, height);
        desk.open();
        scrollTo(desk.view, share);
        const auto before = Still::of(desk.view);
        QVERIFY(before.places.size() > 2);
        auto waiting = pending(shop);
        QVERIFY(waiting.size() > 10);
        std::shuffle(waiting.begin(), waiting.end(), std::mt19937(order));
        const QSize shapes[] = {{400, 1200}, {1600, 300}, {640, 480}, {50, 50}};
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            const auto &message = waiting.at(i);
            if (message.media.ref.mime.startsWith("image/"_L1) && message.type == "image"_L1) {
                desk.arrive(message, Test::photoFile(shapes[i % 4], int(i * 41 % 360)));
            } else {
                desk.arriveOne(message);
            }
            QTest::qWait(40);
            const auto moved = before.movedIn(Still::of(desk.view));
            QVERIFY2(moved.isEmpty(), qPrintable(u"%1 %2 after %3 files: %4"_s.arg(message.type).arg(message.id.value).arg(i + 1).arg(moved)));
        }
        QTest::qWait(1200); // frames, waveforms and moving stickers are decoded beside us
        QCOMPARE(before.movedIn(Still::of(desk.view)), QString());
        QVERIFY(pending(shop).isEmpty());
    }

    void filesThatNeverCome()
    {
        Shop shop;
        fill(shop);
        MediaDesk desk(shop);
        desk.open();
        scrollTo(desk.view, 0.6);
        const auto before = Still::of(desk.view);
        for (const auto &message : pending(shop)) {
            QVERIFY(waitFor(shop.workspace->media().failed(message.id, u"The link has expired."_s, std::nullopt)).has_value());
            QTest::qWait(40);
            const auto moved = before.movedIn(Still::of(desk.view));
            QVERIFY2(moved.isEmpty(), qPrintable(message.type + u": "_s + moved));
        }
    }

    /// The measure itself: one pixel of scrolling, and a text that grows above, do not pass it.
    void whatMovesIsNoticed()
    {
        Shop shop;
        fill(shop);
        MediaDesk desk(shop);
        desk.open();
        scrollTo(desk.view, 0.6);
        const auto before = Still::of(desk.view);
        auto *bar = desk.view.verticalScrollBar();
        bar->setValue(bar->value() + 1);
        QTest::qWait(2200);
        QVERIFY(!before.movedIn(Still::of(desk.view)).isEmpty());
        bar->setValue(bar->value() - 1);
        QTest::qWait(2200);
        QCOMPARE(before.movedIn(Still::of(desk.view)), QString());
        int edited = -1;
        for (int row = 0; row < desk.view.model().rowCount() && edited < 0; ++row) {
            const auto place = desk.view.bubbleRect(row);
            if (desk.view.model().message(row).type == "text"_L1 && desk.view.viewport()->rect().contains(place)) edited = row;
        }
        QVERIFY(edited >= 0);
        const auto longer = desk.view.model().message(edited);
        EditEvent edit{Testing::shop, Testing::phonePeer(mediaCustomer), longer.direction, MessageSource::Live, u"wamid.longer"_s, longer.wamid,
            longer.timestamp + Millis(9000), u"text"_s, u"Much longer than before. "_s.repeated(20), {}, {}};
        shop.workspace.apply({edit});
        QTRY_VERIFY(desk.view.bubbleRect(edited).height() > before.places.value(longer.id).height() + 20);
        QVERIFY(!before.movedIn(Still::of(desk.view)).isEmpty());
    }
};

QTEST_MAIN(TestNothingMoves)
#include "tst_nothing_moves.moc"
