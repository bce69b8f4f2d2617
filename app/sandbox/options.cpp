#include "app/sandbox/options.h"

#include "app/sandbox/platform/chaos.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QString Options::usage()
{
    return u"usage: tandem-sandbox serve --listen HOST:PORT --webhook-url URL --app-secret S --verify-token T\n"
           "                            [--seed N] [--scenario shop|quiet|storm|every_type] [--chaos LIST] [--state FILE]\n"_s;
}

static Result<void> readAddress(const QString &text, Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    const int port = text.mid(colon + 1).toInt(&ok);
    if (colon < 1 || !ok || port < 0 || port > 65535) return failure(ErrorCode::Usage, u"--listen wants HOST:PORT"_s);
    options.host = text.left(colon);
    if (options.host.startsWith(u'[') && options.host.endsWith(u']'))
        options.host = options.host.mid(1, options.host.size() - 2);
    options.port = quint16(port);
    return {};
}

static Result<void> take(const QString &name, const QString &value, Options &options)
{
    bool ok = true;
    if (name == "--listen"_L1) return readAddress(value, options);
    if (name == "--webhook-url"_L1) {
        options.webhookUrl = QUrl(value, QUrl::StrictMode);
        if (!options.webhookUrl.isValid() || !options.webhookUrl.scheme().startsWith("http"_L1))
            return failure(ErrorCode::Usage, u"--webhook-url wants an http or https address"_s);
    } else if (name == "--app-secret"_L1) {
        options.appSecret = value;
    } else if (name == "--verify-token"_L1) {
        options.verifyToken = value;
    } else if (name == "--seed"_L1) {
        options.seed = value.toUInt(&ok);
        if (!ok) return failure(ErrorCode::Usage, u"--seed wants a number"_s);
    } else if (name == "--scenario"_L1) {
        options.scenario = value;
        static const QStringList known{u"shop"_s, u"quiet"_s, u"storm"_s, u"every_type"_s};
        if (!known.contains(value))
            return failure(ErrorCode::Usage, u"--scenario is one of %1"_s.arg(known.join(u", "_s)));
    } else if (name == "--chaos"_L1) {
        options.chaos = value;
        if (const QString wrong = Chaos::firstUnknown(value); !wrong.isEmpty())
            return failure(ErrorCode::Usage, u"--chaos knows %1"_s.arg(Chaos::names().join(u", "_s)));
    } else if (name == "--state"_L1) {
        options.stateFile = value;
    } else {
        return failure(ErrorCode::Usage, u"unknown option %1"_s.arg(name));
    }
    return {};
}

Result<Options> Options::parse(const QStringList &arguments)
{
    Options options;
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        options.helpOnly = true;
        return options;
    }
    if (arguments.value(1) != "serve"_L1) return failure(ErrorCode::Usage, u"the one command is serve"_s);
    for (qsizetype i = 2; i < arguments.size(); ++i) {
        QString name = arguments[i];
        QString value;
        if (const qsizetype equals = name.indexOf(u'='); equals > 0) {
            value = name.mid(equals + 1);
            name.truncate(equals);
        } else if (++i < arguments.size()) {
            value = arguments[i];
        } else {
            return failure(ErrorCode::Usage, u"%1 wants a value"_s.arg(name));
        }
        TANDEM_TRY(take(name, value, options));
    }
    if (options.host.isEmpty()) return failure(ErrorCode::Usage, u"--listen is missing"_s);
    if (options.webhookUrl.isEmpty()) return failure(ErrorCode::Usage, u"--webhook-url is missing"_s);
    if (options.appSecret.isEmpty()) return failure(ErrorCode::Usage, u"--app-secret is missing"_s);
    if (options.verifyToken.isEmpty()) return failure(ErrorCode::Usage, u"--verify-token is missing"_s);
    return options;
}

} // namespace Tandem::Sandbox
