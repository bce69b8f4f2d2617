#include "core/gateway/media/media_fetcher.h"

#include "core/base/log.h"
#include "core/coexistence/media_sync_policy.h"
#include "core/filetypes/file_types.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int atOnce = 3;
constexpr int lookMs = 60'000;
constexpr int aLook = 50; ///< files looked at in one go
constexpr int farLook = 12'800; ///< and as long as none of them can be asked for
constexpr int maxTries = 6;

Seconds retryAfter(int attempts)
{
    constexpr std::array<int, maxTries> waits{60, 300, 1800, 7200, 28'800, 86'400};
    return Seconds(waits[size_t(std::clamp(attempts, 0, maxTries - 1))]);
}

bool isSilence(const Error &error)
{
    return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout || error.code == ErrorCode::Cancelled;
}

QString realType(const QString &path, const QString &announced)
{
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly);
    return FileTypes::typeOf(readable ? file.read(FileTypes::HeadBytes) : QByteArray(), announced);
}

void touch(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

QString words(const char *text)
{
    return QCoreApplication::translate("Media", text);
}

} // namespace

MediaFetcher::MediaFetcher(const SendContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &MediaFetcher::look);
    m_timer.start();
}

void MediaFetcher::wake()
{
    if (!m_stopped) look();
}

void MediaFetcher::tokensChanged()
{
    m_withoutToken.clear();
    wake();
}

void MediaFetcher::look()
{
    lookAt(aLook);
}

/// Files of a number that can't be asked now (no token, too many errors) must not hide those of another behind them.
void MediaFetcher::lookAt(int count)
{
    if (m_stopped || m_underWay.size() >= atOnce || m_context.clock->monotonic() < m_pausedUntil) return;
    if (const auto held = m_context.leases.held(); held && held->isEmpty()) return;
    if (m_looking) {
        m_again = true;
        return;
    }
    m_looking = true;
    m_again = false;
    onFinished(this, m_context.store.media().due(m_context.clock->now(), count), [this, count](const Result<QList<MediaJob>> &jobs) {
        m_looking = false;
        if (m_stopped || !jobs) return;
        bool begun = false;
        for (const auto &job : *jobs) {
            if (m_underWay.size() >= atOnce) break;
            if (m_underWay.contains(job.messageId) || !mayAsk(job.phoneNumberId)) continue;
            begun = true;
            begin(job);
        }
        if (!begun && m_underWay.size() < atOnce && jobs->size() == count && count < farLook) return lookAt(count * 4);
        if (m_again) look();
    });
}

bool MediaFetcher::mayAsk(const QString &phoneNumberId)
{
    if (!m_context.leases.isMine(phoneNumberId)) return false;
    if (m_context.clock->monotonic() < m_withoutToken.value(phoneNumberId)) return false;
    auto &errors = m_errors[phoneNumberId];
    const auto hourAgo = m_context.clock->monotonic() - 60min;
    while (!errors.empty() && errors.front() < hourAgo) errors.pop_front();
    return int(errors.size()) < ErrorBudget;
}

void MediaFetcher::countError(const QString &phoneNumberId)
{
    m_errors[phoneNumberId].push_back(m_context.clock->monotonic());
}

void MediaFetcher::begin(const MediaJob &job)
{
    m_underWay.insert(job.messageId);
    auto fetch = std::make_shared<Fetch>();
    fetch->job = job;
    onFinished(this, m_context.tokens.token(job.phoneNumberId), [this, fetch](const Result<Secret> &token) {
        if (m_stopped) return;
        if (!token || token->isEmpty()) {
            // Not the message's fault: it stays due until the number is linked here.
            m_withoutToken[fetch->job.phoneNumberId] = m_context.clock->monotonic() + 60s;
            return end(fetch);
        }
        fetch->token = *token;
        const bool fresh = m_context.clock->now() - fetch->job.messageTime < UrlLife;
        if (!fetch->job.ref.url.isEmpty() && fresh && fetch->job.attempts == 0) {
            fetch->byUrl = true;
            return download(fetch, fetch->job.ref.url, fetch->job.ref.sha256, fetch->job.ref.mime);
        }
        askLink(fetch);
    });
}

void MediaFetcher::askLink(const FetchPtr &fetch)
{
    fetch->byUrl = false;
    if (fetch->job.ref.id.isEmpty()) return fail(fetch, words(QT_TRANSLATE_NOOP("Media", "The platform gave no way to fetch this file.")), true);
    if (m_context.clock->now() - fetch->job.messageTime > MediaSyncPolicy::Window + IdLife) {
        return fail(fetch, words(QT_TRANSLATE_NOOP("Media", "The platform keeps files for 7 days only.")), true);
    }
    onFinished(this, m_context.provider.mediaLink(fetch->job.phoneNumberId, fetch->job.ref.id, fetch->token),
        [this, fetch](const Result<MediaLink> &link) {
            if (m_stopped) return;
            if (!link) {
                if (!isSilence(link.error())) countError(fetch->job.phoneNumberId);
                return stumbled(fetch, link.error());
            }
            if (link->size > LargestFile) {
                return fail(fetch, words(QT_TRANSLATE_NOOP("Media", "The file is larger than 100 MB.")), true);
            }
            const auto &told = fetch->job.ref;
            download(fetch, link->url, told.sha256.isEmpty() ? link->sha256Hex : told.sha256, told.mime.isEmpty() ? link->mime : told.mime);
        });
}

void MediaFetcher::download(const FetchPtr &fetch, const QString &url, const QString &expectedHash, const QString &mime)
{
    fetch->path = m_context.store.media().temporaryPath();
    m_partFiles.insert(fetch->path);
    const auto moved = [self = QPointer<MediaFetcher>(this), fetch](qint64 got, qint64 total) {
        if (!self || self->m_stopped || !fetch->gate.passes(self->m_context.clock->monotonic(), got, total)) return;
        Q_EMIT self->progress(fetch->job.messageId, got, total);
    };
    onFinished(this, m_context.provider.download(QUrl(url), fetch->token, fetch->path, LargestFile, moved),
        [this, fetch, expectedHash, mime](const Result<QString> &hash) {
            if (m_stopped) return;
            if (hash) return arrived(fetch, *hash, expectedHash, mime);
            QFile::remove(fetch->path);
            m_partFiles.remove(fetch->path);
            if (fetch->byUrl && !isSilence(hash.error())) return askLink(fetch);
            stumbled(fetch, hash.error());
        });
}

void MediaFetcher::arrived(const FetchPtr &fetch, const QString &hash, const QString &expectedHash, const QString &mime)
{
    m_partFiles.remove(fetch->path);
    m_silences = 0;
    Q_EMIT reachable(true);
    if (!expectedHash.isEmpty() && hash != expectedHash) {
        QFile::remove(fetch->path);
        if (fetch->byUrl) return askLink(fetch);
        return fail(fetch, words(QT_TRANSLATE_NOOP("Media", "The file arrived damaged.")), false);
    }
    const auto size = QFileInfo(fetch->path).size();
    const auto target = m_context.store.media().pathFor(hash);
    // The same bytes may be here already: content has one place, and a purge leaves young files alone.
    touch(target);
    const bool kept = QFileInfo::exists(target) ? QFile::remove(fetch->path) : QFile::rename(fetch->path, target);
    if (!kept) {
        QFile::remove(fetch->path);
        return fail(fetch, words(QT_TRANSLATE_NOOP("Media", "The file could not be written to disk.")), false);
    }
    // The announced type is the sender's word; what is shown and opened goes by what the bytes are.
    onFinished(this, m_context.store.media().available(fetch->job.messageId, hash, size, realType(target, mime)),
        [this, fetch](const Result<bool> &written) { recorded(fetch, written); });
}

void MediaFetcher::stumbled(const FetchPtr &fetch, const Error &error)
{
    if (isSilence(error)) {
        // The network's fault, not the file's: no try is counted, all files wait.
        Q_EMIT reachable(false);
        m_pausedUntil = m_context.clock->monotonic() + std::min<Seconds>(Seconds(1 << std::min(m_silences++, 6)), 60s);
        QTimer::singleShot(std::chrono::ceil<Millis>(m_pausedUntil - m_context.clock->monotonic()), this, &MediaFetcher::look);
        return end(fetch);
    }
    if (error.code == ErrorCode::Auth) m_context.tokens.forget(fetch->job.phoneNumberId);
    fail(fetch, error.text, error.code == ErrorCode::Refused || error.code == ErrorCode::Usage);
}

void MediaFetcher::fail(const FetchPtr &fetch, const QString &reason, bool forGood)
{
    const auto now = m_context.clock->now();
    std::optional<UtcTime> again;
    const auto wait = retryAfter(fetch->job.attempts);
    // A history's media have fresh ids whatever their age; one refusal of an old one is enough to know that its id is dead.
    if (!forGood && fetch->job.attempts + 1 < maxTries && now + wait - fetch->job.messageTime < IdLife) again = now + wait;
    qCInfo(lcMedia, "media of message %lld failed%s", static_cast<long long>(fetch->job.messageId.value), again ? ", will be tried again" : "");
    onFinished(this, m_context.store.media().failed(fetch->job.messageId, reason, again),
        [this, fetch](const Result<bool> &written) { recorded(fetch, written); });
}

void MediaFetcher::recorded(const FetchPtr &fetch, const Result<bool> &kept)
{
    // The job stays due when the database did not take the outcome; fetching it again at once would only go in circles.
    if (!kept) m_pausedUntil = m_context.clock->monotonic() + 5s;
    end(fetch);
}

void MediaFetcher::end(const FetchPtr &fetch)
{
    m_underWay.remove(fetch->job.messageId);
    if (!m_stopped) look();
}

void MediaFetcher::stop()
{
    m_stopped = true;
    m_timer.stop();
    for (const auto &path : std::as_const(m_partFiles)) QFile::remove(path);
}

} // namespace Tandem
