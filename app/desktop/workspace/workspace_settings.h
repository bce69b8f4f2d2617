#pragma once

#include <QHash>
#include <QString>
#include <QUrl>

namespace Tandem {

/// The workspace's rows in WorkspaceStore, typed. No secrets.
struct WorkspaceSettings
{
    QString kind; ///< "" not chosen yet, "practice", "meta_app"
    QString listenHost = QStringLiteral("127.0.0.1");
    quint16 listenPort = 0; ///< kept, so that a tunnel or the practice platform finds us again
    QUrl graphUrl;
    QUrl sdkUrl;
    QUrl publicUrl;
    QString appId;
    QString configId;
    QString allowedHosts; ///< comma-separated; empty: Meta's own

    [[nodiscard]] static WorkspaceSettings from(const QHash<QString, QString> &rows);
    [[nodiscard]] QHash<QString, QString> rows() const;
};

} // namespace Tandem
