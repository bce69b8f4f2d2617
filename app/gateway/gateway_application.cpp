#include "app/gateway/gateway_application.h"

#include "app/gateway/stop_signal.h"
#include "core/gateway/credentials_file.h"
#include "core/gateway/gateway.h"
#include "core/providers/meta/request_builder.h"
#include "core/secrets/file_secret_store.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QUuid>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Secret: return 2;
    case ErrorCode::Refused: return 3;
    case ErrorCode::AddressInUse: return 5;
    default: return 4;
    }
}

void say(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

/// Troubles of the file itself are a wrong way of calling us, whatever kind they are.
Error asUsage(Error error)
{
    error.code = ErrorCode::Usage;
    return error;
}

Result<OutboxItem> itemFor(const GatewayCommand &command, const Number &number)
{
    const auto content = Meta::textContent(command.text);
    TANDEM_TRY(content);
    OutboxItem item;
    item.numberId = number.id;
    item.phoneNumberId = number.phoneNumberId;
    item.toPhone = command.to.phone;
    item.toBsuid = command.to.bsuid;
    item.type = u"text"_s;
    item.text = command.text;
    item.content = *content;
    return item;
}

} // namespace

GatewayApplication::GatewayApplication() : m_clock(std::make_shared<SystemClock>())
{
#ifdef Q_OS_UNIX
    // Everything this program writes is customers' data: nobody else on this computer reads it.
    umask(0077);
#endif
}

int GatewayApplication::run(const QStringList &arguments)
{
    const auto command = parseGatewayCommand(arguments);
    Result<> done;
    using Kind = GatewayCommand::Kind;
    if (!command) {
        done = failure(command.error());
    } else {
        // The short commands say one line; only a running service has a log.
        if (command->kind != Kind::Serve) QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
        switch (command->kind) {
        case Kind::Help: std::fputs(command->help.toUtf8().constData(), stdout); break;
        case Kind::Version: say(u"tandem-gateway "_s + QCoreApplication::applicationVersion()); break;
        case Kind::Serve: done = serve(*command); break;
        case Kind::Send: done = send(*command); break;
        case Kind::Export: done = exportLines(*command); break;
        case Kind::Doctor: done = doctor(*command); break;
        }
    }
    if (done) return 0;
    const auto line = done.error().text.isEmpty() ? word(done.error().code) : done.error().text;
    std::fputs((u"tandem-gateway: "_s + line.simplified() + u'\n').toUtf8().constData(), stderr);
    return exitCodeOf(done.error().code);
}

Result<> GatewayApplication::serve(const GatewayCommand &command)
{
    GatewayConfig config;
    config.listenHost = command.listen.host;
    config.listenPort = command.listen.port;
    if (!command.graphUrl.isEmpty()) config.graphUrl = command.graphUrl;
    if (!command.sdkUrl.isEmpty()) config.sdkUrl = command.sdkUrl;
    const auto credentials = readCredentials(command.credentials, config);
    if (!credentials) return failure(asUsage(credentials.error()));
    StoreOptions options;
    options.url = command.database;
    auto store = Store::open(options, m_clock);
    if (!store) return failure(store.error());
    // Tokens of numbers that are linked while serving; the credentials file itself is never written.
    const auto secretsPath = command.database.sliced(u"sqlite:"_s.size()) + u".secrets"_s;
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::requested, qApp, &QCoreApplication::quit);
    Gateway gateway(**store, std::make_unique<FileSecretStore>(secretsPath), m_clock);
    const auto port = gateway.start(*credentials);
    if (!port) {
        return failure(port.error().code == ErrorCode::Network ? asUsage(port.error()) : port.error());
    }
    say(u"listening on http://"_s + toText({command.listen.host, *port}));
    QCoreApplication::exec();
    gateway.stop();
    return {};
}

Result<std::unique_ptr<Store>> GatewayApplication::openBeside(const GatewayCommand &command) const
{
    StoreOptions options;
    options.url = command.database;
    options.exclusive = false;
    options.create = false;
    return Store::open(options, m_clock);
}

Result<> GatewayApplication::send(const GatewayCommand &command)
{
    auto store = openBeside(command);
    if (!store) return failure(store.error());
    const auto number = waitFor((*store)->numbers().byPhoneNumberId(command.number));
    if (!number) {
        auto error = number.error();
        if (error.code == ErrorCode::NotFound) error.code = ErrorCode::Refused;
        return failure(error);
    }
    auto item = itemFor(command, *number);
    TANDEM_TRY(item);
    QList<OutboxItem> items(command.count, *item);
    for (auto &each : items) each.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    // One transaction: a refusal must mean that nothing was queued, also when the window closes just now.
    TANDEM_TRY(waitFor((*store)->outbox().enqueueAll(items, QString())));
    (*store)->flush();
    return {};
}

Result<> GatewayApplication::exportLines(const GatewayCommand &command)
{
    auto store = openBeside(command);
    if (!store) return failure(store.error());
    bool written = true;
    TANDEM_TRY((*store)->exporter().jsonLines([&written](const QByteArray &line) {
        written = std::fwrite(line.constData(), 1, size_t(line.size()), stdout) == size_t(line.size()) && std::fputc('\n', stdout) != EOF;
        return written;
    }));
    if (written && std::fflush(stdout) == 0) return {};
    return failure(ErrorCode::Io, QCoreApplication::translate("GatewayApplication", "The export could not be written."));
}

Result<> GatewayApplication::doctor(const GatewayCommand &command)
{
    auto store = openBeside(command);
    if (!store) return failure(store.error());
    const auto report = (*store)->exporter().doctor();
    if (!report) return failure(report.error());
    for (const auto &fact : report->facts) say(fact);
    for (const auto &problem : report->problems) say(u"problem: "_s + problem);
    if (report->problems.isEmpty()) return {};
    return failure(ErrorCode::Database,
        QCoreApplication::translate("GatewayApplication", "%n problem(s) found.", nullptr, int(report->problems.size())));
}

} // namespace Tandem
