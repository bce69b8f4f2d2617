#pragma once

#include "core/domain/changes.h"
#include "core/domain/team/condition.h"
#include "core/domain/team/team.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Tandem {

class AgentStore;
class LabelStore;
class NoteStore;
class ViewStore;

/// Who is here and the words they share: agents, teams, labels, saved views, my unseen mentions. There are few of each,
/// so they are simply held whole and kept up to date. GUI thread.
class TeamDirectory final : public QObject
{
    Q_OBJECT
public:
    TeamDirectory(AgentStore &agents, LabelStore &labels, ViewStore &views, NoteStore &notes, QObject *parent = nullptr);

    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// More than one person works here, or may: else there is nobody to assign to and nothing to be away from.
    [[nodiscard]] bool isTeam() const;
    [[nodiscard]] const Agent &me() const { return m_me; }
    [[nodiscard]] bool isLead() const { return m_me.role != AgentRole::Agent; }
    [[nodiscard]] bool isAdmin() const { return m_me.role == AgentRole::Admin; }
    [[nodiscard]] bool mayLink() const { return !isTeam() || isAdmin(); } ///< numbers
    [[nodiscard]] bool mayTuneNumbers() const { return !isTeam() || isLead(); } ///< limit, ticks, typing
    [[nodiscard]] const QList<Agent> &agents() const { return m_agents; }
    [[nodiscard]] const QList<Team> &teams() const { return m_teams; }
    [[nodiscard]] const QList<Label> &labels() const { return m_labels; }
    [[nodiscard]] const QHash<LabelId, int> &labelUsage() const { return m_usage; }
    [[nodiscard]] const QList<SavedView> &views() const { return m_views; }
    [[nodiscard]] const QHash<SavedViewId, int> &viewCounts() const { return m_viewCounts; }
    [[nodiscard]] const QList<Mention> &mentions() const { return m_mentions; }
    [[nodiscard]] const Agent *agent(AgentId id) const; ///< null when unknown
    [[nodiscard]] const Team *team(TeamId id) const;
    [[nodiscard]] const Label *label(LabelId id) const;
    [[nodiscard]] const SavedView *view(SavedViewId id) const;
    [[nodiscard]] static QString name(const Agent &agent); ///< for people: display name, else login
    /// What my work is signed with: among colleagues the name they know, alone what the settings say.
    [[nodiscard]] QString signature(const QString &inSettings) const { return isTeam() ? name(m_me) : inSettings.trimmed(); }
    void setShownView(SavedViewId id); ///< the one whose number is looked at; 0: none
    void countShownView(); ///< time has passed
    void countViews(); ///< all of them, once; countsChanged() follows
    void countLabels(); ///< asks for labelUsage(); changed() follows

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void changed();
    void countsChanged(); ///< viewCounts()
    void mentionsChanged();
    void mentioned(const Tandem::Mention &mention); ///< a new one while the program runs

private:
    template<typename T, typename F>
    void ask(const T &future, F take);
    void loadMentions();
    void look();
    void count(const QList<SavedViewId> &ids);
    void report();

    AgentStore &m_agentStore;
    LabelStore &m_labelStore;
    ViewStore &m_viewStore;
    NoteStore &m_noteStore;
    Agent m_me;
    QList<Agent> m_agents;
    QList<Team> m_teams;
    QList<Label> m_labels;
    QHash<LabelId, int> m_usage;
    QList<SavedView> m_views;
    QHash<SavedViewId, int> m_viewCounts;
    QList<Mention> m_mentions;
    QTimer m_pause; ///< the shown view's count and mentions are asked for at most once a second
    SavedViewId m_shownView;
    bool m_lookAgain = false;
    QTimer m_minute; ///< who is online runs out by itself
    int m_waiting = 0;
    bool m_loaded = false;
    bool m_again = false;
    bool m_mentionsKnown = false;
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::Mention)
