#pragma once

#include "core/domain/outbox.h"
#include "core/gateway/media/progress_gate.h"
#include "core/gateway/send/send_context.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Tandem {

/// Brings the files behind queued messages of one number to the platform before their messages are sent. Nothing reaches
/// the customer by it, so whatever breaks is simply tried again; a row that is no longer queued stops its transfer.
/// Gateway thread only.
class MediaUploader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int AtOnce = 3;
    static constexpr int MaxRefusals = 5; ///< passing refusals in a row
    static constexpr int MaxCuts = 12; ///< transfers that broke half-way in a row, about ten minutes

    MediaUploader(const SendContext &context, QString phoneNumberId, qint64 fence, QObject *parent = nullptr);
    ~MediaUploader() override;

    /// The message has a file, and the platform does not have it (the store forgets an id before its 30 days are over).
    [[nodiscard]] static bool isNeeded(const OutboxItem &item) { return !item.media.sha256.isEmpty() && item.mediaId.isEmpty(); }

    /// Rows that may go now, in their order; those that need it are begun, a few at once.
    void want(const QList<OutboxItem> &ready, const Secret &token);
    /// All rows but these are gone: their transfers end.
    void keepOnly(const QSet<OutboxId> &open);
    /// Since this program started.
    [[nodiscard]] bool hasUploaded(OutboxId id) const { return m_stored.contains(id); }
    [[nodiscard]] const QSet<OutboxId> &uploaded() const { return m_stored; }
    /// The platform no longer knows the id it gave: the row's file goes again.
    void forget(OutboxId id) { m_stored.remove(id); }
    void pauseFor(Millis time);
    /// After a passing refusal; false when it was one too many.
    [[nodiscard]] bool tryLater(OutboxId id);
    void stop();
    void resume(); ///< after stop()

Q_SIGNALS:
    void progress(Tandem::OutboxId id, qint64 sent, qint64 total); ///< bytes of the file; at most 10 a second and row
    void refused(const Tandem::OutboxItem &item, const Tandem::Error &error); ///< the platform's word; the row is still queued
    void mayGoOn(); ///< a pause has ended, or a place is free
    void reachable(bool yes);

private:
    struct Upload
    {
        OutboxItem item;
        FutureResult<QString> future;
        ProgressGate gate;
        bool transferring = true; ///< false: only the row is being written
    };
    void begin(const OutboxItem &item, const Secret &token);
    void transfer(const QString &path, const std::shared_ptr<Upload> &upload, const Secret &token);
    void moved(OutboxId id, qint64 sent, qint64 total);
    void ended(OutboxId id, const Result<QString> &mediaId);
    void store(OutboxId id, const QString &mediaId);
    void stumbled(const OutboxItem &item, const Error &error);
    void giveUp(const OutboxItem &item, const Error &error);
    void end(OutboxId id);
    void arm();
    void waitFor(OutboxId id, Millis time);

    const SendContext m_context;
    const QString m_phoneNumberId;
    const qint64 m_fence; ///< of the number's lease
    QHash<OutboxId, std::shared_ptr<Upload>> m_uploads;
    QSet<OutboxId> m_stored; ///< the id is in the row; what was read before may not know it
    QHash<OutboxId, MonoTime> m_waiting;
    QHash<OutboxId, int> m_refusals;
    QHash<OutboxId, int> m_cuts;
    MonoTime m_pausedUntil{};
    QTimer m_timer;
    int m_silences = 0;
    bool m_stopped = false;
};

} // namespace Tandem
