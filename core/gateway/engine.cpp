#include "core/gateway/engine.h"

#include "core/gateway/commands/command_runner.h"
#include "core/gateway/link/link_pages.h"
#include "core/gateway/link/link_service.h"
#include "core/gateway/media/media_fetcher.h"
#include "core/gateway/number_watch.h"
#include "core/gateway/send/outbox.h"
#include "core/gateway/team/metrics.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/team/token_census.h"
#include "core/gateway/templates/template_fetcher.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/graph_client.h"
#include "core/store/store.h"

namespace Tandem {

namespace {

LinkConfig linkConfigOf(const GatewayConfig &config)
{
    LinkConfig link;
    link.appId = config.appId;
    link.configId = config.configId;
    link.appSecret = config.appSecret;
    link.verifyToken = config.verifyToken;
    link.publicUrl = config.publicUrl;
    link.trustPublicUrl = config.trustPublicUrl;
    link.sdkUrl = config.sdkUrl;
    link.graphUrl = config.graphUrl;
    return link;
}

} // namespace

void LinkDoor::open(LinkPages *pages)
{
    const std::lock_guard lock(m_mutex);
    m_pages = pages;
}

void LinkDoor::handle(const HttpRequest &request, const HttpReply &reply)
{
    const std::lock_guard lock(m_mutex);
    if (m_pages) {
        m_pages->handle(request, [reply](HttpResponse response) { reply(std::move(response)); });
        return;
    }
    HttpResponse away;
    away.status = 503;
    away.body = "Unavailable\n";
    reply(std::move(away));
}

Engine::Engine(Store &store, SecretStore &secrets, std::shared_ptr<const Clock> clock, std::shared_ptr<LinkDoor> door, GatewayMetrics &metrics)
    : m_store(store), m_secrets(secrets), m_clock(std::move(clock)), m_door(std::move(door)), m_metrics(metrics)
{
}

Engine::~Engine() = default;

void Engine::start(const GatewayConfig &config)
{
    m_provider = std::make_unique<Meta::GraphClient>(config.graphUrl);
    m_tokens = std::make_unique<TokenBook>(m_secrets);
    m_leases = std::make_unique<NumberLeases>(m_store.leases(), m_clock, config.leaseLife);
    connect(m_leases.get(), &NumberLeases::changed, this, &Engine::leasesMoved);
    startWorkers({m_store, *m_provider, *m_tokens, m_clock, *m_leases, m_metrics});
    m_links = std::make_unique<LinkService>(m_store.links(), m_store.numbers(), m_secrets, *m_provider, m_clock);
    m_linkPages = std::make_unique<LinkPages>(*m_links);
    connect(m_links.get(), &LinkService::numberLinked, this, &Engine::numberLinked);
    if (m_store.isServer()) startCensus();
    apply(config);
    m_outbox->start();
    m_numbers->start();
    m_templates->start();
    m_commands->start();
    m_leases->start();
}

void Engine::startCensus()
{
    m_census = std::make_unique<TokenCensus>(m_store.numbers(), *m_tokens);
    m_leases->setTokens({}); // until they are counted
    connect(m_census.get(), &TokenCensus::counted, m_leases.get(), &NumberLeases::setTokens);
    connect(m_census.get(), &TokenCensus::replaced, this, &Engine::takeNewTokens);
}

void Engine::startWorkers(const SendContext &context)
{
    m_outbox = std::make_unique<Outbox>(context);
    m_media = std::make_unique<MediaFetcher>(context);
    m_numbers = std::make_unique<NumberWatch>(context);
    m_templates = std::make_unique<TemplateFetcher>(context);
    m_commands = std::make_unique<CommandRunner>(context, *m_templates);
    connect(m_outbox.get(), &Outbox::budgetChanged, this, &Engine::budgetChanged);
    connect(m_outbox.get(), &Outbox::uploadProgress, this, &Engine::uploadProgress);
    connect(m_outbox.get(), &Outbox::replyAccepted, m_commands.get(), &CommandRunner::replyAccepted);
    connect(m_media.get(), &MediaFetcher::progress, this, &Engine::downloadProgress);
    connect(m_outbox.get(), &Outbox::reachable, this, &Engine::noteReachable);
    connect(m_media.get(), &MediaFetcher::reachable, this, &Engine::noteReachable);
    connect(m_numbers.get(), &NumberWatch::reachable, this, &Engine::noteReachable);
    connect(m_templates.get(), &TemplateFetcher::reachable, this, &Engine::noteReachable);
    connect(m_commands.get(), &CommandRunner::reachable, this, &Engine::noteReachable);
}

/// What was another gateway's is ours now, or the other way round.
void Engine::leasesMoved()
{
    Q_EMIT leasesChanged();
    if (!m_outbox) return;
    // One gateway leads a sign-up: its steps may not be done twice.
    m_door->open(m_leases->isCaretaker() ? m_linkPages.get() : nullptr);
    if (const auto fence = m_leases->fenceOf(NumberId{0}); fence != 0) m_links->lead(fence);
    else m_links->pause();
    m_outbox->wake(true);
    m_media->wake();
    m_numbers->wake();
    m_templates->numbersChanged();
    m_commands->wake();
}

void Engine::numberLinked(const QString &phoneNumberId)
{
    // A token read before is the old one's; the number may have been stopped because of it.
    m_tokens->forget(phoneNumberId);
    onFinished(this, m_store.numbers().byPhoneNumberId(phoneNumberId), [this, phoneNumberId](const Result<Number> &number) {
        if (!m_outbox) return;
        if (number && number->sendingPaused) (void)m_store.numbers().setHealth(number->id, 0, {}, false);
        m_outbox->tokensChanged();
        m_media->tokensChanged();
        m_numbers->recheck();
        m_templates->numberLinked(phoneNumberId);
        m_commands->tokensChanged();
        if (m_census) m_census->look();
    });
}

void Engine::takeNewTokens()
{
    if (!m_outbox) return;
    m_outbox->tokensChanged();
    m_media->tokensChanged();
    m_numbers->recheck();
    m_templates->tokensChanged();
    m_commands->tokensChanged();
}

void Engine::apply(const GatewayConfig &config)
{
    m_provider->setGraphUrl(config.graphUrl);
    m_links->configure(linkConfigOf(config));
    QHash<QString, Secret> tokens;
    for (const auto &number : config.numbers) {
        if (!number.token.isEmpty()) tokens.insert(number.phoneNumberId, number.token);
    }
    m_tokens->setConfigured(tokens);
    if (m_census) m_census->look();
    takeNewTokens();
    if (m_leases->isCaretaker()) m_links->wake();
}

void Engine::wake()
{
    if (!m_outbox) return;
    if (m_leases->isCaretaker()) m_links->wake();
    m_outbox->wake(true);
    m_media->wake();
    m_numbers->wake();
    m_commands->wake();
}

void Engine::changed(const Changes &changes)
{
    if (!m_outbox) return;
    if (changes.outbox || !changes.numbers.isEmpty()) m_outbox->wake(!changes.numbers.isEmpty());
    m_outbox->lookAtPhones(changes);
    if (changes.media) m_media->wake();
    if (m_census && (changes.linkRequests || changes.all)) {
        m_tokens->forgetAll();
        m_census->look();
    } else if (m_census) {
        m_census->numbersChanged(changes.numbers);
    }
    // Another gateway that ends gives its leases back and names their numbers.
    if (changes.linkRequests || changes.all || !changes.numbers.isEmpty()) m_leases->refresh();
    if (changes.linkRequests && m_leases->isCaretaker()) m_links->wake();
    if (changes.commands) m_commands->wake();
    if (changes.numbers.isEmpty()) return;
    m_numbers->wake();
    m_templates->numbersChanged();
    m_commands->numbersChanged();
}

void Engine::observe(const std::vector<Event> &events)
{
    m_outbox->observe(events);
    m_templates->observe(events);
}

void Engine::noteReachable(bool yes)
{
    if (m_online == yes) return;
    m_online = yes;
    Q_EMIT onlineChanged(yes);
}

void Engine::stop()
{
    if (!m_outbox) return;
    m_door->open(nullptr);
    m_census.reset();
    m_linkPages.reset();
    m_links.reset();
    m_commands->stop();
    m_templates->stop();
    m_numbers->stop();
    m_media->stop();
    m_outbox->stop();
    m_commands.reset();
    m_templates.reset();
    m_numbers.reset();
    m_media.reset();
    m_outbox.reset();
    // Aborts what is still on the wire, before another gateway may begin; the rows of it are unknown by now.
    m_provider.reset();
    m_leases->stop();
    m_leases.reset();
    m_tokens.reset();
}

} // namespace Tandem
