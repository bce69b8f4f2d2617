#pragma once

#include "core/domain/changes.h"
#include "core/domain/team/team.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <optional>

namespace Tandem {

class AgentStore;
class PresenceStore;

/// Says that this desktop is here (every 20 s), which conversation is looked at (again every 30 s) and that somebody
/// types an answer (again every 30 s until it is sent or given up); tells who else does. What is said runs out in the database by itself, so a crash frees everything.
/// GUI thread.
class PresenceKeeper final : public QObject
{
    Q_OBJECT
public:
    static constexpr int BeatMs = 20'000;
    static constexpr int ViewMs = 30'000;
    static constexpr int IdleMs = 300'000; ///< an answer that nobody goes on with for so long no longer holds its lock
    static constexpr int TypeMs = 3'000; ///< typing is told at most this often; it shows for 6 s
    static constexpr int AskMs = 3'000; ///< while somebody else is here, for what they told runs out by itself

    PresenceKeeper(AgentStore &agents, PresenceStore &presence, QObject *parent = nullptr);
    ~PresenceKeeper() override;

    void start(); ///< there is a team: beats begin
    void stop(); ///< says goodbye
    [[nodiscard]] bool isRunning() const { return m_beat.isActive(); }
    void look(ConversationId id); ///< 0: at none
    void typed(); ///< an answer is being written in the conversation looked at
    void finished(ConversationId id); ///< sent, or given up
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] const QList<Viewer> &others() const { return m_others; }
    [[nodiscard]] std::optional<Viewer> answering() const; ///< somebody else holds the soft lock
    [[nodiscard]] const QString &session() const { return m_session; }

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void othersChanged();

private:
    void view();
    void ask();
    void take(const QList<Viewer> &others);

    AgentStore &m_agents;
    PresenceStore &m_presence;
    const QString m_session;
    ConversationId m_conversation;
    QList<Viewer> m_others;
    QTimer m_beat;
    QTimer m_view;
    QTimer m_ask;
    QElapsedTimer m_typed;
    bool m_answering = false; ///< I may hold the lock
    bool m_asking = false;
    bool m_again = false;
};

} // namespace Tandem
