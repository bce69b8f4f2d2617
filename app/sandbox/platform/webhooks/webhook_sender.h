#pragma once

#include "app/sandbox/world/world.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QTimer>

#include <deque>

namespace Tandem::Sandbox {

class Chaos;

/// Signs and posts webhooks, several at a time and in no promised order, again and again until the other side says 200.
class WebhookSender : public QObject
{
    Q_OBJECT
public:
    WebhookSender(World &world, Chaos &chaos, QObject *parent = nullptr);

    /// One change of one field. Dropped, as the platform does, when the app or the WABA is not subscribed to it.
    void post(const Account &account, const QString &field, const QJsonObject &value);
    /// Body, as it goes over the wire, of any envelope; for scripts that test a receiver with their own payloads.
    void postRaw(const QJsonObject &envelope);

    /// Asks a callback for its handshake; `done(empty)` when it is right, else why not.
    void handshake(const QString &url, const QString &verifyToken, const std::function<void(QString)> &done);

    [[nodiscard]] QJsonObject figures() const;
    [[nodiscard]] static QByteArray escaped(const QByteArray &json);
    [[nodiscard]] QByteArray signature(const QByteArray &body) const;

private:
    struct Change
    {
        QString url;
        QString wabaId;
        QString field;
        QJsonObject value;
        qint64 time = 0;
        bool hasTime = false;
    };
    struct Delivery
    {
        QString url;
        QByteArray body;
        int attempts = 0;
        int updates = 1;
        qint64 firstMs = 0;
    };

    [[nodiscard]] QString target(const Account &account, const QString &field) const;
    void enqueue(Delivery delivery, int delayMs);
    void flushBatch();
    [[nodiscard]] QByteArray bodyOf(const QList<Change> &changes) const;
    void pump();
    void launch(Delivery delivery);
    void settle(Delivery delivery, int status);

    World &m_world;
    Chaos &m_chaos;
    QNetworkAccessManager m_network;
    QTimer m_batchTimer;
    QList<Change> m_batch;
    std::deque<Delivery> m_ready;
    int m_flying = 0;
    qint64 m_waiting = 0;
    qint64 m_posted = 0;
    qint64 m_acknowledged = 0;
    qint64 m_retried = 0;
    qint64 m_dropped = 0;
    qint64 m_slowestMs = 0;
    int m_lastStatus = 0;
};

} // namespace Tandem::Sandbox
