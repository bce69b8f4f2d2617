#pragma once

#include "app/sandbox/web/exchange.h"
#include "app/sandbox/world/model.h"

namespace Tandem::Sandbox {

class AttemptLog;
class Chaos;
class Events;
class HistoryFeed;
class RateEnforcer;
class WebhookSender;
class WebhookValues;
class World;
struct GraphParts;

/// Tokens, subscriptions, numbers, the once-only sync.
class GraphAccounts
{
public:
    explicit GraphAccounts(const GraphParts &parts);

    void exchangeCode(const Exchange &exchange);
    void debugToken(const Exchange &exchange);
    void subscriptions(const Exchange &exchange, const QString &appId);
    void subscribedApps(const Exchange &exchange, Account &account);
    void numbers(const Exchange &exchange, const Account &account);
    void number(const Exchange &exchange, const Account &account);
    void configureNumber(const Exchange &exchange, Account &account);
    void sync(const Exchange &exchange, Account &account);

private:
    [[nodiscard]] bool isApp(const Exchange &exchange, const QString &appId) const;
    [[nodiscard]] QJsonObject describe(const Account &account, const QString &fields) const;
    void subscribe(const Exchange &exchange);

    World &m_world;
    WebhookSender &m_sender;
    HistoryFeed &m_history;
    AttemptLog &m_log;
};

} // namespace Tandem::Sandbox
