#pragma once

#include "core/base/on_finished.h"
#include "core/domain/team/invite.h"
#include "core/providers/provider.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <optional>

namespace Tandem {

/// A page that helps with this workspace, e.g. where its phone or its public address can be looked at.
struct WorkspaceLink
{
    QString title; ///< translated
    QString hint; ///< one sentence, translated
    QUrl url;
};

/// What the settings page shows of the workspace. No secrets.
struct WorkspaceInfo
{
    QString kind; ///< words for the user, e.g. "Practice workspace"
    QString about; ///< one or two sentences about it, translated
    QString profile;
    QString dataFolder;
    QString gatewayAddress; ///< where our gateway listens, e.g. http://127.0.0.1:40123; empty while it does not
    QString gatewayProblem; ///< why it does not listen, in words; empty when it does
    QString publicUrl;
    QString graphUrl;
    QString appId;
    QString configId;
    QString secretsPlace; ///< in words: the system's keyring, or a file
    bool team = false; ///< a team's database: no gateway and no app here
    bool editable = false; ///< addresses, ids and secrets belong to the person (a Meta app of their own)
    QList<WorkspaceLink> links;
};

/// What a person may change of a workspace with a Meta app. Empty secrets: keep the stored ones.
struct WorkspaceChange
{
    QString appId;
    QString configId;
    QString publicUrl;
    Secret appSecret;
    Secret verifyToken;
};

/// The program behind the settings page: implemented where the workspace is put together. GUI thread.
class WorkspaceControl : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual WorkspaceInfo info() const = 0;
    /// Stores and applies at once; the gateway goes on with the new values. Errors: Usage (with words), Secret, Database.
    virtual FutureResult<bool> change(const WorkspaceChange &change) = 0;
    /// Sends an empty signed delivery to the public address and tells how long the round trip took, in words.
    virtual FutureResult<QString> sendTestWebhook() = 0;
    /// Versions, sizes and states for a support request: no secrets, names, numbers or message text.
    [[nodiscard]] virtual QString diagnostics() const = 0;
    /// How this login reaches the team's workspace that is open here; nullopt: it is no team's.
    [[nodiscard]] virtual std::optional<Invite> teamInvite(const QString &login) const { (void)login; return std::nullopt; }
    virtual void joinTeam() { } ///< a window of its own, in which a team can be joined
    /// Of my login in the team: at the server and in the keyring; the workspace then opens anew. Usage: `present` is not it.
    virtual FutureResult<bool> changePassword(const Secret &present, const Secret &next)
    {
        (void)present, (void)next;
        return readyFuture<bool>(failure(ErrorCode::Usage, QString()));
    }
    virtual void leaveTeam() { } ///< forgets password, copies and invitation on this computer; the window goes

Q_SIGNALS:
    void infoChanged();
};

} // namespace Tandem
