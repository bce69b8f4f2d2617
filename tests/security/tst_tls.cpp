#include "core/store/store.h"
#include "core/base/clock.h"
#include "tests/security/team_database.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <pwd.h>
#include <unistd.h>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Who a server says it is: a certificate of another name, a run-out one and one by an unknown authority are refused
/// before anything is sent, and nothing weaker can be asked for.
class TlsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theRightCertificateIsTaken();
    void badCertificates_data();
    void badCertificates();
    void weakerAddressesAreRefused_data();
    void weakerAddressesAreRefused();
    void aWrongPasswordIsRefused();

private:
    bool make(const QStringList &arguments);
    bool certificate(const QString &name, const QString &authority, const QString &host, const QStringList &validity);
    bool use(const QString &name);
    [[nodiscard]] StoreOptions options() const;
    QTemporaryDir m_folder;
    std::unique_ptr<TeamDatabase> m_team;
    QString m_host;
    int m_port = 0;
};

namespace {

/// An address of this computer that isn't loopback, so that the rules for servers elsewhere apply; empty where there is none.
QString ownAddress()
{
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) != 0) return {};
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> kept(all, &::freeifaddrs);
    for (const auto *one = all; one; one = one->ifa_next) {
        if (!one->ifa_addr || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_LOOPBACK) || !(one->ifa_flags & IFF_UP)) continue;
        char text[INET_ADDRSTRLEN];
        const auto *address = reinterpret_cast<const sockaddr_in *>(one->ifa_addr);
        if (::inet_ntop(AF_INET, &address->sin_addr, text, sizeof text)) return QString::fromLatin1(text);
    }
    return {};
}

QString path(const QTemporaryDir &folder, const QString &name) { return folder.filePath(name); }

} // namespace

bool TlsTest::make(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    const bool done = openssl.waitForFinished(60'000) && openssl.exitCode() == 0;
    if (!done) qWarning("%s", openssl.readAll().constData());
    return done;
}

bool TlsTest::certificate(const QString &name, const QString &authority, const QString &named, const QStringList &validity)
{
    const auto key = path(m_folder, name + u".key"_s);
    const auto request = path(m_folder, name + u".csr"_s);
    QFile extensions(path(m_folder, name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly)) return false;
    extensions.write("subjectAltName=" + named.toUtf8() + '\n');
    extensions.close();
    return make({u"req"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key, u"-out"_s, request, u"-subj"_s, u"/CN=server"_s})
        && make(QStringList{u"x509"_s, u"-req"_s, u"-in"_s, request, u"-CA"_s, path(m_folder, authority + u".crt"_s), u"-CAkey"_s, path(m_folder, authority + u".key"_s),
               u"-CAcreateserial"_s, u"-extfile"_s, extensions.fileName(), u"-out"_s, path(m_folder, name + u".crt"_s)} + validity);
}

/// Puts a certificate into the server, which reads it when told to.
bool TlsTest::use(const QString &name)
{
    const auto data = m_team->server().host() + u"/data/"_s;
    for (const auto &end : {u".crt"_s, u".key"_s}) {
        const auto target = data + u"server"_s + end;
        QFile::remove(target);
        if (!QFile::copy(path(m_folder, name + end), target)) return false;
        if (!QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner)) return false;
        if (::geteuid() == 0) {
            const auto *user = ::getpwnam("postgres");
            if (!user || ::chown(QFile::encodeName(target).constData(), user->pw_uid, user->pw_gid) != 0) return false;
        }
    }
    RawSession root("host='" + m_team->server().host().toUtf8() + "' user=postgres dbname=tandem port=" + QByteArray::number(m_port));
    return !root.isOpen() || root.run("SELECT pg_reload_conf(), pg_sleep(0.3)").ok;
}

StoreOptions TlsTest::options() const
{
    StoreOptions options;
    options.url = u"postgresql://ana@%1:%2/tandem"_s.arg(m_host).arg(m_port);
    options.password = u"secret-ana"_s;
    options.rootCertificate = path(m_folder, u"authority.crt"_s);
    options.mediaFolder = path(m_folder, u"media"_s);
    options.create = options.migrate = options.keeper = false;
    return options;
}

void TlsTest::initTestCase()
{
    m_host = ownAddress();
    if (m_host.isEmpty()) QSKIP("this computer has no address but loopback");
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    for (const auto &name : {u"authority"_s, u"stranger"_s}) {
        QVERIFY(make({u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/CN="_s + name,
            u"-keyout"_s, path(m_folder, name + u".key"_s), u"-out"_s, path(m_folder, name + u".crt"_s)}));
    }
    const QStringList valid{u"-days"_s, u"30"_s};
    QVERIFY(certificate(u"right"_s, u"authority"_s, u"IP:"_s + m_host, valid));
    QVERIFY(certificate(u"other_name"_s, u"authority"_s, u"DNS:other.example,IP:192.0.2.1"_s, valid));
    QVERIFY(certificate(u"unknown"_s, u"stranger"_s, u"IP:"_s + m_host, valid));
    QVERIFY(certificate(u"run_out"_s, u"authority"_s, u"IP:"_s + m_host, {u"-days"_s, u"-1"_s}));
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        m_port = probe.serverPort();
    }
    auto &root = m_team->superuser();
    // The password as the program sets it: a verifier.
    const auto store = Store::open({m_team->url(u"boss"_s), path(m_folder, u"boss"_s), true, false, {}, {}, {}, false, false}, std::make_shared<SystemClock>());
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    const auto ana = root.run("SELECT id FROM agents WHERE login = 'ana'").value().toLongLong();
    const auto set = waitFor((*store)->teamAdmin().setPassword(AgentId{ana}, u"secret-ana"_s));
    QVERIFY2(set && *set, qPrintable(set ? QString() : set.error().detail));
    QVERIFY(use(u"right"_s));
    QFile access(m_team->server().host() + u"/data/pg_hba.conf"_s);
    QVERIFY(access.open(QIODevice::WriteOnly));
    access.write("local all all trust\nhostssl all all 0.0.0.0/0 scram-sha-256\n");
    access.close();
    QVERIFY(m_team->server().stop());
    QVERIFY(m_team->server().start(u"-c ssl=on -c listen_addresses=%2 -c port=%1"_s.arg(m_port).arg(m_host)));
}

void TlsTest::theRightCertificateIsTaken()
{
    QVERIFY(use(u"right"_s));
    const auto store = Store::open(options(), std::make_shared<SystemClock>());
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    const auto me = waitFor((*store)->agents().me());
    QVERIFY(me);
    QCOMPARE(me->login, u"ana"_s);
}

void TlsTest::badCertificates_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"other_name", "run_out", "unknown"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TlsTest::badCertificates()
{
    QFETCH(QString, name);
    QVERIFY(use(name));
    const auto store = Store::open(options(), std::make_shared<SystemClock>());
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Auth);
    QVERIFY(!store.error().text.isEmpty());
    QVERIFY(use(u"right"_s)); // and it was the certificate that kept us out
    QVERIFY(Store::open(options(), std::make_shared<SystemClock>()));
}

void TlsTest::weakerAddressesAreRefused_data()
{
    QTest::addColumn<QString>("parameters");
    for (const auto *weak : {"sslmode=disable", "sslmode=allow", "sslmode=prefer", "sslmode=require", "sslmode=verify-ca", "channel_binding=disable", "ssl_min_protocol_version=TLSv1", "gssencmode=prefer"}) {
        QTest::newRow(weak) << QString::fromLatin1(weak);
    }
}

void TlsTest::weakerAddressesAreRefused()
{
    QFETCH(QString, parameters);
    auto weaker = options();
    weaker.url = u"postgresql://ana@%1:%2/tandem?%3"_s.arg(m_host).arg(m_port).arg(parameters);
    const auto store = Store::open(weaker, std::make_shared<SystemClock>());
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Usage);
}

void TlsTest::aWrongPasswordIsRefused()
{
    QVERIFY(use(u"right"_s));
    auto wrong = options();
    wrong.password = u"secret-anna"_s;
    const auto store = Store::open(wrong, std::make_shared<SystemClock>());
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Auth);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
