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
    /// Deletes these files and returns the bytes freed. One that was written within the last hour stays: somebody may
    /// be about to name it in a row.
    [[nodiscard]] qint64 remove(const QStringList &hashes);
    /// Removed since the program started and not here again.
    [[nodiscard]] bool isGone(const QString &sha256Hex) const;

private:
    QString m_path;
    mutable std::mutex m_mutex;
    QSet<QString> m_removed;
    QThreadPool m_pool;
};

} // namespace Tandem
