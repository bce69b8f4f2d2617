#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/log_format.h"
#include "app/gateway/commands/workspace_access.h"
#include "app/gateway/stop_signal.h"
#include "core/gateway/credentials_file.h"
#include "core/gateway/gateway.h"
#include "core/gateway/team/shared_secret_store.h"
#include "core/secrets/file_secret_store.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#    include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#    include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem::Commands {
namespace {

/// Troubles of the file itself are a wrong way of calling us, whatever kind they are.
Error asUsage(Error error)
{
    error.code = ErrorCode::Usage;
    return error;
}

/// Tokens are in our memory: it is never written to a disk.
void keepMemoryPrivate()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    (void)prctl(PR_SET_DUMPABLE, 0);
#endif
}

/// Where tokens of numbers that are linked while serving are kept; the credentials file itself is never written.
QString secretsPath(const GatewayCommand &command)
{
    if (!isServer(command.database)) return command.database.sliced(u"sqlite:"_s.size()) + u".secrets"_s;
    const auto state = qEnvironmentVariable("STATE_DIRECTORY");
    return state.isEmpty() ? command.credentials + u".secrets"_s : state + u"/secrets"_s;
}

/// With a key for the whole team they are everybody's, sealed in its database.
Result<std::unique_ptr<SecretStore>> secretsOf(const GatewayCommand &command, const GatewayConfig &config, Store &store)
{
    std::unique_ptr<SecretStore> own = std::make_unique<FileSecretStore>(secretsPath(command));
    if (!store.isServer() || config.workspaceKey.isEmpty()) return own;
    auto key = SealingKey::read(config.workspaceKey);
    TANDEM_TRY(key);
    return std::make_unique<SharedSecretStore>(std::move(own), store.sealed(), *std::move(key));
}

Result<GatewayConfig> configOf(const GatewayCommand &command)
{
    GatewayConfig config;
    config.listenHost = command.listen.host;
    config.listenPort = command.listen.port;
    if (!command.graphUrl.isEmpty()) config.graphUrl = command.graphUrl;
    if (!command.sdkUrl.isEmpty()) config.sdkUrl = command.sdkUrl;
    config.leaseLife = Seconds(command.leaseSeconds);
    if (command.metrics) {
        config.metricsHost = command.metrics->host;
        config.metricsPort = command.metrics->port;
    }
    auto credentials = readCredentials(command.credentials, config);
    if (!credentials) return failure(asUsage(credentials.error()));
    return credentials;
}

} // namespace

Result<> serve(const GatewayCommand &command, const ClockPtr &clock)
{
    keepMemoryPrivate();
    if (command.jsonLog) logAsJson();
    const auto config = configOf(command);
    TANDEM_TRY(config);
    auto store = openAsGateway(command.database, command.leaseSeconds, clock);
    if (!store) return failure(store.error());
    auto secrets = secretsOf(command, *config, **store);
    if (!secrets) return failure(secrets.error());
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::requested, qApp, &QCoreApplication::quit);
    Gateway gateway(**store, *std::move(secrets), clock);
    const auto port = gateway.start(*config);
    if (!port) {
        return failure(port.error().code == ErrorCode::Network ? asUsage(port.error()) : port.error());
    }
    sayLine(u"listening on http://"_s + toText({command.listen.host, *port}));
    if (command.metrics) sayLine(u"metrics on http://"_s + toText({command.metrics->host, gateway.metricsPort()}) + u"/metrics"_s);
    QCoreApplication::exec();
    gateway.stop();
    return {};
}

} // namespace Tandem::Commands
