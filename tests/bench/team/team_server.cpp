#include "tests/bench/team/team_server.h"

#include "tests/bench/report.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Bench {
namespace {

QByteArray runOrDie(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0) {
        qFatal("%s %s: %s", qUtf8Printable(program), qUtf8Printable(arguments.join(u' ')), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

QString newestProgram(const QString &name)
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const auto &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const auto path = versions.filePath(version + u"/bin/"_s + name);
        if (QFile::exists(path)) return path;
    }
    return name;
}

} // namespace

TeamServer::TeamServer(const QString &folder) : m_folder(folder)
{
    qputenv("TANDEM_POSTGRES_SETTINGS", "-c fsync=on -c max_connections=200 -c shared_buffers=256MB -c max_wal_size=4GB");
    m_server = std::make_unique<Tandem::Testing::TempPostgres>();
    if (!m_server->isRunning()) qFatal("%s", qUtf8Printable(m_server->error()));
    runOrDie(u"psql"_s, {u"-qc"_s, u"CREATE DATABASE tandem"_s, m_server->url()});
    gateway({u"init"_s, u"--admin"_s, u"boss"_s});
}

void TeamServer::gateway(const QStringList &arguments) const
{
    runOrDie(QCoreApplication::applicationDirPath() + u"/tandem-gateway"_s, arguments + QStringList{u"--database"_s, adminUrl()});
}

std::unique_ptr<Tandem::Store> TeamServer::openAs(const QString &url, const QString &mediaFolder) const
{
    Tandem::StoreOptions options;
    options.url = url;
    options.mediaFolder = mediaFolder;
    options.create = false;
    options.migrate = false;
    options.keeper = false;
    auto store = Tandem::Store::open(options, std::make_shared<Tandem::SystemClock>());
    if (!store) qFatal("open: %s", qUtf8Printable(store.error().text + u' ' + store.error().detail));
    return std::move(*store);
}

double TeamServer::cpuSeconds() const
{
    QFile pidFile(m_server->host() + u"/data/postmaster.pid"_s);
    if (!pidFile.open(QIODevice::ReadOnly)) return 0;
    const auto master = pidFile.readLine().trimmed();
    double seconds = cpuSecondsOf(master.toLongLong());
    for (const auto &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat(u"/proc/"_s + process + u"/stat"_s);
        if (!stat.open(QIODevice::ReadOnly)) continue;
        const auto line = stat.readAll();
        const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields.at(1) == master) seconds += cpuSecondsOf(process.toLongLong());
    }
    return seconds;
}

double TeamServer::bareCommitsPerSecond(int seconds) const
{
    runOrDie(u"psql"_s, {u"-qc"_s, u"CREATE TABLE IF NOT EXISTS bench_floor (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body bytea)"_s, adminUrl()});
    QFile script(m_folder + u"/floor.sql"_s);
    if (!script.open(QIODevice::WriteOnly)) qFatal("no script");
    script.write("INSERT INTO bench_floor (body) VALUES (convert_to(repeat('x', 620), 'UTF8'));\n");
    script.close();
    const auto said = runOrDie(newestProgram(u"pgbench"_s), {u"-n"_s, u"-f"_s, script.fileName(), u"-c"_s, u"16"_s, u"-j"_s, u"2"_s,
        u"-T"_s, QString::number(seconds), adminUrl()});
    runOrDie(u"psql"_s, {u"-qc"_s, u"DROP TABLE bench_floor"_s, adminUrl()});
    const auto at = said.indexOf("tps = ");
    return said.mid(at + 6, said.indexOf(' ', at + 6) - at - 6).toDouble();
}

} // namespace Bench
