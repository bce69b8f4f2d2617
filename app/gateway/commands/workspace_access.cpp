#include "app/gateway/commands/workspace_access.h"

#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// An address may name several hosts, which QUrl does not know.
QString userOf(const QString &url)
{
    const auto authority = url.section(u"://"_s, 1).section(u'/', 0, 0).section(u'?', 0, 0);
    return authority.contains(u'@') ? decoded(authority.section(u'@', 0, -2)) : QString();
}

QString databaseNameOf(const QString &url)
{
    const auto path = decoded(url.section(u"://"_s, 1).section(u'?', 0, 0).section(u'/', 1));
    if (!path.isEmpty()) return path;
    for (const auto &part : url.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
        if (part.startsWith("dbname="_L1)) return decoded(part.sliced(7));
    }
    // As libpq does where the address names none.
    const auto set = qEnvironmentVariable("PGDATABASE");
    return set.isEmpty() ? userOf(url) : set;
}

/// With one more setting of the session; the address has only one place for all of them.
QString withOption(const QString &url, const QString &option)
{
    const auto key = u"options="_s;
    QStringList parts;
    auto all = option;
    for (const auto &part : url.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
        if (part.startsWith(key)) all = decoded(part.sliced(key.size())) + u' ' + option;
        else parts.append(part);
    }
    parts.append(key + QString::fromLatin1(QUrl::toPercentEncoding(all)));
    return url.section(u'?', 0, 0) + u'?' + parts.join(u'&');
}

/// A desktop would be told to ask somebody; here is that somebody.
Result<std::unique_ptr<Store>> openStore(const StoreOptions &options, const std::shared_ptr<const Clock> &clock)
{
    auto store = Store::open(options, clock);
    if (store || !isServer(options.url)) return store;
    auto error = store.error();
    if (error.code == ErrorCode::NotFound) {
        error.text = QCoreApplication::translate("GatewayApplication", "There is no workspace in this database yet: run tandem-gateway init first.");
    } else if (error.code == ErrorCode::DatabaseOlder) {
        error.text = QCoreApplication::translate("GatewayApplication", "This workspace is of an older version: run tandem-gateway init, which brings it up to date.");
    }
    return failure(error);
}

} // namespace

Result<> takePassword(const GatewayCommand &command)
{
    if (command.passwordFile.isEmpty()) return {};
    const auto bytes = readPrivateFile(command.passwordFile);
    if (!bytes) {
        auto error = bytes.error();
        error.code = ErrorCode::Usage;
        return failure(error);
    }
    // Of this process only: libpq reads it there, and /proc shows what a program was started with, not this.
    qputenv("PGPASSWORD", bytes->trimmed());
    return {};
}

Result<std::unique_ptr<Store>> openBeside(const QString &database, const std::shared_ptr<const Clock> &clock)
{
    StoreOptions options;
    options.url = database;
    options.exclusive = false;
    options.create = false;
    options.migrate = false;
    return openStore(options, clock);
}

Result<std::unique_ptr<Store>> openAsOwner(const QString &database, const std::shared_ptr<const Clock> &clock)
{
    if (!isServer(database)) return openBeside(database, clock);
    StoreOptions options;
    options.url = database;
    options.create = false;
    options.migrate = false;
    options.role = databaseNameOf(database) + u"_owner"_s;
    return openStore(options, clock);
}

Result<std::unique_ptr<Store>> openAsGateway(const QString &database, int leaseSeconds, const std::shared_ptr<const Clock> &clock)
{
    const bool serving = leaseSeconds > 0;
    StoreOptions options;
    options.url = database;
    options.exclusive = serving;
    options.create = serving && !isServer(database);
    if (!isServer(database)) return openStore(options, clock);
    options.migrate = false;
    if (serving) {
        options.readers = 2;
        // A gateway that is stopped in the middle of a transaction must not keep the next one waiting for its locks.
        const int patience = std::max(1, leaseSeconds / 2);
        options.url = withOption(database, u"-c idle_in_transaction_session_timeout=%1s -c lock_timeout=%1s"_s.arg(patience));
    }
    const auto role = databaseNameOf(database) + u"_gateway"_s;
    if (userOf(database) == role) return openStore(options, clock);
    // A superuser would pass by every policy, and what an owner makes belongs to nobody's grants: work with less.
    auto less = options;
    less.url = withOption(options.url, u"-c role="_s + role);
    auto store = openStore(less, clock);
    if (!store) {
        auto more = openStore(options, clock);
        if (more) warnLine(QCoreApplication::translate("GatewayApplication", "This address can't act as %1, the role of gateways: it sees what its own login sees.").arg(role));
        return more;
    }
    warnLine(QCoreApplication::translate("GatewayApplication", "This address could do more than a gateway needs. Better use the role %1.").arg(role));
    return store;
}

void sayLine(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void warnLine(const QString &line)
{
    std::fputs((u"tandem-gateway: "_s + line.simplified() + u'\n').toUtf8().constData(), stderr);
}

} // namespace Tandem
