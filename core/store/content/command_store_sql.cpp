#include "core/store/content/command_store_sql.h"

#include "core/store/content/command_queue.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Result<std::optional<Command>> find(Writing &w, CommandId id)
{
    auto found = collect<Command>(w.db.run(u"select_command", {{u":id", toSql(id)}}), commandFrom);
    if (!found) return failure(found.error());
    return found->isEmpty() ? std::optional<Command>() : std::optional(found->first());
}

Result<> showBlocked(Writing &w, const Command &command)
{
    const auto contact = contactOfCommand(w, command.numberId, command.body);
    if (!contact) return failure(contact.error());
    const auto rows = w.db.execute(u"set_contact_blocked",
        {{u":id", toSql(*contact)}, {u":blocked", toSql(command.kind == CommandKind::Block)}, {u":now_ms", toSql(w.now)}});
    if (!rows) return failure(rows.error());
    JsonRows wanted;
    wanted.row().add(*contact);
    auto shown = w.db.run(u"select_conversations_of_contacts", wanted);
    if (!shown.ok()) return failure(shown.error());
    while (shown.next()) w.changes.conversations.insert(ConversationId{shown.integer(0)});
    return {};
}

Result<bool> ended(Writing &w, CommandId id, CommandState state, int code, const QString &text)
{
    const auto command = find(w, id);
    if (!command) return failure(command.error());
    if (!*command || (*command)->state != CommandState::Queued) return false; // replaced by a newer one
    const auto kind = (*command)->kind;
    const bool done = state == CommandState::Done;
    // Nobody asks again for a read mark or a typing sign that worked.
    const auto rows = done && (kind == CommandKind::MarkRead || kind == CommandKind::Typing)
        ? w.db.execute(u"delete_command", {{u":id", toSql(id)}})
        : w.db.execute(u"end_command", {{u":id", toSql(id)}, {u":state", word(state)}, {u":now_ms", toSql(w.now)}, {u":code", code},
              {u":text", toSql(text)}});
    if (!rows) return failure(rows.error());
    if (done && (kind == CommandKind::Block || kind == CommandKind::Unblock)) TANDEM_TRY(showBlocked(w, **command));
    w.changes.commands = true;
    if (kind == CommandKind::SyncTemplates) w.changes.templates = true;
    return true;
}

} // namespace

FutureResult<CommandId> CommandStoreSql::enqueue(NumberId number, CommandKind kind, const QJsonObject &body)
{
    return m_db.write<CommandId>(Lane::Urgent, [=](Writing &w) { return queueCommand(w, number, kind, body); });
}

FutureResult<QList<Command>> CommandStoreSql::due(UtcTime now, int limit)
{
    return m_db.read<QList<Command>>([=](Connection &db) {
        return collect<Command>(db.run(u"select_commands_due", {{u":now_ms", toSql(now)}, {u":count", limit}}), commandFrom);
    });
}

FutureResult<bool> CommandStoreSql::done(CommandId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return ended(w, id, CommandState::Done, 0, {}); });
}

FutureResult<bool> CommandStoreSql::failed(CommandId id, int code, const QString &text)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return ended(w, id, CommandState::Failed, code, text); });
}

FutureResult<bool> CommandStoreSql::retryAt(CommandId id, UtcTime when)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"delay_command", {{u":id", toSql(id)}, {u":not_before_ms", toSql(when)}});
        if (!rows) return failure(rows.error());
        w.changes.commands = true;
        return *rows > 0;
    });
}

FutureResult<QList<Command>> CommandStoreSql::recentFailures(UtcTime since)
{
    return m_db.read<QList<Command>>([=](Connection &db) {
        return collect<Command>(db.run(u"select_commands_failed", {{u":since_ms", toSql(since)}}), commandFrom);
    });
}

} // namespace Tandem
