#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"
#include "tests/store/store_fixture.h"
#include "tests/support/temp_postgres.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

// With TANDEM_TEST_ENGINE=postgres every Workspace is a database of its own on a throw-away server: the one that CTest
// started for all test programs (its place is in the file TANDEM_TEST_SERVER), else one of this program.

namespace Tandem::Testing {
namespace {

constexpr auto templateName = "tandem_template";

class Server
{
public:
    Server()
    {
        QFile file(qEnvironmentVariable("TANDEM_TEST_SERVER"));
        if (file.open(QIODevice::ReadOnly)) m_host = QString::fromUtf8(file.readAll()).trimmed();
        if (m_host.isEmpty()) {
            m_own = std::make_unique<TempPostgres>();
            if (!m_own->isRunning()) qFatal("%s", qPrintable(m_own->error()));
            m_host = m_own->host();
        }
        const auto address = PostgresAddress::parse(url(u"postgres"_s));
        m_dialect = makePostgresDialect(*address);
        m_admin = std::make_unique<Connection>(*m_dialect, QString(), false);
        const auto opened = m_admin->open();
        if (!opened) qFatal("no server: %s", qPrintable(opened.error().detail));
        m_admin->session().setPatient(true);
        makeTemplate();
    }
    [[nodiscard]] QString url(const QString &database) const
    {
        return u"postgresql://postgres@/%1?host=%2"_s.arg(database, QString::fromLatin1(QUrl::toPercentEncoding(m_host)));
    }
    void run(const QString &sql)
    {
        const auto done = m_admin->executeText(sql);
        if (!done) qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
    }

private:
    /// Copying a migrated database takes a tenth of the time that migrating an empty one does.
    void makeTemplate()
    {
        run(u"SELECT pg_advisory_lock(1)"_s);
        const auto known = m_admin->scalarText(u"SELECT count(*) FROM pg_database WHERE datname = '%1'"_s.arg(QLatin1StringView(templateName)));
        if (known && known->toInt() == 0) {
            run(u"DROP DATABASE IF EXISTS half_made"_s);
            run(u"CREATE DATABASE half_made"_s);
            const auto store = Store::open({url(u"half_made"_s)}, std::make_shared<FixedClock>());
            if (!store) qFatal("cannot migrate: %s", qPrintable(store.error().detail));
            makeMe();
        }
        if (known && known->toInt() == 0) run(u"ALTER DATABASE half_made RENAME TO %1"_s.arg(QLatin1StringView(templateName)));
        run(u"SELECT pg_advisory_unlock(1)"_s);
    }

    /// A single desk is a team of one; here the one who is logged in.
    void makeMe()
    {
        const auto dialect = makePostgresDialect(*PostgresAddress::parse(url(u"half_made"_s)));
        Connection connection(*dialect, QString(), false);
        const auto made = connection.open().and_then([&] {
            return connection.executeText(u"INSERT INTO agents (login, display_name, role, created_ms) VALUES ('postgres', '', 'admin', 0)"_s);
        });
        if (!made) qFatal("no agent: %s", qPrintable(made.error().detail));
    }

    std::unique_ptr<TempPostgres> m_own;
    QString m_host;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<Connection> m_admin;
};

Server &server()
{
    static Server only;
    return only;
}

class Place final : public ServerPlace
{
public:
    Place() : m_name(u"w_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(++serial))
    {
        server().run(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(m_name, QLatin1StringView(templateName)));
    }
    ~Place() override { server().run(u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_name)); }
    QString url() const override { return server().url(m_name); }

private:
    static inline int serial = 0;
    QString m_name;
};

const bool chosen = [] {
    if (qEnvironmentVariable("TANDEM_TEST_ENGINE") == "postgres"_L1) makeServerPlace = []() -> std::unique_ptr<ServerPlace> { return std::make_unique<Place>(); };
    return true;
}();

} // namespace
} // namespace Tandem::Testing
