#pragma once

#include "core/base/result.h"

#include <QString>

namespace Tandem {

/// An operating-system lock on a side file: the system drops it when the process dies, however it dies, so it can't
/// go stale (QLockFile trusts a process id, which another program may have taken over). The file stays.
class FileLock
{
public:
    FileLock() = default;
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /// Errors: DatabaseBusy when another process holds it, DatabaseReadOnly or Io when the file can't be made.
    [[nodiscard]] Result<> acquire(const QString &path);
    /// True when the last holder ended without release(): its process was killed or the power went.
    [[nodiscard]] bool lastHolderCrashed() const { return m_crashed; }
    void release();

private:
    qintptr m_handle = -1;
    bool m_crashed = false;
};

} // namespace Tandem
