#pragma once

#include <QElapsedTimer>
#include <QTcpSocket>

namespace Tandem::Testing {

/// Exact bytes out, exact bytes in, with blocking waits; a client that may be as rude as a test needs.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(5000);
    }
    [[nodiscard]] bool connected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    /// Waits until everything is written or the peer has gone.
    bool flush(int ms = 5000)
    {
        QElapsedTimer timer;
        timer.start();
        while (m_socket.bytesToWrite() > 0 && connected() && timer.elapsed() < ms) m_socket.waitForBytesWritten(50);
        return m_socket.bytesToWrite() == 0;
    }
    /// One answer with its body; what there is when the time is over or the peer closes.
    QByteArray answer(int ms = 5000)
    {
        QElapsedTimer timer;
        timer.start();
        while (!complete() && timer.elapsed() < ms) {
            if (!m_socket.waitForReadyRead(50) && !connected() && m_socket.bytesAvailable() == 0) break;
            m_in += m_socket.readAll();
        }
        m_in += m_socket.readAll();
        const auto length = complete() ? m_in.indexOf("\r\n\r\n") + 4 + bodyLength() : m_in.size();
        const auto result = m_in.first(length);
        m_in.remove(0, length);
        return result;
    }
    int status(int ms = 5000) { return answer(ms).mid(9, 3).toInt(); }
    bool closedWithin(int ms)
    {
        QElapsedTimer timer;
        timer.start();
        while (connected() && timer.elapsed() < ms) {
            m_socket.waitForReadyRead(20);
            m_in += m_socket.readAll();
        }
        return !connected();
    }
    [[nodiscard]] QByteArray pendingBytes() const { return m_in; }

private:
    [[nodiscard]] qsizetype bodyLength() const
    {
        const auto head = m_in.first(m_in.indexOf("\r\n\r\n")).toLower();
        const auto at = head.indexOf("content-length:");
        if (at < 0) return 0;
        return head.mid(at + 15, head.indexOf("\r\n", at) < 0 ? -1 : head.indexOf("\r\n", at) - at - 15).trimmed().toInt();
    }
    [[nodiscard]] bool complete() const
    {
        const auto end = m_in.indexOf("\r\n\r\n");
        return end >= 0 && m_in.size() >= end + 4 + bodyLength();
    }
    QTcpSocket m_socket;
    QByteArray m_in;
};

inline QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: t\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers
        + "\r\n" + body;
}

inline QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: t\r\n" + headers + "\r\n";
}

} // namespace Tandem::Testing
