#include "ui/numbers/link_session.h"

#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/store/store.h"

namespace Tandem {

LinkSession::LinkSession(UiContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, &LinkSession::follow);
}

void LinkSession::start()
{
    m_request = {};
    m_number = {};
    m_newMessages = 0;
    onFinished(this, m_context.store.links().create(), [this](const Result<LinkRequestId> &id) {
        if (!id) {
            Q_EMIT startFailed(id.error().text.isEmpty() ? tr("The request could not be stored.") : id.error().text);
            return;
        }
        m_request.id = *id;
        if (m_context.gateway) m_context.gateway->wake();
        loadRequest();
    });
}

void LinkSession::cancel()
{
    if (!isRunning()) return;
    // The row outlives this window, so nothing here waits for the answer.
    onFinished(this, m_context.store.links().cancel(m_request.id), [this](const Result<bool> &) { loadRequest(); });
    if (m_context.gateway) m_context.gateway->wake();
}

void LinkSession::choose(const QString &phoneNumberId)
{
    onFinished(this, m_context.store.links().choose(m_request.id, phoneNumberId), [this](const Result<bool> &) {
        if (m_context.gateway) m_context.gateway->wake();
        loadRequest();
    });
}

bool LinkSession::isRunning() const
{
    if (!m_request.id) return false;
    return m_request.step != LinkStep::Done && m_request.step != LinkStep::Failed && m_request.step != LinkStep::Cancelled;
}

void LinkSession::follow(const Changes &changes)
{
    if (!m_request.id) return;
    if (changes.linkRequests) loadRequest();
    if (!m_request.phoneNumberId.isEmpty()) {
        m_newMessages += int(changes.liveCustomerMessages.size());
        if (!changes.numbers.isEmpty() || !changes.liveCustomerMessages.isEmpty()) loadNumber();
    }
}

void LinkSession::loadRequest()
{
    const auto id = m_request.id;
    onFinished(this, m_context.store.links().get(id), [this, id](const Result<LinkRequest> &request) {
        if (!request || m_request.id != id) return;
        m_request = *request;
        Q_EMIT requestChanged();
        if (!m_request.phoneNumberId.isEmpty()) loadNumber();
    });
}

void LinkSession::loadNumber()
{
    onFinished(this, m_context.store.numbers().byPhoneNumberId(m_request.phoneNumberId), [this](const Result<Number> &number) {
        if (!number) return;
        m_number = *number;
        Q_EMIT numberChanged();
    });
}

} // namespace Tandem
