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
    : QObject(parent), m_context(context), m_kept(context.settings), m_sender(new Sender(context.store, context.clock, this)), m_away(!context.store.isConnected())
{
    connect(&context.store, &Store::connectionChanged, this, [this](bool connected) { setAway(!connected); });
    connect(&m_kept, &KeptReplies::changed, this, &ServerWatch::changed);
    connect(m_sender, &Sender::queued, this, [this](const Outgoing &outgoing) {
        m_going.remove(outgoing.clientId);
        m_kept.remove(outgoing.clientId);
    });
    connect(m_sender, &Sender::refused, this, [this](const Outgoing &outgoing, const QString &why) {
        m_going.remove(outgoing.clientId);
        if (!m_away) Q_EMIT refused(outgoing.row.title, why);
    });
    // What an earlier run kept goes as well, once whoever shows questions is listening.
    QTimer::singleShot(0, this, &ServerWatch::release);
}

void ServerWatch::setAway(bool away)
{
    if (away == m_away) return;
    m_away = away;
    Q_EMIT changed();
    release();
}

bool ServerWatch::keep(const Outgoing &outgoing)
{
    if (!m_away || !outgoing.files.isEmpty() || outgoing.special || outgoing.text.isEmpty()) return false;
    m_kept.add({outgoing.clientId, outgoing.row.id, outgoing.row.title, outgoing.text, outgoing.quote ? outgoing.quote->wamid : QString(), m_context.clock.now()});
    return true;
}

QList<KeptReply> ServerWatch::stale() const
{
    QList<KeptReply> old;
    for (const auto &reply : m_kept.all()) {
        if (m_context.clock.now() - reply.at > Stale) old.append(reply);
    }
    return old;
}

void ServerWatch::release()
{
    if (m_away || m_kept.all().isEmpty()) return;
    const auto old = stale();
    QList<KeptReply> fresh;
    for (const auto &reply : m_kept.all()) {
        // One that waits for an answer holds back what was typed after it in the same conversation: order matters.
        const bool behind = std::any_of(old.cbegin(), old.cend(), [&](const KeptReply &o) { return o.conversation == reply.conversation; });
        if (!behind) fresh.append(reply);
    }
    send(fresh);
    if (!old.isEmpty()) Q_EMIT askStale(old);
}

void ServerWatch::send(const QList<KeptReply> &replies)
{
    for (const auto &reply : replies) {
        if (m_going.contains(reply.clientId)) continue;
        m_going.insert(reply.clientId);
        sendOne(reply);
    }
}

void ServerWatch::withOutgoing(const KeptReply &reply, std::function<void(const Outgoing &)> then)
{
    onFinished(this, m_context.store.conversations().rows({reply.conversation}, anything()), [this, reply, then = std::move(then)](const auto &answer) {
        if (!answer || answer->rows.isEmpty()) {
            m_going.remove(reply.clientId);
            return;
        }
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
                m_going.remove(outgoing.clientId);
                return;
            }
            QString phoneNumberId;
            for (const auto &number : *numbers) {
                if (number.id == outgoing.row.numberId) phoneNumberId = number.phoneNumberId;
            }
            const auto author = m_context.team ? TeamDirectory::name(m_context.team->directory().me()) : m_context.settings.text(UserSettings::Key::AgentName);
            m_sender->send(outgoing, phoneNumberId, author);
        });
    });
}

void ServerWatch::turnIntoDrafts(const QList<KeptReply> &replies)
{
    for (const auto &reply : replies) {
        withOutgoing(reply, [this](const Outgoing &outgoing) {
            Q_EMIT returned(outgoing);
            m_kept.remove(outgoing.clientId);
        });
    }
}

} // namespace Tandem
