#include "core/store/apply/message_batch.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"
#include "core/store/sql/row_ids.h"

#include <QJsonDocument>

#include <limits>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto nowhere = std::numeric_limits<std::size_t>::max();

JsonRows keyRows(const QList<MessageBatch::Key> &keys)
{
    JsonRows rows;
    for (const auto &[number, wamid] : keys) rows.row().add(number).add(wamid);
    return rows;
}

std::optional<MediaRef> storedMedia(const Statement &row, int first)
{
    if (row.isNull(first)) return std::nullopt;
    return MediaRef{row.text(first), row.text(first + 1), row.text(first + 2), row.text(first + 3), row.text(first + 4),
        row.flag(first + 5), row.flag(first + 6)};
}

MediaRef mediaFrom(const QJsonObject &o)
{
    return {o["id"_L1].toString(), o["url"_L1].toString(), o["mime"_L1].toString(), o["sha256"_L1].toString(),
        o["filename"_L1].toString(), o["voice"_L1].toBool(), o["animated"_L1].toBool()};
}

/// Columns of select_messages_to_merge.
MessageRow rowFrom(const Statement &s)
{
    MessageRow r;
    r.id = s.integer(0);
    r.number = NumberId{s.integer(1)};
    r.conversation = ConversationId{s.integer(2)};
    r.wamid = s.text(3);
    r.timestampMs = s.integer(4);
    r.direction = wordAt(s, 5, Direction::In);
    r.origin = wordAt(s, 6, Origin::Unknown);
    r.source = wordAt(s, 7, MessageSource::History);
    r.status = wordAt(s, 8, MessageStatus::None);
    r.baseStatus = wordAt(s, 9, MessageStatus::None);
    r.revoked = s.flag(11);
    r.failureSeen = s.flag(12);
    r.text = s.text(14);
    r.payload = s.text(15).toUtf8();
    r.type = s.text(13);
    r.error = {int(s.integer(17)), s.text(18), s.text(19)};
    r.edits = s.text(21).toUtf8();
    r.reactions = s.text(22).toUtf8();
    r.author = s.text(23);
    r.outboxId = s.integer(24);
    if (!s.isNull(25)) r.shownMedia = storedMedia(s, 26);
    r.priceCategory = s.text(33);
    r.billable = s.flag(34);
    r.contact = ContactId{s.integer(35)};
    r.content = {int(s.integer(10)), s.text(13), r.text, r.payload, s.text(16), r.error, r.shownMedia};
    if (!s.isNull(20)) {
        const auto base = objectAt(s, 20);
        r.content.type = base["type"_L1].toString(r.content.type);
        r.content.text = base["text"_L1].toString();
        r.content.payload = base["payload"_L1].toString().toUtf8();
        r.content.error = {base["code"_L1].toInt(), base["title"_L1].toString(), base["details"_L1].toString()};
        r.content.media.reset();
        if (base.contains("media"_L1)) r.content.media = mediaFrom(base["media"_L1].toObject());
    }
    // A placeholder's media row holds only its state.
    if (r.type == "media_placeholder"_L1) r.content.media = r.shownMedia = std::nullopt;
    return r;
}

bool sameColumns(const MessageRow &a, const MessageRow &b)
{
    const auto tie = [](const MessageRow &r) {
        return std::tie(r.conversation, r.timestampMs, r.direction, r.origin, r.source, r.status, r.baseStatus, r.content.rank,
            r.type, r.content.type, r.text, r.payload, r.content.replyTo, r.error.code, r.error.title, r.error.details, r.edits,
            r.reactions, r.revoked, r.priceCategory, r.billable);
    };
    return tie(a) == tie(b) && a.content.text == b.content.text && a.content.payload == b.content.payload;
}

/// What was first written, kept only where edits or a failure show something else.
QByteArray baseOf(const MessageRow &r)
{
    if (r.edits.isEmpty() && r.type == r.content.type && r.text == r.content.text && r.payload == r.content.payload && r.error == r.content.error && r.shownMedia == r.content.media) return {};
    QJsonObject base{{u"text"_s, r.content.text}, {u"payload"_s, QString::fromUtf8(r.content.payload)}};
    if (r.type != r.content.type) base["type"_L1] = r.content.type;
    if (r.content.error.code != 0) {
        base["code"_L1] = r.content.error.code;
        base["title"_L1] = r.content.error.title;
        base["details"_L1] = r.content.error.details;
    }
    if (const auto &m = r.content.media) {
        base["media"_L1] = QJsonObject{{u"id"_s, m->id}, {u"url"_s, m->url}, {u"mime"_s, m->mime}, {u"sha256"_s, m->sha256},
            {u"filename"_s, m->filename}, {u"voice"_s, m->voice}, {u"animated"_s, m->animated}};
    }
    return compactJson(base);
}

using Shape = std::tuple<qint64, Direction, Origin, MessageSource, MessageStatus, MessageStatus, QString, int, bool>;

Shape shapeOf(const MessageRow &r)
{
    return {r.number.value, r.direction, r.origin, r.source, r.status, r.baseStatus, r.type, r.content.rank, r.revoked};
}

bool hasDetails(const MessageRow &r)
{
    return r.error.code != 0 || r.outboxId != 0 || !r.edits.isEmpty() || !r.reactions.isEmpty() || !r.priceCategory.isEmpty() || !baseOf(r).isEmpty();
}

void addOrNull(JsonRows &rows, const QByteArray &utf8) { utf8.isEmpty() ? rows.addNull() : rows.addUtf8(utf8); }

void addColumns(JsonRows &rows, const MessageRow &r)
{
    rows.row().add(r.id).add(r.number).add(r.conversation).add(r.timestampMs).add(word(r.direction)).add(word(r.origin))
        .add(word(r.source)).add(word(r.status)).add(word(r.baseStatus)).add(r.type).add(r.content.rank).add(r.revoked)
        .add(r.failureSeen).addText(r.wamid).addText(r.text).addUtf8(r.payload).addText(r.content.replyTo);
    if (r.error.code != 0) {
        rows.add(r.error.code).add(r.error.title).add(r.error.details);
    } else {
        rows.addNull().addNull().addNull();
    }
    addOrNull(rows, baseOf(r));
    addOrNull(rows, r.edits);
    addOrNull(rows, r.reactions);
    rows.addText(r.author);
    r.outboxId == 0 ? rows.addNull() : rows.add(r.outboxId);
    rows.addText(r.priceCategory).add(r.billable);
}

} // namespace

void MessageBatch::addFact(NumberId number, const QString &wamid, MessageFact fact)
{
    want(number, wamid);
    const std::pair key{Key{number.value, wamid}, fact.kind + u'|' + fact.key};
    const auto known = m_newFacts.find(key);
    if (known == m_newFacts.end()) {
        m_newFacts.insert(key, std::move(fact));
    } else if (std::pair(fact.timestampMs, compactJson(fact.body)) < std::pair(known->timestampMs, compactJson(known->body))) {
        *known = std::move(fact);
    }
}

void MessageBatch::want(NumberId number, const QString &wamid)
{
    const Key key{number.value, wamid};
    if (!m_index.contains(key)) m_index.insert(key, nowhere);
}

Result<> MessageBatch::load()
{
    TANDEM_TRY(writeFacts());
    // Facts of another writer are read after its rows are free: whoever derives last sees them all.
    TANDEM_TRY(lockMessages(m_w.db, keyRows(m_index.keys())));
    TANDEM_TRY(loadRows());
    return loadFacts();
}

Result<> MessageBatch::writeFacts()
{
    JsonRows rows;
    for (auto it = m_newFacts.cbegin(); it != m_newFacts.cend(); ++it) {
        const auto &[number, wamid] = it.key().first;
        rows.row().add(number).add(wamid).add(it->kind).add(it->key).add(it->timestampMs).addUtf8(compactJson(it->body));
    }
    return m_w.db.execute(u"upsert_message_facts", rows);
}

Result<> MessageBatch::loadRows()
{
    if (m_index.isEmpty()) return {};
    auto rows = m_w.db.run(u"select_messages_to_merge", keyRows(m_index.keys()));
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        m_rows.push_back(rowFrom(rows));
        m_index[{m_rows.back().number.value, m_rows.back().wamid}] = m_rows.size() - 1;
    }
    if (rows.failedWhileReading()) return failure(rows.error());
    m_before = m_rows;
    return {};
}

Result<> MessageBatch::loadFacts()
{
    if (m_index.isEmpty()) return {};
    auto rows = m_w.db.run(u"select_message_facts", keyRows(m_index.keys()));
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        m_facts[{rows.integer(0), rows.text(1)}].push_back({rows.text(2), rows.text(3), rows.integer(4), objectAt(rows, 5)});
    }
    if (rows.failedWhileReading()) return failure(rows.error());
    return {};
}

MessageRow *MessageBatch::find(NumberId number, const QString &wamid)
{
    const auto at = m_index.value({number.value, wamid}, nowhere);
    return at == nowhere ? nullptr : &m_rows[at];
}

MessageRow &MessageBatch::create(NumberId number, const QString &wamid)
{
    m_index[{number.value, wamid}] = m_rows.size();
    auto &row = m_rows.emplace_back();
    row.number = number;
    row.wamid = wamid;
    return row;
}

Result<> MessageBatch::write(const QHash<qint64, std::optional<UtcTime>> &onboarded, const ContactResolver *contacts)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto &row = m_rows[i];
        const auto facts = m_facts.constFind({row.number.value, row.wamid});
        static const std::vector<MessageFact> none;
        row.derive(facts == m_facts.cend() ? none : *facts);
        if (i >= m_before.size()) {
            m_fresh.push_back(i);
            if (row.isLiveCustomer()) m_reopened.insert(row.conversation);
        } else if (!sameColumns(row, m_before[i]) || row.mediaChanged) {
            m_changed.push_back(i);
            m_touched.insert(m_before[i].conversation);
            // A history that was faster than the live message must not keep it quiet.
            if (row.isLiveCustomer() && !m_before[i].isLiveCustomer()) {
                m_reopened.insert(row.conversation);
                m_w.changes.liveCustomerMessages.append(MessageId{row.id});
            }
        } else {
            continue;
        }
        m_touched.insert(row.conversation);
    }
    TANDEM_TRY(writeRows());
    if (contacts) TANDEM_TRY(writeHomes(*contacts));
    TANDEM_TRY(writeMedia(onboarded));
    return writeSearch();
}

Result<> MessageBatch::writeRows()
{
    auto ids = allocateIds(m_w.db, u"allocate_message_ids", int(m_fresh.size()));
    if (!ids) return failure(ids.error());
    // What thousands of rows of a history chunk share is bound once for each group, not read from JSON for each row:
    // that halves the time of an import.
    std::map<Shape, JsonRows> groups;
    JsonRows changed;
    for (const auto i : m_fresh) {
        auto &row = m_rows[i];
        row.id = ids->take();
        groups[shapeOf(row)].row().add(row.id).add(row.conversation).add(row.timestampMs).addText(row.wamid).addText(row.text)
            .addUtf8(row.payload).addText(row.content.replyTo);
        if (hasDetails(row)) addColumns(changed, row);
        if (row.isLiveCustomer()) m_w.changes.liveCustomerMessages.append(MessageId{row.id});
    }
    for (const auto &[shape, rows] : groups) {
        const auto &[number, direction, origin, source, status, base, type, rank, revoked] = shape;
        TANDEM_TRY(m_w.db.execute(u"insert_messages", rows, {{u":number_id", number}, {u":direction", word(direction)},
            {u":origin", word(origin)}, {u":source", word(source)}, {u":status", word(status)}, {u":base_status", word(base)},
            {u":type", toSql(type)}, {u":content_rank", rank}, {u":revoked", toSql(revoked)}}));
    }
    for (const auto i : m_changed) addColumns(changed, m_rows[i]);
    return m_w.db.execute(u"update_messages", changed);
}

} // namespace Tandem
