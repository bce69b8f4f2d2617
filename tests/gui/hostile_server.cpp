#include "tests/gui/hostile_server.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

HostileServer::HostileServer(bool encrypted) : m_encrypted(encrypted)
{
    if (encrypted) {
        auto server = std::make_unique<QSslServer>();
        QFile key(u":/self_signed_key.pem"_s);
        QFile certificate(u":/self_signed.pem"_s);
        if (!key.open(QIODevice::ReadOnly) || !certificate.open(QIODevice::ReadOnly)) qFatal("no test certificate");
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        configuration.setLocalCertificate(QSslCertificate(&certificate));
        server->setSslConfiguration(configuration);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = m_server->nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!m_server->listen(QHostAddress::LocalHost, 0)) qFatal("cannot listen");
}

QString HostileServer::origin() const
{
    return u"%1://%2"_s.arg(m_encrypted ? u"https"_s : u"http"_s, host());
}

QString HostileServer::host() const
{
    return u"127.0.0.1:%1"_s.arg(port());
}

void HostileServer::serveHtml(const QByteArray &path, const QByteArray &body)
{
    serve(path, "200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<!doctype html><title>t</title><body>" + body + "</body>");
}

void HostileServer::forget()
{
    m_hits.clear();
    m_cookies.clear();
    m_connections = 0;
}

void HostileServer::take(QTcpSocket *socket)
{
    auto pending = socket->property("pending").toByteArray() + socket->readAll();
    socket->setProperty("pending", pending);
    if (!pending.contains("\r\n\r\n")) return;
    const auto target = pending.split(' ').value(1);
    const auto path = target.split('?').first();
    m_hits << QString::fromUtf8(target);
    for (const auto &line : pending.split('\n')) {
        if (line.toLower().startsWith("cookie:")) m_cookies.insert(QString::fromUtf8(target), line.mid(7).trimmed());
    }
    auto response = m_pages.value(path, "200 OK\r\nContent-Type: text/plain\r\n\r\nok");
    const auto split = response.indexOf("\r\n\r\n");
    const auto body = response.mid(split + 4);
    socket->write("HTTP/1.1 " + response.left(split) + "\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket->disconnectFromHost();
}
