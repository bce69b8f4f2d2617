#include "tests/support/temp_postgres.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QUrl>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

/// Distributions keep the server's programs out of PATH; the newest version wins.
QString findBin()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const auto &name : names) {
        const auto bin = versions.filePath(name + u"/bin"_s);
        if (QFile::exists(bin + u"/initdb"_s)) return bin;
    }
    const auto found = QStandardPaths::findExecutable(u"initdb"_s);
    return found.isEmpty() ? QString() : QFileInfo(found).absolutePath();
}

const passwd *otherUser()
{
    if (::geteuid() != 0) return nullptr;
    const auto *user = ::getpwnam("postgres");
    return user ? user : ::getpwnam("nobody");
}

void asOtherUser(QProcess &process)
{
    const auto *user = otherUser();
    if (!user) return;
    const auto uid = user->pw_uid;
    const auto gid = user->pw_gid;
    process.setChildProcessModifier([uid, gid] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0) ::_exit(126);
    });
}

} // namespace

TempPostgres::TempPostgres() : m_bin(findBin())
{
    m_running = prepareFolder()
        && run(u"initdb"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-A"_s, u"trust"_s, u"-U"_s, u"postgres"_s, u"-E"_s, u"UTF8"_s,
            u"--locale=C.UTF-8"_s, u"--no-sync"_s})
        && start();
}

TempPostgres::TempPostgres(const TempPostgres *primary) : m_bin(findBin())
{
    m_running = prepareFolder()
        && run(u"pg_basebackup"_s, {u"-h"_s, primary->host(), u"-U"_s, u"postgres"_s, u"-D"_s, m_folder.filePath(u"data"_s), u"-R"_s, u"-X"_s, u"stream"_s,
            u"-c"_s, u"fast"_s, u"--no-sync"_s})
        && start();
}

bool TempPostgres::prepareFolder()
{
    if (m_bin.isEmpty()) {
        m_error = u"PostgreSQL 15 is needed for this test: install the package postgresql"_s;
        return false;
    }
    const auto *user = otherUser();
    if (!user || ::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) == 0) return true;
    m_error = u"cannot give the folder to another user"_s;
    return false;
}

bool TempPostgres::promote()
{
    return run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-w"_s, u"promote"_s});
}

bool TempPostgres::sql(const QString &text)
{
    return run(u"psql"_s, {u"-h"_s, host(), u"-U"_s, u"postgres"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-c"_s, text, u"postgres"_s});
}

TempPostgres::~TempPostgres()
{
    if (m_running) stop();
}

bool TempPostgres::start(const QString &more)
{
    // A bench wants a server that really writes.
    const auto options = u"-k "_s + m_folder.path() + u" -h '' -c fsync=off -c max_connections=80 -c shared_buffers=32MB "_s
        + qEnvironmentVariable("TANDEM_POSTGRES_SETTINGS") + u' ' + more;
    m_running = run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-l"_s, m_folder.filePath(u"log"_s), u"-o"_s, options, u"-w"_s, u"start"_s});
    return m_running;
}

bool TempPostgres::stop()
{
    m_running = false;
    return run(u"pg_ctl"_s, {u"-D"_s, m_folder.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
}

void TempPostgres::leaveRunning()
{
    m_folder.setAutoRemove(false);
    m_running = false;
}

void TempPostgres::stopAt(const QString &host)
{
    const auto bin = findBin();
    QProcess process;
    process.setWorkingDirectory(u"/"_s);
    asOtherUser(process);
    process.start(bin + u"/pg_ctl"_s, {u"-D"_s, host + u"/data"_s, u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
    process.waitForFinished(60'000);
    QDir(host).removeRecursively();
}

QString TempPostgres::url(const QString &database, const QString &user) const
{
    return u"postgresql://%1@/%2?host=%3"_s.arg(user, database, QString::fromLatin1(QUrl::toPercentEncoding(host())));
}

bool TempPostgres::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The server inherits the pipes of pg_ctl, which would keep us waiting for their end.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setWorkingDirectory(u"/"_s);
    asOtherUser(process);
    process.start(m_bin + u'/' + program, arguments);
    const bool fine = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!fine) m_error = program + u" failed with code "_s + QString::number(process.exitCode());
    return fine;
}

} // namespace Tandem::Testing
