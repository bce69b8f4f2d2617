#include "core/gateway/send/send_lane.h"

#include "core/base/log.h"
#include "core/domain/outbox_tag.h"
#include "core/gateway/team/metrics.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/providers/meta/request_builder.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int window = 200; ///< queued rows kept in memory
constexpr int loadPauseMs = 40;
constexpr int maxFlights = 20;
constexpr int maxRejections = 5;

int toTimer(Micros time)
{
    return int(std::clamp<qint64>(std::chrono::ceil<Millis>(time).count(), 0, 60'000));
}

bool isPassing(const Error &error)
{
    // Read-only: the server that answers now is not the primary any more.
    return error.code == ErrorCode::DatabaseBusy || error.code == ErrorCode::DatabaseFull || error.code == ErrorCode::DatabaseReadOnly
        || error.code == ErrorCode::Io || error.retryable;
}

} // namespace

SendLane::SendLane(const SendContext &context, const Number &number, qint64 fence, QObject *parent)
    : QObject(parent), m_context(context), m_number(number), m_fence(fence),
      m_pacer([&] {
          SendPacer::Options options;
          options.limit = number.limitPerSecond;
          return options;
      }()),
      m_uploader(context, number.phoneNumberId, fence)
{
    connect(&m_uploader, &MediaUploader::progress, this, &SendLane::uploadProgress);
    connect(&m_uploader, &MediaUploader::refused, this, &SendLane::uploadRefused);
    connect(&m_uploader, &MediaUploader::mayGoOn, this, &SendLane::pump);
    connect(&m_uploader, &MediaUploader::reachable, this, &SendLane::reachable);
    m_wakeTimer.setSingleShot(true);
    m_wakeTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_wakeTimer, &QTimer::timeout, this, &SendLane::pump);
    m_loadTimer.setSingleShot(true);
    connect(&m_loadTimer, &QTimer::timeout, this, &SendLane::load);
    m_phoneTimer.setSingleShot(true);
    connect(&m_phoneTimer, &QTimer::timeout, this, &SendLane::readPhone);
    connect(&m_lateTimer, &QTimer::timeout, this, &SendLane::lookForLeftBehind);
}

MonoTime SendLane::monoOf(UtcTime utc) const
{
    return m_context.clock->monotonic() - Micros(m_context.clock->now() - utc);
}

void SendLane::update(const Number &number)
{
    if (number.limitPerSecond != m_number.limitPerSecond) m_pacer.setLimit(m_context.clock->monotonic(), number.limitPerSecond);
    // While a stop is being written, what was read before it must not undo it.
    if (!m_stopping) m_number = number;
    pump();
}

void SendLane::tokenChanged()
{
    m_token.reset();
    m_tokenAsked = false;
    m_pausedUntil = {};
    m_failures = 0;
    refresh();
}

void SendLane::echo(UtcTime timestamp, const QString &wamid)
{
    // The stamp is the platform's, so it is read on the platform's clock.
    m_pacer.echo(m_context.clock->monotonic(), monoOf(timestamp - m_clockOffset), wamid);
    Q_EMIT changed();
}

void SendLane::refusedByRate(const QString &wamid)
{
    if (!wamid.isEmpty() && m_knownRefusals.contains(wamid)) return;
    if (!wamid.isEmpty()) m_knownRefusals.insert(wamid);
    m_pacer.refusedByRate(m_context.clock->monotonic());
    Q_EMIT changed();
}

void SendLane::refresh()
{
    if (m_closing || m_retired || !m_ready) return;
    if (m_loading || m_loadTimer.isActive()) {
        m_loadAgain = true;
        return;
    }
    load();
}

void SendLane::load()
{
    if (m_loading || m_closing || m_retired) return;
    m_loading = true;
    m_loadAgain = false;
    onFinished(this, m_context.store.outbox().queued(m_number.phoneNumberId, window),
        [this, uploaded = m_uploader.uploaded()](const auto &queued) {
        m_loading = false;
        if (queued) take(*queued, uploaded);
        Q_EMIT changed();
        pump();
        if (m_loadAgain || !queued) m_loadTimer.start(queued ? loadPauseMs : 1000);
    });
}

void SendLane::take(const QList<OutboxItem> &queued, const QSet<OutboxId> &uploaded)
{
    m_queue.load(queued);
    for (const auto &item : queued) {
        // The row lost its id since: it was sent again after the platform could not use the file.
        if (uploaded.contains(item.id) && MediaUploader::isNeeded(item)) m_uploader.forget(item.id);
    }
    // A row that does not fit into the window any more is still queued.
    if (queued.size() >= window) return;
    QSet<OutboxId> open(m_flights.keyBegin(), m_flights.keyEnd());
    for (const auto &item : queued) open.insert(item.id);
    m_uploader.keepOnly(open);
    m_uploadedAnew.intersect(open);
}

void SendLane::pump()
{
    const bool mayRun = m_ready && !m_closing && !m_stopping && !m_probing && mayWrite();
    if (!mayRun || m_number.state != NumberState::Linked || m_number.sendingPaused) return;
    endMissedHolds();
    const auto now = m_context.clock->monotonic();
    if (now < m_pausedUntil) return wakeAt(m_pausedUntil);
    startUploads();
    const auto gate = [&](const OutboxItem &item) {
        if (MediaUploader::isNeeded(item)) return MonoTime::max();
        return m_pairs.nextChance(SendQueue::recipientKey(item), now, item.priority);
    };
    while (m_flights.size() < maxFlights) {
        const auto choice = m_queue.next(m_context.clock->now(), now, gate);
        if (!choice.item) {
            if (choice.again) wakeAt(*choice.again);
            return;
        }
        if (!m_token) return loadToken();
        const auto key = SendQueue::recipientKey(*choice.item);
        if (!m_pairs.tryAcquire(key, now, choice.item->priority)) return wakeAt(now + 100ms);
        const auto ticket = m_pacer.tryAcquire(now, choice.item->priority);
        if (!ticket) {
            m_pairs.cancelled(key, now);
            return wakeAt(m_pacer.nextChance(now, choice.item->priority));
        }
        begin(*choice.item, *ticket);
    }
}

void SendLane::wakeAt(MonoTime when)
{
    m_wakeTimer.start(toTimer(when - m_context.clock->monotonic()));
}

void SendLane::begin(const OutboxItem &item, const SendPacer::Ticket &ticket)
{
    m_queue.begin(item);
    auto flight = std::make_shared<Flight>();
    flight->item = item;
    flight->attempt = item.attempts + 1;
    flight->ticket = ticket;
    flight->claim = m_context.store.outbox().claim(item.id, flight->attempt, m_fence);
    m_flights.insert(item.id, flight);
    onFinished(this, flight->claim, [this, id = item.id](const Result<bool> &won) { claimed(id, won); });
    Q_EMIT changed();
}

void SendLane::claimed(OutboxId id, const Result<bool> &won)
{
    const auto flight = m_flights.value(id);
    if (!flight || m_closing) return;
    const bool ours = won && *won;
    if (ours && !m_stopping && m_number.state == NumberState::Linked && m_token) {
        return flight->item.hold == OutboxHold::None ? write(*flight) : checkWindow(id);
    }
    m_pacer.cancelled(flight->ticket);
    m_pairs.cancelled(SendQueue::recipientKey(flight->item), m_context.clock->monotonic());
    if (ours) return tryLater(*flight, 0, m_context.clock->now());
    if (!won) {
        qCWarning(lcOutbox, "row %lld could not be claimed: %s", static_cast<long long>(id.value),
            qUtf8Printable(word(won.error().code)));
        pauseFor(1s);
        // The claim may have been committed all the same, and nobody else would take the row out of our hands.
        return tryLater(*flight, 0, m_context.clock->now());
    }
    release(id);
}

void SendLane::write(Flight &flight)
{
    const auto &item = flight.item;
    if (!mayWrite()) {
        m_pacer.cancelled(flight.ticket);
        m_pairs.cancelled(SendQueue::recipientKey(item), m_context.clock->monotonic());
        return tryLater(flight, 0, m_context.clock->now());
    }
    const auto content = item.media.sha256.isEmpty() ? Result<QJsonObject>(item.content)
                                                     : Meta::withMedia(item.type, item.content, item.media, item.mediaId);
    if (!content) return replied(item.id, failure(content.error()));
    SendRequest request;
    request.phoneNumberId = m_number.phoneNumberId;
    request.toPhone = item.toPhone;
    request.toBsuid = item.toBsuid;
    request.type = item.type;
    request.content = *content;
    request.replyToWamid = item.replyToWamid;
    request.opaque = OutboxTag{item.clientId, item.confirmedStale ? flight.attempt : 1}.text();
    flight.written = true;
    m_pacer.written(flight.ticket, m_context.clock->monotonic());
    onFinished(this, m_context.provider.send(request, *m_token),
        [this, id = item.id](const Result<SendReply> &reply) { replied(id, reply); });
}

void SendLane::replied(OutboxId id, const Result<SendReply> &reply)
{
    const auto flight = m_flights.value(id);
    if (!flight || m_closing) return;
    if (reply) return accept(*flight, *reply);
    const auto &error = reply.error();
    qCInfo(lcOutbox, "row %lld: %s %d", static_cast<long long>(id.value), qUtf8Printable(word(error.code)), error.platformCode);
    switch (error.code) {
    case ErrorCode::Network: return notSent(*flight, error);
    case ErrorCode::Platform:
    case ErrorCode::Auth: return refused(*flight, error);
    case ErrorCode::Usage: {
        // The builder refused it before any byte was written.
        m_pacer.cancelled(flight->ticket);
        m_pairs.cancelled(SendQueue::recipientKey(flight->item), m_context.clock->monotonic());
        return giveUp(*flight, error);
    }
    default: return lost(*flight, error);
    }
}

void SendLane::accept(Flight &flight, const SendReply &reply)
{
    const auto now = m_context.clock->monotonic();
    m_pacer.finished(flight.ticket, now, reply.wamid);
    m_pairs.finished(SendQueue::recipientKey(flight.item), now, true);
    m_failures = 0;
    m_context.metrics.sent(SendResult::Accepted);
    m_rejections.remove(flight.item.id);
    if (reply.serverDateMs) {
        // The Date header tells whole seconds; half a second is its middle.
        m_clockOffset = fromEpochMillis(*reply.serverDateMs + 500) - m_context.clock->now();
    }
    Q_EMIT reachable(true);
    if (m_number.readReceipts == ReadReceipts::OnReply) Q_EMIT replyAccepted(m_number.id, flight.item.conversationId);
    conclude(flight, [&outbox = m_context.store.outbox(), id = flight.item.id, attempt = flight.attempt, fence = m_fence, reply] {
        return outbox.accepted(id, attempt, reply.wamid, reply.waId, reply.userId, fence);
    });
}

void SendLane::notSent(Flight &flight, const Error &)
{
    m_pacer.cancelled(flight.ticket);
    m_pairs.cancelled(SendQueue::recipientKey(flight.item), m_context.clock->monotonic());
    Q_EMIT reachable(false);
    const auto pause = backOff();
    pauseFor(pause);
    tryLater(flight, 0, m_context.clock->now() + pause);
}

void SendLane::lost(Flight &flight, const Error &error)
{
    const auto now = m_context.clock->monotonic();
    const bool answered = error.code == ErrorCode::Ambiguous || error.code == ErrorCode::Protocol;
    // Only an answer of the platform itself ends the slot; a cut line or a proxy's page may be faster than the message.
    if (error.platformCode != 0) m_pacer.finished(flight.ticket, now);
    else m_pacer.timedOut(flight.ticket, now);
    m_pairs.finished(SendQueue::recipientKey(flight.item), now, false);
    Q_EMIT reachable(answered);
    if (answered) pauseFor(backOff());
    else probe();
    m_context.metrics.sent(SendResult::Unknown);
    conclude(flight, [&outbox = m_context.store.outbox(), id = flight.item.id, attempt = flight.attempt, fence = m_fence] {
        return outbox.unknown(id, attempt, fence);
    });
}

void SendLane::refused(Flight &flight, const Error &error)
{
    const auto now = m_context.clock->monotonic();
    const auto key = SendQueue::recipientKey(flight.item);
    const auto advice = Meta::adviceFor(error.platformCode);
    m_pacer.finished(flight.ticket, now);
    m_pairs.finished(key, now, false);
    m_failures = 0;
    Q_EMIT reachable(true);
    if (advice.stopsNumber) {
        stopNumber(error.platformCode, Meta::wordsFor(advice));
        return tryLater(flight, error.platformCode, m_context.clock->now());
    }
    if (isMediaRefusal(flight, error.platformCode)) return uploadAnew(flight, error.platformCode);
    switch (advice.kind) {
    case Meta::ErrorClass::Pair: {
        const auto until = m_pairs.refusedByPair(key, now);
        return tryLater(flight, error.platformCode, m_context.clock->now() + std::chrono::ceil<Millis>(until - now));
    }
    case Meta::ErrorClass::Rate:
        // 130429 is the number's own limit; the others are hourly limits of the app or account.
        if (error.platformCode == 130429) m_pacer.refusedByRate(now, flight.ticket);
        else pauseFor(60s);
        return tryLater(flight, error.platformCode, m_context.clock->now());
    case Meta::ErrorClass::Retry: {
        const int count = ++m_rejections[flight.item.id];
        if (count > maxRejections) return giveUp(flight, error);
        return tryLater(flight, error.platformCode, m_context.clock->now() + Millis(1000 << count) / 2);
    }
    case Meta::ErrorClass::Auth:
        showTrouble(error.platformCode, Meta::wordsFor(advice));
        if (error.platformCode != 0) return giveUp(flight, error);
        pauseFor(60s);
        return tryLater(flight, 0, m_context.clock->now() + 60s);
    case Meta::ErrorClass::Ambiguous: return lost(flight, Error::of(ErrorCode::Ambiguous, error.text));
    case Meta::ErrorClass::Permanent: break;
    }
    giveUp(flight, error);
}

void SendLane::tryLater(Flight &flight, int code, UtcTime notBefore)
{
    m_context.metrics.sent(SendResult::Later);
    conclude(flight, [&outbox = m_context.store.outbox(), id = flight.item.id, attempt = flight.attempt, fence = m_fence, notBefore, code] {
        return outbox.requeue(id, attempt, notBefore, code, fence);
    });
}

void SendLane::giveUp(Flight &flight, const Error &error)
{
    m_rejections.remove(flight.item.id);
    m_context.metrics.sent(SendResult::Refused);
    const MessageError shown{error.platformCode, error.text, {}};
    conclude(flight, [&outbox = m_context.store.outbox(), id = flight.item.id, attempt = flight.attempt, fence = m_fence, shown] {
        return outbox.failed(id, attempt, shown, fence);
    });
}

void SendLane::conclude(Flight &flight, std::function<FutureResult<bool>()> outcome)
{
    flight.outcome = std::move(outcome);
    persist(flight.item.id);
    Q_EMIT changed();
    // A slot or a conversation may be free already while the outcome is being written.
    pump();
}

void SendLane::persist(OutboxId id)
{
    const auto flight = m_flights.value(id);
    if (!flight || m_closing) return;
    onFinished(this, flight->outcome(), [this, id](const Result<bool> &written) {
        if (!written && isPassing(written.error()) && !m_closing) {
            QTimer::singleShot(500, this, [this, id] { persist(id); });
            return;
        }
        release(id);
    });
}

void SendLane::release(OutboxId id)
{
    if (m_closing) return;
    if (const auto flight = m_flights.take(id)) m_queue.done(flight->item);
    if (m_retired && m_flights.isEmpty()) Q_EMIT emptied();
    refresh();
}

} // namespace Tandem
