#include "tests/gui/shop.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QScrollBar>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;
const QString noor = u"971501234567"_s;

/// Tells when the viewport was painted with messages in it.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(TimelineView &view) : m_view(view) { view.viewport()->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_view.model().rowCount() == 0) return false;
        if (m_view.model().message(0).conversationId != m_view.conversation()) return false;
        QMetaObject::invokeMethod(this, [this] { painted = true; }, Qt::QueuedConnection);
        return false;
    }

private:
    TimelineView &m_view;
};

double percentile(std::vector<double> values, double p)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[std::min(values.size() - 1, size_t(double(values.size()) * p))];
}

double residentMb()
{
    QFile statm(u"/proc/self/statm"_s);
    if (!statm.open(QIODevice::ReadOnly)) return 0;
    return double(statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)) / 1e6;
}

/// This thread's own time: on a busy machine the wall clock also counts what others do.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double open(TimelineView &view, const ConversationRow &row, PaintWatch &watch)
{
    watch.painted = false;
    QElapsedTimer timer;
    timer.start();
    view.showConversation(row);
    while (!watch.painted) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

/// Opening and scrolling a very long conversation: prints one JSON object. `bench_timeline [messages]`.
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int messages = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    Shop shop;
    shop.theme.setMode(Theme::Mode::Light);
    shop.theme.apply();
    shop.fill(messages, liWei);
    shop.fill(200, noor);
    const auto row = shop.row(liWei);
    const auto other = shop.row(noor);
    TimelineView view(*shop.context);
    PaintWatch watch(view);
    view.resize(640, 900);
    view.show();
    std::vector<double> opens;
    const double first = open(view, row, watch);
    for (int i = 0; i < 20; ++i) {
        open(view, other, watch);
        opens.push_back(open(view, row, watch));
    }
    const double before = residentMb();
    std::vector<double> frames;
    std::vector<double> slices;
    std::vector<double> frameCpu;
    std::vector<double> sliceCpu;
    QElapsedTimer timer;
    auto *bar = view.verticalScrollBar();
    for (int i = 0; i < 4000; ++i) {
        timer.start();
        double cpu = cpuMs();
        bar->setValue(bar->value() - 45);
        view.viewport()->repaint();
        frameCpu.push_back(cpuMs() - cpu);
        frames.push_back(double(timer.nsecsElapsed()) / 1e6);
        // Between two frames the loop takes pages in and lays out ahead.
        for (int turn = 0; turn < 3; ++turn) {
            timer.start();
            cpu = cpuMs();
            QCoreApplication::processEvents();
            sliceCpu.push_back(cpuMs() - cpu);
            slices.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
    }
    const QJsonObject result{{u"messages"_s, messages}, {u"open_first_ms"_s, first}, {u"open_p50_ms"_s, percentile(opens, 0.5)},
        {u"open_max_ms"_s, percentile(opens, 1)}, {u"frame_p50_ms"_s, percentile(frames, 0.5)}, {u"frame_p99_ms"_s, percentile(frames, 0.99)},
        {u"frame_max_ms"_s, percentile(frames, 1)}, {u"slice_p99_ms"_s, percentile(slices, 0.99)}, {u"slice_max_ms"_s, percentile(slices, 1)},
        {u"frame_cpu_p99_ms"_s, percentile(frameCpu, 0.99)},
        {u"frame_cpu_max_ms"_s, percentile(frameCpu, 1)}, {u"slice_cpu_p99_ms"_s, percentile(sliceCpu, 0.99)}, {u"slice_cpu_max_ms"_s, percentile(sliceCpu, 1)},
        {u"rows_in_window"_s, view.model().rowCount()}, {u"resident_before_mb"_s, before}, {u"resident_after_mb"_s, residentMb()}};
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Indented);
    return 0;
}
