#include "tests/bench/gateway_process.h"

#include "tests/bench/raw_database.h"
#include "tests/bench/webhook_maker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <atomic>
#include <chrono>
#include <thread>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

QString writeCredentials(const QString &folder)
{
    const QJsonObject number{{u"phone_number_id"_s, QString::fromLatin1(NumberId)}, {u"waba_id"_s, QString::fromLatin1(WabaId)},
        {u"display_phone_number"_s, QString::fromLatin1(DisplayPhone)}, {u"access_token"_s, u"bench-token"_s},
        {u"onboarded_at"_s, u"2025-11-24T16:00:00Z"_s}};
    const QJsonObject meta{{u"app_id"_s, u"900000000000001"_s}, {u"app_secret"_s, QString::fromLatin1(AppSecret)},
        {u"verify_token"_s, QString::fromLatin1(VerifyToken)}, {u"config_id"_s, u"800000000000001"_s},
        {u"public_url"_s, u"http://127.0.0.1:9"_s}, {u"numbers"_s, QJsonArray{number}}};
    const QString path = folder + u"/credentials.json"_s;
    QFile file(path);
    file.remove();
    if (!file.open(QIODevice::WriteOnly)) qFatal("credentials: %s", qUtf8Printable(file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{u"meta"_s, meta}}).toJson());
    return path;
}

int connectTo(quint16 port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) qFatal("cannot connect");
    return fd;
}

/// Writes one request and reads its whole answer; returns the status.
int roundTrip(int fd, const QByteArray &request)
{
    for (qsizetype sent = 0; sent < request.size();) {
        const auto n = ::send(fd, request.constData() + sent, size_t(request.size() - sent), MSG_NOSIGNAL);
        if (n <= 0) return 0;
        sent += n;
    }
    QByteArray answer;
    char buffer[4096];
    for (;;) {
        const auto n = ::recv(fd, buffer, sizeof buffer, 0);
        if (n <= 0) return 0;
        answer.append(buffer, qsizetype(n));
        const auto headers = answer.indexOf("\r\n\r\n");
        if (headers < 0) continue;
        const auto lower = answer.left(headers).toLower();
        const auto at = lower.indexOf("content-length:");
        const auto length = at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at + 15) < 0 ? -1 : lower.indexOf('\r', at + 15) - at - 15).trimmed().toLongLong();
        if (answer.size() >= headers + 4 + length) return answer.mid(9, 3).toInt();
    }
}

} // namespace

GatewayProcess::GatewayProcess(const QString &database, const QString &folder)
{
    const QString program = QCoreApplication::applicationDirPath() + u"/tandem-gateway"_s;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, {u"serve"_s, u"--database"_s, database.contains(u"://"_s) ? database : u"sqlite:"_s + database, u"--listen"_s, u"127.0.0.1:0"_s,
        u"--graph-url"_s, u"http://127.0.0.1:9"_s, u"--credentials"_s, writeCredentials(folder)});
    if (!m_process.waitForStarted()) qFatal("cannot start %s", qUtf8Printable(program));
    QByteArray said;
    while (m_port == 0) {
        if (!m_process.waitForReadyRead(60'000)) qFatal("the gateway does not listen: %s", said.constData());
        said += m_process.readAll();
        const auto at = said.indexOf("listening on http://127.0.0.1:");
        if (at >= 0 && said.indexOf('\n', at) > 0) m_port = said.mid(at + 30, said.indexOf('\n', at) - at - 30).trimmed().toUShort();
    }
}

GatewayProcess::~GatewayProcess()
{
    stop();
}

void GatewayProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(60'000)) m_process.kill();
    m_process.waitForFinished();
}

QByteArray signedRequest(const QByteArray &body)
{
    return "POST /webhooks/meta HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: "
        + signatureOf(body) + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

namespace {

LoadResult postAll(quint16 port, const QByteArrayList &requests, int connections, double seconds, int perSecond)
{
    using Clock = std::chrono::steady_clock;
    std::atomic<qsizetype> next = 0;
    std::vector<LoadResult> results;
    results.resize(size_t(connections));
    const auto start = Clock::now();
    const auto end = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    std::vector<std::thread> threads;
    for (int c = 0; c < connections; ++c) {
        threads.emplace_back([&, c] {
            LoadResult &mine = results[size_t(c)];
            int fd = connectTo(port);
            for (qsizetype i = next++; i < requests.size() && Clock::now() < end; i = next++) {
                auto sent = Clock::now();
                if (perSecond > 0) {
                    sent = start + std::chrono::microseconds(1'000'000LL * i / perSecond);
                    std::this_thread::sleep_until(sent);
                }
                const int status = roundTrip(fd, requests[i]);
                mine.ackMillis.push_back(std::chrono::duration<double, std::milli>(Clock::now() - sent).count());
                ++(status == 200 ? mine.accepted : mine.other);
                if (status != 0) continue;
                ::close(fd);
                fd = connectTo(port);
            }
            ::close(fd);
        });
    }
    for (std::thread &thread : threads) thread.join();
    LoadResult all;
    all.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    for (const LoadResult &one : results) {
        all.accepted += one.accepted;
        all.other += one.other;
        all.ackMillis.insert(all.ackMillis.end(), one.ackMillis.begin(), one.ackMillis.end());
    }
    return all;
}

} // namespace

LoadResult post(quint16 port, const QByteArrayList &requests, int connections, double seconds)
{
    return postAll(port, requests, connections, seconds, 0);
}

LoadResult postPaced(quint16 port, const QByteArrayList &requests, int connections, int perSecond)
{
    return postAll(port, requests, connections, double(requests.size()) / perSecond + 60, perSecond);
}

double waitUntilApplied(const QString &databasePath, qint64 deliveries)
{
    QElapsedTimer timer;
    timer.start();
    RawDatabase db(databasePath, true);
    for (;;) {
        const qint64 stored = db.number("SELECT count(*) FROM deliveries");
        const qint64 open = db.number("SELECT count(*) FROM deliveries WHERE state <> 'applied'");
        if (stored >= deliveries && open == 0) return double(timer.nsecsElapsed()) / 1e9;
        if (db.number("SELECT count(*) FROM deliveries WHERE state = 'quarantined'") > 0) qFatal("a delivery was quarantined");
        if (timer.elapsed() > 1'800'000) qFatal("deliveries are not applied");
        QThread::msleep(20);
    }
}

} // namespace Bench
