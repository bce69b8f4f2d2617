#pragma once

#include "app/sandbox/graph/graph_accounts.h"
#include "app/sandbox/graph/graph_blocks.h"
#include "app/sandbox/graph/graph_media.h"
#include "app/sandbox/graph/graph_messages.h"
#include "app/sandbox/graph/graph_templates.h"
#include "app/sandbox/web/exchange.h"

#include <QObject>

namespace Tandem::Sandbox {

/// Everything a call handler of the Graph needs.
struct GraphParts
{
    World &world;
    Events &events;
    Deliveries &deliveries;
    Notices &notices;
    WebhookSender &sender;
    WebhookValues &values;
    HistoryFeed &history;
    RateEnforcer &rates;
    AttemptLog &log;
    Chaos &chaos;
};

/// Routes /vNN.N/… : who is asking, of which object, and which handler answers.
class GraphApi : public QObject
{
    Q_OBJECT
public:
    explicit GraphApi(const GraphParts &parts, QObject *parent = nullptr);

    /// False when the path is not one of the Graph's.
    bool handle(const Exchange &exchange);

private:
    void route(const Exchange &exchange, const QStringList &path);
    void routeObject(const Exchange &exchange, const QStringList &path);
    void routeNumber(const Exchange &exchange, Account &account, const QString &edge);
    void routeBusinessAccount(const Exchange &exchange, Account &account, const QString &edge);
    /// Chaos on the way in; true when the call is over.
    bool misbehave(const Exchange &exchange, const QStringList &path);
    /// The token a bearer header names, when it may see this WABA; else the refusal has been answered.
    [[nodiscard]] bool mayUse(const Exchange &exchange, const QString &wabaId);

    World &m_world;
    Chaos &m_chaos;
    AttemptLog &m_log;
    GraphAccounts m_accounts;
    GraphMessages m_messages;
    GraphMedia m_media;
    GraphTemplates m_templates;
    GraphBlocks m_blocks;
};

[[nodiscard]] QString bearerOf(const Exchange &exchange);

} // namespace Tandem::Sandbox
