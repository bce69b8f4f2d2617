#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace Tandem::Testing {

/// A platform for large files: it counts uploaded bytes instead of keeping them, can be slow, can stop reading, and
/// sees when a transfer is broken off. Runs in the test's event loop.
class SinkPlatform : public QObject
{
    Q_OBJECT
public:
    explicit SinkPlatform(QObject *parent = nullptr);
    ~SinkPlatform() override;
    [[nodiscard]] QUrl graphUrl() const;

    void setBytesPerSecond(qint64 rate) { m_rate = rate; } ///< 0: as fast as it goes
    void stallAfter(qint64 bytes) { m_stallAfter = bytes; } ///< reads no further; 0: reads on
    void refuseMessages(int code) { m_refusal = code; } ///< messages get this error; 0: they are taken
    void breakUploads(int count) { m_breaks = count; } ///< cuts so many half-way

    [[nodiscard]] qint64 uploadedBytes() const { return m_uploadedBytes; } ///< of whole uploads, with their envelope
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; } ///< of uploads begun
    [[nodiscard]] int wholeUploads() const { return m_whole; }
    [[nodiscard]] int begunUploads() const { return m_begun; }
    [[nodiscard]] int brokenUploads() const { return m_broken; }
    [[nodiscard]] QList<QByteArray> messages() const { return m_messages; } ///< bodies of POST …/messages

private:
    struct Request
    {
        QByteArray head;
        QByteArray body; ///< not of uploads
        qint64 length = 0;
        qint64 got = 0;
        bool whole = false; ///< the head is
        bool upload = false;
    };
    void take(QTcpSocket *socket);
    void feed(QTcpSocket *socket, Request &request, const QByteArray &bytes);
    void answer(QTcpSocket *socket, Request &request);

    QTcpServer m_server;
    QHash<QTcpSocket *, Request> m_requests;
    qint64 m_rate = 0;
    qint64 m_stallAfter = 0;
    int m_breaks = 0;
    int m_refusal = 0;
    qint64 m_uploadedBytes = 0;
    qint64 m_receivedBytes = 0;
    int m_whole = 0;
    int m_begun = 0;
    int m_broken = 0;
    QList<QByteArray> m_messages;
};

} // namespace Tandem::Testing
