#include "core/gateway/number_watch.h"

#include "core/base/log.h"
#include "core/coexistence/history_window.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/error_catalogue.h"
#include "core/store/store.h"
#include "core/store/team_stores.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr auto lookEvery = 60s;
constexpr auto recheckEvery = 6h;
constexpr auto pruneEvery = 1h;
constexpr auto snoozeEvery = 20s; ///< as often as a desktop looks
constexpr int defaultKeepDays = 30; ///< raw bodies, after they were applied

} // namespace

NumberWatch::NumberWatch(const SendContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_lookTimer.setInterval(lookEvery);
    connect(&m_lookTimer, &QTimer::timeout, this, &NumberWatch::look);
    m_recheckTimer.setInterval(recheckEvery);
    connect(&m_recheckTimer, &QTimer::timeout, this, &NumberWatch::recheck);
    m_pruneTimer.setInterval(pruneEvery);
    connect(&m_pruneTimer, &QTimer::timeout, this, &NumberWatch::prune);
    m_snoozeTimer.setInterval(snoozeEvery);
    connect(&m_snoozeTimer, &QTimer::timeout, this, &NumberWatch::wakeSnoozed);
}

void NumberWatch::start()
{
    m_lookTimer.start();
    m_recheckTimer.start();
    m_pruneTimer.start();
    m_snoozeTimer.start();
    look();
    prune();
    wakeSnoozed();
}

void NumberWatch::wake()
{
    look();
    if (!m_pruned) prune();
    if (!m_wokeSnoozed) wakeSnoozed();
}

void NumberWatch::recheck()
{
    m_asked.clear();
    look();
}

void NumberWatch::stop()
{
    m_stopped = true;
    for (auto *timer : {&m_lookTimer, &m_recheckTimer, &m_pruneTimer, &m_snoozeTimer}) timer->stop();
}

void NumberWatch::look()
{
    if (m_stopped) return;
    onFinished(this, m_context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        if (m_stopped || !numbers) return;
        for (const auto &number : *numbers) {
            if (!m_context.leases.isMine(number.id)) continue;
            noticeStall(number);
            if (number.state == NumberState::Linked && !m_asked.contains(number.id)) check(number);
        }
    });
}

void NumberWatch::noticeStall(const Number &number)
{
    const auto &history = number.history;
    if (history.state != HistoryState::Requested && history.state != HistoryState::Running) return;
    const auto last = std::max(history.lastChunkAt.value_or(UtcTime{}), history.requestedAt.value_or(UtcTime{}));
    if (last == UtcTime{} || m_context.clock->now() - last < HistoryWindow::StalledAfter) return;
    qCInfo(lcIngest, "history of number %lld has stalled", static_cast<long long>(number.id.value));
    (void)m_context.store.numbers().setHistory(number.id, HistoryState::Stalled);
}

void NumberWatch::check(const Number &number)
{
    m_asked.insert(number.id);
    onFinished(this, m_context.tokens.token(number.phoneNumberId), [this, number](const Result<Secret> &token) {
        // Without a token the lane tells the person as soon as something is to be sent.
        if (m_stopped || !token || token->isEmpty()) return;
        onFinished(this, m_context.provider.phoneNumber(number.phoneNumberId, *token),
            [this, number](const Result<PhoneNumberInfo> &info) {
                if (!m_stopped) checked(number, info);
            });
    });
}

void NumberWatch::checked(const Number &number, const Result<PhoneNumberInfo> &info)
{
    auto &numbers = m_context.store.numbers();
    if (info) {
        Q_EMIT reachable(true);
        Number fresh;
        fresh.phoneNumberId = number.phoneNumberId;
        fresh.state = NumberState::NotLinked; // says nothing about the link: the store keeps what it has
        fresh.displayPhone = info->displayPhone;
        fresh.verifiedName = info->verifiedName;
        fresh.quality = info->quality;
        fresh.platformType = info->platformType;
        fresh.messagingLimit = info->messagingLimit;
        fresh.coexistence = info->onBizApp.value_or(false) && info->platformType == u"CLOUD_API"_s;
        (void)numbers.upsert(fresh);
        if (!number.healthText.isEmpty() && !number.sendingPaused) (void)numbers.setHealth(number.id, 0, {}, false);
        return;
    }
    const auto &error = info.error();
    if (error.code != ErrorCode::Platform && error.code != ErrorCode::Auth) {
        // Nothing learned; the next look asks again.
        m_asked.remove(number.id);
        Q_EMIT reachable(error.code == ErrorCode::Ambiguous || error.code == ErrorCode::Protocol);
        return;
    }
    Q_EMIT reachable(true);
    const auto advice = Meta::adviceFor(error.platformCode);
    qCWarning(lcGraph, "check of number %lld failed, code %d", static_cast<long long>(number.id.value), error.platformCode);
    (void)numbers.setHealth(number.id, error.platformCode, Meta::wordsFor(advice), advice.stopsNumber);
}

void NumberWatch::prune()
{
    if (m_stopped || !m_context.leases.isCaretaker()) return;
    m_pruned = true;
    onFinished(this, m_context.store.workspace().all(), [this](const Result<QHash<QString, QString>> &settings) {
        if (m_stopped || !settings) return;
        bool ok = false;
        const int days = settings->value(u"keep_raw_days"_s).toInt(&ok);
        const auto keep = std::chrono::days(ok && days > 0 ? days : defaultKeepDays);
        (void)m_context.store.deliveries().prune(m_context.clock->now() - keep);
        (void)m_context.store.usage().sweepKeptFiles();
    });
}

void NumberWatch::wakeSnoozed()
{
    if (m_stopped || !m_context.leases.isCaretaker()) return;
    m_wokeSnoozed = true;
    (void)m_context.store.assignments().wakeSnoozed(m_context.clock->now());
}

} // namespace Tandem
