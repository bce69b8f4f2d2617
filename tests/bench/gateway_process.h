#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QProcess>
#include <QString>

#include <vector>

namespace Bench {

/// The real `tandem-gateway serve` on a database file, with the Graph out of reach. Any failure ends the run.
class GatewayProcess
{
public:
    /// `database`: a file's path, or a server's address.
    explicit GatewayProcess(const QString &database, const QString &folder);
    ~GatewayProcess();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    void stop();

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/// Whole signed POST requests, ready to be written to a socket.
[[nodiscard]] QByteArray signedRequest(const QByteArray &body);

struct LoadResult
{
    double seconds = 0;
    int accepted = 0; ///< 200
    int other = 0;
    std::vector<double> ackMillis;
};
/// Sends the requests over `connections` keep-alive connections, one at a time on each, for at most `seconds`.
[[nodiscard]] LoadResult post(quint16 port, const QByteArrayList &requests, int connections, double seconds);
/// Offers `perSecond` requests a second whatever the answers do; times run from when each was due.
[[nodiscard]] LoadResult postPaced(quint16 port, const QByteArrayList &requests, int connections, int perSecond);

/// Waits until every stored delivery was applied; returns seconds waited.
double waitUntilApplied(const QString &databasePath, qint64 deliveries);

} // namespace Bench
