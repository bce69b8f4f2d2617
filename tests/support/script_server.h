#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace Tandem::Test {

/// A loopback server that plays a script: each whole request takes the next step. Keeps the exact bytes it was sent.
class ScriptServer final : public QObject
{
    Q_OBJECT
public:
    enum class Then { KeepOpen, Close, Reset };
    struct Step
    {
        QByteArray bytes; ///< sent as they are; empty: nothing is answered
        Then then = Then::KeepOpen;
    };

    ScriptServer();
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    void play(Step step) { m_steps.append(std::move(step)); }
    /// A whole answer with Content-Length and a fixed Date.
    [[nodiscard]] static QByteArray answer(int status, const QByteArray &body, const QByteArray &extraHeaders = {});
    void reply(int status, const QByteArray &body) { play({answer(status, body), Then::KeepOpen}); }

    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }
    /// First line, body, and a header's value of request `i`; empty when there was none.
    [[nodiscard]] QByteArray line(qsizetype i) const;
    [[nodiscard]] QByteArray body(qsizetype i) const;
    [[nodiscard]] QByteArray header(qsizetype i, const QByteArray &name) const;
    [[nodiscard]] int connections() const { return m_connections; }
    void stop() { m_server.close(); }

private:
    void take(QTcpSocket *socket);
    void answerTo(QTcpSocket *socket);

    QTcpServer m_server;
    QList<Step> m_steps;
    QList<QByteArray> m_requests;
    int m_connections = 0;
};

} // namespace Tandem::Test
