#pragma once

#include "core/domain/team/team.h"

#include <QHash>
#include <QString>

namespace Tandem {

/// What the ids of the audit log are called now.
struct AuditNames
{
    QHash<QString, QString> logins; ///< of agents, to what people call them
    QHash<AgentId, QString> agents;
    QHash<TeamId, QString> teams;
    QHash<LabelId, QString> labels;
    QHash<NumberId, QString> numbers;
    friend bool operator==(const AuditNames &, const AuditNames &) = default;
};

/// The audit log in people's words. Pure; in the language of the moment.
namespace AuditWords {

[[nodiscard]] bool isKnown(const QString &action); ///< there are words for it
[[nodiscard]] QString who(const AuditEntry &entry, const AuditNames &names);
[[nodiscard]] QString action(const AuditEntry &entry); ///< "Assigned a conversation"; unknown ones as they are
[[nodiscard]] QString subject(const AuditEntry &entry); ///< "Li Wei", "label “returns”", "rule 3"
[[nodiscard]] QString detail(const AuditEntry &entry, const AuditNames &names); ///< "Ben → Ana"; may be empty
[[nodiscard]] QString origin(const AuditEntry &entry);

} // namespace AuditWords
} // namespace Tandem
