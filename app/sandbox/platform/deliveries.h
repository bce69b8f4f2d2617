#pragma once

#include "app/sandbox/world/world.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <optional>

namespace Tandem::Sandbox {

class Chaos;
class WebhookSender;
class WebhookValues;

/// What becomes of the messages that the API sent: sent, delivered, read, played or failed.
class Deliveries : public QObject
{
    Q_OBJECT
public:
    Deliveries(World &world, WebhookSender &sender, WebhookValues &values, Chaos &chaos, QObject *parent = nullptr);

    /// Takes an accepted API message into the world and lets its statuses follow.
    Message &take(Account &account, Thread &thread, Message draft);
    /// A reaction stands on its message and is no message of its own; it is only ever reported as sent or failed.
    void takeReaction(Account &account, Thread &thread, Message reaction);
    /// The customer opens the chat: everything delivered becomes read.
    void customerReads(Account &account, Thread &thread);
    /// The customer listens to a voice note of the business.
    [[nodiscard]] bool customerPlays(Account &account, const QString &wamid);

    /// Posts one status now, in whatever order; `timestamp` 0: now. False when the message is not the API's.
    [[nodiscard]] bool report(
        Account &account, const QString &wamid, const QString &status, int code, qint64 timestamp);

    /// The next messages (to this customer; empty: to anybody) come to grief: refused at once, or failed afterwards.
    void arm(int code, int count, bool refusing, const QString &customerKey);
    /// The code of an armed refusal that this attempt uses up.
    [[nodiscard]] std::optional<int> refusal(const Thread &thread);

    /// Customers read by themselves after so many seconds; 0: only on their page.
    void setAutoRead(double seconds) { m_autoRead = seconds; }
    [[nodiscard]] double autoRead() const { return m_autoRead; }
    /// {"automatic"?, "skip_delivered"?}: whether statuses come by themselves, and all of them.
    void configure(const QJsonObject &settings);

Q_SIGNALS:
    void apiMessage(const QString &phoneNumberId, const QString &customerKey); ///< an agent wrote through the API

private:
    struct Armed
    {
        int code = 0;
        int count = 0;
        bool refusing = false;
        QString customerKey;
    };
    [[nodiscard]] std::optional<int> spend(const Thread &thread, bool refusing);
    [[nodiscard]] int failureOf(const Thread &thread, const Message &message);
    void advance(const QString &phoneNumberId, const QString &wamid, const QString &status);
    void later(int ms, const QString &phoneNumberId, const QString &wamid, const QString &status);

    World &m_world;
    WebhookSender &m_sender;
    WebhookValues &m_values;
    Chaos &m_chaos;
    QList<Armed> m_armed;
    double m_autoRead = 0;
    bool m_automatic = true;
    bool m_skipDelivered = false;
};

} // namespace Tandem::Sandbox
