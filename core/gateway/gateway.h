#pragma once

#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/link.h"
#include "core/providers/provider.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace Tandem {

class SecretStore;
class Store;

struct GatewayNumber
{
    QString phoneNumberId;
    QString wabaId;
    QString displayPhone;
    Secret token;
    std::optional<UtcTime> onboardedAt;
};

/// Everything the gateway needs that is not in the database. Built from a credentials file (headless) or from
/// workspace settings and keychain (desktop).
struct GatewayConfig
{
    QString listenHost = QStringLiteral("127.0.0.1");
    quint16 listenPort = 0; ///< 0: any free one
    QUrl graphUrl = QUrl(QStringLiteral("https://graph.facebook.com/v25.0"));
    QUrl sdkUrl = QUrl(QStringLiteral("https://connect.facebook.net/en_US/sdk.js"));
    QString appId;
    QString configId;
    QUrl publicUrl; ///< where Meta and the link page reach this gateway
    bool trustPublicUrl = false; ///< linking doesn't call it first: some routers don't lead their own network back to it
    Secret appSecret;
    Secret verifyToken;
    Secret workspaceKey; ///< under which a team's gateways share tokens; empty: each keeps its own
    QList<GatewayNumber> numbers;
    Millis leaseLife{8000}; ///< of a number's lease in a team; the same for all its gateways
    QString metricsHost; ///< where counters may be read, a loopback address; empty: nowhere
    quint16 metricsPort = 0;
};

/// The send budget of one number as the status line shows it.
struct BudgetSnapshot
{
    QString phoneNumberId;
    int limit = 5;
    int used = 0; ///< slots of ours held in the last second
    int phone = 0; ///< echoes known in the last second
    int reserve = 0; ///< kept free for the phone
    int queued = 0;
    qint64 overLimitMoments = 0; ///< seconds since start in which phone and API together passed the limit
};
using BudgetSnapshots = QList<BudgetSnapshot>;

/// Takes webhooks, applies them, fetches media, links numbers and sends, on threads of its own. Create, start and
/// use it from one thread; signals arrive there. The destructor stops cleanly: it waits for durable work, not the network.
class Gateway final : public QObject
{
    Q_OBJECT
public:
    Gateway(Store &store, std::unique_ptr<SecretStore> secrets, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~Gateway() override;

    /// Listens; returns the bound port. Errors: AddressInUse. Never waits for the Graph.
    [[nodiscard]] Result<quint16> start(const GatewayConfig &config);
    void stop();
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] quint16 metricsPort() const; ///< 0: none

    /// New or changed credentials while running (a real workspace being set up, a token replaced).
    void reconfigure(const GatewayConfig &config);
    /// Wakes the workers now instead of at their next look; the Store's change feed does it by itself.
    void wake();

Q_SIGNALS:
    void budgetChanged(const Tandem::BudgetSnapshots &budgets); ///< at most 10 a second
    void onlineChanged(bool graphReachable);
    /// A queued message's file on its way to the platform, in bytes; at most 10 a second and message.
    void uploadProgress(Tandem::OutboxId id, qint64 sent, qint64 total);
    /// A received file on its way here; `total` is −1 while it is not known.
    void downloadProgress(Tandem::MessageId id, qint64 got, qint64 total);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::BudgetSnapshots)
