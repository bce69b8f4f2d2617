#include "tests/bench/gateway_process.h"
#include "tests/bench/items.h"
#include "tests/bench/raw_database.h"
#include "tests/bench/webhook_maker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

constexpr qint64 Onboarded = 1'764'000'000; ///< as in the bench's credentials
constexpr int PerWebhook = 2'000; ///< "one webhook may hold thousands of messages"

/// Posts the history over one connection, as the platform does; returns seconds until all of it is in the tables.
double import(GatewayProcess &gateway, const QString &database, const QByteArrayList &bodies, double *ackP99)
{
    QByteArrayList requests;
    for (const QByteArray &body : bodies) requests.append(signedRequest(body));
    QElapsedTimer timer;
    timer.start();
    const LoadResult result = post(gateway.port(), requests, 1, 3600);
    if (result.accepted != bodies.size()) qFatal("a history chunk was not taken");
    waitUntilApplied(database, bodies.size());
    if (ackP99) *ackP99 = percentile(result.ackMillis, 0.99);
    return double(timer.nsecsElapsed()) / 1e9;
}

/// A database of this much history, made by the gateway itself; one that is already there is taken as it is.
QString keptDatabase(const Options &options, const QString &name, const std::vector<int> &lengths)
{
    const int messages = std::accumulate(lengths.cbegin(), lengths.cend(), 0);
    const QString path = options.folder + u"/%1-%2.db"_s.arg(name).arg(messages);
    if (QFile::exists(path + u".whole"_s)) return path;
    std::printf("  making a database of %d messages…\n", messages);
    std::fflush(stdout);
    for (const char *suffix : {"", "-wal", "-shm", ".lock"}) QFile::remove(path + QString::fromLatin1(suffix));
    const auto bodies = WebhookMaker(3).history(lengths, PerWebhook, Onboarded);
    {
        GatewayProcess gateway(path, options.folder);
        std::printf("  … in %.1f s\n", import(gateway, path, bodies, nullptr));
    }
    QFile mark(path + u".whole"_s);
    if (!mark.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qUtf8Printable(mark.fileName()));
    return path;
}

} // namespace

/// 100,000 messages of history from webhook to searchable, against a bare loop that writes the very same rows.
void benchHistory(const Options &options, Report &report)
{
    const int messages = options.scaled(100'000, 600);
    QTemporaryDir folder(options.folder + u"/history-XXXXXX"_s);
    const QString database = folder.filePath(u"gateway.db"_s);
    const auto bodies = WebhookMaker(2).history(unevenLengths(messages, options.scaled(1000, 20)), PerWebhook, Onboarded);
    double seconds = 0;
    double ackP99 = 0;
    double cpu = 0;
    Memory memory;
    {
        GatewayProcess gateway(database, folder.path());
        const double before = cpuSecondsOf(gateway.pid());
        seconds = import(gateway, database, bodies, &ackP99);
        cpu = cpuSecondsOf(gateway.pid()) - before;
        memory = memoryOf(gateway.pid());
    }
    RawDatabase check(database, true);
    if (check.number("SELECT count(*) FROM messages") != messages) qFatal("a history message is missing");
    const RowCopy rows(database);
    const double floorCpuBefore = cpuSecondsOf(QCoreApplication::applicationPid());
    const double floor = rows.writeTo(folder.filePath(u"floor.db"_s), PerWebhook);
    const double floorCpu = cpuSecondsOf(QCoreApplication::applicationPid()) - floorCpuBefore;
    report.add(u"history: %1 messages, from the first webhook to searchable"_s.arg(messages), seconds, u"s"_s, Report::Goal{30});
    report.add(u"history: rate"_s, messages / seconds, u"messages/s"_s);
    report.add(u"floor: the same %1 rows by a bare loop"_s.arg(rows.rows()), floor, u"s"_s);
    report.addRatio(u"history: import / floor"_s, seconds / floor, Report::Goal{2});
    report.add(u"history: processor time of the gateway"_s, cpu, u"s"_s, std::nullopt, u"floor %1 s"_s.arg(floorCpu, 0, 'f', 2));
    report.addRatio(u"history: processor time / floor's"_s, cpu / floorCpu, std::nullopt, u"steadier than the clock on a busy machine"_s);
    report.add(u"history: ack p99 of a chunk of %1"_s.arg(PerWebhook), ackP99, u"ms"_s, Report::Goal{100});
    report.add(u"history: gateway's memory afterwards"_s, memory.rssMiB, u"MiB RSS"_s);
}

QString largeDatabase(const Options &options)
{
    const int messages = options.scaled(options.messages, 2'000);
    return keptDatabase(options, u"large"_s, unevenLengths(messages, std::max(20, messages / 100)));
}

QString longConversation(const Options &options)
{
    return keptDatabase(options, u"long"_s, {options.scaled(100'000, 1'000), 200});
}

} // namespace Bench
