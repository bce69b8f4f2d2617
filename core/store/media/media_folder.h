#pragma once

#include "core/base/on_finished.h"
#include "core/domain/outbox.h"

#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <mutex>

namespace Tandem {

/// The content-addressed files of a workspace: one file for the same bytes, however often they are used. Files are read
/// and written on threads of its own, in pieces, so that a big one takes no memory and nobody waits for it.
class MediaFolder
{
public:
    explicit MediaFolder(QString path);
    void waitForDone() { m_pool.waitForDone(); }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString temporaryPath() const; ///< unique ".part" path; the folder exists
    [[nodiscard]] QString pathFor(const QString &sha256Hex) const; ///< folders exist
    void run(std::function<void()> work);

    // Blocking: on a thread of `run`, or in tests.
    [[nodiscard]] Result<OutboxMedia> take(const QString &file, bool removeSource) const;
    /// These may be deleted soon. Between this and remove() whoever names one in a row has to rescue() it.
    void condemn(const QStringList &hashes);
    /// A row names this file now; false when it was removed since the program started and is not here again.
    [[nodiscard]] bool rescue(const QString &sha256Hex);
    /// Deletes those of these files that nobody rescued since they were condemned, and returns the bytes freed. One that was
    /// written within the last hour stays: somebody may be about to name it in a row.
    [[nodiscard]] qint64 remove(const QStringList &hashes);
    void spare(const QStringList &hashes); ///< those that were condemned and are needed

private:
    QString m_path;
    std::mutex m_mutex;
    QSet<QString> m_condemned;
    QSet<QString> m_removed;
    QThreadPool m_pool;
};

} // namespace Tandem
