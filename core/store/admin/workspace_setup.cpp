#include "core/store/admin/workspace_setup.h"

#include "core/domain/team/team.h"
#include "core/store/admin/agent_accounts.h"
#include "core/store/admin/scram_verifier.h"
#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

class WorkspaceInit
{
public:
    WorkspaceInit(Connection &connection, const WorkspaceSetup &setup) : m_db(connection), m_setup(setup) {}

    Result<WorkspaceMade> run()
    {
        TANDEM_TRY(prepare());
        TANDEM_TRY(together(u"roles"_s));
        TANDEM_TRY(m_db.executeText(u"SET ROLE \"%1_owner\""_s.arg(QString(m_database).replace(u'"', u"\"\""_s))));
        TANDEM_TRY(Migrator(m_db).migrate(true));
        TANDEM_TRY(together(u"access"_s));
        TANDEM_TRY(m_db.executeText(u"RESET ROLE"_s));
        TANDEM_TRY(letGatewayIn());
        TANDEM_TRY(addAdministrator());
        const auto now = Migrator(m_db).version();
        if (!now) return failure(now.error());
        m_made.version = *now;
        m_made.gatewayLogin = m_database + u"_gateway"_s;
        return m_made;
    }

private:
    Result<> prepare()
    {
        // Names in what follows are those of the schema, whoever runs it; and of two that run this the second waits.
        for (const auto *sql : {u"SET search_path = public", u"SELECT pg_advisory_lock(hashtext('tandem_init'))"}) {
            TANDEM_TRY(m_db.executeText(QString::fromUtf16(sql)));
        }
        const auto database = m_db.scalarText(u"SELECT CAST(current_database() AS text)"_s);
        if (!database) return failure(database.error());
        m_database = database->toString();
        // Asked before anything is taken away from anybody: it may be another program's database.
        const auto before = Migrator(m_db).version();
        if (!before) return failure(before.error());
        m_made.before = *before;
        return {};
    }

    /// All files of a folder in one transaction.
    Result<> together(const QString &folder)
    {
        TANDEM_TRY(m_db.executeText(u"BEGIN"_s));
        const QDir files(u":/sql/postgres/"_s + folder);
        for (const auto &name : files.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            QFile file(files.filePath(name));
            const auto done = file.open(QIODevice::ReadOnly) ? m_db.executeText(QString::fromUtf8(file.readAll()))
                                                             : Result<>(failure(ErrorCode::Io, {}, name));
            if (done) continue;
            const auto undone = m_db.executeText(u"ROLLBACK"_s);
            Q_UNUSED(undone)
            auto error = done.error();
            error.detail += u" ("_s + folder + u'/' + name + u')';
            if (error.code == ErrorCode::Refused) {
                error.text = QCoreApplication::translate("Store",
                    "This login may not set up a workspace. Use a superuser, or the owner of the database with the right to create roles.");
            }
            return failure(std::move(error));
        }
        return m_db.executeText(u"COMMIT"_s);
    }

    Result<> letGatewayIn()
    {
        if (m_setup.gatewayPassword.isEmpty()) return {};
        const auto verifier = scramVerifier(m_database + u"_gateway"_s, m_setup.gatewayPassword);
        if (!verifier) return failure(verifier.error());
        return m_db.executeText(u"DO $set$ BEGIN EXECUTE format('ALTER ROLE %I PASSWORD %L', CAST(current_database() AS text) || '_gateway', '"_s
            + *verifier + u"'); END $set$"_s);
    }

    Result<> addAdministrator()
    {
        if (m_setup.adminLogin.isEmpty()) return {};
        const auto added = addAgentAccount(m_db, m_setup.adminLogin, AgentRole::Admin, m_setup.adminPassword, {});
        if (!added) return failure(added.error());
        m_made.administratorAdded = true;
        return {};
    }

    Connection &m_db;
    const WorkspaceSetup &m_setup;
    QString m_database;
    WorkspaceMade m_made;
};

} // namespace

Result<WorkspaceMade> initWorkspace(const WorkspaceSetup &setup)
{
    const auto address = PostgresAddress::parse(setup.url, setup.password, setup.rootCertificate);
    if (!address) return failure(address.error());
    const auto dialect = makePostgresDialect(*address);
    Connection connection(*dialect, {}, false);
    TANDEM_TRY(connection.open());
    return WorkspaceInit(connection, setup).run();
}

} // namespace Tandem
