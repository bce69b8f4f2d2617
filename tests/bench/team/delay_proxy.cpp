#include "tests/bench/team/delay_proxy.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QIODevice>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <utility>

namespace Bench {
namespace {

/// One direction: keeps what came in until its time has come.
class Wire final : public QObject
{
public:
    Wire(QIODevice *from, QIODevice *to, int delayMs, QObject *parent) : QObject(parent), m_from(from), m_to(to), m_delay(delayMs)
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, &Wire::pass);
        connect(from, &QIODevice::readyRead, this, &Wire::take);
        take();
    }

private:
    void take()
    {
        const auto bytes = m_from->readAll();
        if (bytes.isEmpty()) return;
        m_waiting.emplace_back(m_clock.elapsed() + m_delay, bytes);
        if (!m_timer.isActive()) m_timer.start(m_delay);
    }
    void pass()
    {
        while (!m_waiting.empty() && m_waiting.front().first <= m_clock.elapsed()) {
            m_to->write(m_waiting.front().second);
            m_waiting.pop_front();
        }
        if (!m_waiting.empty()) m_timer.start(int(qMax<qint64>(0, m_waiting.front().first - m_clock.elapsed())));
    }

    QIODevice *m_from;
    QIODevice *m_to;
    int m_delay;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::deque<std::pair<qint64, QByteArray>> m_waiting;
};

void join(QTcpSocket *client, const QString &socketPath, int delayMs)
{
    auto *server = new QLocalSocket(client);
    QObject::connect(server, &QLocalSocket::connected, client, [=] {
        new Wire(client, server, delayMs, client);
        new Wire(server, client, delayMs, client);
    });
    QObject::connect(server, &QLocalSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    server->connectToServer(socketPath);
}

} // namespace

DelayProxy::DelayProxy(const QString &socketPath, int delayMs)
{
    auto *listener = new QTcpServer;
    if (!listener->listen(QHostAddress::LocalHost)) qFatal("the delaying link does not listen");
    m_port = listener->serverPort();
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    QObject::connect(listener, &QTcpServer::newConnection, listener, [=] {
        while (auto *client = listener->nextPendingConnection()) {
            client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            join(client, socketPath, delayMs);
        }
    });
    m_thread.start();
}

DelayProxy::~DelayProxy()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Bench
