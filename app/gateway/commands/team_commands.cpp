#include "app/gateway/commands/commands.h"
#include "app/gateway/commands/passwords.h"
#include "app/gateway/commands/workspace_access.h"
#include "core/domain/words.h"
#include "core/secrets/sealing_key.h"
#include "core/store/admin/workspace_setup.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Commands {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TeamCommands", text);
}

auto unknown(const char *text, const QString &name)
{
    return failure(ErrorCode::Refused, say(text).arg(name));
}

Result<AgentRole> roleOf(const QString &word)
{
    if (word == u"agent"_s) return AgentRole::Agent;
    if (word == u"lead"_s) return AgentRole::Lead;
    if (word == u"admin"_s) return AgentRole::Admin;
    return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("TeamCommands", "--role can be agent, lead or admin.")));
}

QString wordOf(AgentRole role)
{
    switch (role) {
    case AgentRole::Agent: return u"agent"_s;
    case AgentRole::Lead: return u"lead"_s;
    case AgentRole::Admin: break;
    }
    return u"admin"_s;
}

Result<Agent> agentNamed(Store &store, const QString &login)
{
    const auto agents = waitFor(store.agents().all());
    if (!agents) return failure(agents.error());
    const auto found = std::ranges::find(*agents, login, &Agent::login);
    if (found != agents->end()) return *found;
    return unknown(QT_TRANSLATE_NOOP("TeamCommands", "Nobody here is called %1."), login);
}

Result<Team> teamNamed(Store &store, const QString &name)
{
    const auto teams = waitFor(store.agents().teams());
    if (!teams) return failure(teams.error());
    const auto found = std::ranges::find(*teams, name, &Team::name);
    if (found != teams->end()) return *found;
    return unknown(QT_TRANSLATE_NOOP("TeamCommands", "There is no team %1."), name);
}

template<typename T>
Result<> ended(const Result<T> &result)
{
    if (result) return {};
    return failure(result.error());
}

void tellPassword(const QString &name, const NewPassword &password)
{
    if (password.madeUp) sayLine(say(QT_TRANSLATE_NOOP("TeamCommands", "Password of %1, shown this once: %2")).arg(name, password.text));
}

/// It is nowhere in the workspace: whoever has the database alone can't open what gateways keep there for each other.
void tellKey()
{
    const auto key = SealingKey::make();
    if (key) sayLine(say(QT_TRANSLATE_NOOP("TeamCommands", "For the credentials file of every gateway, shown this once: \"workspace_key\": \"%1\"")).arg(key->reveal()));
}

Result<> listAgents(Store &store)
{
    const auto agents = waitFor(store.agents().all());
    if (!agents) return failure(agents.error());
    for (const auto &agent : *agents) {
        const auto state = agent.disabled ? u"disabled"_s : agent.online ? (agent.away ? u"away"_s : u"online"_s) : u"offline"_s;
        sayLine(agent.login + u'\t' + wordOf(agent.role) + u'\t' + state);
    }
    return {};
}

Result<> addAgent(Store &store, const GatewayCommand &command)
{
    const auto role = roleOf(command.option(u"role"_s));
    TANDEM_TRY(role);
    const auto password = newPassword(command, u"new-password-file"_s);
    TANDEM_TRY(password);
    const auto name = command.operands.value(0);
    TANDEM_TRY(waitFor(store.teamAdmin().addAgent(name, *role, password->text)));
    tellPassword(name, *password);
    return {};
}

Result<> changeAgent(Store &store, const GatewayCommand &command)
{
    const auto agent = agentNamed(store, command.operands.value(0));
    TANDEM_TRY(agent);
    auto &admin = store.teamAdmin();
    if (command.verb == u"disable"_s) return ended(waitFor(admin.setDisabled(agent->id, true)));
    if (command.verb == u"enable"_s) return ended(waitFor(admin.setDisabled(agent->id, false)));
    if (command.verb == u"role"_s) {
        const auto role = roleOf(command.option(u"role"_s));
        TANDEM_TRY(role);
        return ended(waitFor(admin.setRole(agent->id, *role)));
    }
    const auto password = newPassword(command, u"new-password-file"_s);
    TANDEM_TRY(password);
    TANDEM_TRY(waitFor(admin.setPassword(agent->id, password->text)));
    tellPassword(agent->login, *password);
    return {};
}

Result<> listTeams(Store &store)
{
    const auto teams = waitFor(store.agents().teams());
    if (!teams) return failure(teams.error());
    const auto agents = waitFor(store.agents().all());
    if (!agents) return failure(agents.error());
    for (const auto &team : *teams) {
        QStringList names;
        for (const auto &agent : *agents) {
            if (team.members.contains(agent.id)) names.append(agent.login);
        }
        sayLine(team.name + u'\t' + names.join(u", "_s));
    }
    return {};
}

Result<> grant(Store &store, const GatewayCommand &command, bool granted)
{
    const auto number = waitFor(store.numbers().byPhoneNumberId(command.operands.value(0)));
    if (!number && number.error().code != ErrorCode::NotFound) return failure(number.error());
    if (!number) return unknown(QT_TRANSLATE_NOOP("TeamCommands", "The number %1 is not known here."), command.operands.value(0));
    const auto who = command.operands.value(1);
    if (who.startsWith(u"team:"_s)) {
        const auto team = teamNamed(store, who.sliced(5));
        TANDEM_TRY(team);
        return ended(waitFor(store.teamAdmin().grantNumberToTeam(number->id, team->id, granted)));
    }
    const auto agent = agentNamed(store, who);
    TANDEM_TRY(agent);
    return ended(waitFor(store.teamAdmin().grantNumber(number->id, agent->id, granted)));
}

QString stateWord(NumberState state)
{
    return word(state);
}

} // namespace

Result<> init(const GatewayCommand &command, const ClockPtr &)
{
    if (!isServer(command.database)) {
        return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("TeamCommands", "init makes a team's workspace: give --database postgresql://…. A single desk needs none.")));
    }
    WorkspaceSetup setup;
    setup.url = command.database;
    const auto admin = newPassword(command, u"new-password-file"_s);
    TANDEM_TRY(admin);
    setup.adminLogin = command.option(u"admin"_s);
    setup.adminPassword = admin->text;
    const bool known = command.options.contains(u"gateway-password-file"_s);
    const auto gateway = newPassword(command, u"gateway-password-file"_s);
    TANDEM_TRY(gateway);
    if (known) setup.gatewayPassword = gateway->text;
    auto made = initWorkspace(setup);
    const bool fresh = made && made->before == 0;
    if (made && made->before == 0 && !known) {
        // A workspace that is only brought up to date keeps the password that its gateways have.
        setup.gatewayPassword = gateway->text;
        setup.adminPassword.clear();
        setup.adminLogin.clear();
        const bool added = made->administratorAdded;
        made = initWorkspace(setup);
        if (made) made->administratorAdded = added;
        if (made) tellPassword(made->gatewayLogin, *gateway);
    }
    if (!made) return failure(made.error());
    if (made->administratorAdded) tellPassword(command.option(u"admin"_s), *admin);
    sayLine(say(QT_TRANSLATE_NOOP("TeamCommands", "The workspace is ready, schema %1. Gateways connect as %2.")).arg(made->version).arg(made->gatewayLogin));
    if (fresh) tellKey();
    return {};
}

Result<> agent(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openBeside(command.database, clock);
    if (!store) return failure(store.error());
    if (command.verb == u"list"_s) return listAgents(**store);
    if (command.verb == u"add"_s) return addAgent(**store, command);
    return changeAgent(**store, command);
}

Result<> team(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openBeside(command.database, clock);
    if (!store) return failure(store.error());
    auto &admin = (*store)->teamAdmin();
    if (command.verb == u"list"_s) return listTeams(**store);
    if (command.verb == u"add"_s) return ended(waitFor(admin.addTeam(command.operands.value(0))));
    const auto team = teamNamed(**store, command.operands.value(0));
    TANDEM_TRY(team);
    if (command.verb == u"rename"_s) return ended(waitFor(admin.renameTeam(team->id, command.operands.value(1))));
    if (command.verb == u"remove"_s) return ended(waitFor(admin.removeTeam(team->id)));
    const auto agent = agentNamed(**store, command.operands.value(1));
    TANDEM_TRY(agent);
    return ended(waitFor(admin.setMember(team->id, agent->id, command.verb == u"member add"_s)));
}

Result<> number(const GatewayCommand &command, const ClockPtr &clock)
{
    auto store = openBeside(command.database, clock);
    if (!store) return failure(store.error());
    if (command.verb != u"list"_s) return grant(**store, command, command.verb == u"grant"_s);
    const auto numbers = waitFor((*store)->numbers().all());
    if (!numbers) return failure(numbers.error());
    for (const auto &number : *numbers) sayLine(number.phoneNumberId + u'\t' + stateWord(number.state) + u'\t' + number.displayPhone);
    return {};
}

} // namespace Tandem::Commands
