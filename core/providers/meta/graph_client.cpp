#include "core/providers/meta/graph_client.h"

#include "core/providers/meta/net/network_transport.h"
#include "core/providers/meta/request_builder.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QPointer>
#include <QPromise>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr qint64 mediaLimit = 100 * 1024 * 1024; // the platform's own cap
constexpr int pageSize = 100;
constexpr int pagesRead = 50;
constexpr int staleCursor = 131059;
constexpr int answersAfter = 3; // times the usual: a large upload is looked at before it is answered
const QString numberFields = u"id,display_phone_number,verified_name,quality_rating,platform_type,is_on_biz_app,"
                             "last_onboarded_time,whatsapp_business_manager_messaging_limit"_s;
const QString templateFields = u"id,name,language,status,category,parameter_format,components,quality_score,rejected_reason"_s;

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Secret appToken(const QString &appId, const Secret &appSecret)
{
    return Secret(appId + u'|' + appSecret.reveal());
}

void setQuery(QUrl &url, std::initializer_list<std::pair<QString, QString>> items)
{
    QUrlQuery query;
    // QUrlQuery leaves "+" and some others as they are; encode every value wholly.
    for (const auto &[name, value] : items) query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(query);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &u) { return u.port(u.scheme() == "https"_L1 ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

} // namespace

struct GraphClient::NumberList
{
    QString wabaId;
    Secret token;
    QString after;
    int pages = 0;
    QList<PhoneNumberInfo> found;
    QPromise<Result<QList<PhoneNumberInfo>>> promise;

    void end(Result<QList<PhoneNumberInfo>> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

MediaHost mediaHostOf(const QUrl &url, const QUrl &graphUrl)
{
    if (sameOrigin(url, graphUrl)) return MediaHost::WithToken;
    if (url.scheme() != "https"_L1 || !url.userInfo().isEmpty()) return MediaHost::Refused;
    const QString host = url.host();
    if (host == "lookaside.fbsbx.com"_L1 && url.port(443) == 443) return MediaHost::WithToken;
    static constexpr std::array others{".fbsbx.com"_L1, ".fbcdn.net"_L1, ".whatsapp.net"_L1, ".facebook.com"_L1};
    const bool metas = std::any_of(others.begin(), others.end(), [&host](auto suffix) { return host.endsWith(suffix); });
    return metas ? MediaHost::WithoutToken : MediaHost::Refused;
}

GraphClient::GraphClient(QUrl graphUrl, std::unique_ptr<GraphTransport> transport, QObject *parent)
    : Provider(parent), m_graphUrl(std::move(graphUrl)),
      m_transport(transport ? std::move(transport) : std::make_unique<NetworkTransport>())
{
}

GraphClient::~GraphClient() = default;

GraphCall GraphClient::call(const QByteArray &verb, const QStringList &path, const Secret &bearer) const
{
    GraphCall result;
    result.verb = verb;
    result.url = m_graphUrl;
    QString full = m_graphUrl.path(QUrl::FullyEncoded);
    while (full.endsWith(u'/')) full.chop(1);
    // Ids come from the wire: a slash or a question mark in one must not change the address.
    for (const QString &part : path) full += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
    result.url.setPath(full, QUrl::TolerantMode);
    result.bearer = bearer;
    result.timeout = m_timeout;
    return result;
}

template<typename T, typename Read>
FutureResult<T> GraphClient::ask(const GraphCall &call, Read read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    m_transport->perform(call, [promise, read](const GraphAnswer &answer) {
        promise->addResult(Result<T>(read(answer)));
        promise->finish();
    });
    return future;
}

FutureResult<SendReply> GraphClient::send(const SendRequest &request, const Secret &token)
{
    const auto body = messageBody(request);
    if (!body) return readyFuture<SendReply>(failure(body.error()));
    GraphCall post = call("POST", {request.phoneNumberId, u"messages"_s}, token);
    post.body = bytes(*body);
    return ask<SendReply>(post, readSendReply);
}

FutureResult<bool> GraphClient::markRead(const QString &phoneNumberId, const QString &wamid, bool typing, const Secret &token)
{
    GraphCall post = call("POST", {phoneNumberId, u"messages"_s}, token);
    post.body = bytes(readBody(wamid, typing));
    return ask<bool>(post, readSuccess);
}

FutureResult<QString> GraphClient::uploadMedia(const QString &phoneNumberId, const QString &filePath, const QString &mime,
    const QString &filename, const Secret &token, TransferProgress progress)
{
    const GraphCall post = call("POST", {phoneNumberId, u"media"_s}, token);
    UploadCall upload{post.url, token, filePath, mime, filename, std::move(progress), mediaLimit, answersAfter * m_timeout};
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto future = promise->future();
    const QPointer<QObject> transfer = m_transport->upload(upload, [promise](const Result<GraphAnswer> &answer) {
        promise->addResult(answer ? readMediaId(*answer) : Result<QString>(failure(answer.error())));
        promise->finish();
    });
    auto *watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [transfer] {
        if (transfer) transfer->deleteLater();
    });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    return future;
}

FutureResult<bool> GraphClient::deleteMedia(const QString &phoneNumberId, const QString &mediaId, const Secret &token)
{
    GraphCall drop = call("DELETE", {mediaId}, token);
    setQuery(drop.url, {{u"phone_number_id"_s, phoneNumberId}});
    return ask<bool>(drop, readSuccess);
}

FutureResult<MediaLink> GraphClient::mediaLink(const QString &phoneNumberId, const QString &mediaId, const Secret &token)
{
    GraphCall get = call("GET", {mediaId}, token);
    setQuery(get.url, {{u"phone_number_id"_s, phoneNumberId}});
    return ask<MediaLink>(get, readMediaLink);
}

FutureResult<QString> GraphClient::download(const QUrl &url, const Secret &token, const QString &filePath, qint64 maxBytes,
    TransferProgress progress)
{
    const MediaHost host = mediaHostOf(url, m_graphUrl);
    if (host == MediaHost::Refused) {
        return readyFuture<QString>(failure(ErrorCode::Refused, tr("The file lies on a server that Tandem does not fetch from.")));
    }
    DownloadCall fetch;
    fetch.url = url;
    if (host == MediaHost::WithToken) fetch.bearer = token;
    fetch.filePath = filePath;
    fetch.maxBytes = maxBytes > 0 ? std::min(maxBytes, mediaLimit) : mediaLimit;
    fetch.idle = m_timeout;
    fetch.progress = std::move(progress);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto future = promise->future();
    m_transport->download(fetch, [promise](Result<QString> result) {
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

GraphCall GraphClient::templateCall(const QString &wabaId, const QString &after, const Secret &token) const
{
    GraphCall get = call("GET", {wabaId, u"message_templates"_s}, token);
    setQuery(get.url, {{u"fields"_s, templateFields}, {u"limit"_s, QString::number(pageSize)}});
    if (!after.isEmpty()) get.url.setQuery(get.url.query(QUrl::FullyEncoded) + u"&after="_s + QString::fromLatin1(QUrl::toPercentEncoding(after)));
    return get;
}

FutureResult<TemplatePage> GraphClient::templates(const QString &wabaId, const QString &after, const Secret &token)
{
    auto promise = std::make_shared<QPromise<Result<TemplatePage>>>();
    promise->start();
    auto future = promise->future();
    const auto end = [promise](Result<TemplatePage> page) {
        promise->addResult(std::move(page));
        promise->finish();
    };
    m_transport->perform(templateCall(wabaId, after, token), [this, wabaId, after, token, end](const GraphAnswer &answer) {
        auto page = readTemplates(answer, wabaId);
        if (page || after.isEmpty() || page.error().platformCode != staleCursor) return end(std::move(page));
        m_transport->perform(templateCall(wabaId, {}, token), [wabaId, end](const GraphAnswer &again) {
            auto first = readTemplates(again, wabaId);
            if (first) first->restarted = true;
            end(std::move(first));
        });
    });
    return future;
}

FutureResult<bool> GraphClient::changeBlock(const QByteArray &verb, const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token)
{
    const auto body = blockBody(phone, bsuid);
    if (!body) return readyFuture<bool>(failure(body.error()));
    GraphCall change = call(verb, {phoneNumberId, u"block_users"_s}, token);
    change.body = bytes(*body);
    return ask<bool>(change, readBlockAnswer);
}

FutureResult<bool> GraphClient::block(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token)
{
    return changeBlock("POST", phoneNumberId, phone, bsuid, token);
}

FutureResult<bool> GraphClient::unblock(const QString &phoneNumberId, const QString &phone, const QString &bsuid, const Secret &token)
{
    return changeBlock("DELETE", phoneNumberId, phone, bsuid, token);
}

FutureResult<Secret> GraphClient::exchangeCode(const QString &appId, const Secret &appSecret, const QString &code)
{
    GraphCall get = call("GET", {u"oauth"_s, u"access_token"_s}, Secret());
    setQuery(get.url, {{u"client_id"_s, appId}, {u"client_secret"_s, appSecret.reveal()}, {u"code"_s, code}});
    return ask<Secret>(get, readAccessToken);
}

FutureResult<TokenInfo> GraphClient::debugToken(const QString &appId, const Secret &appSecret, const Secret &token)
{
    GraphCall get = call("GET", {u"debug_token"_s}, appToken(appId, appSecret));
    setQuery(get.url, {{u"input_token"_s, token.reveal()}});
    return ask<TokenInfo>(get, readTokenInfo);
}

FutureResult<QList<PhoneNumberInfo>> GraphClient::phoneNumbers(const QString &wabaId, const Secret &token)
{
    auto list = std::make_shared<NumberList>();
    list->wabaId = wabaId;
    list->token = token;
    list->promise.start();
    auto future = list->promise.future();
    nextNumbers(list);
    return future;
}

void GraphClient::nextNumbers(const std::shared_ptr<NumberList> &list)
{
    GraphCall get = call("GET", {list->wabaId, u"phone_numbers"_s}, list->token);
    setQuery(get.url, {{u"fields"_s, numberFields}, {u"limit"_s, QString::number(pageSize)}});
    if (!list->after.isEmpty()) get.url.setQuery(get.url.query(QUrl::FullyEncoded) + u"&after="_s + QString::fromLatin1(QUrl::toPercentEncoding(list->after)));
    m_transport->perform(get, [this, list](const GraphAnswer &answer) {
        const auto page = readPhoneNumbers(answer);
        if (!page) return list->end(failure(page.error()));
        list->found += page->numbers;
        list->after = page->after;
        if (list->after.isEmpty() || ++list->pages >= pagesRead) return list->end(list->found);
        nextNumbers(list);
    });
}

FutureResult<PhoneNumberInfo> GraphClient::phoneNumber(const QString &phoneNumberId, const Secret &token)
{
    GraphCall get = call("GET", {phoneNumberId}, token);
    setQuery(get.url, {{u"fields"_s, numberFields}});
    return ask<PhoneNumberInfo>(get, [](const GraphAnswer &answer) -> Result<PhoneNumberInfo> {
        const auto object = readAnswer(answer);
        if (!object) return failure(object.error());
        return readPhoneNumber(*object);
    });
}

FutureResult<QList<SubscriptionInfo>> GraphClient::appSubscriptions(const QString &appId, const Secret &appSecret)
{
    return ask<QList<SubscriptionInfo>>(call("GET", {appId, u"subscriptions"_s}, appToken(appId, appSecret)), readSubscriptions);
}

FutureResult<bool> GraphClient::subscribeApp(const QString &appId, const Secret &appSecret, const QString &callbackUrl,
    const Secret &verifyToken, const QStringList &fields)
{
    GraphCall post = call("POST", {appId, u"subscriptions"_s}, appToken(appId, appSecret));
    post.body = bytes(appSubscriptionBody(callbackUrl, verifyToken, fields));
    return ask<bool>(post, readSuccess);
}

FutureResult<bool> GraphClient::subscribeWaba(const QString &wabaId, const Secret &token, const QString &overrideUrl, const Secret &verifyToken)
{
    GraphCall post = call("POST", {wabaId, u"subscribed_apps"_s}, token);
    post.body = bytes(subscribedAppsBody(overrideUrl, verifyToken));
    return ask<bool>(post, readSuccess);
}

FutureResult<QString> GraphClient::requestSync(const QString &phoneNumberId, const QString &syncType, const Secret &token)
{
    GraphCall post = call("POST", {phoneNumberId, u"smb_app_data"_s}, token);
    post.body = bytes(syncBody(syncType));
    return ask<QString>(post, readRequestId);
}

} // namespace Tandem::Meta
