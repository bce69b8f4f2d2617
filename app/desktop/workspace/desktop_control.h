#pragma once

#include "ui/settings/workspace_control.h"

#include <QNetworkAccessManager>

namespace Tandem {

class Workspace;

/// The settings page's view of the running workspace.
class DesktopControl final : public WorkspaceControl
{
    Q_OBJECT
public:
    explicit DesktopControl(Workspace &workspace, QObject *parent = nullptr);
    [[nodiscard]] WorkspaceInfo info() const override;
    FutureResult<bool> change(const WorkspaceChange &change) override;
    FutureResult<QString> sendTestWebhook() override;
    [[nodiscard]] QString diagnostics() const override;
    [[nodiscard]] std::optional<Invite> teamInvite(const QString &login) const override;
    void joinTeam() override;

private:
    void post(const Secret &secret, std::function<void(Result<QString>)> done);

    Workspace &m_workspace;
    QNetworkAccessManager m_network;
};

} // namespace Tandem
