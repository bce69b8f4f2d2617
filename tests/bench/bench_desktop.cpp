#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/secrets/memory_secret_store.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "tests/bench/items.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"
#include "ui/ui_context.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

qint64 nowMicros()
{
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Calls back once the list was painted with rows in it.
class ListWatch final : public QObject
{
public:
    ListWatch(QAbstractItemView &list, std::function<void()> painted) : m_list(list), m_painted(std::move(painted))
    {
        list.viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_done || !m_list.model() || m_list.model()->rowCount() == 0) return false;
        m_done = true;
        QTimer::singleShot(0, this, m_painted);
        return false;
    }

private:
    QAbstractItemView &m_list;
    const std::function<void()> m_painted;
    bool m_done = false;
};

struct Start
{
    double listMillis = 0;
    Memory idle;
};

Start startOnce(const QString &database)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--desktop-child"_s, database, u"--begun"_s, QString::number(nowMicros())});
    if (!child.waitForFinished(60'000) || child.exitCode() != 0) qFatal("the desktop did not show its list");
    const auto words = child.readAllStandardOutput().simplified().split(' ');
    if (words.size() != 3) qFatal("the desktop said something else");
    return {words[0].toDouble(), {words[1].toDouble(), words[2].toDouble()}};
}

} // namespace

/// The desktop's start in a process of its own, as the program composes it: store, gateway, window; prints
/// "ms-to-list RSS-MiB PSS-MiB" and ends.
int desktopChild(const QString &database, qint64 begunMicros)
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    theme.apply();
    UserSettings settings{QString()};
    const auto clock = std::make_shared<SystemClock>();
    auto store = Store::open({u"sqlite:"_s + database, database + u"-media"_s, true, false}, clock);
    if (!store) qFatal("open: %s", qUtf8Printable(store.error().text));
    ChangeFeed feed(**store);
    Gateway gateway(**store, std::make_unique<MemorySecretStore>(), clock);
    UiContext context{**store, feed, &gateway, *clock, theme, settings};
    MainWindow window(context);
    window.resize(1280, 800);
    auto *list = window.findChild<QAbstractItemView *>(u"inbox.list"_s);
    if (!list) qFatal("no inbox.list");
    ListWatch watch(*list, [begunMicros] {
        std::printf("%.1f ", double(nowMicros() - begunMicros) / 1000);
        QTimer::singleShot(5000, qApp, [] {
            const Memory memory = memoryOf(QCoreApplication::applicationPid());
            std::printf("%.1f %.1f\n", memory.rssMiB, memory.pssMiB);
            QCoreApplication::quit();
        });
    });
    window.show();
    GatewayConfig config;
    config.graphUrl = QUrl(u"http://127.0.0.1:9/v25.0"_s);
    if (const auto port = gateway.start(config); !port) qFatal("listen: %s", qUtf8Printable(port.error().text));
    return QCoreApplication::exec();
}

/// From starting the process to a list one can use, and the memory five seconds later; WebEngine is not loaded then.
void benchDesktop(const Options &options, Report &report)
{
    const QString path = largeDatabase(options);
    (void)startOnce(path); // warms the file cache
    std::vector<double> times;
    Memory memory;
    for (int i = 0; i < options.scaled(7, 1); ++i) {
        const Start start = startOnce(path);
        times.push_back(start.listMillis);
        memory = start.idle;
    }
    report.add(u"desktop: process start to the painted list, median"_s, percentile(times, 0.5), u"ms"_s, Report::Goal{500});
    report.add(u"desktop: process start to the painted list, worst"_s, percentile(times, 1), u"ms"_s);
    report.add(u"desktop: idle memory, resident"_s, memory.rssMiB, u"MiB"_s, Report::Goal{150});
    report.add(u"desktop: idle memory, its share of what is shared"_s, memory.pssMiB, u"MiB"_s);
}

} // namespace Bench
