#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTcpServer>

#include <memory>

/// A little web server for the sign-up window's tests: serves what it was given and remembers every request.
class HostileServer final : public QObject
{
    Q_OBJECT
public:
    explicit HostileServer(bool encrypted = false);
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] QString origin() const;
    [[nodiscard]] QString host() const; ///< "127.0.0.1:port"
    /// `response`: status line without version, headers, empty line, body; e.g. "302 Found\r\nLocation: …\r\n\r\n".
    void serve(const QByteArray &path, const QByteArray &response) { m_pages.insert(path, response); }
    void serveHtml(const QByteArray &path, const QByteArray &body);
    [[nodiscard]] const QStringList &hits() const { return m_hits; } ///< paths with query, in order
    [[nodiscard]] QByteArray cookieOf(const QString &path) const { return m_cookies.value(path); }
    [[nodiscard]] int connections() const { return m_connections; }
    void forget();

private:
    void take(QTcpSocket *socket);

    std::unique_ptr<QTcpServer> m_server;
    bool m_encrypted = false;
    QHash<QByteArray, QByteArray> m_pages;
    QStringList m_hits;
    QHash<QString, QByteArray> m_cookies;
    int m_connections = 0;
};
