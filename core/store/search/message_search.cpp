#include "core/store/search/message_search.h"

#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/search/search_text.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qsizetype snippetLength = 200;
constexpr qsizetype snippetLead = 60;

/// A query that looks like a phone number, as digits; else empty.
QString phoneDigits(const QString &query)
{
    QString digits;
    for (const auto c : query) {
        if (c.isDigit()) {
            digits.append(c);
        } else if (!u"+-() .\u00a0"_s.contains(c)) {
            return {};
        }
    }
    return digits.size() >= 2 ? digits : QString();
}

QString snippet(const QString &text, const QString &query)
{
    const auto line = text.simplified();
    if (line.size() <= snippetLength) return line;
    const auto folded = SearchText::fold(line);
    const auto at = folded.indexOf(SearchText::fold(query).simplified().section(u' ', 0, 0));
    const auto from = std::clamp(at - snippetLead, qsizetype(0), line.size() - snippetLength);
    return line.mid(from, snippetLength);
}

} // namespace

Result<SearchPage> MessageSearch::find(const QString &query, std::optional<MessageCursor> olderThan, int limit)
{
    SearchPage page;
    if (query.trimmed().isEmpty()) return page;
    if (!olderThan) {
        auto found = contacts(query);
        if (!found) return failure(found.error());
        page.contacts = std::move(*found);
    }
    const auto match = m_db.dialect().matchText(SearchText::phrases(query));
    if (match.isEmpty()) return page;
    auto found = messages(match, olderThan, limit + 1);
    if (!found) return failure(found.error());
    auto messages = pageOf(std::move(*found), query, limit);
    page.messages = std::move(messages.messages);
    page.hasMore = messages.hasMore;
    return page;
}

Result<SearchPage> MessageSearch::findIn(ConversationId id, const QString &query, int limit)
{
    const auto match = m_db.dialect().matchText(SearchText::phrases(query));
    if (match.isEmpty()) return SearchPage{};
    auto found = hits(collect<qint64>(m_db.run(u"search_conversation", {{u":match", match}, {u":conversation_id", toSql(id)},
                                          {u":message_mask", SearchIndex::messageOf(-1)}, {u":count", limit + 1}}),
        [](const Statement &row) { return SearchIndex::messageOf(row.integer(0)); }));
    if (!found) return failure(found.error());
    return pageOf(std::move(*found), query, limit);
}

SearchPage MessageSearch::pageOf(QList<SearchHit> messages, const QString &query, int limit)
{
    SearchPage page;
    page.hasMore = messages.size() > limit;
    if (page.hasMore) messages.removeLast();
    for (auto &hit : messages) hit.text = snippet(hit.text, query);
    page.messages = std::move(messages);
    return page;
}

Result<QList<SearchHit>> MessageSearch::contacts(const QString &query)
{
    const auto digits = phoneDigits(query);
    const auto wanted = digits.isEmpty() ? SearchText::fold(query).simplified() : digits;
    return collect<SearchHit>(m_db.run(u"search_contacts", {{u":wanted", toSql(wanted)}}), [](const Statement &row) {
        SearchHit hit;
        hit.kind = SearchHit::Kind::Contact;
        hit.conversationId = ConversationId{row.integer(0)};
        hit.title = row.text(1);
        hit.text = row.text(2);
        hit.timestamp = fromEpochMillis(row.integer(3));
        hit.colorIndex = int(row.integer(4));
        hit.coexistence = row.flag(5);
        return hit;
    });
}

Result<QList<SearchHit>> MessageSearch::messages(const QString &match, std::optional<MessageCursor> olderThan, int limit)
{
    const qint64 before = olderThan ? SearchIndex::entryOf(olderThan->id.value, olderThan->timestampMs) : std::numeric_limits<qint64>::max();
    return hits(collect<qint64>(m_db.run(u"search_messages", {{u":match", match}, {u":before", before}, {u":count", limit}}),
        [](const Statement &row) { return SearchIndex::messageOf(row.integer(0)); }));
}

Result<QList<SearchHit>> MessageSearch::hits(const Result<QList<qint64>> &messages)
{
    if (!messages) return failure(messages.error());
    JsonRows ids;
    for (const auto id : *messages) ids.row().add(id);
    auto found = collect<SearchHit>(m_db.run(u"select_search_hits", ids), [](const Statement &row) {
        SearchHit hit;
        hit.messageId = MessageId{row.integer(0)};
        hit.conversationId = ConversationId{row.integer(1)};
        hit.cursor = {row.integer(2), hit.messageId};
        hit.timestamp = fromEpochMillis(row.integer(2));
        hit.title = row.text(3);
        hit.text = row.text(4);
        hit.direction = wordAt(row, 5, Direction::In);
        hit.origin = wordAt(row, 6, Origin::Unknown);
        hit.colorIndex = int(row.integer(7));
        hit.coexistence = row.flag(8);
        return hit;
    });
    if (found) std::sort(found->begin(), found->end(), [](const SearchHit &a, const SearchHit &b) { return b.cursor < a.cursor; });
    return found;
}

} // namespace Tandem
