#include "tests/gateway/content/sink_platform.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

constexpr int tickMs = 10;

qint64 lengthOf(const QByteArray &head)
{
    const auto at = head.toLower().indexOf("content-length:");
    return at < 0 ? 0 : head.mid(at + 15, head.indexOf('\r', at) - at - 15).trimmed().toLongLong();
}

} // namespace

SinkPlatform::SinkPlatform(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            // A small buffer, so that not reading is felt on the other side.
            socket->setReadBufferSize(256 * 1024);
            m_requests.insert(socket, {});
            auto *tick = new QTimer(socket);
            connect(tick, &QTimer::timeout, this, [this, socket] { take(socket); });
            tick->start(tickMs);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (m_rate == 0) take(socket);
            });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                const auto request = m_requests.take(socket);
                if (request.upload && request.got < request.length) ++m_broken;
                socket->deleteLater();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

SinkPlatform::~SinkPlatform()
{
    const auto sockets = m_requests.keys();
    for (auto *socket : sockets) socket->disconnect(this);
}

QUrl SinkPlatform::graphUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/v25.0"_s.arg(m_server.serverPort()));
}

void SinkPlatform::take(QTcpSocket *socket)
{
    const auto it = m_requests.find(socket);
    if (it == m_requests.end()) return;
    auto &request = *it;
    if (request.upload && m_stallAfter > 0 && request.got >= m_stallAfter) return;
    if (request.upload && m_breaks > 0 && request.got > request.length / 2) {
        --m_breaks;
        socket->abort();
        return;
    }
    const auto most = request.upload && m_rate > 0 ? std::max<qint64>(m_rate * tickMs / 1000, 1) : qint64(1) << 20;
    if (const auto bytes = socket->read(most); !bytes.isEmpty()) feed(socket, request, bytes);
}

void SinkPlatform::feed(QTcpSocket *socket, Request &request, const QByteArray &bytes)
{
    auto rest = bytes;
    if (!request.whole) {
        request.head += bytes;
        const auto end = request.head.indexOf("\r\n\r\n");
        if (end < 0) return;
        rest = request.head.sliced(end + 4);
        request.head.truncate(end + 2);
        request.whole = true;
        request.length = lengthOf(request.head);
        request.upload = request.head.left(request.head.indexOf('\r')).contains("/media ");
        if (request.upload) ++m_begun;
    }
    request.got += rest.size();
    if (request.upload) m_receivedBytes += rest.size();
    else request.body += rest;
    if (request.got >= request.length) answer(socket, request);
}

void SinkPlatform::answer(QTcpSocket *socket, Request &request)
{
    const auto line = request.head.left(request.head.indexOf('\r'));
    QByteArray body = "{\"id\":\"600000000000001\",\"platform_type\":\"CLOUD_API\",\"is_on_biz_app\":true}";
    QByteArray status = "200 OK";
    if (request.upload) {
        ++m_whole;
        m_uploadedBytes += request.got;
        body = "{\"id\":\"7700" + QByteArray::number(m_whole) + "\"}";
    } else if (line.contains("/messages ") && m_refusal != 0) {
        status = "400 Bad Request";
        body = "{\"error\":{\"message\":\"refused\",\"code\":" + QByteArray::number(m_refusal) + "}}";
    } else if (line.contains("/messages ")) {
        m_messages.append(request.body);
        body = "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"1\",\"wa_id\":\"16505551234\"}],\"messages\":[{\"id\":\"wamid.SINK"
            + QByteArray::number(m_messages.size()) + "\"}]}";
    } else if (line.contains("/message_templates")) {
        body = "{\"data\":[]}";
    }
    request = {};
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace Tandem::Testing
