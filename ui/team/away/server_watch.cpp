#include "ui/team/away/server_watch.h"

#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/composer/send/sender.h"
#include "ui/models/team/team_desk.h"

#include <QTimer>

#include <algorithm>

namespace Tandem {
namespace {

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

ServerWatch::ServerWatch(UiContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_kept(context.settings, context.store.place()), m_sender(new Sender(context.store, context.clock, this)), m_away(!context.store.isConnected())
{
    connect(&context.store, &Store::connectionChanged, this, [this](bool connected) { setAway(!connected); });
    connect(&m_kept, &KeptReplies::changed, this, &ServerWatch::changed);
    connect(m_sender, &Sender::queued, this, [this](const Outgoing &outgoing) {
        m_going.remove(outgoing.clientId);
        m_agreed.remove(outgoing.clientId);
        m_kept.remove(outgoing.clientId);
        release();
    });
    connect(m_sender, &Sender::refused, this, [this](const Outgoing &outgoing, const QString &why) {
        KeptReply reply;
        reply.clientId = outgoing.clientId;
        reply.title = outgoing.row.title;
        stopped(reply, why);
    });
    // What an earlier run kept goes as well, once whoever shows questions is listening.
    QTimer::singleShot(0, this, &ServerWatch::begin);
}

void ServerWatch::setAway(bool away)
{
    if (away == m_away) return;
    m_away = away;
    m_refused.clear();
    Q_EMIT changed();
    begin();
}

void ServerWatch::begin()
{
    release();
    const auto old = stale();
    if (!m_away && !old.isEmpty()) Q_EMIT askStale(old);
}

bool ServerWatch::keep(const Outgoing &outgoing)
{
    const bool now = outgoing.timing.hold == OutboxHold::None || outgoing.timing.hold == OutboxHold::Undo;
    if (!m_away || !now || !outgoing.files.isEmpty() || outgoing.special || outgoing.text.isEmpty()) return false;
    m_kept.add({outgoing.clientId, outgoing.row.id, outgoing.row.title, outgoing.text, outgoing.quote ? outgoing.quote->wamid : QString(), m_context.clock.now()});
    return true;
}

QList<KeptReply> ServerWatch::stale() const
{
    QList<KeptReply> old;
    for (const auto &reply : m_kept.all()) {
        if (m_context.clock.now() - reply.at > Stale && !m_agreed.contains(reply.clientId) && !m_going.contains(reply.clientId)) old.append(reply);
    }
    return old;
}

bool ServerWatch::waitsForWord(const KeptReply &reply) const
{
    if (m_going.contains(reply.clientId) || m_agreed.contains(reply.clientId)) return false;
    return m_refused.contains(reply.clientId) || m_context.clock.now() - reply.at > Stale;
}

QList<KeptReply> ServerWatch::heldBack() const
{
    QList<KeptReply> held;
    if (m_away) return held;
    for (const auto &reply : m_kept.all()) {
        const bool behind = std::any_of(held.cbegin(), held.cend(), [&](const KeptReply &h) { return h.conversation == reply.conversation; });
        if (behind || waitsForWord(reply)) held.append(reply);
    }
    return held;
}

/// The oldest of each conversation; the next follows when it is in the outbox, because order matters.
void ServerWatch::release()
{
    if (m_away) return;
    QSet<ConversationId> seen;
    const auto all = m_kept.all();
    for (const auto &reply : all) {
        if (seen.contains(reply.conversation)) continue;
        seen.insert(reply.conversation);
        if (m_going.contains(reply.clientId) || waitsForWord(reply)) continue;
        m_going.insert(reply.clientId);
        sendOne(reply);
    }
    Q_EMIT changed();
}

void ServerWatch::send(const QList<KeptReply> &replies)
{
    for (const auto &reply : replies) {
        m_agreed.insert(reply.clientId);
        m_refused.remove(reply.clientId);
    }
    release();
}

void ServerWatch::stopped(const KeptReply &reply, const QString &why)
{
    const bool going = m_going.remove(reply.clientId);
    m_agreed.remove(reply.clientId);
    if (m_away && going) return; // tried again when the server is back
    m_refused.insert(reply.clientId);
    Q_EMIT refused(reply.title, why);
    Q_EMIT changed();
}

void ServerWatch::withOutgoing(const KeptReply &reply, std::function<void(const Outgoing &)> then)
{
    onFinished(this, m_context.store.conversations().rows({reply.conversation}, anything()), [this, reply, then = std::move(then)](const auto &answer) {
        if (!answer) return stopped(reply, answer.error().text);
        if (answer->rows.isEmpty()) return stopped(reply, tr("This conversation can't be reached from here any more. Not sent: %1").arg(reply.text));
        Outgoing outgoing;
        outgoing.clientId = reply.clientId;
        outgoing.row = answer->rows.first();
        outgoing.text = reply.text;
        if (!reply.quoteWamid.isEmpty()) {
            Message quoted;
            quoted.wamid = reply.quoteWamid;
            quoted.conversationId = reply.conversation;
            outgoing.quote = quoted;
        }
        then(outgoing);
    });
}

void ServerWatch::sendOne(const KeptReply &reply)
{
    withOutgoing(reply, [this](const Outgoing &outgoing) {
        onFinished(this, m_context.store.numbers().all(), [this, outgoing](const Result<QList<Number>> &numbers) {
            if (!numbers) {
                KeptReply kept;
                kept.clientId = outgoing.clientId;
                kept.title = outgoing.row.title;
                return stopped(kept, numbers.error().text);
            }
            QString phoneNumberId;
            for (const auto &number : *numbers) {
                if (number.id == outgoing.row.numberId) phoneNumberId = number.phoneNumberId;
            }
            const auto author = m_context.team ? m_context.team->directory().signature(m_context.settings.text(UserSettings::Key::AgentName))
                                               : m_context.settings.text(UserSettings::Key::AgentName);
            m_sender->send(outgoing, phoneNumberId, author);
        });
    });
}

void ServerWatch::turnIntoDrafts(const QList<KeptReply> &replies)
{
    for (const auto &reply : replies) {
        if (m_going.contains(reply.clientId)) continue;
        withOutgoing(reply, [this](const Outgoing &outgoing) {
            Q_EMIT returned(outgoing);
            m_refused.remove(outgoing.clientId);
            m_kept.remove(outgoing.clientId);
            release();
        });
    }
}

void ServerWatch::discard(const QList<KeptReply> &replies)
{
    for (const auto &reply : replies) {
        if (m_going.contains(reply.clientId)) continue;
        m_refused.remove(reply.clientId);
        m_kept.remove(reply.clientId);
    }
    release();
}

} // namespace Tandem
