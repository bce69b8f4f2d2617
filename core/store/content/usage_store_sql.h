#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;
class MediaChunks;
class MediaFolder;

class UsageStoreSql final : public UsageStore
{
public:
    UsageStoreSql(Database &database, MediaFolder &folder, MediaChunks &chunks) : m_db(database), m_folder(folder), m_chunks(chunks) {}
    FutureResult<QList<UsageRow>> byMonth(QDate from, QDate to) override;
    FutureResult<QList<MediaUsage>> mediaUsage() override;
    FutureResult<qint64> purgeMedia(NumberId number, UtcTime before) override;
    FutureResult<qint64> sweepKeptFiles() override;

private:
    [[nodiscard]] Result<qint64> purge(NumberId number, UtcTime before);
    [[nodiscard]] Result<qint64> sweep();
    [[nodiscard]] Result<qint64> removeUnneeded(const QStringList &hashes);
    Database &m_db;
    MediaFolder &m_folder;
    MediaChunks &m_chunks;
};

} // namespace Tandem
