#include "app/desktop/start/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int answerMs = 500;
constexpr int patienceMs = 2000; // with one that says nothing
constexpr qint64 longestMessage = 64 * 1024;
constexpr qint64 longestHead = 8;

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent) : QObject(parent)
{
    // A folder's name may be too long for a socket; its digest is not, and does not tell who the user is.
    const auto digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_name = u"tandem-"_s + QString::fromLatin1(digest);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) listen(socket);
    });
}

void SingleInstance::listen(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
    QTimer::singleShot(patienceMs, socket, &QLocalSocket::abort);
    read(socket);
}

/// "LENGTH\n" and as many bytes.
void SingleInstance::read(QLocalSocket *socket)
{
    const auto held = socket->peek(longestHead + longestMessage);
    const auto end = held.indexOf('\n');
    if (end < 0 && held.size() < longestHead) return;
    bool whole = false;
    const auto length = held.left(end).toLongLong(&whole);
    if (end < 0 || !whole || length < 0 || length > longestMessage) return socket->abort();
    if (held.size() < end + 1 + length) return;
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    (void)socket->readAll();
    socket->write("raised");
    socket->disconnectFromServer();
    Q_EMIT raiseRequested();
    if (length > 0) Q_EMIT messageReceived(held.mid(end + 1, length));
}

bool SingleInstance::claim(const QByteArray &message)
{
    // Asked before listening: a private socket of ours would silently replace the one that is there.
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.waitForConnected(answerMs)) {
        socket.write(QByteArray::number(message.size()) + '\n' + message);
        if (socket.waitForReadyRead(answerMs)) return false;
    }
    // Nobody answers: no socket, or one left behind by a crash. The database's own lock still guards the data.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace Tandem
