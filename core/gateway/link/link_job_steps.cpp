#include "core/base/log.h"
#include "core/gateway/link/link_job.h"
#include "core/gateway/link/link_preparation.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr std::chrono::seconds codeLife{25}; // of the platform's 30
constexpr qsizetype overrideLimit = 200;
constexpr int checksOfCoexistence = 6;
constexpr std::chrono::minutes clockTolerance{15};

// "2026-11-23T14:05:09+0000": the platform leaves out the zone's colon.
std::optional<UtcTime> onboardedTime(QString text)
{
    const bool zoned = text.size() > 5 && (text[text.size() - 5] == u'+' || text[text.size() - 5] == u'-');
    if (zoned) text.insert(text.size() - 2, u':');
    bool ok = false;
    const UtcTime time = fromIso(text, &ok);
    return ok ? std::optional(time) : std::nullopt;
}

} // namespace

void LinkJob::prepare()
{
    auto *preparation = new LinkPreparation(m_parts, m_config, this);
    preparation->start([this, preparation](const std::optional<LinkTrouble> &trouble) {
        preparation->deleteLater();
        if (trouble) return fail(*trouble);
        QUrl page = m_config.address(u"/link"_s);
        QUrlQuery query;
        query.addQueryItem(u"state"_s, m_row.state);
        page.setQuery(query);
        m_row.pageUrl = QString::fromLatin1(page.toEncoded());
        enter(LinkStep::WaitingForOwner);
    });
}

void LinkJob::waitForOwner()
{
    if (isExpired()) return fail({LinkFailure::StateExpired, tr("The sign-up page was open for more than 30 minutes.")});
    const auto left = std::chrono::minutes(30) - (m_parts.clock->now() - m_row.createdAt);
    m_wait.start(std::clamp<Millis>(std::chrono::ceil<Millis>(left), Millis(1), Millis(30 * 60'000)));
}

// After a crash: the code itself was never stored, but the token may have been.
void LinkJob::recoverToken()
{
    withToken(transientKey(), [this] { enter(LinkStep::Inspecting); });
}

void LinkJob::exchange()
{
    onFinished(this, m_parts.provider.exchangeCode(m_config.appId, m_config.appSecret, m_code), [this](const Result<Secret> &token) {
        if (m_stopped) return;
        if (token) return keepToken(*token);
        const Error &error = token.error();
        const bool late = m_parts.clock->monotonic() - m_codeArrived >= codeLife;
        if (isTransient(error) && !late) {
            m_wait.start(m_config.retryUnit / 2);
        } else if (error.code == ErrorCode::Network || error.code == ErrorCode::Timeout) {
            fail({LinkFailure::NetworkDown, error.text});
        } else if (error.code == ErrorCode::Platform) {
            fail({LinkFailure::CodeExpired, error.text, error.platformCode});
        } else {
            fail(troubleOf(error));
        }
    });
}

void LinkJob::keepToken(const Secret &token)
{
    m_code.clear();
    m_token = token;
    onFinished(this, m_parts.secrets.write(transientKey(), token), [this](const Result<bool> &written) {
        if (m_stopped) return;
        if (!written && written.error().retryable) return again(written.error());
        if (!written) return fail({LinkFailure::SecretStoreFailed, written.error().text});
        enter(LinkStep::Inspecting);
    });
}

void LinkJob::inspect()
{
    withToken(transientKey(), [this] {
        auto *inspection = new LinkInspection(m_parts, m_config, m_token, this);
        inspection->start(m_row.wabaId, [this, inspection](const LinkInspection::Outcome &outcome) {
            inspection->deleteLater();
            if (m_stopped) return;
            if (outcome.trouble) return fail(*outcome.trouble);
            if (outcome.again) return again(*outcome.again);
            judgeFound(outcome.found);
        });
    });
}

void LinkJob::judgeFound(const QList<LinkFound> &found)
{
    if (found.isEmpty()) {
        return fail({LinkFailure::NoNumberFound, tr("The account that was chosen on the page holds no number.")});
    }
    // Named by the page or chosen by the person; the page is not believed further than the platform confirms.
    const auto named = std::find_if(found.begin(), found.end(), [this](const LinkFound &f) { return f.number.id == m_row.phoneNumberId; });
    if (named != found.end()) return settle(*named);
    m_row.phoneNumberId.clear();
    onFinished(this, m_parts.numbers.all(), [this, found](const Result<QList<Number>> &known) {
        if (m_stopped) return;
        if (!known) return again(known.error());
        chooseAmong(found, *known);
    });
}

void LinkJob::chooseAmong(const QList<LinkFound> &found, const QList<Number> &known)
{
    const auto isLinked = [&known](const QString &id) {
        return std::any_of(known.begin(), known.end(), [&id](const Number &n) { return n.phoneNumberId == id && n.state == NumberState::Linked; });
    };
    QList<LinkFound> fitting;
    for (const LinkFound &f : found) {
        if (f.number.onBizApp.value_or(false) && !isLinked(f.number.id)) fitting.append(f);
    }
    if (fitting.size() == 1) return settle(fitting.first());
    m_row.candidates.clear();
    for (const LinkFound &f : fitting.isEmpty() ? found : fitting) {
        m_row.candidates.append({f.number.id, f.number.displayPhone, f.number.verifiedName, f.number.onBizApp.value_or(false)});
    }
    enter(LinkStep::ChoosingNumber);
}

void LinkJob::settle(const LinkFound &found)
{
    m_row.wabaId = found.wabaId;
    m_row.phoneNumberId = found.number.id;
    onFinished(this, m_parts.secrets.write(u"token/"_s + m_row.phoneNumberId, m_token), [this](const Result<bool> &written) {
        if (m_stopped) return;
        if (!written && written.error().retryable) return again(written.error());
        if (!written) return fail({LinkFailure::SecretStoreFailed, written.error().text});
        enter(LinkStep::Subscribing);
    });
}

void LinkJob::subscribe()
{
    withToken(u"token/"_s + m_row.phoneNumberId, [this] {
        onFinished(this, m_parts.provider.appSubscriptions(m_config.appId, m_config.appSecret), [this](const Result<QList<SubscriptionInfo>> &list) {
            if (m_stopped) return;
            if (!list && isTransient(list.error())) return again(list.error());
            const bool ours = list && LinkPreparation::leadsTo(*list, m_config.callback());
            subscribeWith(ours ? QString() : m_config.callback());
        });
    });
}

void LinkJob::subscribeWith(const QString &overrideUrl)
{
    if (overrideUrl.size() > overrideLimit) {
        return fail({LinkFailure::SubscriptionMissing, tr("The public address is longer than the 200 characters that the platform takes.")});
    }
    onFinished(this, m_parts.provider.subscribeWaba(m_row.wabaId, m_token, overrideUrl, m_config.verifyToken), [this](const Result<bool> &done) {
        if (m_stopped) return;
        if (done) return enter(LinkStep::Checking);
        if (isTransient(done.error())) return again(done.error());
        fail(troubleOf(done.error(), LinkFailure::SubscriptionMissing));
    });
}

void LinkJob::check()
{
    withToken(u"token/"_s + m_row.phoneNumberId, [this] {
        onFinished(this, m_parts.provider.phoneNumber(m_row.phoneNumberId, m_token), [this](const Result<PhoneNumberInfo> &info) {
            if (m_stopped) return;
            if (!info) return isTransient(info.error()) ? again(info.error()) : fail(troubleOf(info.error()));
            if (info->onBizApp.value_or(false) && info->platformType == "CLOUD_API"_L1) return storeNumber(*info);
            // Right after the scan the platform may not have written it down everywhere.
            if (++m_checks < checksOfCoexistence) {
                m_wait.start(m_config.retryUnit * 2);
                return;
            }
            fail({LinkFailure::NotCoexisting, tr("The platform says that this number does not live in the WhatsApp Business app.")});
        });
    });
}

void LinkJob::storeNumber(const PhoneNumberInfo &info)
{
    Number number;
    number.phoneNumberId = m_row.phoneNumberId;
    number.wabaId = m_row.wabaId;
    number.displayPhone = info.displayPhone;
    number.verifiedName = info.verifiedName;
    number.state = NumberState::Linked;
    number.coexistence = true;
    number.quality = info.quality;
    number.messagingLimit = info.messagingLimit;
    number.platformType = info.platformType;
    const auto told = onboardedTime(info.lastOnboarded);
    // An older time belongs to an earlier link of the same number.
    number.onboardedAt = told && *told >= m_row.createdAt - clockTolerance ? *told : m_parts.clock->now();
    onFinished(this, m_parts.numbers.upsert(number), [this](const Result<NumberId> &id) {
        if (m_stopped) return;
        if (!id) return again(id.error());
        Q_EMIT numberLinked(m_row.phoneNumberId);
        enter(LinkStep::SyncingContacts);
    });
}

void LinkJob::sync(Sync kind)
{
    const bool contacts = kind == Sync::Contacts;
    if (contacts ? m_row.contactsRequested : m_row.historyRequested) return afterSync(kind);
    withToken(u"token/"_s + m_row.phoneNumberId, [this, kind, contacts] {
        const auto mark = [this, kind, contacts] {
            (contacts ? m_row.contactsRequested : m_row.historyRequested) = true;
            // Durable before the call leaves: after a crash nobody could tell whether it was made.
            persist([this, kind] { callSync(kind); });
        };
        if (contacts) return mark();
        // Before the call, so that it can't overtake the first chunk.
        setHistory(HistoryState::Requested, mark);
    });
}

void LinkJob::callSync(Sync kind)
{
    const QString type = kind == Sync::Contacts ? u"smb_app_state_sync"_s : u"history"_s;
    onFinished(this, m_parts.provider.requestSync(m_row.phoneNumberId, type, m_token), [this, kind](const Result<QString> &reply) {
        if (!m_stopped) judgeSync(kind, reply);
    });
}

void LinkJob::judgeSync(Sync kind, const Result<QString> &reply)
{
    QString &id = kind == Sync::Contacts ? m_row.contactsRequestId : m_row.historyRequestId;
    if (reply) {
        id = reply->isEmpty() ? u"accepted"_s : *reply;
        return persist([this, kind] { afterSync(kind); });
    }
    const Error &error = reply.error();
    // Only what provably was not done may be done again.
    const bool tooFast = error.code == ErrorCode::Platform && (error.platformCode == 4 || error.platformCode == 80007 || error.platformCode == 130429);
    if (error.code == ErrorCode::Network || tooFast) return unmark(kind, error);
    const bool unknown = error.code == ErrorCode::Timeout || error.code == ErrorCode::Ambiguous || error.code == ErrorCode::Cancelled;
    if (unknown) return persist([this, kind] { afterSync(kind); });
    id = u"refused %1"_s.arg(error.platformCode);
    const LinkTrouble trouble = troubleOf(error);
    // Contacts that were asked for before don't stand in history's way; being too late does.
    const bool goOn = kind == Sync::Contacts && trouble.failure != LinkFailure::SyncTooLate;
    if (goOn && trouble.failure == LinkFailure::SyncAlreadyDone) return persist([this, kind] { afterSync(kind); });
    m_row.failure = trouble.failure;
    m_row.errorText = trouble.text;
    m_row.platformCode = trouble.platformCode;
    if (goOn) return persist([this, kind] { afterSync(kind); });
    const bool declined = trouble.failure == LinkFailure::HistoryDeclined;
    setHistory(declined ? HistoryState::Declined : HistoryState::None, [this] { conclude(); });
}

void LinkJob::unmark(Sync kind, const Error &error)
{
    (kind == Sync::Contacts ? m_row.contactsRequested : m_row.historyRequested) = false;
    persist([this, error] { again(error); });
}

void LinkJob::afterSync(Sync kind)
{
    if (kind == Sync::History) return conclude();
    m_row.step = LinkStep::SyncingHistory;
    m_tries = 0;
    persist([this] { run(); });
}

void LinkJob::setHistory(HistoryState state, std::function<void()> then)
{
    onFinished(this, m_parts.numbers.byPhoneNumberId(m_row.phoneNumberId), [this, state, then = std::move(then)](const Result<Number> &number) {
        if (m_stopped) return;
        if (!number) return then(); // the state is for the eye; the sync does not hang on it
        onFinished(this, m_parts.numbers.setHistory(number->id, state), [this, then](const Result<bool> &) {
            if (!m_stopped) then();
        });
    });
}

void LinkJob::conclude()
{
    const bool contactsUnknown = m_row.contactsRequested && m_row.contactsRequestId.isEmpty();
    const bool historyUnknown = m_row.historyRequested && m_row.historyRequestId.isEmpty();
    if (m_row.failure == LinkFailure::None && (contactsUnknown || historyUnknown)) {
        return fail({LinkFailure::Interrupted,
            historyUnknown ? tr("The number is linked. Whether the platform took the request for history is not known, and it may be made only once. Wait a while: if nothing arrives, unlink on the phone and link again.")
                           : tr("The number is linked. Whether the platform took the request for contacts is not known, and it may be made only once. Names may be missing until customers write.")});
    }
    if (m_row.failure != LinkFailure::None) return fail({m_row.failure, m_row.errorText, m_row.platformCode});
    onFinished(this, m_parts.secrets.remove(transientKey()), [](const Result<bool> &) { });
    enter(LinkStep::Done);
}

} // namespace Tandem
