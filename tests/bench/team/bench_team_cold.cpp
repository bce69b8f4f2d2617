#include "tests/bench/items.h"
#include "tests/bench/team/delay_proxy.h"
#include "tests/bench/team/team_server.h"
#include "tests/bench/webhook_maker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {

/// A desktop that has nothing yet, 20 ms away from a workspace with a million messages: to the first rows of its list.
void benchTeamCold(const Options &options, Report &report)
{
    const QTemporaryDir folder(options.folder + u"/team-cold-XXXXXX"_s);
    TeamServer server(folder.path());
    QElapsedTimer timer;
    timer.start();
    server.gateway({u"import"_s, u"sqlite:"_s + largeDatabase(options)});
    report.add(u"team: import of a single desk's %1 messages"_s.arg(options.scaled(options.messages, 2'000)), double(timer.elapsed()) / 1e3, u"s"_s);
    server.gateway({u"agent"_s, u"add"_s, u"ana"_s, u"--role"_s, u"agent"_s});
    server.gateway({u"number"_s, u"grant"_s, QString::fromLatin1(NumberId), u"ana"_s});
    const DelayProxy link(server.socketPath(), 10);
    std::vector<double> times;
    std::vector<double> searches;
    for (int i = 0; i < options.scaled(10, 1); ++i) {
        timer.start();
        const auto store = server.openAs(u"postgresql://ana@127.0.0.1:%1/tandem"_s.arg(link.port()), folder.path());
        const auto page = waitFor(store->conversations().page({}, std::nullopt, 50));
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!page || page->rows.isEmpty()) qFatal("the list is empty");
        const auto other = server.openAs(server.agentUrl(u"ana"_s), folder.path());
        timer.start();
        if (!waitFor(other->conversations().search(u"中文"_s, std::nullopt, 50))) qFatal("search");
        searches.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    report.add(u"team: cold desktop over a 20 ms link, to its list, worst"_s, percentile(times, 1), u"ms"_s, Report::Goal{1000});
    report.add(u"team: search as an agent, two Chinese characters, p95"_s, percentile(searches, 0.95), u"ms"_s, Report::Goal{100});
}

} // namespace Bench
