#include "core/gateway/link/public_address.h"

#include <QCoreApplication>
#include <QPromise>
#include <QRandomGenerator>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr Millis patience{15'000};
constexpr int forbidden = 403;

QString say(const char *text)
{
    return QCoreApplication::translate("LinkService", text);
}

Result<bool> judge(const Meta::GraphAnswer &answer, const QByteArray &challenge)
{
    using enum Meta::GraphAnswer::Outcome;
    if (answer.outcome == TimedOut) return failure(ErrorCode::Timeout, say(QT_TRANSLATE_NOOP("LinkService", "The public address did not answer in time.")));
    if (answer.outcome != Answered) return failure(ErrorCode::Network, say(QT_TRANSLATE_NOOP("LinkService", "Nothing answers at the public address. Some routers don't lead their own network back to it; then it works from outside only.")), answer.problem);
    if (answer.status == 200 && answer.body.trimmed() == challenge) return true;
    if (answer.status == forbidden) return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("LinkService", "The public address leads to a gateway with another verify token.")));
    return failure(ErrorCode::Refused,
        say(QT_TRANSLATE_NOOP("LinkService", "Something else answers at the public address (status %1). The tunnel or proxy must forward to this gateway.")).arg(answer.status));
}

} // namespace

FutureResult<bool> checkPublicAddress(Meta::GraphTransport &transport, const QUrl &callback, const Secret &verifyToken)
{
    const QByteArray challenge = QByteArray::number(QRandomGenerator::system()->generate64());
    QUrlQuery query;
    query.addQueryItem(u"hub.mode"_s, u"subscribe"_s);
    query.addQueryItem(u"hub.challenge"_s, QString::fromLatin1(challenge));
    query.addQueryItem(u"hub.verify_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(verifyToken.reveal())));
    Meta::GraphCall call;
    call.url = callback;
    call.url.setQuery(query);
    call.timeout = patience;
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    auto future = promise->future();
    transport.perform(call, [promise, challenge](const Meta::GraphAnswer &answer) {
        promise->addResult(judge(answer, challenge));
        promise->finish();
    });
    return future;
}

} // namespace Tandem
