#pragma once

#include "core/providers/meta/net/graph_transport.h"
#include "core/providers/provider.h"

#include <memory>

namespace Tandem::Meta {

/// Meta's Graph API. Tokens travel in the Authorization header; only the code exchange has its documented query form.
class GraphClient final : public Provider
{
    Q_OBJECT
public:
    /// `graphUrl` with the version, e.g. https://graph.facebook.com/v25.0. Without a transport: the real network.
    explicit GraphClient(QUrl graphUrl, std::unique_ptr<GraphTransport> transport = nullptr, QObject *parent = nullptr);
    ~GraphClient() override;

    void setGraphUrl(const QUrl &url) { m_graphUrl = url; }
    /// For tests: the longest a call may take (default 30 s).
    void setTimeout(Millis timeout) { m_timeout = timeout; }

    FutureResult<SendReply> send(const SendRequest &request, const Secret &token) override;
    FutureResult<bool> markRead(const QString &phoneNumberId, const QString &wamid, bool typing, const Secret &token) override;
    FutureResult<QString> uploadMedia(const QString &phoneNumberId, const QString &filePath, const QString &mime, const QString &filename,
        const Secret &token, TransferProgress progress = {}) override;
    FutureResult<bool> deleteMedia(const QString &phoneNumberId, const QString &mediaId, const Secret &token) override;
    FutureResult<MediaLink> mediaLink(const QString &phoneNumberId, const QString &mediaId, const Secret &token) override;
    FutureResult<QString> download(const QUrl &url, const Secret &token, const QString &filePath, qint64 maxBytes,
        TransferProgress progress = {}) override;
    FutureResult<TemplatePage> templates(const QString &wabaId, const QString &after, const Secret &token) override;
    FutureResult<bool> block(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token) override;
    FutureResult<bool> unblock(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token) override;
    FutureResult<Secret> exchangeCode(const QString &appId, const Secret &appSecret, const QString &code) override;
    FutureResult<TokenInfo> debugToken(const QString &appId, const Secret &appSecret, const Secret &token) override;
    FutureResult<QList<PhoneNumberInfo>> phoneNumbers(const QString &wabaId, const Secret &token) override;
    FutureResult<PhoneNumberInfo> phoneNumber(const QString &phoneNumberId, const Secret &token) override;
    FutureResult<QList<SubscriptionInfo>> appSubscriptions(const QString &appId, const Secret &appSecret) override;
    FutureResult<bool> subscribeApp(const QString &appId, const Secret &appSecret, const QString &callbackUrl,
        const Secret &verifyToken, const QStringList &fields) override;
    FutureResult<bool> subscribeWaba(const QString &wabaId, const Secret &token, const QString &overrideUrl, const Secret &verifyToken) override;
    FutureResult<QString> requestSync(const QString &phoneNumberId, const QString &syncType, const Secret &token) override;

private:
    struct NumberList;
    [[nodiscard]] GraphCall call(const QByteArray &verb, const QStringList &path, const Secret &bearer) const;
    template<typename T, typename Read>
    FutureResult<T> ask(const GraphCall &call, Read read);
    void nextNumbers(const std::shared_ptr<NumberList> &list);
    [[nodiscard]] GraphCall templateCall(const QString &wabaId, const QString &after, const Secret &token) const;
    FutureResult<bool> changeBlock(const QByteArray &verb, const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token);

    QUrl m_graphUrl;
    Millis m_timeout{30'000};
    std::unique_ptr<GraphTransport> m_transport;
};

/// Where a file may be fetched from: with the token only from the Graph host and Meta's media host; from Meta's other
/// file hosts without it; from nowhere else.
enum class MediaHost { WithToken, WithoutToken, Refused };
[[nodiscard]] MediaHost mediaHostOf(const QUrl &url, const QUrl &graphUrl);

} // namespace Tandem::Meta
