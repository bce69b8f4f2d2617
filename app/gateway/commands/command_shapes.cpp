#include "app/gateway/commands/command_shapes.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const CommandOption role{u"role"_s, u"ROLE"_s, u"agent, lead or admin"_s};
const CommandOption newPassword{u"new-password-file"_s, u"FILE"_s, u"the person's password, mode 0600; else one is made up and printed once"_s, false};

/// Every command of a workspace takes these.
QList<CommandOption> with(QList<CommandOption> more = {})
{
    QList<CommandOption> all{{u"database"_s, u"DB"_s, u"sqlite:PATH or postgresql://USER@HOST/DATABASE"_s}};
    all += more;
    all.append({u"password-file"_s, u"FILE"_s, u"the database password, mode 0600; else PGPASSWORD or the password file of libpq"_s, false});
    return all;
}

QList<CommandShape> dataShapes()
{
    return {
        {{u"serve"_s}, {},
            with({{u"listen"_s, u"HOST:PORT"_s, u"where webhooks arrive; port 0: any"_s},
                {u"credentials"_s, u"FILE"_s, u"JSON, mode 0600"_s},
                {u"graph-url"_s, u"URL"_s, u"the platform's API"_s, false}, {u"sdk-url"_s, u"URL"_s, u"the sign-up page's script"_s, false},
                {u"metrics"_s, u"HOST:PORT"_s, u"counters for Prometheus, on a loopback address"_s, false},
                {u"log-format"_s, u"FORMAT"_s, u"text or json"_s, false},
                {u"lease-seconds"_s, u"N"_s, u"how long a number stays with a gateway that is silent (8); the same for all gateways"_s, false}})},
        {{u"send"_s}, {},
            with({{u"number"_s, u"PHONE_NUMBER_ID"_s, u"the business number that sends"_s}, {u"to"_s, u"PHONE|BSUID"_s, u"the customer"_s},
                {u"text"_s, u"TEXT"_s, u"what to say"_s}, {u"count"_s, u"N"_s, u"queue it so many times"_s, false}})},
        {{u"export"_s}, {}, with({{u"format"_s, u"jsonl"_s, u"one JSON object a line"_s, false}})},
        {{u"doctor"_s}, {}, with()},
    };
}

QList<CommandShape> teamShapes()
{
    return {
        {{u"init"_s}, {}, with({{u"admin"_s, u"NAME"_s, u"the first administrator's login"_s, false}, newPassword,
                {u"gateway-password-file"_s, u"FILE"_s, u"the gateways' password, mode 0600; else one is made up and printed once"_s, false}})},
        {{u"agent"_s, u"add"_s}, {u"NAME"_s}, with({role, newPassword})},
        {{u"agent"_s, u"role"_s}, {u"NAME"_s}, with({role})},
        {{u"agent"_s, u"disable"_s}, {u"NAME"_s}, with()},
        {{u"agent"_s, u"enable"_s}, {u"NAME"_s}, with()},
        {{u"agent"_s, u"reset"_s}, {u"NAME"_s}, with({newPassword})},
        {{u"agent"_s, u"list"_s}, {}, with()},
        {{u"team"_s, u"add"_s}, {u"TEAM"_s}, with()},
        {{u"team"_s, u"rename"_s}, {u"TEAM"_s, u"NEW"_s}, with()},
        {{u"team"_s, u"remove"_s}, {u"TEAM"_s}, with()},
        {{u"team"_s, u"list"_s}, {}, with()},
        {{u"team"_s, u"member"_s, u"add"_s}, {u"TEAM"_s, u"NAME"_s}, with()},
        {{u"team"_s, u"member"_s, u"remove"_s}, {u"TEAM"_s, u"NAME"_s}, with()},
        {{u"number"_s, u"list"_s}, {}, with()},
        {{u"number"_s, u"grant"_s}, {u"NUMBER"_s, u"NAME|team:TEAM"_s}, with()},
        {{u"number"_s, u"revoke"_s}, {u"NUMBER"_s, u"NAME|team:TEAM"_s}, with()},
        {{u"invite"_s}, {u"NAME"_s},
            with({{u"out"_s, u"FILE"_s, u"write a .tandem-invite file; else a link is printed"_s, false},
                {u"ca"_s, u"FILE"_s, u"PEM certificate of the authority that signed the server's"_s, false}})},
        {{u"import"_s}, {u"FROM"_s}, with()},
        {{u"audit"_s, u"export"_s}, {},
            with({{u"who"_s, u"LOGIN"_s, u"only of this person"_s, false}, {u"from"_s, u"TIME"_s, u"ISO time"_s, false},
                {u"to"_s, u"TIME"_s, u"ISO time"_s, false}})},
    };
}

} // namespace

const QList<CommandShape> &commandShapes()
{
    static const QList<CommandShape> shapes = dataShapes() + teamShapes();
    return shapes;
}

QString commandsHelp()
{
    QString text = u"Usage: tandem-gateway COMMAND [options]\n\n"_s;
    for (const auto &shape : commandShapes()) {
        text += u"  "_s + (shape.words + shape.operands).join(u' ');
        for (const auto &option : shape.options) {
            if (option.name == u"database"_s || option.name == u"password-file"_s) continue;
            const auto written = u"--"_s + option.name + u' ' + option.valueName;
            text += option.required ? u' ' + written : u" ["_s + written + u']';
        }
        text += u'\n';
    }
    return text
        + u"\nEvery command takes --database DB and, for a server, --password-file FILE (else PGPASSWORD or libpq's password file).\n"
          "DB is sqlite:PATH or postgresql://USER@HOST/DATABASE. A team's workspace begins with `init` under a role that may create roles.\n"
          "Exit codes: 0 done, 2 usage, 3 refused, 4 database, 5 address in use.\n"_s;
}

} // namespace Tandem
