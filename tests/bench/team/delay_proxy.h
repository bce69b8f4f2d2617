#pragma once

#include <QThread>

#include <memory>

class QLocalSocket;
class QTcpSocket;

namespace Bench {

/// A link of a given length to a server's Unix socket: what goes in at one end comes out at the other `delayMs` later,
/// in both directions, so that a round trip takes twice that. Lives in a thread of its own.
class DelayProxy
{
public:
    DelayProxy(const QString &socketPath, int delayMs);
    ~DelayProxy();
    Q_DISABLE_COPY_MOVE(DelayProxy)

    [[nodiscard]] quint16 port() const { return m_port; } ///< on 127.0.0.1

private:
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace Bench
