#include "core/store/copy/workspace_copy.h"

#include "core/base/clock.h"
#include "core/domain/outbox.h"
#include "core/store/copy/table_copy.h"
#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/migrator.h"
#include "core/store/sqlite/file_lock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("WorkspaceCopy", text);
}

auto refused(const char *text)
{
    return failure(ErrorCode::Refused, say(text));
}

/// One side: its engine, its connection, and for a file the lock that says nobody serves it.
struct Side
{
    std::unique_ptr<Dialect> dialect;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<FileLock> lock;
};

/// Whoever ran init acts for the owner: that one sees every row, and may still the rules while they are written.
Result<> actAsOwner(Connection &connection)
{
    const auto owner = u"quote_ident(CAST(current_database() AS text) || '_owner')"_s;
    const auto may = connection.scalarText(u"SELECT CASE WHEN to_regrole(%1) IS NULL THEN '' WHEN pg_has_role(current_user, to_regrole(%1), 'MEMBER') THEN %1 ELSE '-' END"_s.arg(owner));
    if (!may) return failure(may.error());
    const auto role = may->toString();
    if (role == "-"_L1) return refused(QT_TRANSLATE_NOOP("WorkspaceCopy", "Only the login that ran init can copy a team's workspace."));
    return role.isEmpty() ? Result<>() : connection.executeText(u"SET ROLE "_s + role);
}

Result<Side> openSide(const QString &url, bool readOnly)
{
    Side side;
    QString target;
    if (PostgresAddress::isPostgres(url)) {
        const auto address = PostgresAddress::parse(url);
        if (!address) return failure(address.error());
        side.dialect = makePostgresDialect(*address);
    } else {
        target = QFileInfo(url.mid(7)).absoluteFilePath();
        if (!QFileInfo::exists(target)) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("WorkspaceCopy", "There is no workspace at %1.")).arg(target));
        side.dialect = makeSqliteDialect();
        side.lock = std::make_unique<FileLock>();
        TANDEM_TRY(side.lock->acquire(target + u".lock"_s));
    }
    side.connection = std::make_unique<Connection>(*side.dialect, target, readOnly);
    TANDEM_TRY(side.connection->open());
    if (side.dialect->isServer()) TANDEM_TRY(actAsOwner(*side.connection));
    const auto version = Migrator(*side.connection).version();
    if (!version) return failure(version.error());
    if (*version != Migrator::newestVersion(*side.connection)) {
        return refused(QT_TRANSLATE_NOOP("WorkspaceCopy", "Both workspaces must have this program's schema: run init, or serve the file once with this version."));
    }
    return side;
}

/// References are looked at in the end, whatever order the tables come in. Gives the statements that undo it.
Result<QStringList> silenceServer(Connection &to)
{
    QStringList undo;
    const auto tables = textsOf(to, u"SELECT DISTINCT quote_ident(c.relname) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal "
                                    "AND c.relnamespace = CAST('public' AS regnamespace)"_s);
    if (!tables) return failure(tables.error());
    for (const auto &table : *tables) {
        TANDEM_TRY(to.executeText(u"ALTER TABLE public.%1 DISABLE TRIGGER USER"_s.arg(table)));
        undo.append(u"ALTER TABLE public.%1 ENABLE TRIGGER USER"_s.arg(table));
    }
    const auto references = textsOf(to, u"SELECT format('public.%I ALTER CONSTRAINT %I', c.relname, k.conname) FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
                                        "WHERE k.contype = 'f' AND NOT k.condeferrable AND k.connamespace = CAST('public' AS regnamespace)"_s);
    if (!references) return failure(references.error());
    for (const auto &reference : *references) {
        TANDEM_TRY(to.executeText(u"ALTER TABLE %1 DEFERRABLE INITIALLY DEFERRED"_s.arg(reference)));
        undo.append(u"ALTER TABLE %1 NOT DEFERRABLE"_s.arg(reference));
    }
    return undo;
}

/// Ids and times are written as they are: neither rules about order nor the audit log look at them again.
Result<QStringList> silenceTriggers(Connection &to)
{
    if (to.dialect().isServer()) return silenceServer(to);
    const auto names = textsOf(to, u"SELECT name FROM sqlite_master WHERE type = 'trigger'"_s);
    if (!names) return failure(names.error());
    const auto texts = textsOf(to, u"SELECT sql FROM sqlite_master WHERE type = 'trigger'"_s);
    if (!texts) return failure(texts.error());
    for (const auto &name : *names) TANDEM_TRY(to.executeText(u"DROP TRIGGER \"%1\""_s.arg(name)));
    return texts;
}

Result<> wakeTriggers(Connection &to, const QStringList &texts)
{
    if (to.dialect().isServer()) TANDEM_TRY(to.executeText(u"SET CONSTRAINTS ALL IMMEDIATE"_s)); // here, so that what doesn't fit is found
    for (const auto &sql : texts) TANDEM_TRY(to.executeText(sql));
    return {};
}

/// New rows come after the copied ones.
Result<> moveSequences(Connection &to)
{
    if (!to.dialect().isServer()) return {}; // SQLite's own have followed
    const auto tables = textsOf(to, u"SELECT CAST(table_name AS text) FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' "
                                    "AND is_identity = 'YES'"_s);
    if (!tables) return failure(tables.error());
    for (const auto &table : *tables) {
        const auto moved = to.scalarText(u"SELECT setval(pg_get_serial_sequence('public.%1', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM %1), false)"_s.arg(table));
        if (!moved) return failure(moved.error());
    }
    return {};
}

Result<qint64> administratorOf(Connection &to)
{
    const auto found = to.scalarText(u"SELECT coalesce(min(id), 0) FROM agents WHERE role = 'admin' AND disabled_ms IS NULL"_s);
    if (!found) return failure(found.error());
    if (found->toLongLong() > 0) return found->toLongLong();
    return refused(QT_TRANSLATE_NOOP("WorkspaceCopy", "The team has no administrator yet: run init with --admin."));
}

/// Two who serve the same queue send everything twice.
Result<> refuseWhileServed(Connection &from)
{
    if (!from.dialect().isServer()) return {}; // a file's lock says so
    const auto held = from.scalarText(u"SELECT count(*) FROM number_leases WHERE expires_ms > CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)"_s);
    if (!held) return failure(held.error());
    if (held->toInt() > 0) return refused(QT_TRANSLATE_NOOP("WorkspaceCopy", "A gateway still serves the team's workspace. Stop all gateways, then import."));
    return {};
}

/// The old workspace may still send what was waiting there, so here it counts as old: a person confirms each before it goes.
/// What was on the wire is nobody's who serves here, and turns out as unknown.
Result<qint64> leaveOpenToAPerson(Connection &to)
{
    const auto stale = QDateTime::currentMSecsSinceEpoch() - Millis(OutboxItem::StaleAfter).count() - 60'000;
    const auto rows = to.execute(u"leave_open_outbox", {{u":stale_ms", stale}});
    if (!rows) return failure(rows.error());
    return *rows;
}

Result<CopyReport> copyRows(Connection &from, Connection &to)
{
    TANDEM_TRY(refuseWhileServed(from));
    const auto numbers = to.scalarText(u"SELECT count(*) FROM numbers"_s);
    if (!numbers) return failure(numbers.error());
    if (numbers->toLongLong() > 0) return refused(QT_TRANSLATE_NOOP("WorkspaceCopy", "The target already has numbers. Import into an empty workspace."));
    const auto administrator = administratorOf(to);
    if (!administrator) return failure(administrator.error());
    const auto triggers = silenceTriggers(to);
    if (!triggers) return failure(triggers.error());
    TANDEM_TRY(to.executeText(u"DELETE FROM workspace"_s));
    TableCopy copy(from, to, *administrator);
    const auto tables = copy.tables();
    if (!tables) return failure(tables.error());
    CopyReport report;
    for (const auto &table : *tables) {
        const auto rows = copy.copy(table);
        if (!rows) return failure(rows.error());
        report.rows += *rows;
    }
    report.joined = copy.joined();
    const auto open = leaveOpenToAPerson(to);
    if (!open) return failure(open.error());
    report.open = *open;
    // The index is of the engine: whoever serves the target finds no version and builds it.
    TANDEM_TRY(to.executeText(u"DELETE FROM workspace WHERE name LIKE '\\_search%' ESCAPE '\\'"_s));
    TANDEM_TRY(moveSequences(to));
    TANDEM_TRY(wakeTriggers(to, *triggers));
    const auto files = textsOf(to, u"SELECT stored_sha256 FROM message_media WHERE state = 'available' AND stored_sha256 <> '' "
                                   "UNION SELECT media_sha256 FROM outbox WHERE media_sha256 <> ''"_s);
    if (!files) return failure(files.error());
    report.files = *files;
    return report;
}

} // namespace

Result<CopyReport> copyWorkspace(const QString &from, const QString &to)
{
    if (PostgresAddress::isPostgres(from) == PostgresAddress::isPostgres(to)) {
        return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("WorkspaceCopy", "Import moves a single desk's file into a team's database, or back.")));
    }
    auto source = openSide(from, true);
    if (!source) return failure(source.error());
    auto target = openSide(to, false);
    if (!target) return failure(target.error());
    auto &theirs = *source->connection;
    auto &ours = *target->connection;
    if (!ours.dialect().isServer()) TANDEM_TRY(ours.executeText(u"PRAGMA foreign_keys = 0"_s));
    TANDEM_TRY(theirs.executeText(theirs.dialect().beginRead()));
    TANDEM_TRY(ours.executeText(ours.dialect().beginWrite()));
    auto report = copyRows(theirs, ours);
    ours.session().setPatient(true);
    const auto ended = ours.executeText(report ? u"COMMIT"_s : u"ROLLBACK"_s);
    if (report && !ended) return failure(ended.error());
    (void)theirs.executeText(u"ROLLBACK"_s);
    for (const auto *side : {&*source, &*target}) {
        if (side->lock) side->lock->release();
    }
    return report;
}

} // namespace Tandem
