#include "app/gateway/commands/command_line.h"

#include "app/gateway/commands/command_shapes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

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

/// A password in the command line could be read by everybody on this computer.
bool namesPassword(const QString &url)
{
    const auto place = url.section(u"://"_s, 1).section(u'/', 0, 0).section(u'?', 0, 0);
    const auto user = place.contains(u'@') ? place.section(u'@', 0, -2) : QString();
    static const QRegularExpression inQuery(u"[?&]password="_s, QRegularExpression::CaseInsensitiveOption);
    return user.contains(u':') || inQuery.match(url).hasMatch();
}

Result<QString> databaseOf(const QString &url)
{
    if (url.startsWith(u"postgresql://"_s) || url.startsWith(u"postgres://"_s)) return url;
    if (url.startsWith(u"sqlite:"_s) && url.size() > 7) return url;
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--database must be sqlite:PATH or postgresql://USER@HOST/DATABASE.")));
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
    const auto listen = parseHostPort(parser.value(u"listen"_s));
    TANDEM_TRY(listen);
    command.listen = *listen;
    command.credentials = parser.value(u"credentials"_s);
    if (parser.isSet(u"metrics"_s)) {
        const auto metrics = parseHostPort(parser.value(u"metrics"_s));
        TANDEM_TRY(metrics);
        command.metrics = *metrics;
    }
    const auto format = parser.value(u"log-format"_s);
    if (parser.isSet(u"log-format"_s) && format != u"json"_s && format != u"text"_s) {
        return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--log-format can be text or json.")));
    }
    command.jsonLog = format == u"json"_s;
    if (parser.isSet(u"lease-seconds"_s)) {
        bool ok = false;
        command.leaseSeconds = parser.value(u"lease-seconds"_s).toInt(&ok);
        if (!ok || command.leaseSeconds < 1 || command.leaseSeconds > 60) {
            return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--lease-seconds must be between 1 and 60.")));
        }
    }
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

namespace {

using Kind = GatewayCommand::Kind;

Kind kindOf(const QString &word)
{
    static const QHash<QString, Kind> kinds{{u"serve"_s, Kind::Serve}, {u"send"_s, Kind::Send}, {u"export"_s, Kind::Export}, {u"doctor"_s, Kind::Doctor},
        {u"init"_s, Kind::Init}, {u"agent"_s, Kind::Agent}, {u"team"_s, Kind::Team}, {u"number"_s, Kind::Number}, {u"invite"_s, Kind::Invite},
        {u"import"_s, Kind::Import}, {u"audit"_s, Kind::Audit}};
    return kinds.value(word, Kind::Help);
}

/// The shape whose words begin the arguments; else what could have been meant.
Result<CommandShape> shapeOf(const QStringList &words)
{
    QStringList near;
    for (const auto &shape : commandShapes()) {
        if (words.mid(0, shape.words.size()) == shape.words) return shape;
        if (shape.words.first() == words.value(0)) near.append(shape.words.join(u' '));
    }
    if (near.isEmpty()) return usage(say(QT_TRANSLATE_NOOP("CommandLine", "Say a command, like serve, send, export or doctor; --help tells more.")));
    return usage(say(QT_TRANSLATE_NOOP("CommandLine", "Say one of: %1.")).arg(near.join(u", "_s)));
}

Result<> checkShape(const QCommandLineParser &parser, const CommandShape &shape)
{
    const auto name = shape.words.join(u' ');
    const auto given = parser.positionalArguments().size();
    if (given > shape.operands.size()) return usage(say(QT_TRANSLATE_NOOP("CommandLine", "Unexpected argument after %1.")).arg(name));
    if (given < shape.operands.size()) {
        return usage(say(QT_TRANSLATE_NOOP("CommandLine", "%1 needs %2.")).arg(name, shape.operands.at(given)));
    }
    for (const auto &option : shape.options) {
        if (option.required && parser.value(option.name).isEmpty()) {
            return usage(say(QT_TRANSLATE_NOOP("CommandLine", "%1 needs --%2.")).arg(name, option.name));
        }
    }
    if (name == u"export"_s && parser.isSet(u"format"_s) && parser.value(u"format"_s) != u"jsonl"_s) {
        return usage(say(QT_TRANSLATE_NOOP("CommandLine", "--format can only be jsonl.")));
    }
    return {};
}

} // namespace

Result<GatewayCommand> parseGatewayCommand(const QStringList &arguments)
{
    const auto name = arguments.value(1);
    GatewayCommand command;
    command.help = commandsHelp();
    if (name == u"--help"_s || name == u"-h"_s || name == u"help"_s) return command;
    if (name == u"--version"_s || name == u"-v"_s) {
        command.kind = Kind::Version;
        return command;
    }
    const auto shape = shapeOf(arguments.mid(1));
    TANDEM_TRY(shape);
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const auto &option : shape->options) parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
    parser.addOption(QCommandLineOption({u"h"_s, u"help"_s}, QString()));
    if (!parser.parse(QStringList{arguments.first()} + arguments.mid(1 + shape->words.size()))) return usage(parser.errorText());
    if (parser.isSet(u"help"_s)) return command;
    TANDEM_TRY(checkShape(parser, *shape));
    command.kind = kindOf(name);
    command.verb = shape->words.mid(1).join(u' ');
    command.operands = parser.positionalArguments();
    command.passwordFile = parser.value(u"password-file"_s);
    for (const auto &option : shape->options) {
        if (parser.isSet(option.name)) command.options.insert(option.name, parser.value(option.name));
    }
    if (command.kind == Kind::Serve) TANDEM_TRY(readServe(parser, command));
    if (command.kind == Kind::Send) TANDEM_TRY(readSend(parser, command));
    if (command.kind == Kind::Import) {
        const auto source = databaseOf(command.operands.value(0));
        if (!source) return usage(say(QT_TRANSLATE_NOOP("CommandLine", "FROM must be sqlite:PATH or postgresql://USER@HOST/DATABASE, without a password.")));
    }
    const auto database = databaseOf(parser.value(u"database"_s));
    TANDEM_TRY(database);
    command.database = *database;
    // Any libpq address is taken; for a service that stands in the list of processes for months the person is told.
    if (command.kind == Kind::Serve && namesPassword(command.database)) {
        const auto advice = say(QT_TRANSLATE_NOOP("CommandLine", "Leave the password out of --database: others can read it there. Use --password-file or PGPASSWORD."));
        std::fputs((u"tandem-gateway: "_s + advice + u'\n').toUtf8().constData(), stderr);
    }
    return command;
}

} // namespace Tandem
