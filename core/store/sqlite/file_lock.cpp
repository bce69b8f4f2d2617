#include "core/store/sqlite/file_lock.h"

#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_WIN
#    include <windows.h>
#else
#    include <cerrno>
#    include <fcntl.h>
#    include <sys/file.h>
#    include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Error busy()
{
    return Error::retry(ErrorCode::DatabaseBusy,
        QCoreApplication::translate("Store", "Another Tandem is using this workspace. Close it first."));
}

Error cannotMake(int code, bool readOnly)
{
    const auto detail = u"lock file, system error "_s + QString::number(code);
    if (readOnly) {
        return Error::of(ErrorCode::DatabaseReadOnly,
            QCoreApplication::translate("Store", "The database can't be written: the file or its folder is read-only."), detail);
    }
    return Error::of(ErrorCode::Io, QCoreApplication::translate("Store", "The workspace folder can't be used."), detail);
}

} // namespace

FileLock::~FileLock() { release(); }

#ifdef Q_OS_WIN

Result<> FileLock::acquire(const QString &path)
{
    const auto handle = CreateFileW(reinterpret_cast<LPCWSTR>(path.utf16()), GENERIC_READ | GENERIC_WRITE,
        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) return failure(cannotMake(int(GetLastError()), GetLastError() == ERROR_ACCESS_DENIED));
    OVERLAPPED range{};
    range.Offset = 1; // the marker byte at 0 stays readable
    if (!LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &range)) {
        CloseHandle(handle);
        return failure(busy());
    }
    char mark = 0;
    DWORD done = 0;
    m_crashed = ReadFile(handle, &mark, 1, &done, nullptr) && done == 1 && mark == 'r';
    SetFilePointer(handle, 0, nullptr, FILE_BEGIN);
    WriteFile(handle, "r", 1, &done, nullptr);
    m_handle = reinterpret_cast<qintptr>(handle);
    return {};
}

void FileLock::release()
{
    if (m_handle == -1) return;
    const auto handle = reinterpret_cast<HANDLE>(m_handle);
    DWORD done = 0;
    SetFilePointer(handle, 0, nullptr, FILE_BEGIN);
    WriteFile(handle, "c", 1, &done, nullptr);
    CloseHandle(handle);
    m_handle = -1;
}

#else

Result<> FileLock::acquire(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return failure(cannotMake(errno, errno == EACCES || errno == EROFS || errno == EPERM));
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return failure(busy());
    }
    char mark = 0;
    m_crashed = ::pread(fd, &mark, 1, 0) == 1 && mark == 'r';
    // The marker only chooses whether to check the file at the next start; failing to write it costs nothing else.
    if (::pwrite(fd, "r", 1, 0) != 1) m_crashed = true;
    m_handle = fd;
    return {};
}

void FileLock::release()
{
    if (m_handle == -1) return;
    const int fd = int(m_handle);
    if (::pwrite(fd, "c", 1, 0) != 1) qWarning("The workspace's lock marker could not be written");
    ::close(fd);
    m_handle = -1;
}

#endif

} // namespace Tandem
