#include "link_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Tandem::Test {

class LinkWorld::Platform final : public Provider
{
    Q_OBJECT
public:
    explicit Platform(LinkWorld &world) : m_world(world) { }

    FutureResult<SendReply> send(const SendRequest &, const Secret &) override { return refused<SendReply>(u"send"_s); }
    FutureResult<bool> markRead(const QString &, const QString &, bool, const Secret &) override { return refused<bool>(u"markRead"_s); }
    FutureResult<QString> uploadMedia(const QString &, const QString &, const QString &, const QString &, const Secret &, TransferProgress) override { return refused<QString>(u"uploadMedia"_s); }
    FutureResult<bool> deleteMedia(const QString &, const QString &, const Secret &) override { return refused<bool>(u"deleteMedia"_s); }
    FutureResult<TemplatePage> templates(const QString &, const QString &, const Secret &) override { return refused<TemplatePage>(u"templates"_s); }
    FutureResult<bool> block(const QString &, const QString &, const QString &, const Secret &) override { return refused<bool>(u"block"_s); }
    FutureResult<bool> unblock(const QString &, const QString &, const QString &, const Secret &) override { return refused<bool>(u"unblock"_s); }
    FutureResult<MediaLink> mediaLink(const QString &, const QString &, const Secret &) override { return refused<MediaLink>(u"mediaLink"_s); }
    FutureResult<QString> download(const QUrl &, const Secret &, const QString &, qint64, TransferProgress) override { return refused<QString>(u"download"_s); }

    FutureResult<Secret> exchangeCode(const QString &, const Secret &, const QString &code) override
    {
        return m_world.platform<Secret>(u"exchangeCode"_s, [this, code]() -> Result<Secret> {
            if (m_usedCodes.contains(code)) return failure(Error{ErrorCode::Platform, u"This code was used."_s, {}, false, 100});
            m_usedCodes.insert(code);
            return Secret(u"T"_s);
        });
    }
    FutureResult<TokenInfo> debugToken(const QString &, const Secret &, const Secret &) override
    {
        return m_world.platform<TokenInfo>(u"debugToken"_s, [this] { return m_world.token; });
    }
    FutureResult<QList<PhoneNumberInfo>> phoneNumbers(const QString &waba, const Secret &) override
    {
        return m_world.platform<QList<PhoneNumberInfo>>(u"phoneNumbers"_s, [this, waba] { return m_world.phoneNumbers.value(waba); });
    }
    FutureResult<PhoneNumberInfo> phoneNumber(const QString &id, const Secret &) override
    {
        return m_world.platform<PhoneNumberInfo>(u"phoneNumber"_s, [this, id]() -> Result<PhoneNumberInfo> {
            for (const auto &list : std::as_const(m_world.phoneNumbers)) {
                for (const auto &number : list) {
                    if (number.id == id) return number;
                }
            }
            return failure(ErrorCode::Platform, u"no such number"_s);
        });
    }
    FutureResult<QList<SubscriptionInfo>> appSubscriptions(const QString &, const Secret &) override
    {
        return m_world.platform<QList<SubscriptionInfo>>(u"appSubscriptions"_s, [this] { return m_world.subscriptions; });
    }
    FutureResult<bool> subscribeApp(const QString &, const Secret &, const QString &url, const Secret &, const QStringList &fields) override
    {
        return m_world.platform<bool>(u"subscribeApp"_s, [this, url, fields] {
            m_world.subscriptions = {{u"whatsapp_business_account"_s, url, fields, true}};
            m_world.subscribedFields = fields;
            return true;
        });
    }
    FutureResult<bool> subscribeWaba(const QString &, const Secret &, const QString &url, const Secret &) override
    {
        return m_world.platform<bool>(u"subscribeWaba"_s, [this, url] {
            m_world.overrideUrl = url;
            return true;
        });
    }
    FutureResult<QString> requestSync(const QString &, const QString &type, const Secret &) override
    {
        return m_world.platform<QString>(u"requestSync "_s + type, [] { return u"R"_s; });
    }

private:
    template<typename T>
    FutureResult<T> refused(const QString &name)
    {
        return m_world.platform<T>(name, []() -> Result<T> { return failure(ErrorCode::Internal, u"not part of linking"_s); });
    }

    LinkWorld &m_world;
    QSet<QString> m_usedCodes;
};

class LinkWorld::Keyring final : public SecretStore
{
    Q_OBJECT
public:
    explicit Keyring(LinkWorld &world) : m_world(world) { }
    FutureResult<Secret> read(const QString &key) override
    {
        return m_world.platform<Secret>(u"secret read"_s, [this, key] { return waitFor(m_world.secretsOnDisk.read(key)); });
    }
    FutureResult<bool> write(const QString &key, const Secret &value) override
    {
        return m_world.platform<bool>(u"secret write"_s, [this, key, value] { return waitFor(m_world.secretsOnDisk.write(key, value)); });
    }
    FutureResult<bool> remove(const QString &key) override
    {
        return m_world.operation<bool>([this, key] { return waitFor(m_world.secretsOnDisk.remove(key)); });
    }

private:
    LinkWorld &m_world;
};

class LinkWorld::Address final : public Meta::GraphTransport
{
    Q_OBJECT
public:
    explicit Address(LinkWorld &world) : m_world(world) { }
    void perform(const Meta::GraphCall &call, std::function<void(const Meta::GraphAnswer &)> done) override
    {
        m_world.calls.append(u"address "_s + call.url.toString(QUrl::RemoveQuery));
        Meta::GraphAnswer answer = m_world.address;
        const QUrlQuery query(call.url);
        if (answer.body.isEmpty() && query.queryItemValue(u"hub.verify_token"_s) == "verify"_L1) {
            answer.body = query.queryItemValue(u"hub.challenge"_s).toLatin1();
        }
        done(answer);
    }
    void download(const Meta::DownloadCall &, std::function<void(Result<QString>)>) override { }
    QObject *upload(const Meta::UploadCall &, std::function<void(Result<Meta::GraphAnswer>)>) override { return nullptr; }

private:
    LinkWorld &m_world;
};

LinkWorld::LinkWorld()
    : m_platform(std::make_unique<Platform>(*this)), m_keyring(std::make_unique<Keyring>(*this))
{
    config.appId = u"app"_s;
    config.configId = u"config"_s;
    config.appSecret = Secret(u"secret"_s);
    config.verifyToken = Secret(u"verify"_s);
    config.publicUrl = QUrl(u"https://inbox.example/base/"_s);
    config.sdkUrl = QUrl(u"https://connect.facebook.net/en_US/sdk.js"_s);
    config.graphUrl = QUrl(u"https://graph.facebook.com/v25.0"_s);
    config.retryUnit = Millis(1);
    address = {Meta::GraphAnswer::Outcome::Answered, 200, {}, {}, {}};
    token = {true, u"app"_s, 0, {u"whatsapp_business_management"_s, u"whatsapp_business_messaging"_s}, {u"7"_s}};
    phoneNumbers.insert(u"7"_s, {{u"61"_s, u"+1 555-078-3881"_s, u"Shop"_s, u"GREEN"_s, u"CLOUD_API"_s, u"TIER_250"_s, true, u"2026-11-23T14:00:09+0000"_s}});
    restart();
}

LinkWorld::~LinkWorld() = default;

void LinkWorld::restart()
{
    m_service.reset();
    crashAt = 0;
    m_dead = false;
    m_unanswered.clear();
    m_service = std::make_unique<LinkService>(*this, *this, *m_keyring, *m_platform, clock, nullptr, std::make_unique<Address>(*this));
    m_service->configure(config);
    QObject::connect(m_service.get(), &LinkService::numberLinked, m_service.get(), [this](const QString &id) { linked.append(id); });
}

bool LinkWorld::fails()
{
    ++m_operations;
    if (m_operations == crashAt) m_dead = true;
    return m_dead;
}

bool LinkWorld::until(const std::function<bool()> &condition)
{
    // Without qWaitFor's pauses: thousands of runs wait here.
    QElapsedTimer timer;
    timer.start();
    while (!m_dead && !condition()) {
        if (timer.elapsed() > 2000) return false;
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

bool LinkWorld::finished() const
{
    const LinkStep step = row().step;
    return step == LinkStep::Done || step == LinkStep::Failed || step == LinkStep::Cancelled;
}

void LinkWorld::begin()
{
    if (rows.isEmpty()) (void)create();
    m_service->configure(config);
    m_service->wake();
    (void)until([this] { return finished() || row().step == LinkStep::WaitingForOwner; });
}

void LinkWorld::run()
{
    begin();
    if (row().step == LinkStep::WaitingForOwner && !m_dead) returnCode();
    (void)until([this] { return finished() || row().step == LinkStep::ChoosingNumber; });
}

LinkPageState LinkWorld::returnCode(LinkReturn from)
{
    if (from.state.isEmpty()) from.state = row().state;
    if (from.code.isEmpty() && !from.cancelled) from.code = u"code"_s;
    std::optional<LinkPageState> said;
    m_service->take(from, [&said](LinkPageState state) { said = state; });
    (void)until([&said] { return said.has_value(); });
    return said.value_or(LinkPageState::Busy);
}

FutureResult<LinkRequestId> LinkWorld::create()
{
    LinkRequest request;
    request.id = LinkRequestId{qint64(rows.size()) + 1};
    request.state = u"state%1"_s.arg(request.id.value);
    request.createdAt = clock->now();
    rows.insert(request.id, request);
    return readyFuture<LinkRequestId>(request.id);
}

FutureResult<LinkRequest> LinkWorld::get(LinkRequestId id)
{
    return readyFuture<LinkRequest>(rows.value(id));
}

FutureResult<LinkRequest> LinkWorld::byState(const QString &state)
{
    for (const LinkRequest &request : std::as_const(rows)) {
        if (request.state == state) return readyFuture<LinkRequest>(request);
    }
    return readyFuture<LinkRequest>(failure(ErrorCode::NotFound, u"none"_s));
}

FutureResult<QList<LinkRequest>> LinkWorld::unfinished()
{
    QList<LinkRequest> list;
    for (const LinkRequest &request : std::as_const(rows)) {
        const bool ended = request.step == LinkStep::Done || request.step == LinkStep::Failed || request.step == LinkStep::Cancelled;
        if (!ended) list.append(request);
    }
    return readyFuture<QList<LinkRequest>>(list);
}

FutureResult<bool> LinkWorld::update(const LinkRequest &request, qint64 under)
{
    return platform<bool>(u"update"_s, [this, request, under] {
        if (under != fence) return false;
        LinkRequest &row = rows[request.id];
        if (row.step == LinkStep::Cancelled) return false;
        if (row.step != request.step) steps.append(request.step);
        row = request;
        return true;
    });
}

FutureResult<bool> LinkWorld::choose(LinkRequestId id, const QString &phoneNumberId)
{
    rows[id].phoneNumberId = phoneNumberId;
    return readyFuture<bool>(true);
}

FutureResult<bool> LinkWorld::cancel(LinkRequestId id)
{
    rows[id].step = LinkStep::Cancelled;
    return readyFuture<bool>(true);
}

FutureResult<QList<Number>> LinkWorld::all()
{
    return readyFuture<QList<Number>>(QList<Number>(stored.values()));
}

FutureResult<Number> LinkWorld::byPhoneNumberId(const QString &phoneNumberId)
{
    if (!stored.contains(phoneNumberId)) return readyFuture<Number>(failure(ErrorCode::NotFound, u"none"_s));
    return readyFuture<Number>(stored.value(phoneNumberId));
}

FutureResult<NumberId> LinkWorld::upsert(const Number &number)
{
    return platform<NumberId>(u"upsert"_s, [this, number] {
        Number row = number;
        row.id = NumberId{1};
        row.history = stored.value(number.phoneNumberId).history;
        stored.insert(number.phoneNumberId, row);
        return NumberId{1};
    });
}

FutureResult<bool> LinkWorld::setState(NumberId, NumberState)
{
    return readyFuture<bool>(false);
}

FutureResult<bool> LinkWorld::setLimit(NumberId, int)
{
    return readyFuture<bool>(false);
}

FutureResult<bool> LinkWorld::setHealth(NumberId, int, const QString &, bool)
{
    return readyFuture<bool>(false);
}

FutureResult<bool> LinkWorld::setHistory(NumberId, HistoryState state)
{
    return operation<bool>([this, state] {
        for (Number &number : stored) number.history.state = state;
        return true;
    });
}

FutureResult<bool> LinkWorld::setPolicy(NumberId, ReadReceipts, bool)
{
    return readyFuture<bool>(false);
}

} // namespace Tandem::Test

#include "link_world.moc"
