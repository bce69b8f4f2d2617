#include "app/gateway/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int mostTexts = 10'000;

QString say(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

auto usage(const QString &text)
{
    return failure(ErrorCode::Usage, text);
}

struct Option
{
    QString name;
    QString valueName;
    QString description;
    bool required = true;
};

QString generalHelp()
{
    return u"Usage: tandem-gateway COMMAND [options]\n\n"
           "  serve  --database DB --listen HOST:PORT [--graph-url URL] [--sdk-url URL] --credentials FILE\n"
           "  send   --database DB --number PHONE_NUMBER_ID --to PHONE|BSUID --text TEXT [--count N]\n"
           "  export --database DB [--format jsonl]\n"
           "  doctor --database DB\n\n"
           "DB is sqlite:PATH. Exit codes: 0 done, 2 usage, 3 refused, 4 database, 5 address in use.\n"_s;
}

QList<Option> optionsOf(const QString &command)
{
    const Option database{u"database"_s, u"DB"_s, u"sqlite:PATH"_s};
    if (command == u"serve"_s) {
        return {database, {u"listen"_s, u"HOST:PORT"_s, u"where webhooks arrive; port 0: any"_s},
            {u"graph-url"_s, u"URL"_s, u"the platform's API"_s, false}, {u"sdk-url"_s, u"URL"_s, u"the sign-up page's script"_s, false},
            {u"credentials"_s, u"FILE"_s, u"JSON, mode 0600"_s}};
    }
    if (command == u"send"_s) {
        return {database, {u"number"_s, u"PHONE_NUMBER_ID"_s, u"the business number that sends"_s},
            {u"to"_s, u"PHONE|BSUID"_s, u"the customer"_s}, {u"text"_s, u"TEXT"_s, u"what to say"_s},
            {u"count"_s, u"N"_s, u"queue it so many times"_s, false}};
    }
    if (command == u"export"_s) return {database, {u"format"_s, u"jsonl"_s, u"one JSON object a line"_s, false}};
    if (command == u"doctor"_s) return {database};
    return {};
}

/// Splits "sqlite:PATH" off what this version can't open.
Result<QString> databaseOf(const QString &url)
{
    if (url.startsWith(u"postgresql://"_s) || url.startsWith(u"postgres://"_s)) {
        return failure(ErrorCode::Database, say(QT_TRANSLATE_NOOP("CommandLine", "PostgreSQL workspaces are not in this version; use sqlite:PATH.")));
    }
    if (url.startsWith(u"sqlite:"_s) && url.size() > 7) return url;
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--database must be sqlite:PATH.")));
}

Result<QUrl> urlOf(const QString &name, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"https"_s || url.scheme() == u"http"_s;
    if (url.isValid() && web && !url.host().isEmpty()) return url;
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--%1 must be an http or https address.")).arg(name));
}

Result<> readServe(const QCommandLineParser &parser, GatewayCommand &command)
{
    command.kind = GatewayCommand::Kind::Serve;
    const auto listen = parseHostPort(parser.value(u"listen"_s));
    TANDEM_TRY(listen);
    command.listen = *listen;
    command.credentials = parser.value(u"credentials"_s);
    for (const auto &[name, target] : {std::pair{u"graph-url"_s, &command.graphUrl}, std::pair{u"sdk-url"_s, &command.sdkUrl}}) {
        if (!parser.isSet(name)) continue;
        const auto url = urlOf(name, parser.value(name));
        TANDEM_TRY(url);
        *target = *url;
    }
    return {};
}

Result<> readSend(const QCommandLineParser &parser, GatewayCommand &command)
{
    command.kind = GatewayCommand::Kind::Send;
    command.number = parser.value(u"number"_s);
    command.text = parser.value(u"text"_s);
    const auto to = parseRecipient(parser.value(u"to"_s));
    TANDEM_TRY(to);
    command.to = *to;
    if (!parser.isSet(u"count"_s)) return {};
    bool ok = false;
    command.count = parser.value(u"count"_s).toInt(&ok);
    if (ok && command.count >= 1 && command.count <= mostTexts) return {};
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--count must be between 1 and %1.")).arg(mostTexts));
}

} // namespace

Result<HostPort> parseHostPort(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    auto host = colon < 0 ? QString() : text.first(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']') && host.size() > 2;
    if (bracketed) host = host.sliced(1, host.size() - 2);
    bool ok = false;
    const auto port = colon < 0 ? 0 : text.sliced(colon + 1).toUInt(&ok);
    if (ok && port <= 65535 && !host.isEmpty() && (bracketed || !host.contains(u':'))) return HostPort{host, quint16(port)};
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--listen must be HOST:PORT, like 127.0.0.1:8080.")));
}

QString toText(const HostPort &address)
{
    const auto host = address.host.contains(u':') ? u'[' + address.host + u']' : address.host;
    return host + u':' + QString::number(address.port);
}

Result<Recipient> parseRecipient(const QString &text)
{
    static const QRegularExpression bsuid(u"^[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}$"_s);
    if (bsuid.match(text).hasMatch()) return Recipient{{}, text};
    QString digits;
    for (const auto c : text) {
        if (c >= u'0' && c <= u'9') digits.append(c);
        else if (!u"+ -()."_s.contains(c)) return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--to must be a phone number with country code, or a user id like US.1349.")));
    }
    if (digits.size() >= 5 && digits.size() <= 20) return Recipient{digits, {}};
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--to must be a phone number with country code, or a user id like US.1349.")));
}

Result<GatewayCommand> parseGatewayCommand(const QStringList &arguments)
{
    const auto name = arguments.value(1);
    GatewayCommand command;
    command.help = generalHelp();
    if (name == u"--help"_s || name == u"-h"_s || name == u"help"_s) return command;
    if (name == u"--version"_s || name == u"-v"_s) {
        command.kind = GatewayCommand::Kind::Version;
        return command;
    }
    const auto options = optionsOf(name);
    if (options.isEmpty()) return usage(say(QT_TRANSLATE_NOOP("CommandLine", "Say serve, send, export or doctor; --help tells more.")));
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const auto &option : options) parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
    parser.addOption(QCommandLineOption({u"h"_s, u"help"_s}, QString()));
    if (!parser.parse(QStringList{arguments.first()} + arguments.sliced(2))) return usage(parser.errorText());
    if (parser.isSet(u"help"_s)) return command;
    if (!parser.positionalArguments().isEmpty()) {
        return usage(say(QT_TRANSLATE_NOOP("CommandLine", "Unexpected argument after %1.")).arg(name));
    }
    for (const auto &option : options) {
        if (option.required && parser.value(option.name).isEmpty()) {
            return usage(say(QT_TRANSLATE_NOOP("CommandLine", "%1 needs --%2.")).arg(name, option.name));
        }
    }
    if (name == u"export"_s && parser.isSet(u"format"_s) && parser.value(u"format"_s) != u"jsonl"_s) {
        return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--format can only be jsonl.")));
    }
    command.kind = name == u"export"_s ? GatewayCommand::Kind::Export : GatewayCommand::Kind::Doctor;
    if (name == u"serve"_s) TANDEM_TRY(readServe(parser, command));
    if (name == u"send"_s) TANDEM_TRY(readSend(parser, command));
    const auto database = databaseOf(parser.value(u"database"_s));
    TANDEM_TRY(database);
    command.database = *database;
    return command;
}

} // namespace Tandem
