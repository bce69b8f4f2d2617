#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "tests/bench/items.h"
#include "ui/models/timeline_model.h"
#include "ui/theme/theme.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

constexpr QSize ViewSize(760, 900);

/// This thread's own time: on a busy machine the wall clock also counts what others do.
double threadMillis()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
#else
    return 0;
#endif
}

/// A photo of a phone's size with something in it everywhere, so that its JPEG costs what a photo's costs.
bool writePhoto(const QString &path, int index)
{
    QImage image(1600, 1200, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 1600, 1200);
    sky.setColorAt(0, QColor::fromHsv(index * 37 % 360, 120, 240));
    sky.setColorAt(1, QColor::fromHsv(index * 53 % 360, 160, 110));
    painter.fillRect(image.rect(), sky);
    quint32 seed = quint32(index) + 1;
    for (int i = 0; i < 600; ++i) {
        seed = seed * 1664525u + 1013904223u;
        painter.setBrush(QColor::fromHsv(int(seed >> 8) % 360, 150, 200));
        painter.drawEllipse(QPoint(int(seed >> 4) % 1600, int(seed >> 12) % 1200), 12 + i % 30, 8 + i % 20);
    }
    painter.end();
    return image.save(path, "jpg", 82);
}

MessageEvent photoEvent(int index, UtcTime at)
{
    MessageEvent event;
    event.number = {u"600000000000001"_s, u"700000000000001"_s, u"15550783881"_s};
    event.peer.phone = u"8613812345678"_s;
    event.wamid = u"wamid.photo.%1"_s.arg(index);
    event.timestamp = at;
    event.source = MessageSource::Live;
    event.type = u"image"_s;
    event.text = index % 9 == 0 ? u"这是第 %1 张照片"_s.arg(index) : QString();
    event.media = MediaRef{u"id%1"_s.arg(index), {}, u"image/jpeg"_s, {}, {}, false, false};
    return event;
}

ConversationRow fill(Store &store, int count)
{
    std::vector<Event> events;
    const auto start = fromEpochSeconds(1'790'000'000);
    // Every fourth comes more than a minute after the one before: single pictures and albums of three.
    for (int i = 0; i < count; ++i) events.push_back(photoEvent(i, start + std::chrono::seconds(i * 20 + i / 3 * 120)));
    if (!waitFor(store.events().apply({}, std::move(events), false, {}))) qFatal("events");
    ConversationFilter filter;
    filter.state.reset();
    const auto page = waitFor(store.conversations().page(filter, std::nullopt, 5));
    if (!page || page->rows.isEmpty()) qFatal("no conversation");
    const auto messages = waitFor(store.messages().newest(page->rows.first().id, count));
    int index = 0;
    for (const auto &message : messages->messages) {
        const auto sha = QString::fromLatin1(QCryptographicHash::hash(message.wamid.toUtf8(), QCryptographicHash::Sha256).toHex());
        if (!writePhoto(store.media().pathFor(sha), ++index)) qFatal("photo");
        if (!waitFor(store.media().available(message.id, sha, 300'000, u"image/jpeg"_s))) qFatal("available");
    }
    auto row = page->rows.first();
    (void)waitFor(store.conversations().markRead(row.id, fromEpochSeconds(1'900'000'000)));
    row.unread = 0; // else it opens at its first message
    return row;
}

} // namespace

/// A conversation of 500 photos of two megapixels each, scrolled from end to start while they are decoded for the first time.
void benchPictures(const Options &options, Report &report)
{
    const int count = options.scaled(500, 24);
    const QString folder = options.folder + u"/pictures"_s;
    QDir(folder).removeRecursively();
    if (!QDir().mkpath(folder)) qFatal("folder");
    auto store = Store::open({u"sqlite:"_s + folder + u"/pictures.db"_s, folder + u"/media"_s, true, true}, std::make_shared<SystemClock>());
    if (!store) qFatal("open: %s", qUtf8Printable(store.error().text));
    const auto row = fill(**store, count);
    const SystemClock clock;
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    theme.apply();
    UserSettings settings{QString()};
    ChangeFeed feed(**store);
    UiContext context{**store, feed, nullptr, clock, theme, settings};
    TimelineView view(context);
    view.resize(ViewSize);
    view.show();
    view.showConversation(row);
    QElapsedTimer patience;
    patience.start();
    while (view.model().rowCount() == 0 && patience.elapsed() < 10'000) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);

    std::vector<double> frames;
    std::vector<double> own;
    while (view.verticalScrollBar()->maximum() == 0 && patience.elapsed() < 10'000) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    auto *bar = view.verticalScrollBar();
    for (int i = 0; i < 6000 && (view.model().hasOlder() || bar->value() > 0); ++i) {
        QElapsedTimer timer;
        timer.start();
        const double cpu = threadMillis();
        bar->setValue(bar->value() - 60);
        QCoreApplication::processEvents();
        own.push_back(threadMillis() - cpu);
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
        // A frame of a screen takes 16 ms whatever we do: the decoders use the rest of it.
        while (timer.elapsed() < 16) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    }
    report.add(u"pictures: scroll frame p50, %1 photos"_s.arg(count), percentile(frames, 0.5), u"ms"_s);
    report.add(u"pictures: scroll frame p99"_s, percentile(frames, 0.99), u"ms"_s, Report::Goal{16});
    report.add(u"pictures: longest scroll frame"_s, percentile(frames, 1), u"ms"_s, Report::Goal{16});
    report.add(u"pictures: longest scroll frame, own processor time"_s, percentile(own, 1), u"ms"_s, Report::Goal{16});
    report.add(u"pictures: memory at the end"_s, memoryOf(QCoreApplication::applicationPid()).rssMiB, u"MiB"_s);
}

} // namespace Bench
