#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_WIN
#    include <QDir>

#    include <vector>
#    include <windows.h>
#    include <aclapi.h>
#else
#    include <sys/stat.h>
#    include <unistd.h>
#endif

namespace Tandem {
namespace {

constexpr qint64 largest = 1024 * 1024;

QString say(const char *text)
{
    return QCoreApplication::translate("PrivateFile", text);
}

#ifdef Q_OS_WIN

std::vector<BYTE> currentUser()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) return {};
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &size);
    std::vector<BYTE> user(size);
    const bool known = size > 0 && GetTokenInformation(token, TokenUser, user.data(), size, &size);
    CloseHandle(token);
    return known ? user : std::vector<BYTE>();
}

/// The running user; or the system and the administrators, who can read every file anyway.
bool isTrusted(PSID who, PSID user)
{
    return EqualSid(who, user) || IsWellKnownSid(who, WinLocalSystemSid) || IsWellKnownSid(who, WinBuiltinAdministratorsSid)
        || IsWellKnownSid(who, WinCreatorOwnerRightsSid);
}

/// Every entry that lets somebody read names one of the trusted. No list at all lets everybody.
bool isClosedToOthers(PACL list, PSID user)
{
    if (!list) return false;
    constexpr DWORD reading = FILE_READ_DATA | GENERIC_READ | GENERIC_ALL | WRITE_DAC | WRITE_OWNER;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void *entry = nullptr;
        if (!GetAce(list, i, &entry)) return false;
        const auto *header = static_cast<const ACE_HEADER *>(entry);
        if (header->AceType == ACCESS_DENIED_ACE_TYPE || (header->AceFlags & INHERIT_ONLY_ACE)) continue;
        if (header->AceType != ACCESS_ALLOWED_ACE_TYPE) return false; // a kind that this rule does not know
        auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
        if ((allowed->Mask & reading) && !isTrusted(&allowed->SidStart, user)) return false;
    }
    return true;
}

/// The rule on Windows, in place of owner and mode 0600: the file belongs to the running user (or to the administrators,
/// as files do that one of them makes), and its access list lets only them and the system read it.
QString objectionOfSystem(const QFile &file)
{
    auto path = QDir::toNativeSeparators(file.fileName()).toStdWString();
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const auto user = currentUser();
    const auto got = GetNamedSecurityInfoW(path.data(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
        &owner, nullptr, &list, nullptr, &descriptor);
    if (got != ERROR_SUCCESS || user.empty()) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file's owner could not be checked: %1"));
    auto *self = reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid;
    const bool owned = isTrusted(owner, self);
    const bool closed = isClosedToOthers(list, self);
    LocalFree(descriptor);
    if (!owned) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file belongs to another user: %1"));
    if (!closed) return say(QT_TRANSLATE_NOOP("PrivateFile", "Others may read this file; let only yourself read it, under Properties, Security: %1"));
    return {};
}

#else

/// A credential that systemd laid down for this service: root's, opened to us alone by an access list (whose mask shows as
/// the group's bits), in a folder of the service manager that nobody else may enter.
bool isServiceCredential(const QFile &file, const struct stat &status)
{
    const auto folder = QFileInfo(qEnvironmentVariable("CREDENTIALS_DIRECTORY")).canonicalFilePath();
    if (folder.isEmpty() || QFileInfo(file.fileName()).canonicalPath() != folder) return false;
    struct stat place{};
    if (::stat(QFile::encodeName(folder).constData(), &place) != 0) return false;
    const auto trusted = [](uid_t owner) { return owner == 0 || owner == geteuid(); };
    return trusted(place.st_uid) && (place.st_mode & 0027) == 0 && trusted(status.st_uid) && (status.st_mode & 0137) == 0;
}

/// The rule elsewhere: a plain file of the running user with mode 0600 or stricter.
QString objectionOfSystem(const QFile &file)
{
    struct stat status{};
    if (fstat(file.handle(), &status) != 0) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file's owner could not be checked: %1"));
    if (!S_ISREG(status.st_mode)) return say(QT_TRANSLATE_NOOP("PrivateFile", "Not a plain file: %1"));
    if (isServiceCredential(file, status)) return {};
    if (status.st_uid != geteuid()) return say(QT_TRANSLATE_NOOP("PrivateFile", "The file belongs to another user: %1"));
    if ((status.st_mode & 0177) != 0) return say(QT_TRANSLATE_NOOP("PrivateFile", "Others may read this file; make it private with chmod 600: %1"));
    return {};
}

#endif

/// Why this open file is no place for secrets; empty when it is one.
QString objection(const QFile &file)
{
    if (auto why = objectionOfSystem(file); !why.isEmpty()) return why;
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
