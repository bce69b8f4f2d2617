#include "core/store/rooms/media_store_sql.h"

#include "core/store/media/media_chunks.h"
#include "core/store/media/media_folder.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// Names the conversation whose message shows this media.
Result<> touch(Writing &w, MessageId id)
{
    auto row = w.db.run(u"select_conversation_of_message", {{u":id", toSql(id)}});
    if (!row.ok()) return failure(row.error());
    if (row.next()) w.changes.conversations.insert(ConversationId{row.integer(0)});
    w.changes.media = true;
    return {};
}

Result<bool> touched(Writing &w, MessageId id, const Result<int> &rows)
{
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false;
    TANDEM_TRY(touch(w, id));
    return true;
}

} // namespace

FutureResult<QList<MediaJob>> MediaStoreSql::due(UtcTime now, int limit)
{
    return m_db.read<QList<MediaJob>>([=](Connection &db) {
        return collect<MediaJob>(db.run(u"select_media_due", {{u":now_ms", toSql(now)}, {u":count", limit}}), [](const Statement &row) {
            MediaRef ref{row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.flag(8), row.flag(9)};
            return MediaJob{MessageId{row.integer(0)}, row.text(1), row.text(2), std::move(ref),
                fromEpochMillis(row.integer(10)), int(row.integer(11))};
        });
    });
}

FutureResult<bool> MediaStoreSql::available(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime)
{
    if (!m_chunks.isShared()) return setAvailable(id, sha256Hex, size, mime);
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    auto future = promise->future();
    m_folder.run([=, this] {
        const auto uploaded = m_chunks.upload(sha256Hex, mime);
        promise->addResult(uploaded ? waitFor(setAvailable(id, sha256Hex, size, mime)) : Result<bool>(failure(uploaded.error())));
        promise->finish();
    });
    return future;
}

FutureResult<QString> MediaStoreSql::ensureLocal(const QString &sha256Hex) { return m_chunks.ensureLocal(sha256Hex); }

FutureResult<bool> MediaStoreSql::setAvailable(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime)
{
    return m_db.write<bool>(Lane::Urgent, [=, this](Writing &w) -> Result<bool> {
        // A purge may have taken the same bytes away since they were found to be here already.
        if (!m_folder.rescue(sha256Hex)) return touched(w, id, w.db.execute(u"await_media", {{u":id", toSql(id)}}));
        return touched(w, id, w.db.execute(u"set_media_available",
            {{u":id", toSql(id)}, {u":sha256", toSql(sha256Hex)}, {u":size", size}, {u":mime", toSql(mime)}}));
    });
}

FutureResult<bool> MediaStoreSql::failed(MessageId id, const QString &reason, std::optional<UtcTime> retryAt)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return touched(w, id, w.db.execute(u"set_media_failed", {{u":id", toSql(id)}, {u":error", toSql(reason)},
            {u":final", toSql(!retryAt.has_value())}, {u":due_ms", toSql(retryAt)}}));
    });
}

FutureResult<bool> MediaStoreSql::retry(MessageId id)
{
    return m_db.write<bool>(Lane::Urgent,
        [=](Writing &w) { return touched(w, id, w.db.execute(u"retry_media", {{u":id", toSql(id)}})); });
}

FutureResult<OutboxMedia> MediaStoreSql::keep(const QString &filePath, bool removeSource)
{
    auto promise = std::make_shared<QPromise<Result<OutboxMedia>>>();
    promise->start();
    auto future = promise->future();
    m_folder.run([=, this] {
        auto kept = m_folder.take(filePath, removeSource);
        if (kept) {
            // Not noted: the file works as well, it is only never swept away.
            const auto noted = waitFor(m_db.write<bool>(Lane::Urgent, [hash = kept->sha256](Writing &w) -> Result<bool> {
                const auto rows = w.db.execute(u"note_kept_file", {{u":sha256", toSql(hash)}, {u":now_ms", toSql(w.now)}});
                if (!rows) return failure(rows.error());
                return *rows > 0;
            }));
            Q_UNUSED(noted)
        }
        const auto shared = kept && m_chunks.isShared() ? m_chunks.upload(kept->sha256, kept->mime) : Result<>();
        promise->addResult(shared ? std::move(kept) : Result<OutboxMedia>(failure(shared.error())));
        promise->finish();
    });
    return future;
}

QString MediaStoreSql::pathFor(const QString &sha256Hex) const { return m_folder.pathFor(sha256Hex); }

QString MediaStoreSql::temporaryPath() const { return m_folder.temporaryPath(); }

} // namespace Tandem
