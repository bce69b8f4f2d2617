#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace Tandem::Sandbox {

class Deliveries;
class Events;
class World;
struct Account;
struct Thread;

/// Customers who write by themselves: `shop` every few seconds at first and rarely later, `quiet` never, `storm` twenty
/// a second; and, when asked, an owner who types on the phone.
class LiveTraffic : public QObject
{
    Q_OBJECT
public:
    LiveTraffic(World &world, Events &events, Deliveries &deliveries, const QString &scenario, quint32 seed,
        QObject *parent = nullptr);

    /// The number is linked: customers begin to write.
    void begin(const QString &phoneNumberId);
    [[nodiscard]] const QString &scenario() const { return m_scenario; }
    /// shop | quiet | storm, from now on.
    void setScenario(const QString &scenario);
    /// The owner sends `perSecond` messages for so many seconds, at random moments as people do.
    void phoneTypes(const QString &phoneNumberId, double perSecond, double seconds);

private:
    void customerWrites();
    void answer(const QString &phoneNumberId, const QString &key);
    void scheduleNext();
    void scheduleTyping(const QString &phoneNumberId, double perSecond, qint64 untilMicros);
    [[nodiscard]] Thread *anybody(Account &account, bool recent);

    World &m_world;
    Events &m_events;
    QString m_scenario;
    QRandomGenerator m_random;
    QTimer m_timer;
    QStringList m_numbers;
    qint64 m_beganMicros = 0;
    QSet<QString> m_answering;
};

} // namespace Tandem::Sandbox
