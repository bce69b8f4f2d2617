#include "core/base/log.h"
#include "core/gateway/send/send_lane.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/store/store.h"

#include <algorithm>

// What a lane does before a message may take its slot: its file is brought to the platform, its hold has ended in time.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int windowClosed = 131047;

} // namespace

void SendLane::startUploads()
{
    QList<OutboxItem> files;
    for (const auto &item : m_queue.ready(m_context.clock->now())) {
        if (MediaUploader::isNeeded(item)) files.append(item);
    }
    if (files.isEmpty()) return;
    if (!m_token) return loadToken();
    m_uploader.want(files, *m_token);
}

/// What was slept through is no longer held but old, so that a person is asked about it like about any old row.
void SendLane::endMissedHolds()
{
    const auto utcNow = m_context.clock->now();
    if (m_endingHolds || !m_queue.hasMissedHold(utcNow)) return;
    m_endingHolds = true;
    onFinished(this, m_context.store.outbox().endMissedHolds(m_number.phoneNumberId, utcNow - SendQueue::StaleAfter),
        [this](const Result<bool> &) { m_endingHolds = false; });
}

/// The platform refused the file before any message named it.
void SendLane::uploadRefused(const OutboxItem &item, const Error &error)
{
    if (m_closing) return;
    Q_EMIT reachable(true);
    const auto advice = Meta::adviceFor(error.platformCode);
    if (advice.stopsNumber) return stopNumber(error.platformCode, Meta::wordsFor(advice));
    switch (advice.kind) {
    case Meta::ErrorClass::Rate:
    case Meta::ErrorClass::Pair: return m_uploader.pauseFor(60s);
    case Meta::ErrorClass::Retry:
    case Meta::ErrorClass::Ambiguous:
        if (m_uploader.tryLater(item.id)) return;
        break;
    case Meta::ErrorClass::Auth:
        showTrouble(error.platformCode, Meta::wordsFor(advice));
        if (error.platformCode == 0) return m_uploader.pauseFor(60s);
        break;
    case Meta::ErrorClass::Permanent: break;
    }
    failUpload(item, error);
}

void SendLane::failUpload(const OutboxItem &item, const Error &error)
{
    onFinished(this, m_context.store.outbox().failed(item.id, item.attempts, MessageError{error.platformCode, error.text, {}}, m_fence),
        [this](const Result<bool> &) { refresh(); });
}

/// 131053 says that the platform can't use the file, which a fresh upload may mend; the general refusals can only mean
/// it when the id is not a new one.
bool SendLane::isMediaRefusal(const Flight &flight, int code) const
{
    const auto &item = flight.item;
    if (item.media.sha256.isEmpty() || item.mediaId.isEmpty() || m_uploadedAnew.contains(item.id)) return false;
    if (code == 131053 || code == 131052) return true;
    return !m_uploader.hasUploaded(item.id) && (code == 100 || code == 131008 || code == 131009);
}

void SendLane::uploadAnew(Flight &flight, int code)
{
    m_uploadedAnew.insert(flight.item.id);
    m_uploader.forget(flight.item.id);
    qCInfo(lcOutbox, "row %lld: its file goes to the platform again", static_cast<long long>(flight.item.id.value));
    conclude(flight, [this, id = flight.item.id, attempt = flight.attempt, code] {
        auto &outbox = m_context.store.outbox();
        // The second is what keeps the old id from being sent again meanwhile.
        (void)outbox.requeue(id, attempt, m_context.clock->now() + 1s, code, m_fence);
        return outbox.uploaded(id, attempt, {}, m_fence);
    });
}

/// A message that was held back may come after the customer's window has closed: then it is not sent.
void SendLane::checkWindow(OutboxId id)
{
    const auto held = m_flights.value(id);
    if (held->item.type == u"template") return write(*held);
    onFinished(this, m_context.store.conversations().rows({held->item.conversationId}, {}), [this, id](const auto &found) {
        const auto flight = m_flights.value(id);
        if (!flight || m_closing) return;
        // Without a window: the epoch, long over.
        const auto until = found && !found->rows.isEmpty() ? found->rows.first().windowExpiresAt.value_or(UtcTime()) : UtcTime();
        const bool may = found && !m_stopping && m_token;
        if (may && m_context.clock->now() < until) return write(*flight);
        m_pacer.cancelled(flight->ticket);
        m_pairs.cancelled(SendQueue::recipientKey(flight->item), m_context.clock->monotonic());
        if (!may) return tryLater(*flight, 0, m_context.clock->now() + 1s);
        auto error = Error::of(ErrorCode::Refused, Meta::adviceFor(windowClosed).text);
        error.platformCode = windowClosed;
        giveUp(*flight, error);
    });
}

} // namespace Tandem
