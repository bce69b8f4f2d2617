#pragma once

#include "core/http/http_server.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <mutex>

namespace Tandem::Testing {

/// One webhook POST as it came over the wire.
struct Recorded
{
    QByteArray path;
    QByteArray body;
    QByteArray signature;
    int answered = 200;
};

/// Takes webhooks like a client's gateway would, answers what a test wants, and remembers everything.
class WebhookRecorder
{
public:
    explicit WebhookRecorder(QByteArray secret, QByteArray verifyToken);
    ~WebhookRecorder();

    [[nodiscard]] QString url(const QString &path = QStringLiteral("/webhooks/meta")) const;
    /// The next `count` POSTs are answered with this status.
    void refuseNext(int count, int status);
    void setVerifyToken(const QByteArray &token);

    [[nodiscard]] QList<Recorded> posts() const;
    [[nodiscard]] int wrongSignatures() const;
    /// The `value` objects of a field from POSTs answered with 200, in order of arrival.
    [[nodiscard]] QList<QJsonObject> values(const QString &field) const;
    void clear();

private:
    void take(const HttpRequest &request, const HttpReply &reply);

    QByteArray m_secret;
    mutable std::mutex m_mutex;
    QByteArray m_verifyToken;
    QList<Recorded> m_posts;
    int m_wrong = 0;
    int m_refusals = 0;
    int m_refusalStatus = 500;
    quint16 m_port = 0;
    HttpServer m_server;
};

} // namespace Tandem::Testing
