#pragma once

#include "ui/settings/workspace_control.h"

#include <QNetworkAccessManager>

namespace Tandem {

class TeamConnection;
class Workspace;

/// The settings page's view of the running workspace.
class DesktopControl final : public WorkspaceControl
{
    Q_OBJECT
public:
    explicit DesktopControl(Workspace &workspace, TeamConnection *team, QObject *parent = nullptr); ///< null: no team
    [[nodiscard]] WorkspaceInfo info() const override;
    FutureResult<bool> change(const WorkspaceChange &change) override;
    FutureResult<QString> sendTestWebhook() override;
    [[nodiscard]] QString diagnostics() const override;
    [[nodiscard]] std::optional<Invite> teamInvite(const QString &login) const override;
    void joinTeam() override;
    FutureResult<bool> changePassword(const Secret &present, const Secret &next) override;
    void leaveTeam() override { Q_EMIT leaveRequested(); }

Q_SIGNALS:
    void leaveRequested();
    void reopenRequested(); ///< the password is another one now

private:
    void post(const Secret &secret, std::function<void(Result<QString>)> done);

    Workspace &m_workspace;
    TeamConnection *m_team;
    QNetworkAccessManager m_network;
};

} // namespace Tandem
