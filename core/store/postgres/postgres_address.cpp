#include "core/store/postgres/postgres_address.h"

#include "core/base/loopback.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Values = QHash<QByteArray, QByteArray>;
using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

Error usage(const char *text) { return Error::of(ErrorCode::Usage, QCoreApplication::translate("Store", text)); }

Values valuesOf(const PQconninfoOption *options)
{
    Values values;
    for (const auto *o = options; o && o->keyword; ++o) {
        if (o->val && *o->val) values.insert(o->keyword, o->val);
    }
    return values;
}

bool isLoopback(const QByteArray &address) { return isLoopbackAddress(QString::fromUtf8(address)); }

/// An empty host is libpq's own socket; a name that starts with / or @ is a socket too.
bool isLocal(const QByteArray &host, const QByteArray &hostAddress)
{
    if (!hostAddress.isEmpty()) return isLoopback(hostAddress);
    return host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost" || isLoopback(host);
}

QByteArray partOf(const QByteArray &list, int i)
{
    const auto parts = list.split(',');
    return parts.size() == 1 ? parts.first() : parts.value(i);
}

/// Certificates of authorities that this computer trusts; libpq before version 16 doesn't look for them.
QByteArray trustedCertificates()
{
#ifdef Q_OS_WIN
    const auto own = qEnvironmentVariable("APPDATA") + u"/postgresql/root.crt"_s;
#else
    const auto own = QDir::homePath() + u"/.postgresql/root.crt"_s;
#endif
    if (QFile::exists(own)) return QFile::encodeName(own);
    if (PQlibVersion() >= 160000) return "system";
    for (const auto *bundle : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"}) {
        if (QFile::exists(QString::fromLatin1(bundle))) return bundle;
    }
    return {};
}

/// What a connection that others could listen to must have, and may not be asked to do without.
Result<> secure(Values &values)
{
    const auto demand = [&](const QByteArray &key, const QByteArray &value) {
        const bool fine = !values.contains(key) || values.value(key) == value;
        values.insert(key, value);
        return fine;
    };
    bool fine = demand("sslmode", "verify-full") && demand("gssencmode", "disable");
    if (values.contains("password")) fine = demand("channel_binding", "require") && fine;
    const auto protocol = values.value("ssl_min_protocol_version", "TLSv1.2");
    if (!fine || protocol < "TLSv1.2" || values.contains("requiressl")) {
        return failure(usage(QT_TRANSLATE_NOOP("Store",
            "A database server on another computer is only used with a checked certificate (sslmode=verify-full). Leave the weaker setting out of the address.")));
    }
    return {};
}

/// Session settings. A server that stops answering is noticed within seconds, also in the middle of a wait.
void addOwnSettings(Values &values)
{
    const auto prefer = [&](const char *key, const char *value) {
        if (!values.contains(key)) values.insert(key, value);
    };
    prefer("application_name", "tandem");
    prefer("keepalives_idle", "10");
    prefer("keepalives_interval", "5");
    prefer("keepalives_count", "3");
    prefer("tcp_user_timeout", "15000");
    // Behind several addresses or after a failover only the server that takes writes is ours.
    prefer("target_session_attrs", "primary");
    values.insert("client_encoding", "UTF8");
}

QString shownText(const Values &values, const QByteArray &hosts)
{
    const auto user = QString::fromUtf8(values.value("user"));
    return u"postgresql://%1%2/%3"_s.arg(user.isEmpty() ? user : user + u'@', QString::fromUtf8(hosts), QString::fromUtf8(values.value("dbname")));
}

} // namespace

bool PostgresAddress::isPostgres(const QString &url)
{
    return url.startsWith("postgresql://"_L1) || url.startsWith("postgres://"_L1);
}

Result<PostgresAddress> PostgresAddress::parse(const QString &url, const QString &password, const QString &rootCertificate)
{
    const Options parsed(isPostgres(url) ? PQconninfoParse(url.toUtf8().constData(), nullptr) : nullptr, &PQconninfoFree);
    if (!parsed) return failure(usage(QT_TRANSLATE_NOOP("Store", "The address of the database can't be read. It looks like postgresql://user@host/database.")));
    auto values = valuesOf(parsed.get());
    if (values.contains("service")) return failure(usage(QT_TRANSLATE_NOOP("Store", "A database address with a service name isn't supported. Name the host.")));
    // What libpq would take from the environment, so that the rules below see it too.
    const Options surroundings(PQconndefaults(), &PQconninfoFree);
    const auto defaults = valuesOf(surroundings.get());
    for (const auto *key : {"host", "hostaddr", "port", "password"}) {
        const bool hostGiven = values.contains("host") || values.contains("hostaddr");
        if (defaults.contains(key) && !values.contains(key) && !(QByteArray(key).startsWith("host") && hostGiven)) values.insert(key, defaults.value(key));
    }
    if (!password.isEmpty()) values.insert("password", password.toUtf8());
    if (!rootCertificate.isEmpty()) values.insert("sslrootcert", QFile::encodeName(rootCertificate));
    addOwnSettings(values);

    PostgresAddress address;
    const auto hosts = values.take("host");
    const auto hostAddresses = values.take("hostaddr");
    const auto ports = values.take("port");
    const auto count = std::max(hosts.split(',').size(), hostAddresses.split(',').size());
    for (int i = 0; i < count; ++i) {
        auto own = values;
        const auto host = hosts.split(',').value(i);
        const auto hostAddress = hostAddresses.split(',').value(i);
        Server server;
        server.local = isLocal(host, hostAddress);
        if (!server.local) TANDEM_TRY(secure(own));
        if (!server.local && !own.contains("sslrootcert")) own.insert("sslrootcert", trustedCertificates());
        own.insert("host", host);
        own.insert("hostaddr", hostAddress);
        own.insert("port", partOf(ports, i));
        for (auto it = own.cbegin(); it != own.cend(); ++it) {
            if (!it->isEmpty()) server.parameters.append({it.key(), *it});
        }
        address.servers.append(server);
    }
    address.shown = shownText(values, hosts.isEmpty() ? hostAddresses : hosts);
    return address;
}

} // namespace Tandem
