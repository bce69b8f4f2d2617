#pragma once

#include "app/sandbox/web/exchange.h"
#include "app/sandbox/world/model.h"

#include <QObject>

namespace Tandem::Sandbox {

class Events;
class World;

/// The sign-up window: its SDK, its steps, its QR code. The page is a view of the Signup kept here.
class SignupPages : public QObject
{
    Q_OBJECT
public:
    SignupPages(World &world, Events &events, QObject *parent = nullptr);

    bool handle(const Exchange &exchange);

    /// The phone reads the code of the newest waiting sign-up (or of `number`'s). Without an answer about history it
    /// has only been scanned. Empty when it went well, else why not.
    [[nodiscard]] QString scan(const QString &number, std::optional<bool> shareHistory);
    /// The sign-up that waits for a phone, or nullptr.
    [[nodiscard]] const Signup *waiting(const QString &number) const;
    /// Links at once, without pages: for tests and scripts.
    Account &linkNow(const QString &digits, bool shareHistory, const QString &name);

    /// Pages press their own buttons after so many milliseconds; 0: people do.
    void setAutopilot(const QJsonObject &settings) { m_autopilot = settings; }

private:
    void post(const Exchange &exchange, const QString &step);
    void start(const Exchange &exchange, const QJsonObject &input);
    void takeNumber(const Exchange &exchange, Signup &signup, const QString &number);
    void finish(const QString &id);
    void dialog(const Exchange &exchange);
    void sendCode(const Exchange &exchange);
    void renewCode(Signup &signup) const;
    [[nodiscard]] QJsonObject describe(Signup &signup);

    World &m_world;
    Events &m_events;
    QJsonObject m_autopilot;
};

} // namespace Tandem::Sandbox
