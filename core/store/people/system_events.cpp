#include "core/store/people/system_events.h"

#include "core/domain/payload_keys.h"
#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/message_row.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"

#include <QCryptographicHash>

#include <tuple>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QJsonObject identitiesOf(const Peer &peer)
{
    QJsonObject all;
    const auto add = [&all](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty()) all[key] = value;
    };
    add("phone"_L1, peer.phone);
    add("user_id"_L1, peer.bsuid);
    add("parent_user_id"_L1, peer.parentBsuid);
    add("username"_L1, peer.username);
    return all;
}

QByteArray bodyOf(const IdentityEvent &event)
{
    QJsonObject system{{u"type"_s, event.kind}};
    if (!event.body.isEmpty()) system["body"_L1] = event.body;
    if (const auto before = identitiesOf(event.before); !before.isEmpty()) system[PayloadKeys::Before] = before;
    if (const auto after = identitiesOf(event.after); !after.isEmpty()) system[PayloadKeys::After] = after;
    return compactJson({{u"system"_s, system}});
}

QString keyOf(const IdentityEvent &event, const QByteArray &body)
{
    if (!event.wamid.isEmpty()) return event.wamid;
    const auto said = QByteArray::number(toEpochMillis(event.timestamp)) + body;
    return QString::fromLatin1(QCryptographicHash::hash(said, QCryptographicHash::Sha256).toHex().left(32));
}

/// The row number that stands for a place in the timeline: of one time, all messages come before all events.
qint64 rowBound(MessageId id) { return std::max<qint64>(0, id.value - Message::FirstEventId); }

/// Columns of select_events_*.
Message lineFrom(const Statement &row, ConversationId conversation)
{
    Message line;
    line.id = MessageId{Message::FirstEventId + row.integer(0)};
    line.numberId = NumberId{row.integer(1)};
    line.conversationId = conversation;
    line.direction = Direction::In;
    line.origin = Origin::Unknown;
    line.type = u"system"_s;
    line.timestamp = fromEpochMillis(row.integer(2));
    line.payload = objectAt(row, 3);
    return line;
}

} // namespace

void SystemEvents::add(NumberId number, const IdentityEvent &event)
{
    if (!peerOf(event).hasIdentity()) return;
    Told told{&event, toEpochMillis(event.timestamp), bodyOf(event)};
    const std::pair key{number.value, keyOf(event, told.body)};
    const auto known = m_told.find(key);
    if (known == m_told.end()) {
        m_told.insert(key, std::move(told));
    } else if (std::tie(told.timestampMs, told.body) < std::tie(known->timestampMs, known->body)) {
        *known = std::move(told);
    }
}

Result<> SystemEvents::write(const ContactResolver &contacts)
{
    JsonRows rows;
    for (auto it = m_told.cbegin(); it != m_told.cend(); ++it) {
        const NumberId number{it.key().first};
        rows.row().add(number).add(it.key().second).add(contacts.contactOf(number, peerOf(*it->event))).add(it->timestampMs).addUtf8(it->body);
    }
    if (rows.isEmpty()) return {};
    JsonRows touched;
    {
        auto changed = m_w.db.run(u"upsert_system_events", rows);
        if (!changed.ok()) return failure(changed.error());
        while (changed.next()) touched.row().add(changed.integer(0));
        if (changed.failedWhileReading()) return failure(changed.error());
    }
    if (touched.isEmpty()) return {};
    auto shown = m_w.db.run(u"select_conversations_of_contacts", touched);
    if (!shown.ok()) return failure(shown.error());
    while (shown.next()) m_w.changes.conversations.insert(ConversationId{shown.integer(0)});
    return {};
}

Result<QList<Message>> SystemEvents::lines(Connection &db, ConversationId id, Side side, MessageCursor from, int count)
{
    return collect<Message>(db.run(side == Side::Older ? u"select_events_older" : u"select_events_newer",
        {{u":conversation_id", toSql(id)}, {u":timestamp_ms", from.timestampMs}, {u":id", rowBound(from.id)}, {u":count", count}}),
        [id](const Statement &row) { return lineFrom(row, id); });
}

Result<QList<Message>> SystemEvents::lines(Connection &db, ConversationId id, MessageCursor from, MessageCursor to)
{
    return collect<Message>(db.run(u"select_events_between",
        {{u":conversation_id", toSql(id)}, {u":from_ms", from.timestampMs}, {u":from_id", rowBound(from.id)},
            {u":to_ms", to.timestampMs}, {u":to_id", rowBound(to.id)}}),
        [id](const Statement &row) { return lineFrom(row, id); });
}

} // namespace Tandem
