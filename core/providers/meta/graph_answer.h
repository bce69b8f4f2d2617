#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/providers/provider.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>

namespace Tandem::Meta {

/// A request as the transport sends it. The token goes into the Authorization header, never into the address.
struct GraphCall
{
    QByteArray verb = "GET";
    QUrl url;
    QByteArray body; ///< JSON; empty for GET and a DELETE that names all in its address
    Secret bearer;
    Millis timeout{30'000}; ///< from the start to the last byte of the answer
};

/// What came of it, as far as the wire tells.
struct GraphAnswer
{
    enum class Outcome {
        Answered, ///< status and the whole body are here
        NotSent,  ///< no byte of the request's body left: refused, no name, no TLS
        TimedOut, ///< the body left, no answer in time
        Cut,      ///< the body left, the connection broke before the answer was whole
    };
    Outcome outcome = Outcome::NotSent;
    int status = 0;
    QByteArray body;
    QByteArray date; ///< the Date header
    QString problem; ///< for logs: the network layer's word, no content
};

/// The JSON of a 2xx answer, or the error exactly as provider.h promises: Network = definitely not sent; Timeout and
/// Ambiguous = outcome unknown; Platform and Auth = refused, with platformCode. Pure.
[[nodiscard]] Result<QJsonObject> readAnswer(const GraphAnswer &answer);
/// Milliseconds since 1970 of an HTTP Date header.
[[nodiscard]] std::optional<qint64> dateMillis(const QByteArray &header);
/// The platform's own words with everything taken out that could be a token, for codes that we have no words for.
[[nodiscard]] QString redacted(const QString &message);

// What the bodies of good answers hold.
[[nodiscard]] Result<SendReply> readSendReply(const GraphAnswer &answer);
[[nodiscard]] Result<bool> readSuccess(const GraphAnswer &answer);
/// The id of an uploaded file. An unknown outcome is retryable here: an upload reaches nobody.
[[nodiscard]] Result<QString> readMediaId(const GraphAnswer &answer);
[[nodiscard]] Result<TemplatePage> readTemplates(const GraphAnswer &answer, const QString &wabaId);
/// The answer to blocking or unblocking one customer; a refusal of them inside it becomes the error.
[[nodiscard]] Result<bool> readBlockAnswer(const GraphAnswer &answer);
[[nodiscard]] Result<MediaLink> readMediaLink(const GraphAnswer &answer);
[[nodiscard]] Result<Secret> readAccessToken(const GraphAnswer &answer);
[[nodiscard]] Result<TokenInfo> readTokenInfo(const GraphAnswer &answer);
[[nodiscard]] PhoneNumberInfo readPhoneNumber(const QJsonObject &object);
struct PhoneNumberPage
{
    QList<PhoneNumberInfo> numbers;
    QString after; ///< cursor of the next page; empty at the end
};
[[nodiscard]] Result<PhoneNumberPage> readPhoneNumbers(const GraphAnswer &answer);
[[nodiscard]] Result<QList<SubscriptionInfo>> readSubscriptions(const GraphAnswer &answer);
[[nodiscard]] Result<QString> readRequestId(const GraphAnswer &answer);

} // namespace Tandem::Meta
