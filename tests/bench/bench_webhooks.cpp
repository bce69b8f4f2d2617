#include "tests/bench/gateway_process.h"
#include "tests/bench/items.h"
#include "tests/bench/raw_database.h"
#include "tests/bench/webhook_maker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

/// The floor: insert the body and commit, durable each time, one after the other.
double bareInsertsPerSecond(RawDatabase &db, const QByteArrayList &bodies, double seconds)
{
    RawDatabase::Statement insert(db.raw(), "INSERT INTO bodies (body) VALUES (?)");
    QElapsedTimer timer;
    timer.start();
    qsizetype done = 0;
    for (; done < bodies.size() && double(timer.elapsed()) < seconds * 1000; ++done) {
        insert.bind(1, bodies[done]);
        insert.run(); // without BEGIN each statement commits
    }
    return double(done) * 1e9 / double(timer.nsecsElapsed());
}

} // namespace

/// Durable webhooks a second and the time to their 200, through the real program, which applies them meanwhile.
void benchWebhooks(const Options &options, Report &report)
{
    const double seconds = options.smoke ? 0.3 : 5;
    const int most = options.scaled(60'000, 300);
    QTemporaryDir folder(options.folder + u"/webhooks-XXXXXX"_s);
    WebhookMaker maker(1);
    QByteArrayList bodies;
    for (int i = 0; i < most; ++i) bodies.append(maker.liveMessage(500));
    RawDatabase bare(folder.filePath(u"floor.db"_s), false);
    bare.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB)");
    double before = bareInsertsPerSecond(bare, bodies, seconds / 2);

    const QString database = folder.filePath(u"gateway.db"_s);
    GatewayProcess gateway(database, folder.path());
    qint64 accepted = 0;
    qsizetype used = 0;
    for (const int connections : {1, 8, 32}) {
        const qsizetype share = std::min<qsizetype>(bodies.size() - used, most / 3);
        QByteArrayList requests;
        for (qsizetype i = 0; i < share; ++i) requests.append(signedRequest(bodies[used + i]));
        used += share;
        const LoadResult result = post(gateway.port(), requests, connections, seconds);
        if (result.other > 0) qFatal("%d webhooks were not taken", result.other);
        accepted += result.accepted;
        const double rate = result.accepted / result.seconds;
        const QString with = connections == 1 ? u"1 connection"_s : u"%1 connections"_s.arg(connections);
        report.add(u"webhooks, %1"_s.arg(with), rate, u"durable/s"_s);
        report.add(u"webhooks, %1: ack p50"_s.arg(with), percentile(result.ackMillis, 0.5), u"ms"_s);
        report.add(u"webhooks, %1: ack p99"_s.arg(with), percentile(result.ackMillis, 0.99), u"ms"_s, Report::Goal{250});
        report.add(u"webhooks, %1: applied after the last 200"_s.arg(with), waitUntilApplied(database, accepted), u"s"_s);
        // The disk's speed wanders; the floor is measured right before and right after.
        const double after = bareInsertsPerSecond(bare, bodies, seconds / 2);
        const double floor = (before + after) / 2;
        before = after;
        report.add(u"floor beside it: bare insert and commit"_s, floor, u"bodies/s"_s);
        report.addRatio(u"webhooks, %1: floor / rate"_s.arg(with), floor / rate);
    }
    gateway.stop();
    RawDatabase check(database, true);
    if (check.number("SELECT count(*) FROM deliveries") != accepted) qFatal("an acknowledged webhook is missing");
    if (check.number("SELECT count(*) FROM messages") != accepted) qFatal("a message is missing");
}

} // namespace Bench
