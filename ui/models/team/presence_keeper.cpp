#include "ui/models/team/presence_keeper.h"

#include "core/store/team_stores.h"

#include <QUuid>

#include <algorithm>

namespace Tandem {

PresenceKeeper::PresenceKeeper(AgentStore &agents, PresenceStore &presence, QObject *parent)
    : QObject(parent), m_agents(agents), m_presence(presence), m_session(QUuid::createUuid().toString(QUuid::WithoutBraces)), m_view(this)
{
    m_view.setObjectName(QStringLiteral("presence.view"));
    m_beat.setInterval(BeatMs);
    m_view.setInterval(ViewMs);
    m_ask.setInterval(AskMs);
    connect(&m_beat, &QTimer::timeout, this, [this] { m_agents.beat(m_session); });
    connect(&m_view, &QTimer::timeout, this, &PresenceKeeper::view);
    connect(&m_ask, &QTimer::timeout, this, &PresenceKeeper::ask);
}

PresenceKeeper::~PresenceKeeper()
{
    stop();
}

void PresenceKeeper::start()
{
    if (isRunning()) return;
    m_beat.start();
    m_agents.beat(m_session);
    if (m_conversation) {
        view();
        m_view.start();
        ask();
    }
}

void PresenceKeeper::stop()
{
    if (!isRunning()) return;
    m_beat.stop();
    m_view.stop();
    m_ask.stop();
    m_agents.leave(m_session); // nobody waits for the answer: the row runs out anyway
    take({});
}

void PresenceKeeper::look(ConversationId id)
{
    if (id == m_conversation) return;
    if (isRunning() && m_answering) m_presence.release(m_session, m_conversation);
    m_answering = false;
    m_typed.invalidate();
    m_conversation = id;
    take({});
    if (!isRunning()) return;
    view();
    if (id) {
        m_view.start();
        ask();
    } else {
        m_view.stop();
    }
}

void PresenceKeeper::view()
{
    if (m_answering && m_typed.isValid() && m_typed.elapsed() < IdleMs) {
        m_presence.type(m_session, m_conversation);
        return;
    }
    m_presence.view(m_session, m_conversation ? std::optional(m_conversation) : std::nullopt);
}

void PresenceKeeper::typed()
{
    if (!isRunning() || !m_conversation) return;
    if (m_typed.isValid() && m_typed.elapsed() < TypeMs) return;
    m_typed.start();
    m_answering = true;
    onFinished(this, m_presence.type(m_session, m_conversation), [this, id = m_conversation](const Result<bool> &mine) {
        // Somebody else holds the lock: look at once who it is.
        if (mine && !*mine && id == m_conversation) ask();
    });
}

void PresenceKeeper::finished(ConversationId id)
{
    if (!isRunning() || !id) return;
    if (id == m_conversation) {
        m_answering = false;
        m_typed.invalidate();
    }
    m_presence.release(m_session, id);
}

std::optional<Viewer> PresenceKeeper::answering() const
{
    const auto at = std::find_if(m_others.cbegin(), m_others.cend(), [](const Viewer &v) { return v.answering; });
    return at == m_others.cend() ? std::nullopt : std::optional(*at);
}

void PresenceKeeper::applyChanges(const Changes &changes)
{
    if (m_conversation && (changes.all || changes.presence.contains(m_conversation))) ask();
}

void PresenceKeeper::ask()
{
    if (!isRunning() || !m_conversation) return;
    if (m_asking) {
        m_again = true;
        return;
    }
    m_asking = true;
    onFinished(this, m_presence.viewers(m_session, {m_conversation}), [this, id = m_conversation](const auto &viewers) {
        m_asking = false;
        // Who could not be asked about is not here as far as we know; what they told would have run out by itself.
        if (id == m_conversation) take(viewers ? viewers->value(id) : QList<Viewer>());
        if (std::exchange(m_again, false) || id != m_conversation) ask();
    });
}

void PresenceKeeper::take(const QList<Viewer> &others)
{
    if (others.isEmpty()) m_ask.stop();
    else if (!m_ask.isActive()) m_ask.start();
    if (others == m_others) return;
    m_others = others;
    Q_EMIT othersChanged();
}

} // namespace Tandem
