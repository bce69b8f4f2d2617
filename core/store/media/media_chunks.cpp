#include "core/store/media/media_chunks.h"

#include "core/base/log.h"
#include "core/store/media/media_folder.h"
#include "core/store/media/media_prune.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 partSize = 256 * 1024; ///< one transaction each: nobody waits long behind a big file
constexpr int partWeight = 250; ///< at most four of them in one

Error notThere()
{
    return Error::of(ErrorCode::NotFound, QCoreApplication::translate("Store", "The file is not there any more."));
}

Error cannotStore()
{
    return Error::of(ErrorCode::Io, QCoreApplication::translate("Store", "The file could not be copied into the workspace."));
}

qint64 monthOf(UtcTime now)
{
    const auto date = QDateTime::fromMSecsSinceEpoch(toEpochMillis(now), QTimeZone::utc()).date();
    return date.year() * 100 + date.month();
}

} // namespace

bool MediaChunks::isShared() const { return m_db.dialect().isServer(); }

Result<MediaChunks::Object> MediaChunks::find(const QString &sha256Hex)
{
    return waitFor(m_db.read<Object>([=](Connection &db) -> Result<Object> {
        auto row = db.run(u"server_media_object", {{u":sha256", toSql(sha256Hex)}});
        if (!row.ok()) return failure(row.error());
        return row.next() ? Object{row.integer(0), row.integer(1), true} : Object();
    }, ReadFrom::Server));
}

Result<> MediaChunks::upload(const QString &sha256Hex, const QString &mime)
{
    const auto known = find(sha256Hex);
    if (!known) return failure(known.error());
    if (known->known) return {};
    // The database looks at the bytes: parts that somebody else left under this name are gone after the first attempt.
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto whole = uploadParts(sha256Hex, mime);
        if (!whole) return failure(whole.error());
        if (*whole) return {};
    }
    return failure(cannotStore());
}

Result<bool> MediaChunks::uploadParts(const QString &sha256Hex, const QString &mime)
{
    QFile file(m_folder.pathFor(sha256Hex));
    if (!file.open(QIODevice::ReadOnly)) return failure(notThere());
    const auto month = monthOf(m_db.clock().now());
    const auto size = file.size();
    qint64 part = 0;
    for (; part * partSize < size; ++part) {
        if (m_stopped) return failure(ErrorCode::Cancelled, {}, u"store closed"_s);
        const auto bytes = file.read(partSize);
        if (bytes.isEmpty()) return failure(notThere());
        const auto kept = waitFor(m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
            const auto rows = w.db.execute(u"server_keep_media_part",
                {{u":month", month}, {u":sha256", toSql(sha256Hex)}, {u":part", part}, {u":bytes", bytes}});
            return rows ? Result<bool>(true) : failure(rows.error());
        }, partWeight));
        if (!kept) return failure(kept.error());
    }
    // Last: who finds this row finds all parts.
    return waitFor(m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        auto row = w.db.run(u"server_keep_media_object", {{u":sha256", toSql(sha256Hex)}, {u":size", size}, {u":mime", toSql(mime)},
            {u":month", month}, {u":parts", part}});
        if (!row.next()) return failure(row.error());
        return row.flag(0);
    }, partWeight));
}

void MediaChunks::keepPartitions()
{
    if (!isShared()) return;
    const auto kept = waitFor(m_db.write<bool>(Lane::Bulk, [](Writing &w) -> Result<bool> {
        auto row = w.db.run(u"server_keep_partitions");
        if (!row.next()) return failure(row.error());
        return row.integer(0) > 0;
    }, partWeight));
    if (!kept) qCWarning(lcStore) << "partitions of files not kept:" << word(kept.error().code);
    else if (*kept) qCInfo(lcStore) << "months of files came or went";
}

Result<QString> MediaChunks::fetch(const QString &sha256Hex)
{
    const auto path = m_folder.pathFor(sha256Hex);
    if (QFileInfo::exists(path)) return path;
    const auto object = find(sha256Hex);
    if (!object) return failure(object.error());
    if (!object->known) return failure(notThere());
    const auto part = m_folder.temporaryPath();
    const auto whole = download(*object, sha256Hex, part);
    if (whole && (QFile::rename(part, path) || QFileInfo::exists(path))) { // or another thread was faster
        QFile::remove(part);
        fetched(QFileInfo(path).size());
        return path;
    }
    QFile::remove(part);
    return failure(whole ? cannotStore() : whole.error());
}

/// The folder is looked at with the first file of a run, and whenever a tenth of the limit has come.
void MediaChunks::fetched(qint64 bytes)
{
    if (m_limit <= 0) return;
    const auto fresh = m_fresh += bytes;
    if (m_looked.exchange(true) && fresh < m_limit / 10) return;
    m_fresh = 0;
    m_folder.run([this] { prune(); });
}

void MediaChunks::prune()
{
    const auto freed = pruneMedia(m_folder.path(), m_limit, [this](const QStringList &hashes) -> Result<QSet<QString>> {
        if (m_stopped) return failure(ErrorCode::Cancelled, {}, u"store closed"_s);
        JsonRows rows;
        for (const auto &hash : hashes) rows.row().add(hash);
        const auto known = waitFor(m_db.read<QStringList>([rows](Connection &db) {
            return collect<QString>(db.run(u"server_media_known", rows), [](const Statement &row) { return row.text(0); });
        }, ReadFrom::Server));
        if (!known) return failure(known.error());
        return QSet<QString>(known->cbegin(), known->cend());
    });
    if (freed && *freed > 0) qCInfo(lcStore) << "copies of files freed:" << *freed / 1024 << "KB";
}

Result<> MediaChunks::download(const Object &object, const QString &sha256Hex, const QString &part)
{
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return failure(cannotStore());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 i = 0; i < object.parts; ++i) {
        if (m_stopped) return failure(ErrorCode::Cancelled, {}, u"store closed"_s);
        const auto bytes = waitFor(m_db.read<QByteArray>([=](Connection &db) -> Result<QByteArray> {
            auto row = db.run(u"server_media_part", {{u":month", object.month}, {u":sha256", toSql(sha256Hex)}, {u":part", i}});
            if (!row.ok()) return failure(row.error());
            return row.next() ? Result<QByteArray>(row.bytes(0)) : failure(notThere());
        }, ReadFrom::Server));
        if (!bytes) return failure(bytes.error());
        hash.addData(*bytes);
        if (file.write(*bytes) != bytes->size()) return failure(cannotStore());
    }
    if (!file.flush()) return failure(cannotStore());
    // Whoever could write rows could have written others' files.
    if (QString::fromLatin1(hash.result().toHex()) == sha256Hex) return {};
    qCWarning(lcStore) << "a file's chunks don't match its hash";
    return failure(notThere());
}

FutureResult<QString> MediaChunks::ensureLocal(const QString &sha256Hex)
{
    const auto path = m_folder.pathFor(sha256Hex);
    if (!isShared() || QFileInfo::exists(path)) return readyFuture<QString>(path);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto future = promise->future();
    m_folder.run([=, this] {
        promise->addResult(fetch(sha256Hex));
        promise->finish();
    });
    return future;
}

void MediaChunks::await(Message &message)
{
    auto &media = message.media;
    if (!isShared() || media.state != MediaState::Available || media.path.isEmpty() || QFileInfo::exists(media.path)) return;
    const auto hash = media.ref.sha256;
    media.state = MediaState::Pending;
    media.path.clear();
    {
        const std::lock_guard lock(m_mutex);
        const bool underWay = m_awaited.contains(hash);
        m_awaited[hash].insert(message.conversationId);
        if (underWay || m_stopped) return;
    }
    m_folder.run([=, this] {
        const auto fetched = fetch(hash);
        if (!fetched) qCWarning(lcStore) << "a file could not be fetched:" << word(fetched.error().code);
        Changes changes;
        {
            const std::lock_guard lock(m_mutex);
            changes.conversations = m_awaited.take(hash);
        }
        changes.media = true;
        if (fetched) m_db.tell(changes);
    });
}

void MediaChunks::forget(const QStringList &hashes)
{
    if (!isShared() || hashes.isEmpty()) return;
    const auto done = waitFor(m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        JsonRows rows;
        for (const auto &hash : hashes) rows.row().add(hash);
        TANDEM_TRY(w.db.execute(u"server_forget_media", rows));
        return true;
    }));
    if (!done) qCWarning(lcStore) << "chunks of purged files stay:" << word(done.error().code);
}

} // namespace Tandem
