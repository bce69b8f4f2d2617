#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Tandem {

/// What an agent may do. Leads also change shared labels, views, rules, canned replies and assignments of others;
/// administrators also agents, teams and grants.
enum class AgentRole { Agent, Lead, Admin };

/// A person who answers. In a team the login is their PostgreSQL role; on a single desk there is one agent, "me".
struct Agent
{
    AgentId id;
    QString login; ///< lower case, [a-z][a-z0-9_]{0,30}
    QString displayName; ///< empty: the login is shown
    AgentRole role = AgentRole::Agent;
    bool away = false; ///< by the agent's own word: gets nothing by rule
    bool online = false; ///< a desktop of theirs was seen within 60 s
    bool disabled = false;
    int openConversations = 0; ///< assigned and open
    friend bool operator==(const Agent &, const Agent &) = default;
};

struct Team
{
    TeamId id;
    QString name;
    QList<AgentId> members;
    friend bool operator==(const Team &, const Team &) = default;
};

/// Who sees which numbers. Administrators see all of them without a grant.
struct NumberGrants
{
    QHash<AgentId, QList<NumberId>> agents;
    QHash<TeamId, QList<NumberId>> teams;
    friend bool operator==(const NumberGrants &, const NumberGrants &) = default;
};

/// One vocabulary for the workspace; a rename shows everywhere at once.
struct Label
{
    LabelId id;
    QString name;
    int colorIndex = 0;
    friend bool operator==(const Label &, const Label &) = default;
};

/// A private remark in a conversation's timeline. Lives in its own table and is no OutboxItem: nothing can send it.
struct Note
{
    NoteId id;
    ConversationId conversationId;
    AgentId author;
    QString authorName;
    QString text; ///< "@login" mentions are resolved at saving
    QList<AgentId> mentions;
    UtcTime createdAt;
    std::optional<UtcTime> editedAt;
    bool deleted = false; ///< leaves a line that says so
    friend bool operator==(const Note &, const Note &) = default;
};

/// A note that names me and that I have not looked at.
struct Mention
{
    NoteId note;
    ConversationId conversation;
    QString conversationTitle;
    QString authorName;
    QString text; ///< at most 200 characters
    UtcTime at;
};

/// Who else is in a conversation just now; times are over when the desktop that set them stops renewing.
struct Viewer
{
    AgentId agent;
    QString name;
    bool typing = false;
    bool answering = false; ///< holds the soft lock
    friend bool operator==(const Viewer &, const Viewer &) = default;
};

/// How a rule chooses among the agents who are neither away, offline nor disabled and may see the number.
enum class AssignmentMethod { Owner, LastAgent, RoundRobin, LeastBusy };

/// Rules are tried in order for a conversation that a live customer message opened and that nobody has.
struct AssignmentRule
{
    AssignmentRuleId id;
    std::optional<NumberId> number; ///< nullopt: all
    std::optional<LabelId> label;
    AssignmentMethod method = AssignmentMethod::RoundRobin;
    std::optional<TeamId> team; ///< whom it may choose; nullopt: everybody
    bool enabled = true;
    friend bool operator==(const AssignmentRule &, const AssignmentRule &) = default;
};

/// One line of the audit log; only ever added.
struct AuditEntry
{
    qint64 id = 0;
    UtcTime at;
    QString who; ///< login, or the gateway's role
    QString origin; ///< the client's address as the database saw it, or "local"
    QString action; ///< "conversation.assigned", "label.renamed", …
    QString subject; ///< table's word
    QString subjectId;
    std::optional<ConversationId> conversation;
    QString detail; ///< JSON: what it was, what it became
    std::optional<NumberId> number;
    QString subjectName; ///< as it is called now; empty when it has no name or is gone
};

struct AuditFilter
{
    QString who; ///< empty: anybody
    QString action; ///< a prefix; empty: any
    std::optional<ConversationId> conversation;
    std::optional<UtcTime> from;
    std::optional<UtcTime> to; ///< before this
    QString text = {}; ///< a part of a name, login or phone of whom or what it was done to, or of the detail
};

/// The right to apply one number's deliveries and to serve its outbox. Runs out on the database's clock.
struct Lease
{
    NumberId number; ///< 0: what belongs to no one number (deliveries of several numbers or none, link requests)
    QString phoneNumberId; ///< empty for that one
    bool mine = false;
    qint64 fence = 0; ///< grows with each holder; checked in every update of a send
    Millis left{}; ///< until it runs out, as the database said; Millis::max(): never
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::Viewer)
