#pragma once

#include "app/desktop/start/profile.h"
#include "core/domain/team/invite.h"
#include "core/providers/provider.h"
#include "core/store/store.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace Tandem {

class KeychainSecretStore;

/// The way from this profile to a team's database: what is known of it (a file without secrets), the password in the
/// keychain, and opening it beside the GUI. GUI thread.
class TeamConnection final : public QObject
{
    Q_OBJECT
public:
    TeamConnection(const Profile &profile, std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~TeamConnection() override;

    /// What this profile has joined; nullopt: nothing.
    [[nodiscard]] static std::optional<Invite> joined(const Profile &profile);

    enum class Purpose {
        Test, ///< only whether it can be opened
        Join, ///< to work with, by a password that was typed just now
        Work, ///< what was joined earlier: also from this computer's copy while the server is away
    };
    /// opened() or failed() follows.
    void open(const Invite &invite, const Secret &password, Purpose purpose);
    void openJoined(); ///< with the kept password, to work
    /// Keeps invitation and password for the next start. `then` gets the error of the keyring or the disk.
    void keep(const Invite &invite, const Secret &password, std::function<void(Result<bool>)> then);
    /// Another password from the next opening on, when `present` is the kept one; else Usage.
    void changePassword(const Secret &present, const Secret &next, std::function<FutureResult<bool>()> onServer, std::function<void(Result<bool>)> then);
    /// Invitation, certificate, copies of conversations and files, and the password in the keyring; the store must be gone.
    /// `then` gets what could not be removed.
    void forget(std::function<void(Result<bool>)> then);
    [[nodiscard]] std::unique_ptr<Store> takeStore(); ///< after opened()
    [[nodiscard]] const Invite &invite() const { return m_invite; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// Words for why it did not open, and what to do.
    [[nodiscard]] static QString words(const Error &error, const Invite &invite);

Q_SIGNALS:
    void opened();
    void failed(const Tandem::Error &error);

private:
    struct Attempt;
    void finish(const std::shared_ptr<Attempt> &attempt);
    [[nodiscard]] QString certificateFile() const;

    Profile m_profile;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<KeychainSecretStore> m_secrets;
    Invite m_invite;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<Attempt> m_attempt;
    bool m_busy = false;
};

} // namespace Tandem
