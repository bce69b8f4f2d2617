#include "core/gateway/media/media_uploader.h"

#include "core/base/log.h"
#include "core/coexistence/media_limits.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

/// 1, 2, 4 … 60 s.
Millis backOff(int times)
{
    return std::min<Millis>(Millis(1000) * (1 << std::clamp(times, 0, 6)), 60s);
}

bool isPassing(const Error &error)
{
    return error.code == ErrorCode::DatabaseBusy || error.code == ErrorCode::DatabaseFull || error.retryable;
}

} // namespace

MediaUploader::MediaUploader(const SendContext &context, QString phoneNumberId, qint64 fence, QObject *parent)
    : QObject(parent), m_context(context), m_phoneNumberId(std::move(phoneNumberId)), m_fence(fence)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MediaUploader::mayGoOn);
}

MediaUploader::~MediaUploader()
{
    stop();
}

void MediaUploader::want(const QList<OutboxItem> &ready, const Secret &token)
{
    const auto now = m_context.clock->monotonic();
    if (m_stopped) return;
    if (now < m_pausedUntil) return arm();
    for (const auto &item : ready) {
        if (m_uploads.size() >= AtOnce) break;
        if (m_uploads.contains(item.id) || m_stored.contains(item.id) || !isNeeded(item)) continue;
        if (now < m_waiting.value(item.id)) continue;
        begin(item, token);
    }
    arm();
}

/// Comes again when the first of the pauses ends.
void MediaUploader::arm()
{
    const auto now = m_context.clock->monotonic();
    auto first = m_pausedUntil > now ? m_pausedUntil : MonoTime::max();
    for (const auto &until : std::as_const(m_waiting)) {
        if (until > now) first = std::min(first, until);
    }
    if (first != MonoTime::max()) m_timer.start(std::chrono::ceil<Millis>(first - now));
}

void MediaUploader::begin(const OutboxItem &item, const Secret &token)
{
    auto upload = std::make_shared<Upload>();
    upload->item = item;
    m_uploads.insert(item.id, upload);
    m_waiting.remove(item.id);
    // A team's file may have been kept by a desktop, and lies in the database then.
    onFinished(this, m_context.store.media().ensureLocal(item.media.sha256), [this, upload, token, id = item.id](const Result<QString> &path) {
        if (m_stopped || m_uploads.value(id) != upload) return;
        if (path) return transfer(*path, upload, token);
        if (!isPassing(path.error())) return ended(id, path);
        // The database is to blame, not the file.
        waitFor(id, 2s);
        end(id);
    });
}

void MediaUploader::transfer(const QString &path, const std::shared_ptr<Upload> &upload, const Secret &token)
{
    const auto &item = upload->item;
    upload->future = m_context.provider.uploadMedia(m_phoneNumberId, path, MediaLimits::wireMime(item.media.mime), item.media.filename, token,
        [self = QPointer<MediaUploader>(this), id = item.id](qint64 sent, qint64 total) {
            if (self) self->moved(id, sent, total);
        });
    onFinished(this, upload->future, [this, upload, id = item.id](const Result<QString> &mediaId) {
        // Another transfer of the same row may have taken the place of one that was stopped.
        if (!m_stopped && m_uploads.value(id) == upload) ended(id, mediaId);
    });
}

void MediaUploader::moved(OutboxId id, qint64 sent, qint64 total)
{
    const auto upload = m_uploads.value(id);
    if (!upload || m_stopped || !upload->gate.passes(m_context.clock->monotonic(), sent, total)) return;
    Q_EMIT progress(id, sent, total);
}

void MediaUploader::ended(OutboxId id, const Result<QString> &mediaId)
{
    const auto upload = m_uploads.value(id);
    upload->transferring = false;
    if (!mediaId) return stumbled(upload->item, mediaId.error());
    m_silences = 0;
    m_refusals.remove(id);
    m_cuts.remove(id);
    Q_EMIT reachable(true);
    store(id, *mediaId);
}

void MediaUploader::store(OutboxId id, const QString &mediaId)
{
    const auto upload = m_uploads.value(id);
    if (!upload || m_stopped) return;
    onFinished(this, m_context.store.outbox().uploaded(id, upload->item.attempts, mediaId, m_fence), [this, id, mediaId](const Result<bool> &kept) {
        if (m_stopped || !m_uploads.contains(id)) return;
        if (!kept && isPassing(kept.error())) {
            QTimer::singleShot(500, this, [this, id, mediaId] { store(id, mediaId); });
            return;
        }
        if (kept && *kept) m_stored.insert(id);
        else waitFor(id, 1s);
        end(id);
    });
}

void MediaUploader::stumbled(const OutboxItem &item, const Error &error)
{
    qCInfo(lcOutbox, "file of row %lld: %s %d", static_cast<long long>(item.id.value), qUtf8Printable(word(error.code)), error.platformCode);
    switch (error.code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Cancelled:
        Q_EMIT reachable(false);
        pauseFor(backOff(m_silences++));
        return end(item.id);
    case ErrorCode::Ambiguous:
    case ErrorCode::Protocol:
        if (++m_cuts[item.id] > MaxCuts) {
            return giveUp(item, Error::of(error.code, QCoreApplication::translate("Media", "The file could not be brought to the platform. Try again later.")));
        }
        waitFor(item.id, backOff(m_cuts[item.id] - 1));
        return end(item.id);
    case ErrorCode::Platform:
    case ErrorCode::Auth:
        // Until the row says what became of it; whoever decides may shorten that.
        waitFor(item.id, 5s);
        Q_EMIT refused(item, error);
        return end(item.id);
    case ErrorCode::Io:
    case ErrorCode::NotFound:
        return giveUp(item, Error::of(error.code, QCoreApplication::translate("Media", "The file is no longer on this computer.")));
    default: return giveUp(item, error);
    }
}

void MediaUploader::giveUp(const OutboxItem &item, const Error &error)
{
    waitFor(item.id, 5s);
    (void)m_context.store.outbox().failed(item.id, item.attempts, MessageError{error.platformCode, error.text, {}}, m_fence);
    end(item.id);
}

bool MediaUploader::tryLater(OutboxId id)
{
    const int count = ++m_refusals[id];
    if (count > MaxRefusals) return false;
    waitFor(id, backOff(count - 1));
    return true;
}

void MediaUploader::waitFor(OutboxId id, Millis time)
{
    m_waiting.insert(id, m_context.clock->monotonic() + Micros(time));
    arm();
}

void MediaUploader::pauseFor(Millis time)
{
    m_pausedUntil = std::max(m_pausedUntil, m_context.clock->monotonic() + Micros(time));
    arm();
}

void MediaUploader::end(OutboxId id)
{
    m_uploads.remove(id);
    Q_EMIT mayGoOn();
}

void MediaUploader::keepOnly(const QSet<OutboxId> &open)
{
    const auto isGone = [&open](const auto &entry) { return !open.contains(entry.key()); };
    for (auto it = m_uploads.begin(); it != m_uploads.end();) {
        if (open.contains(it.key())) {
            ++it;
            continue;
        }
        const auto upload = it.value();
        it = m_uploads.erase(it);
        if (upload->transferring) upload->future.cancel();
    }
    m_stored.intersect(open);
    m_waiting.removeIf(isGone);
    m_refusals.removeIf(isGone);
    m_cuts.removeIf(isGone);
}

void MediaUploader::stop()
{
    m_stopped = true;
    m_timer.stop();
    for (const auto &upload : std::as_const(m_uploads)) {
        if (upload->transferring) upload->future.cancel();
    }
    m_uploads.clear();
}

void MediaUploader::resume()
{
    m_stopped = false;
}

} // namespace Tandem
