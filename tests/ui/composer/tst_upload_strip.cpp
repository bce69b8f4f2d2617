#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "tests/gateway/content/content_world.h"
#include "tests/gateway/content/sink_platform.h"
#include "ui/composer/composer.h"
#include "ui/composer/timing/pending_row.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/theme/theme.h"
#include "ui/theme/widgets.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;

namespace {

/// A composer over a real gateway whose platform takes large files slowly.
struct Sending
{
    Sending()
    {
        world.start();
        world.customerWrites(u"wamid.OPEN"_s);
        GatewayConfig config;
        config.graphUrl = sink.graphUrl();
        config.appSecret = Secret(QString::fromLatin1(appSecret));
        config.verifyToken = Secret(QString::fromLatin1(verifyToken));
        world.gateway->reconfigure(config);
        QTest::qWait(50);
        feed = std::make_unique<ChangeFeed>(*world.store);
        context = std::make_unique<UiContext>(UiContext{*world.store, *feed, world.gateway.get(), *world.clock, theme, settings});
        composer = std::make_unique<Composer>(*context);
        composer->resize(820, 260);
        ConversationFilter all;
        all.state.reset();
        const auto page = waitFor(world.store->conversations().page(all, std::nullopt, 10));
        composer->setConversation(page->rows.first());
        composer->show();
    }
    OutboxId send(qint64 bytes)
    {
        return world.queue(world.file(u"document"_s, QByteArray(bytes, 'x'), u"text/plain"_s, u"price list.txt"_s));
    }
    PendingStrip &strip() { return *composer->findChild<PendingStrip *>(); }
    PendingRow *row() { return strip().items().isEmpty() ? nullptr : strip().findChild<PendingRow *>(); }
    PendingItem::Kind kind() { return strip().items().isEmpty() ? PendingItem::Kind::Undo : strip().items().last().kind; }
    int percent() { return row() ? row()->findChild<ProgressLine *>()->value() : -1; }
    void press(const char *name)
    {
        auto *button = composer->findChild<QPushButton *>(QString::fromLatin1(name));
        QVERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    SinkPlatform sink;
    ContentWorld world;
    Theme theme;
    UserSettings settings{QString()};
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<UiContext> context;
    std::unique_ptr<Composer> composer;
};

} // namespace

/// What a person sees of a large file on its way, from the gateway's own signals.
class TestUploadStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progressGrowsAndLeaves()
    {
        Sending desk;
        desk.sink.setBytesPerSecond(12'000'000);
        const auto id = desk.send(30'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.row() && desk.row()->isVisible() && desk.kind() == PendingItem::Kind::Uploading, 8000);
        QVERIFY(desk.row()->accessibleName().contains(u"price list.txt"_s));
        const int first = desk.percent();
        QVERIFY(first >= 0 && first < 100);
        QTRY_VERIFY_WITH_TIMEOUT(desk.percent() > first + 15, 8000);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.strip().isVisible(), 15000); // it is gone with its message
        QTRY_VERIFY_WITH_TIMEOUT(desk.world.row(id).state == OutboxState::Accepted, 8000);
    }

    void cancelEndsIt()
    {
        Sending desk;
        desk.sink.stallAfter(300'000);
        const auto id = desk.send(60'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.kind() == PendingItem::Kind::Uploading && desk.row() && desk.row()->isVisible(), 8000);
        desk.press("pending.cancel");
        QTRY_VERIFY_WITH_TIMEOUT(desk.world.row(id).state == OutboxState::Cancelled, 5000);
        QTRY_VERIFY(!desk.strip().isVisible());
        desk.sink.stallAfter(0);
        QTRY_COMPARE_WITH_TIMEOUT(desk.sink.brokenUploads(), 1, 5000);
        QVERIFY(desk.sink.messages().isEmpty());
    }

    void whatFailedIsTriedAgain()
    {
        Sending desk;
        desk.sink.setBytesPerSecond(20'000'000);
        const auto id = desk.send(20'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.kind() == PendingItem::Kind::Uploading, 8000);
        // The platform refuses the message after it took the file.
        desk.sink.refuseMessages(131053);
        QTRY_VERIFY_WITH_TIMEOUT(desk.world.row(id).state == OutboxState::Failed, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.kind() == PendingItem::Kind::Failed && desk.row() && desk.row()->isVisible(), 5000);
        desk.sink.refuseMessages(0);
        desk.press("pending.retry");
        QTRY_VERIFY_WITH_TIMEOUT(desk.world.row(id).state == OutboxState::Accepted, 15000);
        QTRY_VERIFY(!desk.strip().isVisible());
        QCOMPARE(desk.sink.wholeUploads(), 3); // a file that could not be used travels anew: once by itself, once for the person
    }

    void discardLeavesNothing()
    {
        Sending desk;
        desk.sink.setBytesPerSecond(20'000'000);
        desk.sink.refuseMessages(131053);
        const auto id = desk.send(20'000'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.kind() == PendingItem::Kind::Failed && desk.row() && desk.row()->isVisible(), 15000);
        desk.press("pending.cancel");
        QTRY_VERIFY(!desk.strip().isVisible());
        QTRY_VERIFY(desk.world.row(id).state == OutboxState::Cancelled);
    }
};

QTEST_MAIN(TestUploadStrip)
#include "tst_upload_strip.moc"
