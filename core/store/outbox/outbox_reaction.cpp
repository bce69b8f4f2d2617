#include "core/store/outbox/outbox_reaction.h"

#include "core/store/apply/message_batch.h"
#include "core/store/rows.h"
#include "core/store/team/team_rights.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

Result<QSet<ConversationId>> OutboxReaction::follow(OutboxId id)
{
    NumberId number;
    QString key, target, emoji;
    bool wanted = false;
    {
        auto row = m_w.db.run(u"select_outbox_reaction", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return QSet<ConversationId>();
        number = NumberId{row.integer(0)};
        key = u"outbox|"_s + row.text(1);
        const auto content = objectAt(row, 2);
        target = content["message_id"_L1].toString();
        emoji = content["emoji"_L1].toString();
        const auto state = wordAt(row, 3, OutboxState::None);
        wanted = state != OutboxState::Failed && state != OutboxState::Cancelled;
    }
    bool there = false;
    qint64 newest = 0;
    {
        auto row = m_w.db.run(u"select_reaction_times", {{u":number_id", toSql(number)}, {u":wamid", toSql(target)}, {u":fact_key", key}});
        if (!row.next()) return failure(row.error());
        newest = row.integer(0);
        there = row.integer(1) > 0;
    }
    if (there == wanted) return QSet<ConversationId>();
    MessageBatch messages(m_w);
    if (wanted) {
        // Two within one tick of the clock: the later one counts.
        const auto now = timeOfDay(m_w.db, m_w.now);
        if (!now) return failure(now.error());
        const auto at = std::max(toEpochMillis(*now), newest + 1);
        messages.addFact(number, target, {u"reaction"_s, key, at, {{u"out"_s, true}, {u"emoji"_s, emoji}}});
    } else {
        const auto rows = m_w.db.execute(u"delete_message_fact",
            {{u":number_id", toSql(number)}, {u":wamid", toSql(target)}, {u":kind", u"reaction"_s}, {u":fact_key", key}});
        if (!rows) return failure(rows.error());
        messages.want(number, target);
    }
    TANDEM_TRY(messages.load());
    TANDEM_TRY(messages.write({}, nullptr));
    return messages.touchedConversations();
}

} // namespace Tandem
