#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;
class MediaFolder;

class MediaStoreSql final : public MediaStore
{
public:
    MediaStoreSql(Database &database, MediaFolder &folder) : m_db(database), m_folder(folder) {}
    FutureResult<QList<MediaJob>> due(UtcTime now, int limit) override;
    FutureResult<bool> available(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime) override;
    FutureResult<bool> failed(MessageId id, const QString &reason, std::optional<UtcTime> retryAt) override;
    FutureResult<bool> retry(MessageId id) override;
    FutureResult<OutboxMedia> keep(const QString &filePath, bool removeSource) override;
    QString pathFor(const QString &sha256Hex) const override;
    QString temporaryPath() const override;

private:
    Database &m_db;
    MediaFolder &m_folder;
};

} // namespace Tandem
