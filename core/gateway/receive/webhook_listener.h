#pragma once

#include "core/base/result.h"
#include "core/http/http_server.h"
#include "core/providers/provider.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Tandem {

class DeliveryStore;
class ServicePages;

/// The gateway's door to the internet: takes signed webhooks, stores them durably, then answers 200. Parses
/// nothing. Answers come from the web server's and the store's threads.
class WebhookListener
{
public:
    using Page = std::function<void(const HttpRequest &, HttpReply)>;

    /// `linkPage` serves what LinkPages::handles; `pages` the health, and it counts what comes.
    WebhookListener(DeliveryStore &deliveries, ServicePages &pages, Page linkPage);
    ~WebhookListener();

    [[nodiscard]] Result<quint16> listen(const QString &host, quint16 port);
    void close();
    /// May be called while listening. Without a secret every delivery is refused.
    void setSecrets(const Secret &appSecret, const Secret &verifyToken);

private:
    struct Keys
    {
        QByteArray appSecret;
        QByteArray verifyToken;
    };
    [[nodiscard]] std::shared_ptr<const Keys> keys() const;
    [[nodiscard]] std::optional<HttpResponse> admit(const HttpRequest &request) const;
    void handle(const HttpRequest &request, const HttpReply &reply);
    [[nodiscard]] HttpResponse handshake(const HttpRequest &request) const;
    void take(const HttpRequest &request, const HttpReply &reply);

    DeliveryStore &m_deliveries;
    ServicePages &m_pages;
    const Page m_linkPage;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Keys> m_keys;
    HttpServer m_server;
};

/// True when `signature` ("sha256=" and 64 lower-case hex digits) is the HMAC-SHA256 of exactly these bytes; the time it
/// takes does not tell how much of it is right.
[[nodiscard]] bool isSignedBy(const QByteArray &secret, const QByteArray &body, const QByteArray &signature);
/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace Tandem
