#pragma once

#include "core/coexistence/pair_pacer.h"
#include "core/coexistence/send_pacer.h"
#include "core/domain/number.h"
#include "core/gateway/gateway.h"
#include "core/gateway/media/media_uploader.h"
#include "core/gateway/send/send_context.h"
#include "core/gateway/send/send_queue.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Tandem {

/// Sends the queued rows of one number, within its limits: each row is claimed durably before its first byte leaves; what
/// surely was not sent is tried again; what may have been sent becomes unknown and is never repeated by itself. Gateway
/// thread only.
class SendLane final : public QObject
{
    Q_OBJECT
public:
    /// `fence`: of the number's lease, which we hold as long as NumberLeases says so.
    SendLane(const SendContext &context, const Number &number, qint64 fence, QObject *parent = nullptr);

    /// Looks at what an earlier holder left in flight, reloads the last sends and echoes into the pacer; nothing is sent
    /// before it is done.
    void start();
    void update(const Number &number);
    /// The queue may have changed; loads it soon, at most every 40 ms.
    void refresh();
    void tokenChanged();
    void echo(UtcTime timestamp, const QString &wamid);
    /// A status said so of this message; empty: of none. The same one counts once.
    void refusedByRate(const QString &wamid);
    /// Another gateway may have been told of the phone's messages: looks at what is stored of them, soon.
    void lookAtPhone();
    /// The lease is lost: nothing is written to the platform any more; what became of requests under way is still told.
    void retire();
    /// It was ours all the time: goes on with all that is known of requests under way.
    void resume();
    /// Ends: rows not written go back to the queue, written ones without an answer become unknown, all durably.
    void stop();

    [[nodiscard]] const QString &phoneNumberId() const { return m_number.phoneNumberId; }
    [[nodiscard]] NumberId numberId() const { return m_number.id; }
    [[nodiscard]] qint64 fence() const { return m_fence; }
    [[nodiscard]] BudgetSnapshot snapshot() const;

Q_SIGNALS:
    void changed(); ///< the snapshot may differ
    void emptied(); ///< after retire(): nothing is under way any more
    void reachable(bool yes); ///< what the last request said about the network
    void uploadProgress(Tandem::OutboxId id, qint64 sent, qint64 total);
    /// A reply in this conversation was accepted, by a number that marks messages as read when it replies.
    void replyAccepted(Tandem::NumberId number, Tandem::ConversationId conversation);

private:
    struct Flight
    {
        OutboxItem item;
        int attempt = 0;
        SendPacer::Ticket ticket;
        bool written = false;
        FutureResult<bool> claim;
        std::function<FutureResult<bool>()> outcome; ///< set once it is known; written until it is durable
    };
    /// In flight by a claim of an earlier holder of the lease, who may still be at it.
    struct LeftBehind
    {
        int attempts = 0;
        MonoTime until{}; ///< then nobody waits for its answer any more
    };
    void adopt(const QList<OutboxItem> &left);
    void restore(qsizetype leftInFlight);
    void restorePhone();
    void readPhone();
    void readRefusals(bool old);
    void lookForLeftBehind();
    void settleLeftBehind();
    [[nodiscard]] bool mayWrite() const;
    void load();
    /// `uploaded`: whose file was uploaded before the rows were read.
    void take(const QList<OutboxItem> &queued, const QSet<OutboxId> &uploaded);
    void pump();
    void begin(const OutboxItem &item, const SendPacer::Ticket &ticket);
    void claimed(OutboxId id, const Result<bool> &won);
    void write(Flight &flight);
    void checkWindow(OutboxId id);
    void startUploads();
    void endMissedHolds();
    void uploadRefused(const OutboxItem &item, const Error &error);
    void failUpload(const OutboxItem &item, const Error &error);
    [[nodiscard]] bool isMediaRefusal(const Flight &flight, int code) const;
    void uploadAnew(Flight &flight, int code);
    void replied(OutboxId id, const Result<SendReply> &reply);
    void accept(Flight &flight, const SendReply &reply);
    void notSent(Flight &flight, const Error &error);
    void lost(Flight &flight, const Error &error);
    void refused(Flight &flight, const Error &error);
    void tryLater(Flight &flight, int code, UtcTime notBefore);
    void giveUp(Flight &flight, const Error &error);
    void conclude(Flight &flight, std::function<FutureResult<bool>()> outcome);
    void persist(OutboxId id);
    void release(OutboxId id);
    void loadToken();
    void stopNumber(int code, const QString &words);
    void showTrouble(int code, const QString &words);
    void probe();
    void ask();
    [[nodiscard]] Millis backOff();
    void pauseFor(Millis time);
    void wakeAt(MonoTime when);
    [[nodiscard]] MonoTime monoOf(UtcTime utc) const;

    const SendContext m_context;
    Number m_number;
    const qint64 m_fence;
    SendPacer m_pacer;
    PairPacer m_pairs;
    SendQueue m_queue;
    MediaUploader m_uploader;
    QSet<OutboxId> m_uploadedAnew; ///< the platform refused the file's id once
    std::optional<Secret> m_token;
    QHash<OutboxId, std::shared_ptr<Flight>> m_flights;
    QHash<OutboxId, int> m_rejections; ///< passing refusals in a row, by message
    QTimer m_wakeTimer;
    QTimer m_loadTimer;
    QTimer m_phoneTimer;
    int m_phoneLooks = 0; ///< still to come
    QSet<QString> m_knownRefusals; ///< wamids
    QTimer m_lateTimer; ///< looks for what an earlier holder left, as long as there may be more
    QHash<OutboxId, LeftBehind> m_leftBehind;
    int m_lateLooks = 0;
    MonoTime m_pausedUntil{};
    Millis m_clockOffset{0}; ///< the platform's clock minus ours
    int m_failures = 0; ///< of the network, in a row
    bool m_ready = false;
    bool m_loading = false;
    bool m_loadAgain = false;
    bool m_tokenAsked = false;
    bool m_stopping = false; ///< a stop of the number is being written
    bool m_probing = false;
    bool m_endingHolds = false; ///< is being written
    bool m_retired = false;
    bool m_closing = false;
};

} // namespace Tandem
