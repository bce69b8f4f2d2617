#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/workspace_access.h"
#include "core/domain/team/invite.h"
#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Commands {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TeamCommands", text);
}

auto usage(const QString &text)
{
    return failure(ErrorCode::Usage, text);
}

Result<QByteArray> certificateAt(const QString &path)
{
    if (path.isEmpty()) return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return usage(say(QT_TRANSLATE_NOOP("TeamCommands", "The certificate file can't be read.")));
    const auto pem = file.read(256 * 1024).trimmed();
    // A key in the same file must not travel in an invitation.
    if (!pem.startsWith("-----BEGIN CERTIFICATE-----") || pem.contains("PRIVATE KEY")) {
        return usage(say(QT_TRANSLATE_NOOP("TeamCommands", "--ca must be a PEM certificate, and nothing else.")));
    }
    return pem;
}

Result<Invite> inviteOf(const GatewayCommand &command)
{
    const QUrl url(command.database, QUrl::StrictMode);
    const QUrlQuery query(url);
    Invite invite;
    invite.host = query.hasQueryItem(u"host"_s) ? query.queryItemValue(u"host"_s, QUrl::FullyDecoded) : url.host();
    if (query.hasQueryItem(u"port"_s)) invite.port = query.queryItemValue(u"port"_s).toUShort();
    else if (url.port() > 0) invite.port = quint16(url.port());
    invite.database = url.path().mid(1);
    invite.login = command.operands.value(0);
    const auto given = command.option(u"ca"_s);
    const auto certificate = certificateAt(given.isEmpty() ? query.queryItemValue(u"sslrootcert"_s, QUrl::FullyDecoded) : given);
    TANDEM_TRY(certificate);
    invite.certificate = *certificate;
    if (const auto problem = inviteProblem(invite); !problem.isEmpty()) return usage(problem);
    return invite;
}

} // namespace

Result<> invite(const GatewayCommand &command, const ClockPtr &clock)
{
    if (!isServer(command.database)) return usage(say(QT_TRANSLATE_NOOP("TeamCommands", "Only a team's workspace can be joined: give --database postgresql://….")));
    const auto invite = inviteOf(command);
    TANDEM_TRY(invite);
    auto store = openBeside(command.database, clock);
    if (!store) return failure(store.error());
    const auto agents = waitFor((*store)->agents().all());
    if (!agents) return failure(agents.error());
    const bool known = std::ranges::any_of(*agents, [&](const Agent &agent) { return agent.login == invite->login && !agent.disabled; });
    if (!known) return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("TeamCommands", "Nobody here is called %1.")).arg(invite->login));
    const auto out = command.option(u"out"_s);
    if (out.isEmpty()) {
        sayLine(inviteLink(*invite));
        return {};
    }
    return writePrivateFile(out, inviteFile(*invite));
}

} // namespace Tandem::Commands
