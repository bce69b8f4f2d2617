#include "ui/team/pages/audit_words.h"

#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "core/domain/words.h"
#include "ui/format/message_content.h"
#include "ui/format/message_text.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/team/pages/agent_card.h"
#include "ui/team/pages/rules_card.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::AuditWords)
};

/// What an action did, and what it did when nothing was left of what it changed.
struct Names
{
    const char *action;
    const char *done;
    const char *undone = nullptr;
};

constexpr Names all[]{
    {"conversation.state", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a conversation's state")},
    {"conversation.assigned", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Assigned a conversation"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Assigned a conversation to nobody")},
    {"conversation.team", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Gave a conversation to a team"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took a conversation from a team")},
    {"conversation.snoozed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Snoozed a conversation"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Woke a conversation")},
    {"conversation.contact", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Joined conversations of one customer")},
    {"conversation.labeled", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Labelled a conversation")},
    {"conversation.unlabeled", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took a label off")},
    {"label.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Made a label")},
    {"label.renamed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Renamed a label")},
    {"label.colored", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a label's colour")},
    {"label.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted a label")},
    {"note.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Wrote a private note")},
    {"note.edited", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a private note")},
    {"note.deleted", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted a private note, or brought it back")},
    {"note.moved", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Moved a private note with its conversation")},
    {"message.queued", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Sent a message")},
    {"message.cancelled", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took back a message before it went")},
    {"message.sent_again", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Sent a message again")},
    {"message.released", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Let a held message go")},
    {"message.starred", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Starred a message"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took the star off a message")},
    {"message.file_asked", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Asked for a file again")},
    {"contact.blocked", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Blocked a customer"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Unblocked a customer")},
    {"contact.merged", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Merged contacts"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took merged contacts apart")},
    {"contact.owner", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Gave a customer an owner"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took a customer's owner away")},
    {"contact.renamed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a customer's name")},
    {"number.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Added a number")},
    {"number.state", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a number's connection")},
    {"number.limit", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a number's send limit")},
    {"number.receipts", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a number's read receipts")},
    {"number.typing", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a number's typing indicator")},
    {"number.granted", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Gave somebody a number")},
    {"number.withdrawn", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took a number from somebody")},
    {"agent.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Added an agent")},
    {"agent.renamed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed an agent's name")},
    {"agent.role", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed an agent's role")},
    {"agent.away", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Went away"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Came back")},
    {"agent.disabled", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Switched an agent off"), QT_TRANSLATE_NOOP("Tandem::AuditWords", "Switched an agent on again")},
    {"agent.password", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Gave an agent a new password")},
    {"agent.ended", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Ended a session that kept others waiting")},
    {"agent.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Removed an agent")},
    {"team.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Made a team")},
    {"team.renamed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Renamed a team")},
    {"team.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted a team")},
    {"team.joined", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Put somebody into a team")},
    {"team.left", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Took somebody out of a team")},
    {"rule.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Made an assignment rule")},
    {"rule.changed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed an assignment rule")},
    {"rule.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted an assignment rule")},
    {"view.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Saved a view")},
    {"view.changed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a view")},
    {"view.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted a view")},
    {"canned_reply.added", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Made a canned reply")},
    {"canned_reply.changed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a canned reply")},
    {"canned_reply.removed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Deleted a canned reply")},
    {"link.started", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Began to link a number")},
    {"link.ended", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Ended linking a number")},
    {"setting.changed", QT_TRANSLATE_NOOP("Tandem::AuditWords", "Changed a setting of the workspace")},
};

const Names *find(const QString &action)
{
    for (const auto &names : all) {
        if (action == QLatin1StringView(names.action)) return &names;
    }
    return nullptr;
}

QJsonObject objectOf(const AuditEntry &entry) { return QJsonDocument::fromJson(entry.detail.toUtf8()).object(); }

/// "Nothing" as the databases write it: no value, zero, false.
bool isNothing(const QJsonValue &value) { return !value.toVariant().toBool(); }

template<typename Key>
QString named(const QHash<Key, QString> &names, const QJsonValue &id, const QString &nobody)
{
    if (id.isNull() || id.isUndefined()) return nobody;
    const auto number = qint64(id.toDouble());
    const auto name = names.value(Key{number});
    return name.isEmpty() ? Words::tr("no. %1, no longer here").arg(number) : name;
}

QString quoted(const QJsonValue &text) { return Words::tr("“%1”").arg(text.toString()); }

QString change(const QString &from, const QString &to) { return from == to ? QString() : Words::tr("%1 → %2", "from, to").arg(from, to); }

QString stateName(const QString &word)
{
    switch (fromWord<ConversationState>(word).value_or(ConversationState::Open)) {
    case ConversationState::Open: return Words::tr("open");
    case ConversationState::Pending: return Words::tr("pending");
    case ConversationState::Snoozed: return Words::tr("snoozed");
    case ConversationState::Closed: break;
    }
    return Words::tr("closed");
}

QString roleOf(const QJsonValue &word) { return roleName(fromWord<AgentRole>(word.toString()).value_or(AgentRole::Agent)); }

QString onOff(const QJsonValue &value) { return isNothing(value) ? Words::tr("off") : Words::tr("on"); }

QString ofConversation(const QString &action, const QJsonObject &detail, const AuditNames &names)
{
    const auto from = detail.value("from"_L1);
    const auto to = detail.value("to"_L1);
    if (action == "conversation.state"_L1) return change(stateName(from.toString()), stateName(to.toString()));
    if (action == "conversation.assigned"_L1 || action == "contact.owner"_L1) {
        return change(named(names.agents, from, Words::tr("nobody")), named(names.agents, to, Words::tr("nobody")));
    }
    if (action == "conversation.team"_L1) return change(named(names.teams, from, Words::tr("no team")), named(names.teams, to, Words::tr("no team")));
    if (action == "conversation.snoozed"_L1) return isNothing(to) ? QString() : Words::tr("until %1").arg(Format::dateAndTime(fromEpochMillis(qint64(to.toDouble()))));
    if (detail.contains("label_id"_L1)) return named(names.labels, detail.value("label_id"_L1), {});
    return {};
}

QString ofNumber(const QString &action, const QJsonObject &detail, const AuditNames &names)
{
    const auto from = detail.value("from"_L1);
    const auto to = detail.value("to"_L1);
    const auto state = [](const QJsonValue &word) { return Format::numberState(fromWord<NumberState>(word.toString()).value_or(NumberState::NotLinked)); };
    if (action == "number.state"_L1) return change(state(from), state(to));
    if (action == "number.limit"_L1) return Words::tr("%1 → %2 a second", "from, to").arg(from.toInt()).arg(to.toInt());
    if (action == "number.receipts"_L1 || action == "number.typing"_L1) return change(onOff(from), onOff(to));
    if (detail.contains("number_id"_L1)) return named(names.numbers, detail.value("number_id"_L1), {});
    return {};
}

QString ofTeam(const QString &action, const QJsonObject &detail, const AuditNames &names)
{
    if (action == "agent.role"_L1) return change(roleOf(detail.value("from"_L1)), roleOf(detail.value("to"_L1)));
    if (action == "agent.added"_L1 || action == "agent.removed"_L1) return roleOf(detail.value("role"_L1));
    if (detail.contains("agent_id"_L1)) return named(names.agents, detail.value("agent_id"_L1), {});
    if (!detail.contains("method"_L1)) return {};
    QStringList parts{methodName(fromWord<AssignmentMethod>(detail.value("method"_L1).toString()).value_or(AssignmentMethod::RoundRobin))};
    if (!detail.value("label_id"_L1).isNull()) parts.append(named(names.labels, detail.value("label_id"_L1), {}));
    if (!detail.value("team_id"_L1).isNull()) parts.append(named(names.teams, detail.value("team_id"_L1), {}));
    if (isNothing(detail.value("enabled"_L1))) parts.append(Words::tr("off"));
    return parts.join(u" · "_s);
}

/// What it was called when the line was written.
QString nameThen(const QJsonObject &detail)
{
    for (const auto key : {"name"_L1, "shortcut"_L1, "login"_L1, "to"_L1}) {
        if (detail.value(key).isString()) return detail.value(key).toString();
    }
    return {};
}

QString kindOf(const QString &subject)
{
    static const QHash<QString, const char *> kinds{{u"conversation"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Conversation %1")},
        {u"note"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Note %1")}, {u"outbox"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Message %1")},
        {u"message"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Message %1")},
        {u"contact"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Contact %1")}, {u"number"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Number %1")},
        {u"agent"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Agent %1")}, {u"team"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Team %1")},
        {u"label"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Label %1")}, {u"rule"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Rule %1")},
        {u"view"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "View %1")}, {u"canned_reply"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Canned reply %1")},
        {u"link"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Link %1")}, {u"setting"_s, QT_TRANSLATE_NOOP("Tandem::AuditWords", "Setting %1")}};
    const auto known = kinds.constFind(subject);
    return known == kinds.cend() ? subject + u" %1"_s : Words::tr(*known);
}

} // namespace

namespace AuditWords {

bool isKnown(const QString &action) { return find(action) != nullptr; }

QString who(const AuditEntry &entry, const AuditNames &names)
{
    if (entry.who == "gateway"_L1) return Words::tr("Gateway");
    return names.logins.value(entry.who, entry.who);
}

QString action(const AuditEntry &entry)
{
    const auto *names = find(entry.action);
    if (!names) return entry.action;
    const auto detail = objectOf(entry);
    const bool undone = names->undone && detail.contains("to"_L1) && isNothing(detail.value("to"_L1));
    return Words::tr(undone ? names->undone : names->done);
}

QString subject(const AuditEntry &entry)
{
    if (!entry.subjectName.isEmpty()) return Format::identity(entry.subjectName);
    if (const auto then = nameThen(objectOf(entry)); !then.isEmpty() && !entry.conversation) return then;
    return kindOf(entry.subject).arg(entry.subjectId);
}

QString detail(const AuditEntry &entry, const AuditNames &names)
{
    const auto object = objectOf(entry);
    const auto kind = entry.action.section(u'.', 0, 0);
    if (kind == "conversation"_L1 || kind == "contact"_L1) return ofConversation(entry.action, object, names);
    if (kind == "number"_L1) return ofNumber(entry.action, object, names);
    if (entry.action == "message.queued"_L1) return kindName(object.value("type"_L1).toString());
    const bool text = object.value("from"_L1).isString() && object.value("to"_L1).isString();
    if (text && entry.action != "agent.role"_L1 && kind != "message"_L1 && kind != "link"_L1) return change(quoted(object.value("from"_L1)), quoted(object.value("to"_L1)));
    return ofTeam(entry.action, object, names);
}

QString origin(const AuditEntry &entry) { return entry.origin == "local"_L1 ? Words::tr("this computer", "where a change came from") : entry.origin; }

} // namespace AuditWords
} // namespace Tandem
