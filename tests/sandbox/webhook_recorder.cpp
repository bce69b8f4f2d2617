#include "tests/sandbox/webhook_recorder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace Tandem::Testing {
using namespace Qt::StringLiterals;

WebhookRecorder::WebhookRecorder(QByteArray secret, QByteArray verifyToken)
    : m_secret(std::move(secret))
    , m_verifyToken(std::move(verifyToken))
{
    const auto port = m_server.listen(u"127.0.0.1"_s, 0, {}, {},
        [this](const HttpRequest &request, const HttpReply &reply) { take(request, reply); });
    m_port = port ? *port : 0;
}

WebhookRecorder::~WebhookRecorder()
{
    m_server.close();
}

QString WebhookRecorder::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path);
}

void WebhookRecorder::refuseNext(int count, int status)
{
    const std::lock_guard lock(m_mutex);
    m_refusals = count;
    m_refusalStatus = status;
}

void WebhookRecorder::setVerifyToken(const QByteArray &token)
{
    const std::lock_guard lock(m_mutex);
    m_verifyToken = token;
}

void WebhookRecorder::take(const HttpRequest &request, const HttpReply &reply)
{
    const std::lock_guard lock(m_mutex);
    if (request.method == "GET") {
        const bool right
            = request.queryValue("hub.mode") == "subscribe" && request.queryValue("hub.verify_token") == m_verifyToken;
        reply({right ? 200 : 403, right ? request.queryValue("hub.challenge") : QByteArray("no"), "text/plain", {}});
        return;
    }
    Recorded post{request.path, request.body, request.header("x-hub-signature-256"), 200};
    const QByteArray expected
        = "sha256=" + QMessageAuthenticationCode::hash(request.body, m_secret, QCryptographicHash::Sha256).toHex();
    if (post.signature != expected) ++m_wrong;
    if (m_refusals > 0) {
        --m_refusals;
        post.answered = m_refusalStatus;
    }
    m_posts.append(post);
    reply({post.answered, {}, "text/plain", {}});
}

QList<Recorded> WebhookRecorder::posts() const
{
    const std::lock_guard lock(m_mutex);
    return m_posts;
}

int WebhookRecorder::wrongSignatures() const
{
    const std::lock_guard lock(m_mutex);
    return m_wrong;
}

QList<QJsonObject> WebhookRecorder::values(const QString &field) const
{
    QList<QJsonObject> found;
    const QList<Recorded> all = posts();
    for (const Recorded &post : all) {
        if (post.answered != 200) continue;
        const QJsonArray entries = QJsonDocument::fromJson(post.body).object()[u"entry"].toArray();
        for (const QJsonValue &entry : entries) {
            const QJsonArray changes = entry.toObject()[u"changes"].toArray();
            for (const QJsonValue &change : changes) {
                if (change.toObject()[u"field"].toString() == field)
                    found.append(change.toObject()[u"value"].toObject());
            }
        }
    }
    return found;
}

void WebhookRecorder::clear()
{
    const std::lock_guard lock(m_mutex);
    m_posts.clear();
}

} // namespace Tandem::Testing
