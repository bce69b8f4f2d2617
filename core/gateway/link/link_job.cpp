#include "core/gateway/link/link_job.h"

#include "core/base/log.h"
#include "core/domain/words.h"
#include "core/providers/meta/error_catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr std::chrono::minutes stateLife{30};
constexpr int longestWait = 60; // retry units

// The sign-up page reports its errors as a cancellation with words of its own.
LinkTrouble givenUp(const LinkReturn &answer)
{
    if (answer.problem.isEmpty()) return {LinkFailure::CancelledByOwner, {}};
    const Meta::ErrorAdvice advice = Meta::adviceFor(answer.problemCode);
    const bool ours = answer.problemCode != 0 && advice.known;
    return {LinkFailure::PlatformError, ours ? Meta::wordsFor(advice) : answer.problem, answer.problemCode};
}

} // namespace

QUrl LinkConfig::address(const QString &path) const
{
    QUrl url = publicUrl;
    QString base = url.path();
    while (base.endsWith(u'/')) base.chop(1);
    url.setPath(base + path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

LinkJob::LinkJob(LinkRequest request, const LinkParts &parts, const LinkConfig &config, QObject *parent)
    : QObject(parent), m_row(std::move(request)), m_parts(parts), m_config(config)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &LinkJob::run);
}

void LinkJob::run()
{
    if (m_stopped) return;
    switch (m_row.step) {
    case LinkStep::Preparing: return prepare();
    case LinkStep::WaitingForOwner: return waitForOwner();
    case LinkStep::Exchanging: return m_code.isEmpty() ? recoverToken() : exchange();
    case LinkStep::Inspecting: return inspect();
    case LinkStep::ChoosingNumber: return;
    case LinkStep::Subscribing: return subscribe();
    case LinkStep::Checking: return check();
    case LinkStep::SyncingContacts: return sync(Sync::Contacts);
    case LinkStep::SyncingHistory: return sync(Sync::History);
    case LinkStep::Done:
    case LinkStep::Failed:
    case LinkStep::Cancelled:
        m_stopped = true;
        Q_EMIT ended();
    }
}

void LinkJob::halt()
{
    m_stopped = true;
    m_wait.stop();
}

void LinkJob::follow(const LinkRequest &stored)
{
    if (m_stopped || m_row.step != LinkStep::ChoosingNumber || stored.phoneNumberId.isEmpty()) return;
    m_row.phoneNumberId = stored.phoneNumberId;
    // The list may be old by now, and only a fresh look tells which account the number belongs to.
    enter(LinkStep::Inspecting);
}

bool LinkJob::isExpired() const
{
    return m_parts.clock->now() - m_row.createdAt >= stateLife;
}

bool LinkJob::take(const LinkReturn &answer)
{
    if (m_stopped || m_row.step != LinkStep::WaitingForOwner || isExpired()) return false;
    m_wait.stop();
    if (answer.cancelled || answer.code.isEmpty()) {
        fail(givenUp(answer));
        return true;
    }
    m_code = answer.code;
    m_codeArrived = m_parts.clock->monotonic();
    m_row.wabaId = answer.wabaId;
    m_row.phoneNumberId = answer.phoneNumberId;
    enter(LinkStep::Exchanging);
    return true;
}

void LinkJob::withToken(const QString &key, std::function<void()> then)
{
    if (!m_token.isEmpty()) return then();
    onFinished(this, m_parts.secrets.read(key), [this, then = std::move(then)](const Result<Secret> &token) {
        if (m_stopped) return;
        if (token && !token->isEmpty()) {
            m_token = *token;
            return then();
        }
        // In a team it lies in the database, which may be away for a while.
        if (!token && token.error().retryable) return again(token.error());
        const bool missing = token || token.error().code == ErrorCode::NotFound;
        if (missing) return fail({LinkFailure::Interrupted, tr("The access key of this link is gone. Start again.")});
        fail({LinkFailure::SecretStoreFailed, token.error().text});
    });
}

QString LinkJob::transientKey() const
{
    return u"link/%1"_s.arg(m_row.id.value);
}

void LinkJob::enter(LinkStep step)
{
    m_row.step = step;
    m_row.errorText.clear();
    m_tries = 0;
    qCInfo(lcLink) << "request" << m_row.id.value << "step" << word(step);
    persist([this] { run(); });
}

void LinkJob::fail(const LinkTrouble &trouble)
{
    m_row.step = LinkStep::Failed;
    m_row.failure = trouble.failure;
    m_row.errorText = trouble.text;
    m_row.platformCode = trouble.platformCode;
    m_wait.stop();
    qCInfo(lcLink) << "request" << m_row.id.value << "failed:" << word(trouble.failure) << trouble.platformCode;
    onFinished(this, m_parts.secrets.remove(transientKey()), [](const Result<bool> &) { });
    persist([this] { run(); });
}

// The row tells the person what is being waited for; the step stays and is run again.
void LinkJob::again(const Error &error)
{
    const int units = std::min(longestWait, 1 << std::min(m_tries++, 6));
    qCInfo(lcLink) << "request" << m_row.id.value << "tries again:" << word(error.code) << error.detail;
    if (m_row.errorText == error.text || m_row.failure != LinkFailure::None) {
        m_wait.start(m_config.retryUnit * units);
        return;
    }
    m_row.errorText = error.text;
    persist([this, units] { m_wait.start(m_config.retryUnit * units); });
}

void LinkJob::persist(std::function<void()> then)
{
    m_wait.stop();
    const int turn = ++m_turn;
    onFinished(this, m_parts.links.update(m_row, m_parts.fence), [this, turn, then = std::move(then)](const Result<bool> &written) {
        // The page's answer may come between the commit and this call; then the newer write goes on, not this one.
        if (m_stopped || turn != m_turn) return;
        if (written && *written) return then();
        if (written) {
            // Cancelled by a person, or served by another gateway: the row is theirs.
            m_row.step = LinkStep::Cancelled;
            return run();
        }
        qCWarning(lcLink) << "request" << m_row.id.value << "not written:" << word(written.error().code);
        QTimer::singleShot(m_config.retryUnit, this, [this, turn, then] {
            if (turn == m_turn) persist(then);
        });
    });
}

} // namespace Tandem
