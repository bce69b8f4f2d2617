#include "tests/gateway/team/team_world.h"

#include "tests/support/raw_client.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

const auto customer = u"16505551234"_s;

/// The role that `init` makes for gateways.
QString gatewayRole()
{
    return qEnvironmentVariable("TANDEM_TEST_GATEWAY_ROLE", u"postgres_gateway"_s);
}

} // namespace

TeamWorld::TeamWorld(int gateways, int leaseSeconds)
    : m_server(std::make_unique<TempPostgres>()), m_platform(std::make_unique<FakePlatform>()), m_tool(std::make_unique<GatewayProcess>())
{
    if (!m_server->isRunning()) {
        m_error = m_server->error();
        return;
    }
    if (!initialise()) return;
    for (int i = 0; i < gateways; ++i) {
        m_wires.push_back(std::make_unique<SlowWire>(m_server->host() + u"/.s.PGSQL.5432"_s));
        auto gateway = std::make_unique<GatewayProcess>(m_platform->graphUrl());
        gateway->useDatabase(u"postgresql://%2@127.0.0.1:%1/postgres"_s.arg(m_wires.back()->port()).arg(gatewayRole()));
        gateway->useOptions({u"--lease-seconds"_s, QString::number(leaseSeconds)});
        m_gateways.push_back(std::move(gateway));
    }
}

TeamWorld::~TeamWorld()
{
    for (auto &wire : m_wires) wire->setSilent(false);
    for (auto &gateway : m_gateways) {
        gateway->signal(SIGCONT);
        gateway->kill();
    }
}

QString TeamWorld::directUrl() const
{
    return m_server->url(u"postgres"_s, gatewayRole());
}

bool TeamWorld::initialise()
{
    const auto made = m_tool->run({u"init"_s, u"--database"_s, m_server->url(), u"--admin"_s, u"ana"_s}, 60'000);
    if (made.exitCode != 0) m_error = u"init: "_s + QString::fromUtf8(made.err);
    m_tool->useDatabase(directUrl());
    return made.exitCode == 0;
}

bool TeamWorld::addStandby()
{
    m_standby = std::make_unique<TempPostgres>(m_server.get());
    if (!m_standby->isRunning()) {
        m_error = m_standby->error();
        return false;
    }
    const bool synchronous = m_server->sql(u"ALTER SYSTEM SET synchronous_standby_names = '*'"_s) && m_server->sql(u"SELECT pg_reload_conf()"_s);
    const auto both = u"postgresql://%1@/postgres?host=%2,%3"_s.arg(gatewayRole(), m_server->host(), m_standby->host());
    for (auto &gateway : m_gateways) gateway->useDatabase(both);
    m_tool->useDatabase(both);
    return synchronous;
}

bool TeamWorld::servesNow(int which) const
{
    const auto &gateway = *m_gateways[size_t(which)];
    if (!gateway.isRunning()) return false;
    RawClient client(gateway.port());
    client.send(get("/healthz"));
    const auto answer = client.answer(500);
    return answer.startsWith("HTTP/1.1 200") && answer.contains("served here: 1 of");
}

int TeamWorld::holder() const
{
    for (int i = 0; i < size(); ++i) {
        if (servesNow(i)) return i;
    }
    return -1;
}

qint64 TeamWorld::waitForHolder(int ms, int except)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        for (int i = 0; i < size(); ++i) {
            if (i != except && servesNow(i)) return timer.elapsed();
        }
        QTest::qWait(50);
    }
    return -1;
}

bool TeamWorld::openWindow()
{
    for (const auto &gateway : m_gateways) {
        if (!gateway->isRunning()) continue;
        const auto body = liveText(u"wamid.OPEN"_s, customer, u"hello"_s, QDateTime::currentSecsSinceEpoch() - 60);
        if (gateway->post(body) != 200) return false;
        break;
    }
    return QTest::qWaitFor([this] { return !m_tool->exported(u"message"_s).isEmpty(); }, 20'000);
}

bool TeamWorld::queue(const QString &text, int count, const QString &to)
{
    return m_tool->send(u"+"_s + (to.isEmpty() ? customer : to), text, count).exitCode == 0;
}

QStringList TeamWorld::outboxStates() const
{
    QStringList states;
    for (const auto &row : m_tool->exported(u"outbox"_s)) states.append(row["state"_L1].toString());
    states.sort();
    return states;
}

bool TeamWorld::drained(int ms) const
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        const auto states = outboxStates();
        if (!states.isEmpty() && !states.contains(u"queued"_s) && !states.contains(u"in_flight"_s)) return true;
        QTest::qWait(300);
    }
    return false;
}

QStringList TeamWorld::duplicates() const
{
    QHash<QString, int> accepted;
    for (const auto &attempt : m_platform->attempts()) {
        if (attempt.accepted) ++accepted[attempt.opaque];
    }
    QStringList twice;
    for (auto it = accepted.cbegin(); it != accepted.cend(); ++it) {
        if (it.value() > 1) twice.append(it.key());
    }
    return twice;
}

} // namespace Tandem::Testing
