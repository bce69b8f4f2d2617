#include "app/gateway/gateway_application.h"

#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/workspace_access.h"

#include <QCoreApplication>
#include <QLoggingCategory>

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
    const auto done = command ? perform(*command) : Result<>(failure(command.error()));
    if (done) return 0;
    warnLine(done.error().text.isEmpty() ? word(done.error().code) : done.error().text);
    return exitCodeOf(done.error().code);
}

Result<> GatewayApplication::perform(const GatewayCommand &command)
{
    using Kind = GatewayCommand::Kind;
    // The short commands say one line; only a running service has a log.
    if (command.kind != Kind::Serve) QLoggingCategory::setFilterRules(u"tandem.*=false"_s);
    TANDEM_TRY(takePassword(command));
    switch (command.kind) {
    case Kind::Help: std::fputs(command.help.toUtf8().constData(), stdout); break;
    case Kind::Version: sayLine(u"tandem-gateway "_s + QCoreApplication::applicationVersion()); break;
    case Kind::Serve: return Commands::serve(command, m_clock);
    case Kind::Send: return Commands::send(command, m_clock);
    case Kind::Export: return Commands::exportLines(command, m_clock);
    case Kind::Doctor: return Commands::doctor(command, m_clock);
    case Kind::Init: return Commands::init(command, m_clock);
    case Kind::Agent: return Commands::agent(command, m_clock);
    case Kind::Team: return Commands::team(command, m_clock);
    case Kind::Number: return Commands::number(command, m_clock);
    case Kind::Invite: return Commands::invite(command, m_clock);
    case Kind::Import: return Commands::import(command, m_clock);
    case Kind::Audit: return Commands::exportAudit(command, m_clock);
    }
    return {};
}

} // namespace Tandem
