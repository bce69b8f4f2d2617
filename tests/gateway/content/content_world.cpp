#include "tests/gateway/content/content_world.h"

#include "tests/support/raw_client.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

/// Shares a MemorySecretStore between the test and the gateway that owns its store.
class BorrowedSecrets final : public SecretStore
{
public:
    explicit BorrowedSecrets(SecretStore &secrets) : m_secrets(secrets) { }
    FutureResult<Secret> read(const QString &key) override { return m_secrets.read(key); }
    FutureResult<bool> write(const QString &key, const Secret &value) override { return m_secrets.write(key, value); }
    FutureResult<bool> remove(const QString &key) override { return m_secrets.remove(key); }

private:
    SecretStore &m_secrets;
};

QByteArray between(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const auto begin = text.indexOf(from);
    if (begin < 0) return {};
    const auto start = begin + from.size();
    return text.mid(start, text.indexOf(to, start) - start);
}

/// The part named "file" of a multipart body.
UploadSeen readUpload(const HttpRequest &request)
{
    UploadSeen seen;
    seen.atUs = monotonicUs();
    seen.token = request.header("authorization");
    auto boundary = request.header("content-type");
    boundary = boundary.sliced(boundary.indexOf("boundary=") + 9);
    boundary.replace('"', "");
    const auto part = request.body.indexOf("name=\"file\"");
    const auto headersEnd = request.body.indexOf("\r\n\r\n", part);
    const auto begin = request.body.lastIndexOf("--" + boundary, part);
    const auto headers = request.body.mid(begin, headersEnd - begin) + "\r\n";
    seen.filename = between(headers, "filename=\"", "\"");
    seen.mime = between(headers, "Content-Type: ", "\r\n");
    const auto end = request.body.indexOf("\r\n--" + boundary, headersEnd);
    seen.bytes = request.body.mid(headersEnd + 4, end - headersEnd - 4);
    return seen;
}

} // namespace

HttpResponse jsonAnswer(const QJsonObject &object, int status)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    response.contentType = "application/json";
    return response;
}

qint64 nowSeconds()
{
    return QDateTime::currentSecsSinceEpoch();
}

ContentWorld::ContentWorld() : clock(std::make_shared<ShiftedClock>()), platform(std::make_unique<FakePlatform>())
{
    platform->setRoute([this](const HttpRequest &request, const HttpReply &reply) { return route(request, reply); });
    (void)waitFor(secrets.write(u"token/"_s + QString::fromLatin1(phoneNumberId), Secret(QString::fromLatin1(accessToken))));
    StoreOptions options;
    options.url = u"sqlite:"_s + dir.filePath(u"tandem.db"_s);
    auto opened = Store::open(options, clock);
    if (!opened) qFatal("%s", qPrintable(opened.error().text));
    store = *std::move(opened);
    Number row;
    row.phoneNumberId = QString::fromLatin1(phoneNumberId);
    row.wabaId = QString::fromLatin1(wabaId);
    row.displayPhone = u"+1 555-078-3881"_s;
    row.state = NumberState::Linked;
    if (!waitFor(store->numbers().upsert(row))) qFatal("number");
}

ContentWorld::~ContentWorld()
{
    gateway.reset();
    store.reset();
    platform.reset();
}

void ContentWorld::start()
{
    GatewayConfig config;
    config.graphUrl = platform->graphUrl();
    config.appSecret = Secret(QString::fromLatin1(appSecret));
    config.verifyToken = Secret(QString::fromLatin1(verifyToken));
    start(config);
}

void ContentWorld::start(const GatewayConfig &config)
{
    gateway = std::make_unique<Gateway>(*store, std::make_unique<BorrowedSecrets>(secrets), clock);
    QVERIFY(gateway->start(config).has_value());
}

int ContentWorld::post(const QByteArray &body)
{
    RawClient client(gateway->port());
    client.send(signedPost(body));
    return client.status(10000);
}

void ContentWorld::customerWrites(const QString &wamid, const QString &from, Seconds ago)
{
    const auto at = toEpochSeconds(clock->now() - ago);
    QCOMPARE(post(liveText(wamid, from, u"hello"_s, at)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(message(wamid).wamid, wamid, 5000);
}

OutboxItem ContentWorld::text(const QString &body, const QString &to) const
{
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.phoneNumberId = QString::fromLatin1(phoneNumberId);
    item.toPhone = to;
    item.type = u"text"_s;
    item.text = body;
    item.content = QJsonObject{{u"body"_s, body}};
    return item;
}

OutboxItem ContentWorld::file(const QString &type, const QByteArray &bytes, const QString &mime, const QString &name)
{
    auto item = text({});
    item.type = type;
    item.content = {};
    item.media.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    item.media.mime = mime;
    item.media.filename = name;
    item.media.size = bytes.size();
    QFile kept(store->media().pathFor(item.media.sha256));
    if (!kept.open(QIODevice::WriteOnly) || kept.write(bytes) != bytes.size()) qFatal("media folder");
    return item;
}

OutboxId ContentWorld::queue(const OutboxItem &item)
{
    const auto id = waitFor(store->outbox().enqueue(item, u"Ana"_s));
    if (!id) qWarning("not queued: %s", qPrintable(id.error().text));
    return id.value_or(OutboxId{});
}

OutboxItem ContentWorld::row(OutboxId id)
{
    return waitFor(store->outbox().item(id)).value_or(OutboxItem{});
}

Number ContentWorld::number()
{
    return waitFor(store->numbers().byPhoneNumberId(QString::fromLatin1(phoneNumberId))).value_or(Number{});
}

QList<Message> ContentWorld::messages()
{
    ConversationFilter all;
    all.state.reset();
    const auto page = waitFor(store->conversations().page(all, std::nullopt, 20));
    QList<Message> found;
    if (!page) return found;
    for (const auto &each : page->rows) found += waitFor(store->messages().newest(each.id, 200)).value_or(MessagePage{}).messages;
    return found;
}

Message ContentWorld::message(const QString &wamid)
{
    for (const auto &each : messages()) {
        if (each.wamid == wamid) return each;
    }
    return {};
}

ConversationId ContentWorld::conversation(const QString &from)
{
    Peer peer;
    peer.phone = from;
    return waitFor(store->conversations().findOrCreate(number().id, peer)).value_or(ConversationId{});
}

QList<UploadSeen> ContentWorld::uploads() const
{
    const std::lock_guard lock(m_mutex);
    return m_uploads;
}

void ContentWorld::setUploadScript(UploadScript script)
{
    const std::lock_guard lock(m_mutex);
    m_uploadScript = std::move(script);
}

void ContentWorld::setRoute(FakePlatform::Route route)
{
    const std::lock_guard lock(m_mutex);
    m_route = std::move(route);
}

bool ContentWorld::route(const HttpRequest &request, const HttpReply &reply)
{
    FakePlatform::Route other;
    Behaviour behaviour;
    UploadSeen seen;
    const bool isUpload = request.method == "POST" && request.path.endsWith("/media");
    {
        const std::lock_guard lock(m_mutex);
        other = m_route;
        if (isUpload) {
            seen = readUpload(request);
            if (m_uploadScript) behaviour = m_uploadScript(seen, int(m_uploads.size()));
            if (behaviour.status == 200 && behaviour.code == 0) seen.id = u"90010%1"_s.arg(m_uploads.size());
            m_uploads.append(seen);
        }
    }
    if (!isUpload) return other && other(request, reply);
    const auto answer = seen.id.isEmpty() ? FakePlatform::errorAnswer(behaviour) : jsonAnswer({{u"id"_s, seen.id}});
    platform->answerLater(behaviour.delayMs, [reply, answer] { reply(answer); });
    return true;
}

} // namespace Tandem::Testing
