#pragma once

#include "core/base/clock.h"
#include "core/providers/meta/net/graph_transport.h"
#include "core/providers/provider.h"
#include "core/secrets/secret_store.h"
#include "core/store/stores.h"

#include <QUrl>

#include <memory>

namespace Tandem {

/// The Meta app and the addresses that linking works with.
struct LinkConfig
{
    QString appId;
    QString configId;
    Secret appSecret;
    Secret verifyToken;
    QUrl publicUrl; ///< where Meta and the link page reach this gateway
    bool trustPublicUrl = false; ///< not called before linking
    QUrl sdkUrl;
    QUrl graphUrl; ///< its version is what the page's SDK is started with
    Millis retryUnit{1000}; ///< first wait before a step is tried again; doubles up to 60 of them

    /// `publicUrl` with one more path.
    [[nodiscard]] QUrl address(const QString &path) const;
    [[nodiscard]] QString callback() const { return QString::fromLatin1(address(QStringLiteral("/webhooks/meta")).toEncoded()); }
};

/// What the steps of linking use; all live longer than any link job, in the gateway thread.
struct LinkParts
{
    LinkStore &links;
    NumberStore &numbers;
    SecretStore &secrets;
    Provider &provider;
    Meta::GraphTransport &transport; ///< for the look at our own public address
    std::shared_ptr<const Clock> clock;
    qint64 fence = 0; ///< of the lease under which link requests are served
};

/// What the link page hands over when the owner has finished, or given up.
struct LinkReturn
{
    QString state;
    QString code;
    QString wabaId; ///< may be empty
    QString phoneNumberId; ///< may be empty
    bool cancelled = false;
    QString problem; ///< the sign-up page's own words for its error; may be empty
    int problemCode = 0; ///< its number; 0 when it gave none
};

} // namespace Tandem
