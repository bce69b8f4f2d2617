#pragma once

#include "app/sandbox/graph/graph_api.h"
#include "app/sandbox/options.h"
#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/deliveries.h"
#include "app/sandbox/platform/events.h"
#include "app/sandbox/platform/history_feed.h"
#include "app/sandbox/platform/live_traffic.h"
#include "app/sandbox/platform/notices.h"
#include "app/sandbox/platform/rate_enforcer.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"
#include "app/sandbox/platform/webhooks/webhook_values.h"
#include "app/sandbox/scenes/every_type.h"
#include "app/sandbox/web/control_pages.h"
#include "app/sandbox/web/customer_pages.h"
#include "app/sandbox/web/phone_pages.h"
#include "app/sandbox/web/signup_pages.h"
#include "app/sandbox/world/state_file.h"

#include <QObject>
#include <QTimer>

namespace Tandem::Sandbox {

/// Puts the sandbox together: one world, one HTTP server, and the handlers between them. Requests are stamped on the
/// server's thread as they arrive and handled in order on the main one.
class SandboxApplication : public QObject
{
    Q_OBJECT
public:
    explicit SandboxApplication(const Options &options, QObject *parent = nullptr);
    ~SandboxApplication() override;

    /// Listens and prints the address. ErrorCode::AddressInUse, Io.
    [[nodiscard]] Result<void> start();

private:
    void dispatch(const Exchange &exchange);
    [[nodiscard]] GraphParts parts();

    Options m_options;
    World m_world;
    Chaos m_chaos;
    AttemptLog m_log;
    RateEnforcer m_rates;
    WebhookValues m_values;
    WebhookSender m_sender;
    Events m_events;
    Deliveries m_deliveries;
    Notices m_notices;
    EveryType m_everyType;
    HistoryFeed m_history;
    LiveTraffic m_traffic;
    SignupPages m_signup;
    GraphApi m_graph;
    PhonePages m_phone;
    CustomerPages m_customers;
    ControlPages m_control;
    StateFile m_state;
    QTimer m_saveTimer;
    HttpServer m_server; // last: it must be gone before what its requests lead to
};

} // namespace Tandem::Sandbox
