#include "core/store/mirror/mirror_file.h"

#include "core/base/log.h"
#include "core/store/copy/table_copy.h"
#include "core/store/sql/migrator.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const auto ownerKey = u"_mirror_owner"_s;
const auto agentKey = u"_mirror_agent"_s;
const auto upToKey = u"_mirror_up_to"_s;

Error notOurs() { return Error::of(ErrorCode::NotFound, {}, u"another login's mirror, or of another version"_s); }

/// No commit waits for the disk, but none can damage the file either; rows point to what isn't mirrored; what is deleted is overwritten.
QStringList settings()
{
    return {u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA foreign_keys = 0"_s, u"PRAGMA secure_delete = 1"_s, u"PRAGMA wal_autocheckpoint = 1000"_s,
        u"PRAGMA journal_size_limit = 8388608"_s};
}

} // namespace

MirrorFile::MirrorFile(QString path, QString owner) : m_path(std::move(path)), m_owner(std::move(owner)), m_dialect(makeSqliteDialect()) { }

MirrorFile::~MirrorFile() { close(); }

bool MirrorFile::isUsable()
{
    if (!QFileInfo::exists(m_path)) return false;
    const bool usable = connect() && check() && m_agent;
    close();
    return usable;
}

Result<> MirrorFile::open()
{
    if (m_connection) return {};
    if (QFileInfo::exists(m_path) && connect() && check()) return {};
    remove();
    auto made = create();
    if (!made) remove();
    return made;
}

void MirrorFile::close()
{
    m_connection.reset();
    m_agent = {};
}

void MirrorFile::remove()
{
    close();
    for (const auto *side : {"", "-wal", "-shm", "-journal"}) QFile::remove(m_path + QLatin1StringView(side));
}

Result<> MirrorFile::connect()
{
    m_connection = std::make_unique<Connection>(*m_dialect, m_path, false);
    TANDEM_TRY(m_connection->open());
    for (const auto &sql : settings()) TANDEM_TRY(m_connection->executeText(sql));
    return {};
}

Result<> MirrorFile::check()
{
    const auto version = Migrator(*m_connection).version();
    if (!version) return failure(version.error());
    if (*version != Migrator::newestVersion(*m_connection)) return failure(notOurs());
    const auto owner = value(ownerKey);
    if (!owner) return failure(owner.error());
    if (*owner != m_owner) return failure(notOurs());
    const auto agent = value(agentKey);
    if (!agent) return failure(agent.error());
    m_agent = AgentId{agent->toLongLong()};
    m_connection->setMe(m_agent);
    return {};
}

Result<> MirrorFile::create()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    {
        // SQLite gives the files beside it the rights of this one.
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return failure(ErrorCode::Io, {}, u"the mirror's file can't be made: "_s + file.errorString());
        }
    }
    TANDEM_TRY(connect());
    TANDEM_TRY(Migrator(*m_connection).migrate(true));
    const auto triggers = textsOf(*m_connection, u"SELECT name FROM sqlite_master WHERE type = 'trigger'"_s);
    if (!triggers) return failure(triggers.error());
    for (const auto &name : *triggers) TANDEM_TRY(m_connection->executeText(u"DROP TRIGGER \"%1\""_s.arg(name)));
    TANDEM_TRY(m_connection->executeText(u"CREATE TABLE mirror_opened (conversation_id INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT"_s));
    return setValue(ownerKey, m_owner);
}

Result<QString> MirrorFile::value(const QString &name)
{
    auto row = m_connection->run(u"select_workspace_value", {{u":name", name}});
    if (!row.ok()) return failure(row.error());
    return row.next() ? row.text(0) : QString();
}

Result<> MirrorFile::setValue(const QString &name, const QString &value)
{
    const auto rows = m_connection->execute(u"set_workspace", {{u":name", name}, {u":value", value}});
    return rows ? Result<>() : failure(rows.error());
}

Result<> MirrorFile::setAgent(AgentId agent)
{
    TANDEM_TRY(setValue(agentKey, QString::number(agent.value)));
    m_agent = agent;
    m_connection->setMe(agent);
    return {};
}

Result<qint64> MirrorFile::upTo()
{
    const auto known = value(upToKey);
    if (!known) return failure(known.error());
    return known->toLongLong();
}

Result<> MirrorFile::setUpTo(qint64 change) { return setValue(upToKey, QString::number(change)); }

Result<> MirrorFile::scrub()
{
    TANDEM_TRY(m_connection->executeText(u"INSERT INTO message_search (message_search) VALUES ('optimize')"_s));
    const auto emptied = m_connection->scalarText(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return emptied ? Result<>() : failure(emptied.error());
}

} // namespace Tandem
