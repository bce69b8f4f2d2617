#include "core/store/content/command_queue.h"

#include "core/store/apply/message_row.h"
#include "core/store/rows.h"

using namespace Qt::StringLiterals;

namespace Tandem {

Result<ContactId> contactOfCommand(Writing &w, NumberId number, const QJsonObject &body)
{
    for (const auto *kind : {u"phone", u"bsuid"}) {
        const auto value = body[QString::fromUtf16(kind)].toString();
        if (value.isEmpty()) continue;
        auto row = w.db.run(u"select_contact_of_identity",
            {{u":number_id", toSql(number)}, {u":kind", QString::fromUtf16(kind)}, {u":value", toSql(value)}});
        if (!row.ok()) return failure(row.error());
        if (row.next()) return ContactId{row.integer(0)};
    }
    return ContactId{body["contact"_L1].toInteger()};
}

namespace {

/// What makes two queued commands the same wish: conversation, contact or WABA.
Result<QString> targetOf(Writing &w, NumberId number, CommandKind kind, const QJsonObject &body)
{
    if (kind == CommandKind::SyncTemplates) return body["waba"_L1].toString();
    if (kind == CommandKind::Block || kind == CommandKind::Unblock) {
        const auto contact = contactOfCommand(w, number, body);
        if (!contact) return failure(contact.error());
        return QString::number(contact->value);
    }
    const auto wamid = body["wamid"_L1].toString();
    auto row = w.db.run(u"select_conversation_of_wamid", {{u":number_id", toSql(number)}, {u":wamid", toSql(wamid)}});
    if (!row.ok()) return failure(row.error());
    return row.next() ? QString::number(row.integer(0)) : wamid;
}

Result<> dropQueued(Writing &w, NumberId number, CommandKind kind, const QString &target)
{
    const auto rows = w.db.execute(u"drop_queued_commands",
        {{u":number_id", toSql(number)}, {u":kind", word(kind)}, {u":target", toSql(target)}});
    if (!rows) return failure(rows.error());
    return {};
}

} // namespace

Result<CommandId> queueCommand(Writing &w, NumberId number, CommandKind kind, const QJsonObject &body)
{
    const auto target = targetOf(w, number, kind, body);
    if (!target) return failure(target.error());
    TANDEM_TRY(dropQueued(w, number, kind, *target));
    // The last wish counts.
    if (kind == CommandKind::Block) TANDEM_TRY(dropQueued(w, number, CommandKind::Unblock, *target));
    if (kind == CommandKind::Unblock) TANDEM_TRY(dropQueued(w, number, CommandKind::Block, *target));
    auto row = w.db.run(u"insert_command", {{u":number_id", toSql(number)}, {u":kind", word(kind)}, {u":target", toSql(*target)},
        {u":body", QString::fromUtf8(compactJson(body))}, {u":now_ms", toSql(w.now)}});
    if (!row.next()) return failure(row.error());
    w.changes.commands = true;
    w.changes.templates = kind == CommandKind::SyncTemplates; // its list is being fetched now
    return CommandId{row.integer(0)};
}

} // namespace Tandem
