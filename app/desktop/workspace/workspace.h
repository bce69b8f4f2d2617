#pragma once

#include "app/desktop/start/profile.h"
#include "app/desktop/workspace/workspace_settings.h"
#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/settings/workspace_control.h"

#include <QObject>

#include <memory>

namespace Tandem {

class PracticeWorkspace;
class SecretStore;

/// One open workspace of this desktop: store, gateway in this process, secrets, and for practice the platform beside us.
/// GUI thread.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    enum class Problem { PortInUse, NoKeyring, SecretsMissing, Practice, Other };

    /// Opens the database (blocks; before the window). Errors: those of Store::open.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const Profile &profile, std::shared_ptr<const Clock> clock);
    /// A team's: its database was opened already, and the gateway runs elsewhere.
    [[nodiscard]] static std::unique_ptr<Workspace> ofTeam(const Profile &profile, std::shared_ptr<const Clock> clock, std::unique_ptr<Store> store);
    ~Workspace() override;

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] ChangeFeed &feed() { return *m_feed; }
    [[nodiscard]] Gateway *gateway() const { return m_gateway.get(); }
    [[nodiscard]] const PracticeWorkspace *practice() const { return m_practice.get(); }
    [[nodiscard]] const WorkspaceSettings &settings() const { return m_settings; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] bool isTeam() const { return m_settings.kind == QLatin1StringView("team"); }
    [[nodiscard]] bool isPractice() const { return m_settings.kind == QLatin1StringView("practice"); }
    [[nodiscard]] QUrl gatewayAddress() const; ///< empty while it does not listen
    [[nodiscard]] const QString &gatewayProblem() const { return m_gatewayProblem; }

    /// Makes a new workspace of its kind and begins it. Errors come through failed().
    void createPractice();
    void createMetaApp(const WorkspaceChange &values);
    /// Starts what the stored kind needs: ready() or failed() follows.
    void begin();
    void useAnotherPort(); ///< after PortInUse
    /// Goes on without sending and receiving: ready() follows.
    void beginWithoutGateway(const QString &why);
    /// New values of a Meta app while running.
    FutureResult<bool> change(const WorkspaceChange &values);
    /// The app secret, for the test delivery.
    FutureResult<Secret> appSecret();

    /// Stops taking and sending; waits for durable work, never for the network.
    void shutDown();

Q_SIGNALS:
    void ready();
    void failed(Tandem::Workspace::Problem problem, const QString &text);
    void changed();

private:
    Workspace(const Profile &profile, std::shared_ptr<const Clock> clock, std::unique_ptr<Store> store);
    [[nodiscard]] std::unique_ptr<SecretStore> makeSecretStore() const;
    void beginPractice();
    void beginMetaApp();
    void startGateway();
    void createGateway();
    void storeSettings(std::function<void()> then);
    void writeSecrets(const WorkspaceChange &values, std::function<void(Result<bool>)> then);
    [[nodiscard]] GatewayConfig config() const;
    void fail(Problem problem, const QString &text);

    Profile m_profile;
    std::shared_ptr<const Clock> m_clock;
    WorkspaceSettings m_settings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ChangeFeed> m_feed;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<PracticeWorkspace> m_practice;
    std::unique_ptr<Gateway> m_gateway;
    Secret m_appSecret;
    Secret m_verifyToken;
    QString m_gatewayProblem;
    bool m_ready = false;
};

} // namespace Tandem
