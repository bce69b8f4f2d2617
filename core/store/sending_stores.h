#pragma once

#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/media.h"
#include "core/domain/message.h"
#include "core/domain/outbox.h"

#include <QList>

#include <optional>

// The rooms of the Store for what goes out and for files. All methods are thread-safe and return at once.

namespace Tandem {

/// A request that may still be under way, or was lately. Ages by the database's clock, on a file by this computer's.
struct RecentSend
{
    Millis claimedAgo{0};
    std::optional<Millis> doneAgo; ///< empty: in flight
    OutboxState state = OutboxState::None; ///< unknown: nobody has heard what became of it

    friend bool operator==(const RecentSend &, const RecentSend &) = default;
};

struct RecentEcho
{
    UtcTime timestamp; ///< the platform's
    QString wamid;
};

/// What a send's updates prove themselves with: `fence` is the one of the lease under which the row was claimed. A claim,
/// and what is said of a row that isn't under way, is taken only while that lease is held and has not run out; the outcome
/// of a claim only while nobody has claimed the row again. Else nothing changes and the answer is false. 0: no gateway has
/// ever held a lease of the number.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;
    /// Queues a message and its timeline row in one transaction. `author` is the agent's name, empty for the command
    /// line (origin api). The same clientId twice is one row. Refused when the number is not linked; Refused with
    /// platformCode 131047 when the service window is closed for free-form types.
    virtual FutureResult<OutboxId> enqueue(const OutboxItem &item, const QString &author) = 0;
    /// All in one transaction and in this order, or none: the error is that of the first one that may not be sent. A clientId
    /// that is known already gives its row.
    virtual FutureResult<QList<OutboxId>> enqueueAll(const QList<OutboxItem> &items, const QString &author) = 0;
    /// Agent before bulk, then oldest; then the soonest few that wait for their time. Without rows held until a reply.
    /// `mediaId` comes empty once the platform's upload is older than 29 days.
    virtual FutureResult<QList<OutboxItem>> queued(const QString &phoneNumberId, int limit) = 0;
    virtual FutureResult<OutboxItem> item(OutboxId id) = 0; ///< NotFound
    virtual FutureResult<QList<OutboxItem>> inFlight() = 0; ///< of all numbers
    /// In flight by a claim of somebody who held the number's lease before.
    virtual FutureResult<QList<OutboxItem>> leftBehind(NumberId number, qint64 fence) = 0;
    /// queued → in flight, durable before the first byte leaves; false when someone else changed the row.
    virtual FutureResult<bool> claim(OutboxId id, int attempt, qint64 fence = 0) = 0;
    virtual FutureResult<bool> accepted(OutboxId id, int attempt, const QString &wamid, const QString &waId, const QString &userId, qint64 fence = 0) = 0;
    virtual FutureResult<bool> requeue(OutboxId id, int attempt, UtcTime notBefore, int code, qint64 fence = 0) = 0; ///< definite rejection or non-send
    virtual FutureResult<bool> failed(OutboxId id, int attempt, const MessageError &error, qint64 fence = 0) = 0;
    virtual FutureResult<bool> unknown(OutboxId id, int attempt, qint64 fence = 0) = 0; ///< by the holder also for a row left behind
    /// By a person: queued, failed or unknown rows. A held row that was never tried also leaves the timeline.
    virtual FutureResult<bool> cancel(OutboxId id) = 0;
    /// The file behind a row has this media id now; empty: it has to be uploaded anew. `attempt` is item.attempts.
    virtual FutureResult<bool> uploaded(OutboxId id, int attempt, const QString &mediaId, qint64 fence = 0) = 0;
    virtual FutureResult<bool> releaseNow(OutboxId id) = 0; ///< ends a hold, by a person
    /// Rows of the number whose hold should have ended before this time are no longer held; they stay as old as they are. False: none.
    virtual FutureResult<bool> endMissedHolds(const QString &phoneNumberId, UtcTime before) = 0;
    /// By a person: failed, unknown or stale rows. `at`: held until then, as a message for later; nullopt: at once.
    virtual FutureResult<bool> sendAgain(OutboxId id, std::optional<UtcTime> at) = 0;
    virtual FutureResult<qint64> depth() = 0; ///< queued and in flight
    /// What this number sent lately, to reload the pacer.
    virtual FutureResult<QList<RecentSend>> recentSends(const QString &phoneNumberId, Millis within) = 0;
    /// What the phone sent since then, for the pacer.
    virtual FutureResult<QList<RecentEcho>> recentEchoes(const QString &phoneNumberId, UtcTime since) = 0;
    /// Of messages that were accepted lately and then refused by a status because the number's limit was passed.
    virtual FutureResult<QStringList> recentRateRefusals(const QString &phoneNumberId, Millis within) = 0;
};

struct MediaJob
{
    MessageId messageId;
    QString phoneNumberId;
    QString wamid;
    MediaRef ref;
    UtcTime messageTime;
    int attempts = 0;
};

class MediaStore
{
public:
    virtual ~MediaStore() = default;
    virtual FutureResult<QList<MediaJob>> due(UtcTime now, int limit) = 0; ///< Pending and due, newest first; without numbers that aren't linked here
    /// The file lies in the folder; a team's is copied into the database first.
    virtual FutureResult<bool> available(MessageId id, const QString &sha256Hex, qint64 size, const QString &mime) = 0;
    virtual FutureResult<bool> failed(MessageId id, const QString &reason, std::optional<UtcTime> retryAt) = 0;
    virtual FutureResult<bool> retry(MessageId id) = 0; ///< by a person
    /// Copies a file into the media folder under its hash (or moves it there), on a thread of its own; mime by content.
    /// Errors: NotFound, Io, DatabaseFull (no room).
    virtual FutureResult<OutboxMedia> keep(const QString &filePath, bool removeSource) = 0;
    /// The file's local path; a team's is fetched from the database first. Errors: NotFound, Io, DatabaseBusy.
    virtual FutureResult<QString> ensureLocal(const QString &sha256Hex) = 0;
    [[nodiscard]] virtual QString pathFor(const QString &sha256Hex) const = 0; ///< sharded; folders exist
    [[nodiscard]] virtual QString temporaryPath() const = 0; ///< unique ".part" path on the same file system
};

} // namespace Tandem
