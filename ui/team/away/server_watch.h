#pragma once

#include "ui/composer/send/outgoing.h"
#include "ui/team/away/kept_replies.h"
#include "ui/ui_context.h"

#include <QSet>

#include <functional>

namespace Tandem {

class Sender;

/// Whether the team's server is there, and what happens to replies typed while it is not: they are kept, and go when it
/// is back, those of one conversation one after the other; those that have waited long only after asking. What could not
/// go stays, and is shown until the person decides. GUI thread.
class ServerWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes Stale{10}; ///< kept for longer: the person is asked first

    explicit ServerWatch(UiContext &context, QObject *parent = nullptr);

    [[nodiscard]] bool isAway() const { return m_away; }
    void setAway(bool away); ///< by the store's word
    /// Takes a text to be sent as soon as the server is back; false: it is there, or this holds what cannot wait here (files, a time).
    [[nodiscard]] bool keep(const Outgoing &outgoing);
    [[nodiscard]] KeptReplies &kept() { return m_kept; }
    [[nodiscard]] QList<KeptReply> stale() const;
    /// What waits for the person's word while the server is there: stale or refused ones, and those behind them.
    [[nodiscard]] QList<KeptReply> heldBack() const;
    void send(const QList<KeptReply> &replies); ///< by the person's word
    /// Back into the conversations as drafts, not sent.
    void turnIntoDrafts(const QList<KeptReply> &replies);
    void discard(const QList<KeptReply> &replies);

Q_SIGNALS:
    void changed();
    void askStale(const QList<Tandem::KeptReply> &replies); ///< the server is back and these have waited long
    void refused(const QString &title, const QString &why); ///< it stays kept
    void returned(const Tandem::Outgoing &outgoing); ///< back into its conversation's draft

private:
    void begin();
    void release();
    [[nodiscard]] bool waitsForWord(const KeptReply &reply) const;
    void stopped(const KeptReply &reply, const QString &why);
    void withOutgoing(const KeptReply &reply, std::function<void(const Outgoing &)> then);
    void sendOne(const KeptReply &reply);

    UiContext &m_context;
    KeptReplies m_kept;
    Sender *m_sender;
    QSet<QString> m_going;
    QSet<QString> m_agreed; ///< stale, and to be sent all the same
    QSet<QString> m_refused; ///< tried in vain since the server was there
    bool m_away = false;
};

} // namespace Tandem
