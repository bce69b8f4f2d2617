#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;
class MediaChunks;
class MediaFolder;

class MediaStoreSql final : public MediaStore
{
public:
    MediaStoreSql(Database &database, MediaFolder &folder, MediaChunks &chunks) : m_db(database), m_folder(folder), m_chunks(chunks) {}
    FutureResult<QList<MediaJob>> due(UtcTime now, int limit) override;
    FutureResult<bool> available(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime) override;
    FutureResult<bool> failed(MessageId id, const QString &reason, std::optional<UtcTime> retryAt) override;
    FutureResult<bool> retry(MessageId id) override;
    FutureResult<OutboxMedia> keep(const QString &filePath, bool removeSource) override;
    FutureResult<QString> ensureLocal(const QString &sha256Hex) override;
    QString pathFor(const QString &sha256Hex) const override;
    QString temporaryPath() const override;

private:
    FutureResult<bool> setAvailable(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime);

    Database &m_db;
    MediaFolder &m_folder;
    MediaChunks &m_chunks;
};

} // namespace Tandem
