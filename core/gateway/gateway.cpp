#include "core/gateway/gateway.h"

#include "core/base/log.h"
#include "core/gateway/engine.h"
#include "core/gateway/receive/ingestor.h"
#include "core/gateway/receive/webhook_listener.h"
#include "core/gateway/team/metrics.h"
#include "core/gateway/team/service_pages.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/secrets/secret_store.h"
#include "core/store/store.h"

#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

class Gateway::Private
{
public:
    Private(Gateway *owner, Store &theStore, std::unique_ptr<SecretStore> theSecrets, std::shared_ptr<const Clock> theClock)
        : q(owner), store(theStore), secrets(std::move(theSecrets)), clock(std::move(theClock))
    {
    }

    [[nodiscard]] Result<> takeNumbers(const GatewayConfig &fresh);
    void startEngine();
    void stopEngine();
    void startIngestor();
    void stopIngestor();
    [[nodiscard]] Result<quint16> openDoor();

    Gateway *const q;
    Store &store;
    std::unique_ptr<SecretStore> secrets;
    std::shared_ptr<const Clock> clock;
    GatewayConfig config;
    std::shared_ptr<LinkDoor> door = std::make_shared<LinkDoor>();
    GatewayMetrics metrics;
    std::unique_ptr<ServicePages> pages;
    std::unique_ptr<QThread> engineThread;
    std::unique_ptr<QThread> ingestThread;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Ingestor> ingestor;
    std::unique_ptr<WebhookListener> listener;
    quint16 port = 0;
    bool running = false;
};

/// Numbers of the credentials count as linked; a new or first-used token lifts the stop that the old one caused.
Result<> Gateway::Private::takeNumbers(const GatewayConfig &fresh)
{
    for (const auto &number : fresh.numbers) {
        const auto known = std::find_if(config.numbers.cbegin(), config.numbers.cend(),
            [&](const GatewayNumber &each) { return each.phoneNumberId == number.phoneNumberId; });
        const bool sameToken = known != config.numbers.cend() && known->token == number.token;
        Number row;
        row.phoneNumberId = number.phoneNumberId;
        row.wabaId = number.wabaId;
        row.displayPhone = number.displayPhone;
        row.onboardedAt = number.onboardedAt;
        row.state = NumberState::Linked;
        TANDEM_TRY(waitFor(store.numbers().upsert(row)));
        const auto stored = waitFor(store.numbers().byPhoneNumberId(number.phoneNumberId));
        if (!stored) return failure(stored.error());
        if (!sameToken && stored->sendingPaused && Meta::adviceFor(stored->healthCode).stopsNumber) {
            TANDEM_TRY(waitFor(store.numbers().setHealth(stored->id, 0, {}, false)));
        }
    }
    return {};
}

void Gateway::Private::startEngine()
{
    engineThread = std::make_unique<QThread>();
    engineThread->setObjectName(u"tandem-gateway"_s);
    engine = std::make_unique<Engine>(store, *secrets, clock, door, metrics);
    QObject::connect(engine.get(), &Engine::budgetChanged, q, &Gateway::budgetChanged);
    QObject::connect(engine.get(), &Engine::onlineChanged, q, &Gateway::onlineChanged);
    QObject::connect(engine.get(), &Engine::uploadProgress, q, &Gateway::uploadProgress);
    QObject::connect(engine.get(), &Engine::downloadProgress, q, &Gateway::downloadProgress);
    QObject::connect(engine.get(), &Engine::budgetChanged, engine.get(), [this](const BudgetSnapshots &budgets) { metrics.setBudgets(budgets); });
    QObject::connect(&store, &Store::committed, engine.get(), &Engine::changed, Qt::QueuedConnection);
    engine->moveToThread(engineThread.get());
    engineThread->start();
    QMetaObject::invokeMethod(engine.get(), [this] { engine->start(config); }, Qt::BlockingQueuedConnection);
}

void Gateway::Private::stopEngine()
{
    if (!engine) return;
    QMetaObject::invokeMethod(engine.get(), [this] { engine->stop(); }, Qt::BlockingQueuedConnection);
    engineThread->quit();
    engineThread->wait();
    engine.reset();
    engineThread.reset();
}

void Gateway::Private::startIngestor()
{
    ingestThread = std::make_unique<QThread>();
    ingestThread->setObjectName(u"tandem-ingest"_s);
    ingestor = std::make_unique<Ingestor>(store, [this](const std::vector<Event> &events) { engine->observe(events); },
        [this] { return engine->leases().held(); });
    QObject::connect(engine.get(), &Engine::leasesChanged, ingestor.get(), &Ingestor::wake, Qt::DirectConnection);
    QObject::connect(&store, &Store::committed, ingestor.get(), &Ingestor::changed, Qt::QueuedConnection);
    ingestor->moveToThread(ingestThread.get());
    ingestThread->start();
    ingestor->wake();
}

void Gateway::Private::stopIngestor()
{
    if (!ingestor) return;
    ingestor->requestStop();
    ingestThread->quit();
    ingestThread->wait();
    ingestor.reset();
    ingestThread.reset();
}

Result<quint16> Gateway::Private::openDoor()
{
    listener->setSecrets(config.appSecret, config.verifyToken);
    auto bound = listener->listen(config.listenHost, config.listenPort);
    if (bound) port = *bound;
    return bound;
}

Gateway::Gateway(Store &store, std::unique_ptr<SecretStore> secrets, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, store, std::move(secrets), std::move(clock)))
{
    qRegisterMetaType<BudgetSnapshots>();
    qRegisterMetaType<Changes>();
}

Gateway::~Gateway()
{
    stop();
}

Result<quint16> Gateway::start(const GatewayConfig &config)
{
    stop();
    // The store tells of every commit, so a delivery's arrival wakes the ingestor without help from here.
    d->pages = std::make_unique<ServicePages>(d->store.exporter(), d->metrics);
    d->listener = std::make_unique<WebhookListener>(d->store.deliveries(), *d->pages,
        [door = d->door](const HttpRequest &request, const HttpReply &reply) { door->handle(request, reply); });
    TANDEM_TRY(d->takeNumbers(config));
    d->config = config;
    const auto bound = d->openDoor();
    if (!bound) return failure(bound.error());
    TANDEM_TRY(d->pages->listen(config.metricsHost, config.metricsPort));
    d->startEngine();
    d->pages->setLeases(&d->engine->leases());
    d->startIngestor();
    d->running = true;
    return *bound;
}

void Gateway::stop()
{
    if (!d->running) {
        d->listener.reset();
        return;
    }
    d->running = false;
    d->listener->close();
    d->pages->close();
    d->stopIngestor();
    d->stopEngine();
    d->listener.reset();
    d->store.flush();
    d->port = 0;
}

quint16 Gateway::port() const
{
    return d->port;
}

quint16 Gateway::metricsPort() const
{
    return d->pages ? d->pages->port() : quint16(0);
}

void Gateway::reconfigure(const GatewayConfig &config)
{
    if (!d->running) return;
    if (const auto taken = d->takeNumbers(config); !taken) {
        qCWarning(lcGraph, "new credentials could not be stored: %s", qUtf8Printable(word(taken.error().code)));
    }
    const auto old = std::exchange(d->config, config);
    d->listener->setSecrets(config.appSecret, config.verifyToken);
    const bool sameDoor = old.listenHost == config.listenHost && (config.listenPort == 0 || config.listenPort == d->port);
    if (!sameDoor) {
        d->listener->close();
        if (!d->openDoor()) {
            // The new address can't be had: better the old one than none.
            d->config.listenHost = old.listenHost;
            d->config.listenPort = d->port;
            (void)d->openDoor();
        }
    }
    QMetaObject::invokeMethod(d->engine.get(), [engine = d->engine.get(), config] { engine->apply(config); }, Qt::QueuedConnection);
}

void Gateway::wake()
{
    if (!d->running) return;
    d->ingestor->wake();
    QMetaObject::invokeMethod(d->engine.get(), &Engine::wake, Qt::QueuedConnection);
}

} // namespace Tandem
