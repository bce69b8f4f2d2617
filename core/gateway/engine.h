#pragma once

#include "core/domain/changes.h"
#include "core/gateway/gateway.h"
#include "core/http/http_server.h"
#include "core/providers/events.h"

#include <QObject>

#include <atomic>
#include <vector>

namespace Tandem {

class MediaFetcher;
class NumberWatch;
class Outbox;
class TokenBook;

/// What of the gateway talks to the platform: outbox, media, number checks and link flow around one Graph client.
/// Everything runs in the gateway thread; start() and stop() are called there.
class Engine final : public QObject
{
    Q_OBJECT
public:
    Engine(Store &store, SecretStore &secrets, std::shared_ptr<const Clock> clock);
    ~Engine() override;

    void start(const GatewayConfig &config);
    /// New tokens, the rest unchanged.
    void setTokens(const QList<GatewayNumber> &numbers);
    void wake();
    void changed(const Changes &changes);
    void stop();

    /// From the ingestor's thread, between start() and stop().
    void observe(const std::vector<Event> &events);

Q_SIGNALS:
    void budgetChanged(const Tandem::BudgetSnapshots &budgets);
    void onlineChanged(bool graphReachable);

private:
    void noteReachable(bool yes);

    Store &m_store;
    SecretStore &m_secrets;
    const std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<TokenBook> m_tokens;
    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<MediaFetcher> m_media;
    std::unique_ptr<NumberWatch> m_numbers;
    std::optional<bool> m_online;
};

} // namespace Tandem
