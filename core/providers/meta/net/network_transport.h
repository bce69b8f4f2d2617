#pragma once

#include "core/providers/meta/net/graph_transport.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

class QNetworkReply;
class QNetworkRequest;

namespace Tandem::Meta {

/// GraphTransport on QNetworkAccessManager: HTTP/1.1, no redirects, no cookies, TLS errors always end the call.
class NetworkTransport final : public GraphTransport
{
    Q_OBJECT
public:
    explicit NetworkTransport(QObject *parent = nullptr);
    ~NetworkTransport() override;
    void perform(const GraphCall &call, std::function<void(const GraphAnswer &)> done) override;
    void download(const DownloadCall &call, std::function<void(Result<QString>)> done) override;
    QObject *upload(const UploadCall &call, std::function<void(Result<GraphAnswer>)> done) override;

private:
    void dropStaleConnections();

    QNetworkAccessManager m_network;
    QElapsedTimer m_lastUse;
};

} // namespace Tandem::Meta
