#pragma once

#include "core/base/result.h"
#include "core/providers/provider.h"

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace Tandem {

/// The practice platform beside us: tandem-sandbox as a child process, on a port and with a state file that outlive it,
/// so that a restart goes on where it stopped. Ends with this program. The only place that knows of the sandbox.
class PracticeWorkspace final : public QObject
{
    Q_OBJECT
public:
    /// `folder` of the profile; ports and state are kept there.
    explicit PracticeWorkspace(const QString &folder, QObject *parent = nullptr);
    ~PracticeWorkspace() override;

    /// Free ports for the platform and for our gateway, the kept ones where they are still free.
    void choosePorts();
    void chooseOtherGatewayPort();
    [[nodiscard]] quint16 gatewayPort() const { return m_gatewayPort; }
    [[nodiscard]] QUrl address(const QString &path = {}) const; ///< of the platform

    void start(const Secret &appSecret, const Secret &verifyToken);
    void stop(); ///< asks it to end, waits up to two seconds; the state is written by then

Q_SIGNALS:
    void ready(); ///< it takes calls; also after a restart
    void failed(const QString &text);

private:
    void launch();
    void readOutput();
    void ended();
    [[nodiscard]] static QString program();

    const QString m_folder;
    QProcess m_process;
    QTimer m_deadline;
    Secret m_appSecret;
    Secret m_verifyToken;
    quint16 m_port = 0;
    quint16 m_gatewayPort = 0;
    int m_restarts = 0;
    bool m_stopping = false;
    bool m_ready = false;
};

} // namespace Tandem
