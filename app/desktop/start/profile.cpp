#include "app/desktop/start/profile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString systemRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace

Profile::Profile(QString name, const QString &root) : m_name(std::move(name))
{
    m_folder = QDir(root.isEmpty() ? systemRoot() : root).absoluteFilePath(u"profiles/"_s + m_name);
}

Result<> Profile::create() const
{
    if (!QDir().mkpath(m_folder)) {
        return failure(ErrorCode::Io, QCoreApplication::translate("Tandem::Profile", "The folder %1 could not be made.").arg(QDir::toNativeSeparators(m_folder)));
    }
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QString Profile::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

QString Profile::database() const
{
    return path(u"tandem.sqlite"_s);
}

QString Profile::settingsFile() const
{
    return path(u"settings.ini"_s);
}

QString Profile::logFile() const
{
    return path(u"tandem.log"_s);
}

Result<QString> Profile::setDatabaseAside() const
{
    const auto folder = path(u"set-aside-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s));
    const auto words = QCoreApplication::translate("Tandem::Profile", "The damaged files could not be moved.");
    if (!QDir().mkpath(folder)) return failure(ErrorCode::Io, words);
    // The log and shared-memory files belong to the database: a new one must not meet them.
    const auto files = QDir(m_folder).entryList({u"tandem.sqlite*"_s}, QDir::Files);
    for (const auto &file : files) {
        if (!QFile::rename(path(file), folder + u'/' + file)) return failure(ErrorCode::Io, words);
    }
    return folder;
}

} // namespace Tandem
