#include "tests/gateway/team/slow_wire.h"

#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace Tandem::Testing {

SlowWire::SlowWire(const QString &socketPath) : m_socketPath(socketPath)
{
    moveToThread(&m_thread);
    m_thread.start();
    onThread([this] {
        m_server = new QTcpServer(this);
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        connect(m_server, &QTcpServer::newConnection, this, &SlowWire::accept);
    });
}

SlowWire::~SlowWire()
{
    onThread([this] {
        for (const auto &pair : std::as_const(m_pairs)) {
            delete pair->near;
            delete pair->far;
        }
        delete m_server;
    });
    m_thread.quit();
    m_thread.wait();
}

void SlowWire::onThread(const std::function<void()> &act)
{
    QMetaObject::invokeMethod(this, act, Qt::BlockingQueuedConnection);
}

void SlowWire::accept()
{
    while (auto *near = m_server->nextPendingConnection()) {
        if (m_away) {
            near->abort();
            near->deleteLater();
            continue;
        }
        const auto pair = std::make_shared<Pair>();
        pair->near = near;
        pair->far = new QLocalSocket(this);
        near->setParent(this);
        connect(near, &QTcpSocket::readyRead, this, [this, pair] { pump(pair); });
        connect(pair->far, &QLocalSocket::readyRead, this, [this, pair] { pump(pair); });
        connect(pair->far, &QLocalSocket::disconnected, this, [this, pair] {
            pump(pair);
            if (pair->near && !m_silent) pair->near->disconnectFromHost();
        });
        connect(near, &QTcpSocket::disconnected, this, [this, pair] {
            if (pair->far && !m_silent) pair->far->disconnectFromServer();
        });
        pair->far->connectToServer(m_socketPath);
        if (pair->far->state() == QLocalSocket::UnconnectedState) near->abort();
        m_pairs.append(pair);
    }
}

void SlowWire::pump(const std::shared_ptr<Pair> &pair)
{
    if (m_silent || !pair->near || !pair->far) return;
    if (pair->near->bytesAvailable() > 0) {
        const auto bytes = pair->near->readAll();
        pair->far->write(bytes);
        watch(*pair, bytes);
    }
    if (pair->far->bytesAvailable() == 0) return;
    if (pair->doomed) return goAway(); // the server has answered: it is done
    pair->near->write(pair->far->readAll());
}

void SlowWire::watch(Pair &pair, const QByteArray &bytes)
{
    if (m_marker.isEmpty()) return;
    pair.marked = pair.marked || bytes.contains(m_marker);
    if (!pair.marked || !bytes.contains("COMMIT")) return;
    pair.doomed = true;
    m_marker.clear();
}

void SlowWire::goAway()
{
    m_away = true;
    for (const auto &pair : std::as_const(m_pairs)) {
        if (pair->near) pair->near->abort();
        if (pair->far) pair->far->abort();
    }
    QTimer::singleShot(m_awayMs, this, [this] { m_away = false; });
    m_lost = true;
}

void SlowWire::loseAnswerOfCommit(const QByteArray &marker, int awayMs)
{
    onThread([this, marker, awayMs] {
        m_marker = marker;
        m_awayMs = awayMs;
    });
}

void SlowWire::setSilent(bool silent)
{
    onThread([this, silent] {
        m_silent = silent;
        if (silent) return;
        const auto pairs = m_pairs;
        for (const auto &pair : pairs) {
            pump(pair);
            // What ended in the silence is told now.
            if (pair->near && pair->far && pair->far->state() == QLocalSocket::UnconnectedState) pair->near->abort();
            else if (pair->near && pair->far && pair->near->state() == QTcpSocket::UnconnectedState) pair->far->abort();
        }
    });
}

void SlowWire::cutAll()
{
    onThread([this] {
        for (const auto &pair : std::as_const(m_pairs)) {
            if (pair->near) pair->near->abort();
            if (pair->far) pair->far->abort();
        }
    });
}

} // namespace Tandem::Testing
