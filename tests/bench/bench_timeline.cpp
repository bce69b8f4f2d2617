#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "tests/bench/items.h"
#include "ui/models/timeline_model.h"
#include "ui/theme/theme.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QStaticText>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

constexpr QSize ViewSize(640, 900);

class PaintWatch final : public QObject
{
public:
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) ++paints;
        return false;
    }
};

/// The floor: as many bubbles as fit, their text laid out long ago, painted on an image of the view's size.
double barePaintMillis(int frames)
{
    QImage image(ViewSize, QImage::Format_ARGB32_Premultiplied);
    QStaticText text(u"Good morning, has my order been sent? 您好，请问我的订单发货了吗？ It was for Tuesday, the blue one, size 42."_s);
    text.setTextFormat(Qt::PlainText);
    text.setTextWidth(380);
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        QPainter painter(&image);
        painter.fillRect(image.rect(), Qt::white);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int y = -(frame % 70); y < ViewSize.height(); y += 70) {
            painter.setBrush(Qt::lightGray);
            painter.drawRoundedRect(QRect(20, y, 400, 62), 8, 8);
            painter.drawStaticText(30, y + 8, text);
        }
        painter.end();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return percentile(times, 0.5);
}

/// Runs the event loop until `done`, at most ten seconds.
template<typename Done>
void runUntil(Done done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (timer.elapsed() > 10'000) qFatal("the view shows nothing");
    }
}

double openMillis(TimelineView &view, PaintWatch &watch, const ConversationRow &row)
{
    QElapsedTimer timer;
    timer.start();
    view.showConversation(row);
    const auto filled = [&] { return view.conversation() == row.id && view.model().rowCount() > 0; };
    runUntil([&] { return filled() && !view.bubbleRect(view.model().rowCount() - 1).isEmpty(); });
    const int before = watch.paints;
    view.viewport()->update();
    runUntil([&] { return watch.paints > before; });
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

/// Opens the longest conversation and scrolls it, with everything a person would have: store, pages, layout, paint.
void benchTimeline(const Options &options, Report &report)
{
    const QString path = longConversation(options);
    auto store = Store::open({u"sqlite:"_s + path, options.folder + u"/media"_s, true, false}, std::make_shared<SystemClock>());
    if (!store) qFatal("open: %s", qUtf8Printable(store.error().text));
    ConversationFilter filter;
    filter.state.reset();
    const auto page = waitFor((*store)->conversations().page(filter, std::nullopt, 50));
    if (!page || page->rows.size() < 2) qFatal("no conversations");
    const SystemClock clock;
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    theme.apply();
    UserSettings settings{QString()};
    ChangeFeed feed(**store);
    UiContext context{**store, feed, nullptr, clock, theme, settings};
    TimelineView view(context);
    PaintWatch watch;
    view.viewport()->installEventFilter(&watch);
    view.resize(ViewSize);
    view.show();

    const auto longest = std::max_element(page->rows.cbegin(), page->rows.cend(),
        [](const auto &a, const auto &b) { return a.historyStartsAt > b.historyStartsAt && a.id > b.id; });
    const ConversationRow &big = *longest;
    const ConversationRow &other = page->rows.at(page->rows.at(0).id == big.id ? 1 : 0);
    report.add(u"timeline: open a conversation of %1 messages, first time"_s.arg(options.scaled(100'000, 1000)),
        openMillis(view, watch, big), u"ms"_s, Report::Goal{100});
    std::vector<double> opened;
    for (int i = 0; i < options.scaled(20, 2); ++i) {
        openMillis(view, watch, other);
        opened.push_back(openMillis(view, watch, big));
    }
    report.add(u"timeline: open it again, p95"_s, percentile(opened, 0.95), u"ms"_s, Report::Goal{100});

    std::vector<double> frames;
    QScrollBar *bar = view.verticalScrollBar();
    const int wanted = options.scaled(3000, 60);
    for (int i = 0; i < wanted; ++i) {
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->value() - 100);
        QCoreApplication::processEvents(); // the frame, and whatever page came in meanwhile
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double floor = barePaintMillis(options.scaled(500, 20));
    report.add(u"timeline: scroll frame p50"_s, percentile(frames, 0.5), u"ms"_s);
    report.add(u"timeline: scroll frame p99"_s, percentile(frames, 0.99), u"ms"_s, Report::Goal{8});
    report.add(u"timeline: longest scroll frame"_s, percentile(frames, 1), u"ms"_s, Report::Goal{16});
    report.add(u"floor: bare paint of prepared bubbles, p50"_s, floor, u"ms"_s);
    report.addRatio(u"timeline: scroll frame p50 / bare paint"_s, percentile(frames, 0.5) / floor);
    report.add(u"timeline: rows kept while scrolling"_s, view.model().rowCount(), u"rows"_s, Report::Goal{1000});
}

} // namespace Bench
