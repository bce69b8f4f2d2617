#pragma once

#include "app/sandbox/world/world.h"

#include <QJsonObject>
#include <QObject>

namespace Tandem::Sandbox {

class AttemptLog;
class Chaos;
class RateEnforcer;
class WebhookSender;
class WebhookValues;

/// What people and the platform do: each changes the world and tells the subscribed app by webhook.
class Events : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        World &world;
        WebhookSender &sender;
        WebhookValues &values;
        RateEnforcer &rates;
        AttemptLog &log;
        Chaos &chaos;
    };
    explicit Events(const Parts &parts, QObject *parent = nullptr);

    Message &customerSends(Account &account, Thread &thread, Message draft);
    bool customerEdits(Account &account, const QString &wamid, const QString &text);
    bool customerDeletes(Account &account, const QString &wamid);
    bool customerReacts(Account &account, const QString &wamid, const QString &emoji);
    /// The customer opens the chat: everything sent by the API and delivered becomes read.
    void customerReads(Account &account, Thread &thread);

    Message &phoneSends(Account &account, Thread &thread, Message draft);
    bool phoneEdits(Account &account, const QString &wamid, const QString &text);
    bool phoneDeletes(Account &account, const QString &wamid);
    void phoneSavesContact(Account &account, Thread &thread, const QString &name);
    void phoneForgetsContact(Account &account, Thread &thread);

    /// The owner confirmed the link: PARTNER_ADDED goes out.
    void linked(Account &account);
    /// Settings > Account > Business Platform > Disconnect, or the platform's own reasons.
    void disconnect(Account &account, const QString &reason, const QString &initiatedBy);
    /// OFFBOARDED now, RECONNECTED after so many seconds.
    void changeDevice(Account &account, int seconds);

    /// Takes an accepted API message into the world and lets its statuses follow.
    Message &apiSends(Account &account, Thread &thread, Message draft);

    /// Customers read by themselves after so many seconds; 0: only on their page.
    void setAutoRead(double seconds) { m_autoRead = seconds; }
    [[nodiscard]] double autoRead() const { return m_autoRead; }

Q_SIGNALS:
    void apiMessage(const QString &phoneNumberId, const QString &customerKey); ///< an agent wrote through the API
    void linkedNumber(const QString &phoneNumberId);

private:
    void say(Account &account, const QString &event, QJsonObject more = {});
    void advance(const QString &phoneNumberId, const QString &wamid, const QString &status);
    void later(int ms, const QString &phoneNumberId, const QString &wamid, const QString &status);

    World &m_world;
    WebhookSender &m_sender;
    WebhookValues &m_values;
    RateEnforcer &m_rates;
    AttemptLog &m_log;
    Chaos &m_chaos;
    double m_autoRead = 0;
};

} // namespace Tandem::Sandbox
