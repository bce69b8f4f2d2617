#pragma once

#include "core/domain/changes.h"
#include "core/gateway/gateway.h"
#include "core/http/http_server.h"
#include "core/providers/events.h"

#include <QObject>

#include <mutex>
#include <optional>
#include <vector>

namespace Tandem {

class CommandRunner;
class GatewayMetrics;
class LinkPages;
class LinkService;
class MediaFetcher;
class NumberLeases;
class NumberWatch;
class Outbox;
class TemplateFetcher;
class TokenBook;
class TokenCensus;
struct SendContext;
namespace Meta {
class GraphClient;
}

/// The way from the web server's thread to the link pages, which come and go with the engine.
class LinkDoor
{
public:
    void open(LinkPages *pages);
    /// Any thread; 503 while the engine is not there.
    void handle(const HttpRequest &request, const HttpReply &reply);

private:
    std::mutex m_mutex;
    LinkPages *m_pages = nullptr;
};

/// What of the gateway talks to the platform: outbox, media, commands, templates, number checks and link flow around
/// one Graph client.
/// Everything runs in the gateway thread; start() and stop() are called there.
class Engine final : public QObject
{
    Q_OBJECT
public:
    Engine(Store &store, SecretStore &secrets, std::shared_ptr<const Clock> clock, std::shared_ptr<LinkDoor> door, GatewayMetrics &metrics);
    ~Engine() override;

    void start(const GatewayConfig &config);
    /// Changed credentials or addresses, without a break in what is under way.
    void apply(const GatewayConfig &config);
    void wake();
    void changed(const Changes &changes);
    void stop();

    /// From any thread, between start() and stop().
    void observe(const std::vector<Event> &events);
    [[nodiscard]] const NumberLeases &leases() const { return *m_leases; }

Q_SIGNALS:
    void budgetChanged(const Tandem::BudgetSnapshots &budgets);
    void onlineChanged(bool graphReachable);
    void leasesChanged();
    void uploadProgress(Tandem::OutboxId id, qint64 sent, qint64 total);
    void downloadProgress(Tandem::MessageId id, qint64 got, qint64 total);

private:
    void startWorkers(const SendContext &context);
    void leasesMoved();
    void noteReachable(bool yes);
    void numberLinked(const QString &phoneNumberId);
    void startCensus();
    void takeNewTokens();

    Store &m_store;
    SecretStore &m_secrets;
    const std::shared_ptr<const Clock> m_clock;
    const std::shared_ptr<LinkDoor> m_door;
    GatewayMetrics &m_metrics;
    std::unique_ptr<NumberLeases> m_leases;
    std::unique_ptr<TokenBook> m_tokens;
    std::unique_ptr<TokenCensus> m_census; ///< on a single desk there is nobody to leave a number to
    std::unique_ptr<Meta::GraphClient> m_provider;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<MediaFetcher> m_media;
    std::unique_ptr<TemplateFetcher> m_templates;
    std::unique_ptr<CommandRunner> m_commands;
    std::unique_ptr<NumberWatch> m_numbers;
    std::unique_ptr<LinkService> m_links;
    std::unique_ptr<LinkPages> m_linkPages;
    std::optional<bool> m_online;
};

} // namespace Tandem
