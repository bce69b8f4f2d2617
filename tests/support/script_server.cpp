#include "tests/support/script_server.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Tandem::Test {
namespace {

// The length of the first whole request in `bytes`, 0 while it is not whole.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0) return 0;
    const QByteArray headers = bytes.left(head).toLower();
    const qsizetype at = headers.indexOf("content-length:");
    qsizetype length = 0;
    if (at >= 0) length = headers.mid(at + 15, headers.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
    return bytes.size() >= head + 4 + length ? head + 4 + length : 0;
}

} // namespace

ScriptServer::ScriptServer()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl ScriptServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
}

QByteArray ScriptServer::answer(int status, const QByteArray &body, const QByteArray &extraHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nDate: Mon, 23 Nov 2026 14:05:09 GMT\r\n" + extraHeaders
        + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray ScriptServer::line(qsizetype i) const
{
    const QByteArray request = m_requests.value(i);
    return request.left(request.indexOf("\r\n"));
}

QByteArray ScriptServer::body(qsizetype i) const
{
    const QByteArray request = m_requests.value(i);
    const qsizetype head = request.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : request.mid(head + 4);
}

QByteArray ScriptServer::header(qsizetype i, const QByteArray &name) const
{
    const QList<QByteArray> lines = m_requests.value(i).left(m_requests.value(i).indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':')) return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

void ScriptServer::take(QTcpSocket *socket)
{
    QByteArray pending = socket->property("pending").toByteArray() + socket->readAll();
    while (const qsizetype length = wholeRequest(pending)) {
        m_requests.append(pending.left(length));
        pending.remove(0, length);
        answerTo(socket);
    }
    socket->setProperty("pending", pending);
}

void ScriptServer::answerTo(QTcpSocket *socket)
{
    if (m_steps.isEmpty()) return;
    const Step step = m_steps.takeFirst();
    if (!step.bytes.isEmpty()) socket->write(step.bytes);
    if (step.then == Then::Close) socket->disconnectFromHost();
    if (step.then == Then::Reset) {
        socket->flush();
        socket->abort();
    }
}

} // namespace Tandem::Test
