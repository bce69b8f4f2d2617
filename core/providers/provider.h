#pragma once

#include "core/base/on_finished.h"
#include "core/domain/link.h"
#include "core/domain/media.h"
#include "core/domain/template.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace Tandem {

/// A secret that is not printed by accident: no stream operators, no implicit conversion.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString value) : m_value(std::move(value)) { }
    [[nodiscard]] const QString &reveal() const { return m_value; }
    [[nodiscard]] bool isEmpty() const { return m_value.isEmpty(); }
    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QString m_value;
};

/// One message to send. `content` is the `<type>` object of the request.
struct SendRequest
{
    QString phoneNumberId;
    QString toPhone; ///< digits; sent as "+digits"
    QString toBsuid; ///< sent as `recipient` when there is no phone
    QString type;
    QJsonObject content;
    QString replyToWamid;
    QString opaque; ///< biz_opaque_callback_data, ≤ 512 characters
};

struct SendReply
{
    QString wamid;
    QString waId;
    QString userId;
    std::optional<qint64> serverDateMs; ///< the Date header, for the clock correction
};

struct TokenInfo
{
    bool valid = false;
    QString appId;
    qint64 expiresAt = 0; ///< seconds; 0 never
    QStringList scopes;
    QStringList wabaIds; ///< granular_scopes of whatsapp_business_management
};

struct PhoneNumberInfo
{
    QString id;
    QString displayPhone;
    QString verifiedName;
    QString quality;
    QString platformType;
    QString messagingLimit;
    std::optional<bool> onBizApp;
    QString lastOnboarded; ///< last_onboarded_time as given
};

struct SubscriptionInfo
{
    QString object;
    QString callbackUrl;
    QStringList fields;
    bool active = false;
};

struct MediaLink
{
    QString url; ///< good for 5 minutes
    QString mime;
    QString sha256Hex;
    qint64 size = 0;
};

/// One page of a WABA's templates.
struct TemplatePage
{
    QList<MessageTemplate> templates; ///< wabaId is set, syncedAt is not
    QString after; ///< cursor of the next page; empty at the end
    /// The cursor was refused (131059) and this is the first page again: what came before is void. The caller starts
    /// over once and gives up at a second time.
    bool restarted = false;
};

/// Bytes moved so far and in all; −1 when the whole is not known. Called in the provider's thread.
using TransferProgress = std::function<void(qint64 done, qint64 total)>;

/// What the gateway asks of a platform. Lives in the gateway thread; futures finish there.
/// Errors: Network = definitely not sent; Timeout and Ambiguous = outcome unknown; Platform/Auth = definite refusal
/// with `platformCode`. Never throws, never logs content.
class Provider : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual FutureResult<SendReply> send(const SendRequest &request, const Secret &token) = 0;
    /// Marks the message and all earlier ones of its conversation; with `typing` the customer also sees that someone
    /// writes, for 25 s or until the reply. The message must not be older than 30 days.
    virtual FutureResult<bool> markRead(const QString &phoneNumberId, const QString &wamid, bool typing, const Secret &token) = 0;

    /// Streams the file to the platform and returns its media id, good for 30 days. Nothing reaches the customer by it,
    /// so every error that is `retryable` may simply be tried again. Cancelling the future stops the transfer.
    /// Errors: Io (the file can't be read), Refused (over 100 MB), Network, Platform, Auth, Cancelled.
    virtual FutureResult<QString> uploadMedia(const QString &phoneNumberId, const QString &filePath, const QString &mime,
        const QString &filename, const Secret &token, TransferProgress progress = {}) = 0;
    virtual FutureResult<bool> deleteMedia(const QString &phoneNumberId, const QString &mediaId, const Secret &token) = 0;
    virtual FutureResult<MediaLink> mediaLink(const QString &phoneNumberId, const QString &mediaId, const Secret &token) = 0;
    /// Streams the bytes into `filePath` (must not exist); hashes on the way; returns the lower-hex SHA-256.
    virtual FutureResult<QString> download(const QUrl &url, const Secret &token, const QString &filePath, qint64 maxBytes,
        TransferProgress progress = {}) = 0;

    /// `after` empty: the first page.
    virtual FutureResult<TemplatePage> templates(const QString &wabaId, const QString &after, const Secret &token) = 0;

    /// Only customers who wrote within 24 hours can be blocked (else platformCode 131047). `phone` in digits; the BSUID
    /// is used when there is none.
    virtual FutureResult<bool> block(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token) = 0;
    virtual FutureResult<bool> unblock(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token) = 0;

    virtual FutureResult<Secret> exchangeCode(const QString &appId, const Secret &appSecret, const QString &code) = 0;
    virtual FutureResult<TokenInfo> debugToken(const QString &appId, const Secret &appSecret, const Secret &token) = 0;
    virtual FutureResult<QList<PhoneNumberInfo>> phoneNumbers(const QString &wabaId, const Secret &token) = 0;
    virtual FutureResult<PhoneNumberInfo> phoneNumber(const QString &phoneNumberId, const Secret &token) = 0;
    virtual FutureResult<QList<SubscriptionInfo>> appSubscriptions(const QString &appId, const Secret &appSecret) = 0;
    virtual FutureResult<bool> subscribeApp(const QString &appId, const Secret &appSecret, const QString &callbackUrl,
        const Secret &verifyToken, const QStringList &fields) = 0;
    /// POST /{waba}/subscribed_apps; `overrideUrl` empty: none.
    virtual FutureResult<bool> subscribeWaba(const QString &wabaId, const Secret &token, const QString &overrideUrl,
        const Secret &verifyToken) = 0;
    /// POST /{phone}/smb_app_data; `syncType` smb_app_state_sync | history. Once each in a number's life! Returns request_id.
    virtual FutureResult<QString> requestSync(const QString &phoneNumberId, const QString &syncType, const Secret &token) = 0;
};

} // namespace Tandem
