#include "core/gateway/engine.h"

#include "core/gateway/media/media_fetcher.h"
#include "core/gateway/number_watch.h"
#include "core/gateway/send/outbox.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/graph_client.h"
#include "core/store/store.h"

namespace Tandem {

Engine::Engine(Store &store, SecretStore &secrets, std::shared_ptr<const Clock> clock)
    : m_store(store), m_secrets(secrets), m_clock(std::move(clock))
{
}

Engine::~Engine() = default;

void Engine::start(const GatewayConfig &config)
{
    m_provider = std::make_unique<Meta::GraphClient>(config.graphUrl);
    m_tokens = std::make_unique<TokenBook>(m_secrets);
    const SendContext context{m_store, *m_provider, *m_tokens, m_clock};
    m_outbox = std::make_unique<Outbox>(context);
    m_media = std::make_unique<MediaFetcher>(context);
    m_numbers = std::make_unique<NumberWatch>(context);
    connect(m_outbox.get(), &Outbox::budgetChanged, this, &Engine::budgetChanged);
    connect(m_outbox.get(), &Outbox::reachable, this, &Engine::noteReachable);
    connect(m_media.get(), &MediaFetcher::reachable, this, &Engine::noteReachable);
    connect(m_numbers.get(), &NumberWatch::reachable, this, &Engine::noteReachable);
    setTokens(config.numbers);
    m_outbox->start();
    m_media->wake();
    m_numbers->start();
}

void Engine::setTokens(const QList<GatewayNumber> &numbers)
{
    QHash<QString, Secret> tokens;
    for (const auto &number : numbers) {
        if (!number.token.isEmpty()) tokens.insert(number.phoneNumberId, number.token);
    }
    m_tokens->setConfigured(tokens);
    m_outbox->tokensChanged();
    m_media->tokensChanged();
    m_numbers->recheck();
}

void Engine::wake()
{
    if (!m_outbox) return;
    m_outbox->wake(true);
    m_media->wake();
    m_numbers->wake();
}

void Engine::changed(const Changes &changes)
{
    if (!m_outbox) return;
    if (changes.outbox || !changes.numbers.isEmpty()) m_outbox->wake(!changes.numbers.isEmpty());
    if (changes.media) m_media->wake();
    if (!changes.numbers.isEmpty()) m_numbers->wake();
}

void Engine::observe(const std::vector<Event> &events)
{
    m_outbox->observe(events);
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
    m_numbers->stop();
    m_media->stop();
    m_outbox->stop();
    m_numbers.reset();
    m_media.reset();
    m_outbox.reset();
    // Aborts what is still on the wire; the rows of it are unknown by now.
    m_provider.reset();
    m_tokens.reset();
}

} // namespace Tandem
