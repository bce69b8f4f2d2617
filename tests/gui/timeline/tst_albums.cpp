#include "tests/gui/shop.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/timeline_view.h"

#include <QCryptographicHash>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::SampleMessages;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;

Message &photo(SampleMessages &samples, const QString &caption = {})
{
    auto &message = samples.in(caption, u"image"_s);
    message.media.state = MediaState::Pending;
    message.media.ref.mime = u"image/png"_s;
    message.media.ref.id = u"m"_s + message.wamid;
    return message;
}

} // namespace

/// Pictures that came together, and that none of them moves anything when it loads.
class TestAlbums : public QObject
{
    Q_OBJECT

private:
    static void arrive(Shop &shop, const Message &message, QSize size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(int(message.id.value * 37 % 360), 180, 200));
        const auto sha = QString::fromLatin1(QCryptographicHash::hash(message.wamid.toUtf8(), QCryptographicHash::Sha256).toHex());
        QVERIFY(image.save(shop.workspace->media().pathFor(sha), "png"));
        QVERIFY(waitFor(shop.workspace->media().available(message.id, sha, 1000, u"image/png"_s)).has_value());
    }
    static bool open(TimelineView &view, Shop &shop)
    {
        view.resize(760, 700);
        view.show();
        view.showConversation(shop.row(liWei));
        const bool ready = QTest::qWaitFor([&] { return view.model().state() == TimelineModel::State::Ready && view.model().rowCount() > 0; });
        QTest::qWait(120);
        return ready;
    }

private Q_SLOTS:
    void picturesOfAMinuteStandTogether()
    {
        Shop shop;
        SampleMessages samples;
        samples.in(u"before"_s);
        for (int i = 0; i < 4; ++i) photo(samples, i == 3 ? u"the box"_s : QString()); // 40 s apart
        samples.later(120);
        photo(samples); // alone: more than a minute later
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        const auto first = view.bubbleRect(1);
        const auto second = view.bubbleRect(2);
        const auto third = view.bubbleRect(3);
        QCOMPARE(first.top(), second.top());
        QVERIFY(second.left() > first.right());
        QVERIFY(third.top() > first.bottom());
        QCOMPARE(third.left(), first.left());
        QVERIFY(view.bubbleRect(5).top() > view.bubbleRect(4).bottom() + 8);
        QVERIFY(view.bubbleRect(5).width() > first.width() + 60); // a bubble of its own
    }

    /// A page may end within an album; once both pages are here it is one grid, unless somebody looks at a part of it.
    void pagesMayCutThem_data()
    {
        QTest::addColumn<bool>("seen");
        QTest::newRow("out of sight") << false;
        QTest::newRow("in sight") << true;
    }
    void pagesMayCutThem()
    {
        QFETCH(bool, seen);
        Shop shop;
        SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 1)));
        for (int i = 0; i < 40; ++i) samples.in(u"older words %1"_s.arg(i));
        for (int i = 0; i < 4; ++i) photo(samples);
        for (int i = 0; i < TimelineModel::PageSize - 3; ++i) samples.in(u"words %1\n"_s.arg(i).repeated(12)); // high enough that no older page is asked for
        samples.out(u"Thank you!"_s); // an answer: nothing is unread, so it opens at the end
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        auto &model = view.model();
        QCOMPARE(model.rowCount(), TimelineModel::PageSize);
        QCOMPARE(model.message(0).type, u"image"_s);
        QCOMPARE(model.message(2).type, u"text"_s);
        auto *bar = view.verticalScrollBar();
        QVERIFY(bar->maximum() > 2 * view.viewport()->height());
        bar->setValue(seen ? 0 : 2 * view.viewport()->height() - 20);
        const auto watched = model.message(view.rowAt({0, 300})).id;
        const int before = view.bubbleRect(model.rowOf(watched)).top();
        QTRY_VERIFY(model.rowCount() > TimelineModel::PageSize);
        QTest::qWait(80);
        QCOMPARE(view.bubbleRect(model.rowOf(watched)).top(), before);
        int third = 0;
        while (model.message(third).type != "image"_L1) ++third;
        third += 2;
        QCOMPARE(model.message(third + 2).type, u"text"_s);
        view.jumpTo(TimelineModel::cursorOf(model.message(third)));
        QTRY_VERIFY(!view.bubbleRect(third).isEmpty());
        const auto first = view.bubbleRect(third - 2);
        QCOMPARE(view.bubbleRect(third - 1).top(), first.top()); // the upper two stand side by side in any case
        // One grid: the second line of cells follows the first without a bubble's gap.
        const int gap = view.bubbleRect(third).top() - first.bottom();
        QVERIFY2(seen ? gap >= Theme::Grid * 2 : gap < Theme::Grid * 2, qPrintable(QString::number(gap)));
    }

    void othersDoNotJoin()
    {
        Shop shop;
        SampleMessages samples;
        photo(samples, u"one"_s);
        photo(samples, u"two"_s); // a second caption
        auto &theirs = samples.add(Direction::Out, Origin::Phone, u"image"_s, {});
        theirs.media = samples.all.first().media;
        theirs.media.ref.id = u"other"_s;
        samples.in(u"words between"_s);
        photo(samples);
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        for (int row = 1; row < view.model().rowCount(); ++row) QVERIFY2(view.bubbleRect(row).top() > view.bubbleRect(row - 1).top(), qPrintable(QString::number(row)));
    }

    /// Whatever loads, in whatever shape and order: not one pixel moves, in albums and alone, at the end and in the middle.
    void nothingMovesWhenMediaLoad_data()
    {
        QTest::addColumn<bool>("atEnd");
        QTest::newRow("at the end") << true;
        QTest::newRow("in the middle") << false;
    }
    void nothingMovesWhenMediaLoad()
    {
        QFETCH(bool, atEnd);
        Shop shop;
        shop.fill(30, liWei);
        SampleMessages samples(QDateTime(QDate(2026, 11, 23), QTime(10, 1)));
        for (int i = 0; i < 18; ++i) {
            photo(samples, i % 5 == 0 ? u"with words"_s : QString());
            if (i % 4 == 3) samples.later(200);
            if (i % 6 == 5) samples.in(u"between them"_s);
        }
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        if (!atEnd) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
            QTest::qWait(150);
        }
        QHash<MessageId, QRect> before;
        for (int row = 0; row < view.model().rowCount(); ++row) {
            if (view.viewport()->rect().intersects(view.bubbleRect(row))) before.insert(view.model().message(row).id, view.bubbleRect(row));
        }
        QVERIFY(before.size() > 3);
        QList<Message> photos;
        for (const auto &message : shop.newest(liWei, 100)) {
            if (message.type == "image"_L1) photos.append(message);
        }
        QCOMPARE(photos.size(), 18);
        const QSize shapes[] = {{400, 1200}, {1600, 300}, {640, 480}, {50, 50}};
        for (int i = 0; i < photos.size(); ++i) {
            arrive(shop, photos.at((i * 7) % 18), shapes[i % 4]);
            QTest::qWait(30);
            for (auto it = before.cbegin(); it != before.cend(); ++it) QCOMPARE(view.bubbleRect(view.model().rowOf(it.key())), it.value());
        }
        QTest::qWait(300);
        for (auto it = before.cbegin(); it != before.cend(); ++it) QCOMPARE(view.bubbleRect(view.model().rowOf(it.key())), it.value());
    }

    void albumsGrowAtTheEnd()
    {
        Shop shop;
        SampleMessages samples;
        samples.in(u"before"_s);
        photo(samples);
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        const auto alone = view.bubbleRect(1);
        auto &next = photo(samples);
        const auto copy = next;
        shop.play({copy}, liWei);
        QTRY_COMPARE(view.model().rowCount(), 3);
        QTest::qWait(100);
        QCOMPARE(view.bubbleRect(2).top(), view.bubbleRect(1).top());
        QVERIFY(view.bubbleRect(1).width() < alone.width());
        QVERIFY(view.isAtEnd());
    }

    void eachPictureIsReachedByKeyboard()
    {
        Shop shop;
        SampleMessages samples;
        for (int i = 0; i < 3; ++i) photo(samples);
        shop.play(samples.all, liWei);
        TimelineView view(*shop.context);
        QVERIFY(open(view, shop));
        view.setFocus();
        for (int i = 0; i < 3; ++i) QTest::keyClick(&view, Qt::Key_Up, Qt::ControlModifier);
        QSignalSpy forward(&view, &TimelineView::forwardRequested);
        QTest::keyClick(&view, Qt::Key_Return);
        QTRY_VERIFY(view.findChild<QMenu *>());
        auto *menu = view.findChild<QMenu *>();
        for (auto *action : menu->actions()) {
            if (action->text().contains(u"Forward all"_s)) action->trigger();
        }
        QCOMPARE(forward.size(), 1);
        QCOMPARE(forward.first().first().value<QList<Message>>().size(), 3);
        menu->close();
    }
};

QTEST_MAIN(TestAlbums)
#include "tst_albums.moc"
