#include "tests/bench/gateway_process.h"
#include "tests/bench/items.h"
#include "tests/bench/team/team_server.h"
#include "tests/bench/webhook_maker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace Bench {
namespace {

double waitUntilAllApplied(Store &store)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const auto waiting = waitFor(store.deliveries().received(1));
        if (!waiting) qFatal("deliveries: %s", qUtf8Printable(waiting.error().text));
        if (waiting->isEmpty()) return double(timer.nsecsElapsed()) / 1e9;
        if (timer.elapsed() > 600'000) qFatal("deliveries are not applied");
        QThread::msleep(50);
    }
}

} // namespace

/// A thousand webhooks a second for a minute into PostgreSQL, each acknowledged when it is durable, while the gateway applies them.
void benchTeamWebhooks(const Options &options, Report &report)
{
    const int perSecond = options.scaled(1000, 50);
    const int seconds = options.scaled(60, 1);
    const QTemporaryDir folder(options.folder + u"/team-webhooks-XXXXXX"_s);
    TeamServer server(folder.path());
    const double floor = server.bareCommitsPerSecond(options.scaled(5, 1));
    GatewayProcess gateway(server.gatewayUrl(), folder.path());
    WebhookMaker maker(7);
    QByteArrayList requests;
    for (int i = 0; i < perSecond * seconds; ++i) requests.append(signedRequest(maker.liveMessage(500)));
    const double serverBefore = server.cpuSeconds();
    const double gatewayBefore = cpuSecondsOf(gateway.pid());
    const auto result = postPaced(gateway.port(), requests, 32, perSecond);
    const double elapsed = result.seconds;
    report.add(u"team: webhooks into PostgreSQL, %1 offered a second for %2 s"_s.arg(perSecond).arg(seconds), result.accepted / elapsed,
        u"durable/s"_s, Report::Goal{perSecond * 0.98, false});
    report.add(u"team: webhooks not taken"_s, result.other, u"of all"_s, Report::Goal{0});
    report.add(u"team: ack p50, from the moment it was due"_s, percentile(result.ackMillis, 0.5), u"ms"_s);
    report.add(u"team: ack p99"_s, percentile(result.ackMillis, 0.99), u"ms"_s, Report::Goal{150});
    report.add(u"team: processor time of PostgreSQL meanwhile"_s, 100 * (server.cpuSeconds() - serverBefore) / elapsed, u"% of one core"_s);
    report.add(u"team: processor time of the gateway meanwhile"_s, 100 * (cpuSecondsOf(gateway.pid()) - gatewayBefore) / elapsed, u"% of one core"_s);
    report.add(u"floor: pgbench, one-row commits over 16 connections"_s, floor, u"commits/s"_s);
    report.addRatio(u"team: floor / rate"_s, floor / (result.accepted / elapsed));
    const auto store = server.openAs(server.gatewayUrl(), folder.path());
    report.add(u"team: all applied after the last ack"_s, waitUntilAllApplied(*store), u"s"_s);
}

} // namespace Bench
