#include "core/store/export/export_store_sql.h"

#include "core/store/export/export_lines.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrator.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

Result<> listFacts(Connection &db, DoctorReport &report)
{
    const auto version = Migrator(db).version();
    if (!version) return failure(version.error());
    report.facts.append(u"schema "_s + QString::number(*version));
    auto row = db.run(u"doctor_counts");
    if (!row.ok()) return failure(row.error());
    while (row.next()) report.facts.append(row.text(0) + u' ' + QString::number(row.integer(1)));
    return {};
}

} // namespace

Result<> ExportStoreSql::jsonLines(const std::function<bool(const QByteArray &)> &line)
{
    Connection connection(m_db.dialect(), m_db.target(), true);
    TANDEM_TRY(connection.open());
    connection.session().setPatient(true);
    TANDEM_TRY(connection.executeText(m_db.dialect().beginRead()));
    const auto written = ExportLines(connection, line).write();
    const auto ended = connection.executeText(u"ROLLBACK"_s);
    Q_UNUSED(ended)
    return written;
}

Result<DoctorReport> ExportStoreSql::doctor()
{
    // A desktop has two connections to a server, no third one for this.
    if (m_db.dialect().isServer()) {
        return waitFor(m_db.read<DoctorReport>([](Connection &db) -> Result<DoctorReport> {
            DoctorReport report;
            TANDEM_TRY(listFacts(db, report));
            return report;
        }, ReadFrom::Server));
    }
    Connection connection(m_db.dialect(), m_db.target(), true);
    TANDEM_TRY(connection.open());
    DoctorReport report;
    TANDEM_TRY(listFacts(connection, report));
    report.facts.append(u"file_bytes "_s + QString::number(QFileInfo(m_db.target()).size()));
    const auto integrity = connection.scalarText(u"PRAGMA integrity_check(1)"_s);
    if (!integrity) return failure(integrity.error());
    if (integrity->toString() != "ok"_L1) report.problems.append(say(QT_TRANSLATE_NOOP("Store", "The database file is damaged: %1")).arg(integrity->toString()));
    const auto keys = connection.scalarText(u"PRAGMA foreign_key_check"_s);
    if (!keys) return failure(keys.error());
    if (keys->isValid()) report.problems.append(say(QT_TRANSLATE_NOOP("Store", "Rows of %1 refer to rows that do not exist.")).arg(keys->toString()));
    const auto index = waitFor(m_db.write<bool>(Lane::Bulk, [](Writing &w) -> Result<bool> {
        const auto checked = w.db.execute(u"check_search_index");
        return checked.has_value();
    }));
    if (!index) return failure(index.error());
    if (!*index) report.problems.append(say(QT_TRANSLATE_NOOP("Store", "The search index is damaged; it is built anew at the next start.")));
    return report;
}

FutureResult<QList<Gauge>> ExportStoreSql::gauges()
{
    return m_db.read<QList<Gauge>>([](Connection &db) {
        return collect<Gauge>(db.run(u"count_gauges"), [](const Statement &row) { return Gauge{row.text(0), row.text(1), row.integer(2)}; });
    }, ReadFrom::Server);
}

} // namespace Tandem
