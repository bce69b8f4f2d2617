#include "app/desktop/start/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int answerMs = 500;

} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent) : QObject(parent)
{
    // A folder's name may be too long for a socket; its digest is not, and does not tell who the user is.
    const auto digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_name = u"tandem-"_s + QString::fromLatin1(digest);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->write("raised");
            socket->disconnectFromServer();
            Q_EMIT raiseRequested();
        }
    });
}

bool SingleInstance::claim()
{
    // Asked before listening: a private socket of ours would silently replace the one that is there.
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (socket.waitForConnected(answerMs) && socket.waitForReadyRead(answerMs)) return false;
    // Nobody answers: no socket, or one left behind by a crash. The database's own lock still guards the data.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace Tandem
