#pragma once

#include "core/base/on_finished.h"
#include "core/domain/message.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <atomic>
#include <mutex>

namespace Tandem {

class Database;
class MediaFolder;

/// A team's files: rows of chunks in the database, so that every desktop and gateway has them, and copies in the local folder
/// of each that has needed them. A single desk has the folder only.
class MediaChunks
{
public:
    MediaChunks(Database &database, MediaFolder &folder) : m_db(database), m_folder(folder) {}
    void stop() { m_stopped = true; } ///< what is under way ends soon, with Cancelled
    void setLimit(qint64 bytes) { m_limit = bytes; } ///< of the folder, for copies; 0: none. Before the first fetch

    [[nodiscard]] bool isShared() const; ///< false: there are no chunks, the folder is all
    /// The file's local path, fetched when it isn't here. NotFound; DatabaseBusy while the server is away.
    [[nodiscard]] FutureResult<QString> ensureLocal(const QString &sha256Hex);
    /// A message whose file isn't here yet waits for it like one that is still being downloaded; readers are told when it has come.
    void await(Message &message);
    void forget(const QStringList &hashes); ///< by who may; others' wish is ignored

    // Blocking: on a thread of the folder.
    [[nodiscard]] Result<> upload(const QString &sha256Hex, const QString &mime);
    void keepPartitions(); ///< months to come; by gateways
    [[nodiscard]] Result<QString> fetch(const QString &sha256Hex);

private:
    void fetched(qint64 bytes);
    void prune();
    struct Object
    {
        qint64 month = 0;
        qint64 parts = 0;
        bool known = false;
    };
    [[nodiscard]] Result<Object> find(const QString &sha256Hex);
    [[nodiscard]] Result<bool> uploadParts(const QString &sha256Hex, const QString &mime);
    [[nodiscard]] Result<> download(const Object &object, const QString &sha256Hex, const QString &part);

    Database &m_db;
    MediaFolder &m_folder;
    std::atomic<bool> m_stopped{false};
    qint64 m_limit = 0;
    std::atomic<qint64> m_fresh{0}; ///< bytes fetched since the folder was last looked at
    std::atomic<bool> m_looked{false};
    std::mutex m_mutex;
    QHash<QString, QSet<ConversationId>> m_awaited; ///< being fetched, and who shows it
};

} // namespace Tandem
