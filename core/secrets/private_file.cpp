#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Tandem {
namespace {

constexpr qint64 largest = 1024 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("PrivateFile", text);
}

/// Why this open file is no place for secrets; empty when it is one.
QString objection(const QFile &file)
{
#ifdef Q_OS_UNIX
    struct stat status{};
    if (fstat(file.handle(), &status) != 0) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file's owner could not be checked: %1"));
    if (!S_ISREG(status.st_mode)) return say(QT_TRANSLATE_NOOP("PrivateFile", "Not a plain file: %1"));
    if (status.st_uid != geteuid()) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file belongs to another user: %1"));
    if ((status.st_mode & 0177) != 0) return say(QT_TRANSLATE_NOOP("PrivateFile", "Others may read this file; make it private with chmod 600: %1"));
#endif
    return file.size() > largest ? say(QT_TRANSLATE_NOOP("PrivateFile", "The file is too large: %1")) : QString();
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &path)
{
    if (QFileInfo(path).isDir()) return failure(ErrorCode::Secret, say(QT_TRANSLATE_NOOP("PrivateFile", "Not a plain file: %1")).arg(path));
    QFile file(path);
    if (!file.exists()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("PrivateFile", "There is no such file: %1")).arg(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Io, say(QT_TRANSLATE_NOOP("PrivateFile", "The file cannot be read: %1")).arg(path), file.errorString());
    }
    if (const auto why = objection(file); !why.isEmpty()) return failure(ErrorCode::Secret, why.arg(path));
    const auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorCode::Io, say(QT_TRANSLATE_NOOP("PrivateFile", "The file cannot be read: %1")).arg(path), file.errorString());
    }
    return bytes;
}

Result<> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    // commit() gives a new file the old one's mode, so an old one that others may read is closed here as well.
    if (written && QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) return {};
    return failure(ErrorCode::Io, say(QT_TRANSLATE_NOOP("PrivateFile", "The file cannot be written: %1")).arg(path), file.errorString());
}

} // namespace Tandem
