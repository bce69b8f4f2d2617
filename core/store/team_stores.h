#pragma once

#include "core/base/on_finished.h"
#include "core/domain/team/condition.h"
#include "core/domain/team/team.h"

#include <QByteArray>
#include <QHash>

#include <functional>

// The rooms of the Store for working together. All methods are thread-safe and return at once. On a single desk they
// work too, with one agent. Every change writes its line of the audit log in the same transaction.

namespace Tandem {

class AgentStore
{
public:
    virtual ~AgentStore() = default;
    virtual FutureResult<Agent> me() = 0; ///< NotFound: the login is no agent here (the gateway's own role)
    virtual FutureResult<QList<Agent>> all() = 0; ///< by name; disabled ones last
    virtual FutureResult<QList<Team>> teams() = 0;
    virtual FutureResult<bool> setDisplayName(AgentId id, const QString &name) = 0; ///< one's own, or by an administrator
    virtual FutureResult<bool> setAway(bool away) = 0; ///< mine
    /// Keeps this desktop's session alive (every 20 s; over after 60 s).
    virtual FutureResult<bool> beat(const QString &session) = 0;
    virtual FutureResult<bool> leave(const QString &session) = 0;
};

/// By administrators only (the command line and the Team page); on PostgreSQL these go through security-definer functions.
class TeamAdminStore
{
public:
    virtual ~TeamAdminStore() = default;
    virtual FutureResult<AgentId> addAgent(const QString &login, AgentRole role, const QString &password) = 0;
    virtual FutureResult<bool> setRole(AgentId id, AgentRole role) = 0;
    virtual FutureResult<bool> setDisabled(AgentId id, bool disabled) = 0; ///< also ends their sessions; never the last administrator
    virtual FutureResult<bool> setPassword(AgentId id, const QString &password) = 0;
    virtual FutureResult<TeamId> addTeam(const QString &name) = 0;
    virtual FutureResult<bool> renameTeam(TeamId id, const QString &name) = 0;
    virtual FutureResult<bool> removeTeam(TeamId id) = 0;
    virtual FutureResult<bool> setMember(TeamId team, AgentId agent, bool member) = 0;
    virtual FutureResult<bool> grantNumber(NumberId number, AgentId agent, bool granted) = 0;
    virtual FutureResult<bool> grantNumberToTeam(NumberId number, TeamId team, bool granted) = 0;
    virtual FutureResult<NumberGrants> grants() = 0; ///< of everybody; for all of the team to read
};

/// Who has a conversation and when it comes back.
class AssignmentStore
{
public:
    virtual ~AssignmentStore() = default;
    /// nullopt: nobody. A note, when not empty, is kept in the conversation and names the new assignee. Refused when the
    /// new assignee may not see the number.
    virtual FutureResult<bool> assign(ConversationId id, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note) = 0;
    /// State Snoozed until then; a live customer message or an agent's reply ends it earlier.
    /// Usage when this time is over.
    virtual FutureResult<bool> snooze(ConversationId id, UtcTime until) = 0;
    virtual FutureResult<int> wakeSnoozed(UtcTime now) = 0; ///< by whoever looks first: gateway or desktop
    /// Whose customer this is, for the rule "owner"; nullopt: nobody's.
    virtual FutureResult<bool> setOwner(ContactId contact, std::optional<AgentId> agent) = 0;
    virtual FutureResult<QList<AssignmentRule>> rules() = 0;
    /// The whole list, in order; by leads. Refused when the rules are no longer those of `instead` (ids aside): somebody else
    /// has changed them.
    virtual FutureResult<bool> setRules(const QList<AssignmentRule> &rules, const std::optional<QList<AssignmentRule>> &instead = {}) = 0;
};

class LabelStore
{
public:
    virtual ~LabelStore() = default;
    virtual FutureResult<QList<Label>> all() = 0; ///< by name
    virtual FutureResult<QHash<LabelId, int>> usage() = 0; ///< conversations of each, among those I may see
    virtual FutureResult<LabelId> save(const Label &label) = 0; ///< id 0: new; Usage when the name is taken
    virtual FutureResult<bool> remove(LabelId id) = 0;
    virtual FutureResult<bool> merge(LabelId into, LabelId other) = 0; ///< every conversation of `other` bears `into`
    virtual FutureResult<bool> setOn(ConversationId id, LabelId label, bool on) = 0;
};

class NoteStore
{
public:
    virtual ~NoteStore() = default;
    virtual FutureResult<NoteId> add(ConversationId id, const QString &text) = 0; ///< at most 10,000 characters
    virtual FutureResult<bool> edit(NoteId id, const QString &text) = 0; ///< by its author; brings back one that they deleted
    virtual FutureResult<bool> remove(NoteId id) = 0; ///< by its author or a lead
    /// Of [from, to) by creation, oldest first; for the shown part of a timeline.
    virtual FutureResult<QList<Note>> between(ConversationId id, UtcTime from, UtcTime to) = 0;
    virtual FutureResult<QList<Mention>> myMentions(int limit) = 0; ///< unseen ones, newest first
    virtual FutureResult<bool> seeMentions(ConversationId id) = 0;
};

class ViewStore
{
public:
    virtual ~ViewStore() = default;
    virtual FutureResult<QList<SavedView>> all() = 0; ///< mine and shared ones, by position
    virtual FutureResult<SavedViewId> save(const SavedView &view) = 0; ///< shared ones of others only by leads
    virtual FutureResult<bool> remove(SavedViewId id) = 0;
    /// Conversations of these views (none: of each); counting stops at 1,000.
    virtual FutureResult<QHash<SavedViewId, int>> counts(const QList<SavedViewId> &ids = {}) = 0;
};

/// Who looks at what. Rows run out by themselves on the database's clock, so a crash frees everything.
class PresenceStore
{
public:
    virtual ~PresenceStore() = default;
    /// I look at this conversation (nullopt: at none); again every 30 s, over after 60 s.
    virtual FutureResult<bool> view(const QString &session, std::optional<ConversationId> id) = 0;
    /// I type an answer here: takes or renews the soft lock of 60 s when nobody else holds it; typing shows for 6 s.
    virtual FutureResult<bool> type(const QString &session, ConversationId id) = 0; ///< false: somebody else holds the lock
    virtual FutureResult<bool> release(const QString &session, ConversationId id) = 0; ///< sent or gave up
    virtual FutureResult<QHash<ConversationId, QList<Viewer>>> viewers(const QString &exceptSession, const QList<ConversationId> &ids) = 0;
};

class AuditStore
{
public:
    virtual ~AuditStore() = default;
    virtual FutureResult<QList<AuditEntry>> page(const AuditFilter &filter, std::optional<qint64> before, int limit) = 0; ///< newest first
    /// Calls `line` with each entry as JSON, oldest first, on the calling thread; blocks.
    virtual Result<> jsonLines(const AuditFilter &filter, const std::function<bool(const QByteArray &)> &line) = 0;
};

/// Which gateway serves which number. On a single desk every lease is free and endless.
class LeaseStore
{
public:
    virtual ~LeaseStore() = default;
    /// Takes free or run-out leases and renews own ones, for all numbers at once; also says "I am alive". They run out
    /// `life` after this on the database's clock. `gateway` names this run of the program and no other. `tokens`: the
    /// phone_number_ids it has tokens for, empty optional: all; the others it leaves to a living gateway that has theirs,
    /// and serves only while there is none. All leases, others' too.
    virtual FutureResult<QList<Lease>> hold(const QString &gateway, Millis life, const std::optional<QStringList> &tokens = std::nullopt) = 0;
    virtual FutureResult<bool> release(const QString &gateway) = 0; ///< at a clean stop: the next one need not wait
};

/// What gateways keep for each other: bytes that only who has the key can read. On servers only.
class SealedStore
{
public:
    virtual ~SealedStore() = default;
    virtual FutureResult<QByteArray> read(const QString &name) = 0; ///< NotFound
    virtual FutureResult<bool> write(const QString &name, const QByteArray &sealed) = 0;
    virtual FutureResult<bool> remove(const QString &name) = 0;
};

} // namespace Tandem
