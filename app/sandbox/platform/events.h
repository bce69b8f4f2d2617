#pragma once

#include "app/sandbox/world/world.h"

#include <QJsonObject>
#include <QObject>

namespace Tandem::Sandbox {

class AttemptLog;
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
    };
    explicit Events(const Parts &parts, QObject *parent = nullptr);

    Message &customerSends(Account &account, Thread &thread, Message draft);
    bool customerEdits(Account &account, const QString &wamid, const QString &text);
    bool customerDeletes(Account &account, const QString &wamid);
    /// `spelt`: a reaction taken back says "" instead of nothing.
    bool customerReacts(Account &account, const QString &wamid, const QString &emoji, bool spelt = false);
    /// A message that came as 131060 comes as itself.
    bool reveal(Account &account, const QString &wamid);
    void revealAfter(Account &account, const QString &wamid, int ms);
    /// Messages of the system: the customer has a new number, a new user id, a new device.
    void changesNumber(Account &account, Thread &thread, const QString &phone);
    void changesUserId(Account &account, Thread &thread, const QString &userId, const QString &parent);
    void changesDevice(Account &account, Thread &thread);

    Message &phoneSends(Account &account, Thread &thread, Message draft);
    bool phoneEdits(Account &account, const QString &wamid, const QString &text);
    bool phoneReacts(Account &account, const QString &wamid, const QString &emoji);
    bool phoneDeletes(Account &account, const QString &wamid);
    void phoneSavesContact(Account &account, Thread &thread, const QString &name);
    void phoneForgetsContact(Account &account, Thread &thread);

    /// The owner confirmed the link: PARTNER_ADDED goes out.
    void linked(Account &account);
    /// Settings > Account > Business Platform > Disconnect, or the platform's own reasons.
    void disconnect(Account &account, const QString &reason, const QString &initiatedBy);
    /// OFFBOARDED now, RECONNECTED after so many seconds.
    void changeDevice(Account &account, int seconds);

Q_SIGNALS:
    void linkedNumber(const QString &phoneNumberId);

private:
    void say(Account &account, const QString &event, QJsonObject more = {});
    void tell(Account &account, Thread &thread, const QJsonObject &content, const QJsonObject &more);

    World &m_world;
    WebhookSender &m_sender;
    WebhookValues &m_values;
    RateEnforcer &m_rates;
    AttemptLog &m_log;
};

} // namespace Tandem::Sandbox
