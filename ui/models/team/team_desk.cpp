#include "ui/models/team/team_desk.h"

#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/store/team_stores.h"

namespace Tandem {

TeamDesk::TeamDesk(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_directory(store.agents(), store.labels(), store.views(), store.notes()),
      m_actions({store.conversations(), store.assignments(), store.labels(), store.notes(), store.views()}, m_directory),
      m_presence(store.agents(), store.presence()), m_grants(store.teamAdmin(), store.numbers(), m_directory)
{
    connect(&m_directory, &TeamDirectory::changed, this, [this] {
        if (m_directory.isTeam() && !m_grants.isLoaded()) m_grants.load();
        if (m_directory.isTeam()) m_presence.start();
        else m_presence.stop();
    });
    // Whoever looks first wakes what has slept long enough; a second one finds nothing to do.
    const auto wake = [&store, &clock] { store.assignments().wakeSnoozed(clock.now()); };
    m_wake.setInterval(WakeMs);
    connect(&m_wake, &QTimer::timeout, this, wake);
    m_wake.start();
    wake();
    m_directory.load();
}

void TeamDesk::applyChanges(const Changes &changes)
{
    m_directory.applyChanges(changes);
    m_presence.applyChanges(changes);
    if (m_directory.isTeam()) m_grants.applyChanges(changes);
}

} // namespace Tandem
