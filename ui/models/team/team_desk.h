#pragma once

#include "ui/models/team/grant_book.h"
#include "ui/models/team/presence_keeper.h"
#include "ui/models/team/team_actions.h"
#include "ui/models/team/team_directory.h"

namespace Tandem {

class Clock;
class Store;

/// What panes need to work together with colleagues: who is here, what can be done, who looks and types. One a window.
/// GUI thread.
class TeamDesk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int WakeMs = 20'000; ///< what sleeps is looked after this often

    TeamDesk(Store &store, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] TeamDirectory &directory() { return m_directory; }
    [[nodiscard]] TeamActions &actions() { return m_actions; }
    [[nodiscard]] PresenceKeeper &presence() { return m_presence; }
    [[nodiscard]] GrantBook &grants() { return m_grants; }

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

private:
    TeamDirectory m_directory;
    TeamActions m_actions;
    PresenceKeeper m_presence;
    GrantBook m_grants;
    QTimer m_wake;
};

} // namespace Tandem
