#include "app/sandbox/sandbox_application.h"

#include "app/sandbox/web/page_files.h"

#include <QTextStream>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static const QString firstNumber = u"15550783881"_s;

static AppSubscription subscriptionOf(const Options &options)
{
    return {options.webhookUrl.toString(), options.verifyToken,
        {u"messages"_s, u"history"_s, u"smb_app_state_sync"_s, u"smb_message_echoes"_s, u"account_update"_s,
            u"message_template_status_update"_s, u"message_template_quality_update"_s, u"template_category_update"_s,
            u"user_preferences"_s},
        true};
}

SandboxApplication::SandboxApplication(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_world(options.seed, options.appSecret, subscriptionOf(options))
    , m_chaos(options.chaos, options.seed)
    , m_values(m_world)
    , m_sender(m_world, m_chaos)
    , m_events({m_world, m_sender, m_values, m_rates, m_log})
    , m_deliveries(m_world, m_sender, m_values, m_chaos)
    , m_notices(m_world, m_sender, m_values)
    , m_everyType(m_world, m_events)
    , m_history(m_world, m_sender, m_values, m_chaos)
    , m_traffic(m_world, m_events, m_deliveries, options.scenario, options.seed)
    , m_signup(m_world, m_events)
    , m_graph(parts())
    , m_phone(m_world, m_events, m_signup)
    , m_customers(m_world, m_events, m_deliveries, m_notices)
    , m_control(parts(), m_signup, m_traffic, m_everyType)
    , m_state(m_world, options.stateFile)
{
    if (options.scenario == "shop"_L1) m_deliveries.setAutoRead(2.5);
    if (options.scenario == "every_type"_L1)
        connect(&m_events, &Events::linkedNumber, &m_everyType, &EveryType::playWhenSubscribed);
}

SandboxApplication::~SandboxApplication()
{
    m_server.close();
    if (!m_options.stateFile.isEmpty()) (void)m_state.save();
}

GraphParts SandboxApplication::parts()
{
    return {m_world, m_events, m_deliveries, m_notices, m_sender, m_values, m_history, m_rates, m_log, m_chaos};
}

Result<void> SandboxApplication::start()
{
    if (!m_options.stateFile.isEmpty()) {
        m_world.media.keepUploadsIn(m_options.stateFile + u".media"_s);
        TANDEM_TRY(m_state.load());
        m_saveTimer.setSingleShot(true);
        m_saveTimer.setInterval(500);
        connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)m_state.save(); });
        connect(&m_world, &World::changed, this, [this] {
            if (!m_saveTimer.isActive()) m_saveTimer.start();
        });
    }
    if (m_world.accounts().empty()) m_world.ensureAccount(firstNumber);
    for (const auto &account : m_world.accounts()) {
        if (account->linked) m_traffic.begin(account->phoneNumberId);
    }
    HttpLimits limits;
    limits.perAddress = limits.connections;
    limits.bodyBytes = 110LL * 1024 * 1024;
    limits.inFlightBytes = 256LL * 1024 * 1024;
    const auto handler = [this](const HttpRequest &request, const HttpReply &reply) {
        const qint64 micros = monotonicMicros();
        QMetaObject::invokeMethod(
            this,
            [this, request, reply, micros] {
                dispatch({request, micros, reply});
            },
            Qt::QueuedConnection);
    };
    const auto port = m_server.listen(m_options.host, m_options.port, limits, {}, handler);
    if (!port) return failure(port.error());
    const QString host = m_options.host.contains(u':') ? u'[' + m_options.host + u']' : m_options.host;
    const QString base = u"http://%1:%2"_s.arg(host).arg(*port);
    m_values.setBase(base);
    QTextStream(stdout) << "listening on " << base << Qt::endl;
    return {};
}

void SandboxApplication::dispatch(const Exchange &exchange)
{
    if (m_signup.handle(exchange) || m_graph.handle(exchange) || m_phone.handle(exchange)
        || m_customers.handle(exchange) || m_control.handle(exchange) || PageFiles::handle(exchange)) {
        return;
    }
    exchange.refuse(u"nothing lives here"_s, 404);
}

} // namespace Tandem::Sandbox
