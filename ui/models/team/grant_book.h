#pragma once

#include "core/base/on_finished.h"
#include "core/domain/changes.h"
#include "core/domain/number.h"
#include "core/domain/team/team.h"

#include <QObject>

namespace Tandem {

class NumberStore;
class TeamAdminStore;
class TeamDirectory;

/// Who sees which number: held whole and kept up to date. GUI thread.
class GrantBook final : public QObject
{
    Q_OBJECT
public:
    GrantBook(TeamAdminStore &admin, NumberStore &numbers, const TeamDirectory &directory, QObject *parent = nullptr);

    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const NumberGrants &grants() const { return m_grants; }
    [[nodiscard]] const QList<Number> &numbers() const { return m_numbers; }
    [[nodiscard]] int version() const { return m_version; } ///< another one when grants, or which numbers there are, changed
    /// Of their own, by a team or as an administrator; true while nothing is known yet: the database decides anyway.
    [[nodiscard]] bool sees(const Agent &agent, NumberId number) const;
    [[nodiscard]] QList<TeamId> teamsGiving(AgentId agent, NumberId number) const; ///< an agent's teams that have the number

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void changed();

private:
    TeamAdminStore &m_admin;
    NumberStore &m_numberStore;
    const TeamDirectory &m_directory;
    NumberGrants m_grants;
    QList<Number> m_numbers;
    quint64 m_generation = 0;
    int m_version = 0;
    bool m_loaded = false;
};

} // namespace Tandem
