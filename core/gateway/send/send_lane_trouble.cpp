#include "core/base/log.h"
#include "core/gateway/send/send_lane.h"
#include "core/gateway/token_book.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

// What a lane does when sending can't go on: no token, a stopped number, a silent network, the end of the program.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {

Millis SendLane::backOff()
{
    const auto base = Millis(1000) * (1 << std::min(m_failures, 6));
    ++m_failures;
    const auto longest = std::min<Millis>(base, 60s);
    // A quarter of jitter, so that several numbers don't come back at the same moment.
    return longest + Millis(QRandomGenerator::global()->bounded(int(longest.count() / 4 + 1)));
}

void SendLane::pauseFor(Millis time)
{
    m_pausedUntil = std::max(m_pausedUntil, m_context.clock->monotonic() + Micros(time));
    wakeAt(m_pausedUntil);
}

void SendLane::loadToken()
{
    if (m_tokenAsked) return;
    m_tokenAsked = true;
    onFinished(this, m_context.tokens.token(m_number.phoneNumberId), [this](const Result<Secret> &token) {
        m_tokenAsked = false;
        if (token && !token->isEmpty()) {
            m_token = *token;
            return pump();
        }
        // A database that is away says nothing about the token.
        if (!token && token.error().retryable) return pauseFor(2s);
        const auto none = QCoreApplication::translate("Gateway", "No access token is stored for this number. Link it again.");
        showTrouble(0, !token && token.error().code == ErrorCode::Secret ? token.error().text : none);
        pauseFor(60s);
    });
}

void SendLane::stopNumber(int code, const QString &words)
{
    if (m_stopping) return;
    m_stopping = true;
    m_token.reset();
    m_context.tokens.forget(m_number.phoneNumberId);
    qCWarning(lcOutbox, "number %lld stops sending, code %d", static_cast<long long>(m_number.id.value), code);
    onFinished(this, m_context.store.numbers().setHealth(m_number.id, code, words, true), [this](const Result<bool> &) {
        onFinished(this, m_context.store.numbers().byPhoneNumberId(m_number.phoneNumberId), [this](const Result<Number> &number) {
            m_stopping = false;
            if (number) m_number = *number;
            // Without a readable row it stays stopped in memory: nothing may be sent before a person has acted.
            else m_number.sendingPaused = true;
            pump();
        });
    });
}

void SendLane::showTrouble(int code, const QString &words)
{
    if (m_number.healthCode == code && m_number.healthText == words) return;
    m_number.healthCode = code;
    m_number.healthText = words;
    onFinished(this, m_context.store.numbers().setHealth(m_number.id, code, words, false), [](const Result<bool> &) { });
}

void SendLane::probe()
{
    if (m_probing) return;
    m_probing = true;
    ask();
}

void SendLane::ask()
{
    if (m_closing || !m_token) {
        m_probing = false;
        return pump();
    }
    // After a request without an answer the next message would fare no better; a harmless question finds out.
    onFinished(this, m_context.provider.phoneNumber(m_number.phoneNumberId, *m_token), [this](const Result<PhoneNumberInfo> &answer) {
        const bool silent = !answer
            && (answer.error().code == ErrorCode::Network || answer.error().code == ErrorCode::Timeout
                || answer.error().code == ErrorCode::Cancelled);
        Q_EMIT reachable(!silent);
        if (silent) {
            QTimer::singleShot(int(backOff().count()), this, &SendLane::ask);
            return;
        }
        m_probing = false;
        pump();
    });
}

BudgetSnapshot SendLane::snapshot() const
{
    const auto pacer = m_pacer.snapshot(m_context.clock->monotonic());
    BudgetSnapshot snapshot;
    snapshot.phoneNumberId = m_number.phoneNumberId;
    snapshot.limit = pacer.limit;
    snapshot.used = pacer.used;
    snapshot.phone = pacer.phone;
    snapshot.reserve = pacer.reserve;
    snapshot.queued = m_queue.size() + int(m_flights.size());
    snapshot.overLimitMoments = pacer.overLimitMoments;
    return snapshot;
}

void SendLane::stop()
{
    m_closing = true;
    m_wakeTimer.stop();
    m_loadTimer.stop();
    m_lateTimer.stop();
    m_phoneTimer.stop();
    m_uploader.stop();
    auto &outbox = m_context.store.outbox();
    for (const auto &flight : std::as_const(m_flights)) {
        const auto id = flight->item.id;
        if (flight->outcome) {
            (void)waitFor(flight->outcome());
        } else if (flight->written) {
            (void)waitFor(outbox.unknown(id, flight->attempt, m_fence));
        } else if (const auto won = waitFor(flight->claim); !won || *won) {
            (void)waitFor(outbox.requeue(id, flight->attempt, m_context.clock->now(), 0, m_fence));
        }
    }
    m_flights.clear();
}

} // namespace Tandem
