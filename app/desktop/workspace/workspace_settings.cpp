#include "app/desktop/workspace/workspace_settings.h"

using namespace Qt::StringLiterals;

namespace Tandem {

WorkspaceSettings WorkspaceSettings::from(const QHash<QString, QString> &rows)
{
    WorkspaceSettings settings;
    settings.kind = rows.value(u"workspace_kind"_s);
    const auto listen = rows.value(u"listen"_s);
    if (const auto colon = listen.lastIndexOf(u':'); colon > 0) {
        settings.listenHost = listen.left(colon);
        settings.listenPort = listen.mid(colon + 1).toUShort();
    }
    settings.graphUrl = QUrl(rows.value(u"graph_url"_s));
    settings.sdkUrl = QUrl(rows.value(u"sdk_url"_s));
    settings.publicUrl = QUrl(rows.value(u"public_url"_s));
    settings.appId = rows.value(u"app_id"_s);
    settings.configId = rows.value(u"config_id"_s);
    settings.allowedHosts = rows.value(u"allowed_hosts"_s);
    return settings;
}

QHash<QString, QString> WorkspaceSettings::rows() const
{
    return {{u"workspace_kind"_s, kind}, {u"listen"_s, u"%1:%2"_s.arg(listenHost).arg(listenPort)},
        {u"graph_url"_s, graphUrl.toString()}, {u"sdk_url"_s, sdkUrl.toString()}, {u"public_url"_s, publicUrl.toString()},
        {u"app_id"_s, appId}, {u"config_id"_s, configId}, {u"allowed_hosts"_s, allowedHosts}};
}

} // namespace Tandem
