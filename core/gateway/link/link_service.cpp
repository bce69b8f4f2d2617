#include "core/gateway/link/link_service.h"

#include "core/base/log.h"
#include "core/domain/words.h"
#include "core/gateway/link/link_job.h"
#include "core/providers/meta/net/network_transport.h"

#include <QTimer>

#include <algorithm>

namespace Tandem {

LinkService::LinkService(LinkStore &links, NumberStore &numbers, SecretStore &secrets, Provider &provider,
    std::shared_ptr<const Clock> clock, QObject *parent, std::unique_ptr<Meta::GraphTransport> transport)
    : QObject(parent), m_transport(transport ? std::move(transport) : std::make_unique<Meta::NetworkTransport>()),
      m_parts{links, numbers, secrets, provider, *m_transport, std::move(clock)}
{
}

LinkService::~LinkService()
{
    // Jobs first: they use the transport.
    qDeleteAll(m_jobs);
}

void LinkService::lead(qint64 fence)
{
    // Steps of an earlier lease may have been taken by someone else since.
    if (fence != m_parts.fence) pause();
    m_parts.fence = fence;
    m_paused = false;
    wake();
}

void LinkService::pause()
{
    m_paused = true;
    for (LinkJob *job : std::as_const(m_jobs)) {
        job->halt();
        job->deleteLater();
    }
    m_jobs.clear();
}

void LinkService::wake()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    onFinished(this, m_parts.links.unfinished(), [this](const Result<QList<LinkRequest>> &unfinished) {
        m_looking = false;
        if (m_paused) return;
        if (unfinished) {
            follow(*unfinished);
        } else {
            qCWarning(lcLink) << "link requests not read:" << word(unfinished.error().code);
            QTimer::singleShot(m_config.retryUnit, this, &LinkService::wake);
        }
        if (std::exchange(m_lookAgain, false)) wake();
    });
}

void LinkService::follow(const QList<LinkRequest> &unfinished)
{
    QSet<LinkRequestId> alive;
    for (const LinkRequest &request : unfinished) {
        alive.insert(request.id);
        if (LinkJob *job = m_jobs.value(request.id)) {
            job->follow(request);
        } else {
            adopt(request).run();
        }
    }
    const auto known = m_jobs.keys();
    for (const LinkRequestId &id : known) {
        // Ended, or cancelled by a person: a call on the wire may finish, nothing follows it.
        if (!alive.contains(id)) m_jobs.take(id)->deleteLater();
    }
}

LinkJob &LinkService::adopt(const LinkRequest &request)
{
    auto *job = new LinkJob(request, m_parts, m_config, this);
    m_jobs.insert(request.id, job);
    connect(job, &LinkJob::numberLinked, this, &LinkService::numberLinked);
    connect(job, &LinkJob::ended, this, [this, id = request.id] {
        if (LinkJob *ended = m_jobs.take(id)) ended->deleteLater();
    });
    return *job;
}

LinkJob *LinkService::jobOf(const QString &state) const
{
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(), [&state](const LinkJob *job) { return job->request().state == state; });
    return found == m_jobs.end() ? nullptr : *found;
}

LinkPageState LinkService::stateOf(const LinkJob &job)
{
    if (job.request().step == LinkStep::Preparing) return LinkPageState::Busy;
    if (job.request().step != LinkStep::WaitingForOwner) return LinkPageState::Used;
    return job.isExpired() ? LinkPageState::Expired : LinkPageState::Open;
}

// A request that came with a restart, before wake() has read the table, is known to the store only.
void LinkService::find(const QString &state, std::function<void(LinkJob *, LinkPageState)> found)
{
    if (state.isEmpty()) return found(nullptr, LinkPageState::Unknown);
    if (m_paused) return found(nullptr, LinkPageState::Busy);
    if (LinkJob *job = jobOf(state)) return found(job, stateOf(*job));
    onFinished(this, m_parts.links.byState(state), [this, found = std::move(found)](const Result<LinkRequest> &request) {
        if (!request) {
            const bool missing = request.error().code == ErrorCode::NotFound;
            return found(nullptr, missing ? LinkPageState::Unknown : LinkPageState::Busy);
        }
        if (m_paused) return found(nullptr, LinkPageState::Busy);
        if (LinkJob *job = jobOf(request->state)) return found(job, stateOf(*job));
        if (request->step == LinkStep::Failed && request->failure == LinkFailure::StateExpired) return found(nullptr, LinkPageState::Expired);
        if (request->step != LinkStep::WaitingForOwner) return found(nullptr, LinkPageState::Used);
        LinkJob &job = adopt(*request);
        job.run();
        found(&job, stateOf(job));
    });
}

void LinkService::look(const QString &state, std::function<void(LinkPageState)> answer)
{
    find(state, [answer = std::move(answer)](LinkJob *, LinkPageState found) { answer(found); });
}

void LinkService::take(const LinkReturn &from, std::function<void(LinkPageState)> answer)
{
    find(from.state, [from, answer = std::move(answer)](LinkJob *job, LinkPageState found) {
        if (found != LinkPageState::Open) return answer(found);
        answer(job->take(from) ? LinkPageState::Taken : LinkPageState::Used);
    });
}

} // namespace Tandem
