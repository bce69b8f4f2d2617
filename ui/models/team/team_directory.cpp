#include "ui/models/team/team_directory.h"

#include "core/store/team_stores.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pauseMs = 1000;
constexpr int minuteMs = 30'000;
constexpr int mostMentions = 100;

template<typename T, typename Key>
const T *find(const QList<T> &list, Key id)
{
    const auto at = std::find_if(list.cbegin(), list.cend(), [id](const T &one) { return one.id == id; });
    return at == list.cend() ? nullptr : &*at;
}

} // namespace

TeamDirectory::TeamDirectory(AgentStore &agents, LabelStore &labels, ViewStore &views, NoteStore &notes, QObject *parent)
    : QObject(parent), m_agentStore(agents), m_labelStore(labels), m_viewStore(views), m_noteStore(notes)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_lookAgain, false)) look();
    });
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isTeam()) load();
    });
    m_minute.start(minuteMs);
}

bool TeamDirectory::isTeam() const
{
    return m_agents.size() > 1 || (m_me.id.isValid() && m_me.login != "me"_L1);
}

const Agent *TeamDirectory::agent(AgentId id) const { return find(m_agents, id); }
const Team *TeamDirectory::team(TeamId id) const { return find(m_teams, id); }
const Label *TeamDirectory::label(LabelId id) const { return find(m_labels, id); }
const SavedView *TeamDirectory::view(SavedViewId id) const { return find(m_views, id); }

QString TeamDirectory::name(const Agent &agent)
{
    return agent.displayName.isEmpty() ? agent.login : agent.displayName;
}

template<typename T, typename F>
void TeamDirectory::ask(const T &future, F take)
{
    ++m_waiting;
    onFinished(this, future, [this, take](const auto &answer) {
        if (answer) take(*answer); // what is known stays when the server does not answer
        if (--m_waiting == 0) report();
    });
}

void TeamDirectory::load()
{
    if (m_waiting > 0) {
        m_again = true;
        return;
    }
    ask(m_agentStore.me(), [this](const Agent &me) { m_me = me; });
    ask(m_agentStore.all(), [this](const QList<Agent> &all) { m_agents = all; });
    ask(m_agentStore.teams(), [this](const QList<Team> &teams) { m_teams = teams; });
    ask(m_labelStore.all(), [this](const QList<Label> &labels) { m_labels = labels; });
    ask(m_viewStore.all(), [this](const QList<SavedView> &views) { m_views = views; });
    look();
}

void TeamDirectory::look()
{
    if (m_pause.isActive()) {
        m_lookAgain = true;
        return;
    }
    m_pause.start();
    if (m_shownView) count({m_shownView});
    loadMentions();
}

void TeamDirectory::report()
{
    m_loaded = true;
    // The list of all tells more about me (online, how much I have) than the bare word of who I am.
    if (const auto *mine = agent(m_me.id)) m_me = *mine;
    Q_EMIT changed();
    if (std::exchange(m_again, false)) load();
}

void TeamDirectory::countLabels()
{
    onFinished(this, m_labelStore.usage(), [this](const auto &usage) {
        if (!usage) return;
        m_usage = *usage;
        Q_EMIT changed();
    });
}

void TeamDirectory::setShownView(SavedViewId id)
{
    if (id == m_shownView) return;
    m_shownView = id;
    if (id) count({id});
}

void TeamDirectory::countShownView()
{
    if (m_shownView) count({m_shownView});
}

void TeamDirectory::countViews()
{
    if (!m_views.isEmpty()) count({});
}

void TeamDirectory::count(const QList<SavedViewId> &ids)
{
    onFinished(this, m_viewStore.counts(ids), [this](const auto &counts) {
        if (!counts) return;
        const auto before = m_viewCounts;
        m_viewCounts.insert(*counts);
        if (m_viewCounts != before) Q_EMIT countsChanged();
    });
}

void TeamDirectory::loadMentions()
{
    onFinished(this, m_noteStore.myMentions(mostMentions), [this](const auto &mentions) {
        if (!mentions) return;
        const auto before = std::exchange(m_mentions, *mentions);
        Q_EMIT mentionsChanged();
        // What waited before the program started is shown, not announced.
        if (!std::exchange(m_mentionsKnown, true)) return;
        for (const auto &mention : std::as_const(m_mentions)) {
            const bool old = std::any_of(before.cbegin(), before.cend(), [&](const Mention &m) { return m.note == mention.note; });
            if (!old) Q_EMIT mentioned(mention);
        }
    });
}

void TeamDirectory::applyChanges(const Changes &changes)
{
    if (changes.team || changes.all) load();
    else if (!changes.conversations.isEmpty()) look();
}

} // namespace Tandem
