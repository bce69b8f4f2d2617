#include "core/store/list/conversation_query.h"

#include "core/coexistence/service_window.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr ConversationCursor newestFirst{std::numeric_limits<qint64>::max(), ConversationId{std::numeric_limits<qint64>::max()}};
const auto placeholder = u"/*condition*/"_s;

/// Few conversations are unread, waiting, answered on the phone or mine: their own indexes are better than the states'.
bool hasNarrowIndex(const ConversationFilter &filter) { return filter.unreadOnly || filter.customerWaiting || filter.answeredOnPhone; }

} // namespace

ConversationQuery::ConversationQuery(const Dialect &dialect, const ConversationFilter &filter, UtcTime now) : m_dialect(dialect), m_sql(dialect, now)
{
    addState(filter);
    addFlags(filter);
    if (filter.windowClosesBefore) {
        add(u"c.window_from_ms > "_s + m_sql.value(toSql(now - ServiceWindow::Length)) + u" AND c.window_from_ms < "_s
            + m_sql.value(toSql(*filter.windowClosesBefore - ServiceWindow::Length)));
    }
    if (!filter.condition) return;
    // The parts of an "all" stand side by side, where an index can serve one of them.
    if (filter.condition->kind == Condition::Kind::All) {
        for (const auto &part : filter.condition->parts) add(u'(' + m_sql.of(part) + u')');
    } else {
        add(u'(' + m_sql.of(*filter.condition) + u')');
    }
}

void ConversationQuery::add(const QString &term) { m_terms += u"\n    AND "_s + term; }

void ConversationQuery::addState(const ConversationFilter &filter)
{
    // An expression hides a column from the planner, which knows nothing of how many rows a word has.
    if (filter.state) add((hasNarrowIndex(filter) ? u"c.state || '' = "_s : u"c.state = "_s) + m_sql.value(word(*filter.state)));
    const bool hidden = hasNarrowIndex(filter) || filter.whose != ConversationFilter::Whose::All || !filter.state;
    if (filter.number) add((hidden ? u"c.number_id + 0 = "_s : u"c.number_id = "_s) + m_sql.value(toSql(*filter.number)));
}

void ConversationQuery::addFlags(const ConversationFilter &filter)
{
    using Whose = ConversationFilter::Whose;
    if (filter.unreadOnly) add(u"c.unread > 0"_s);
    if (filter.customerWaiting) add(u"c.customer_waiting = 1"_s);
    if (filter.answeredOnPhone) add(u"c.answered_on_phone = 1"_s);
    if (filter.whose == Whose::Mine) add(u"c.assignee_id = :me"_s);
    if (filter.whose == Whose::Unassigned) add(u"c.assignee_id IS NULL"_s);
    const auto test = [this](Condition::Field field, qint64 id) {
        Condition condition;
        condition.kind = Condition::Kind::Test;
        condition.field = field;
        condition.value = QString::number(id);
        add(u'(' + m_sql.of(condition) + u')');
    };
    if (filter.label) test(Condition::Field::Label, filter.label->value);
    if (filter.team) test(Condition::Field::Team, filter.team->value);
}

QString ConversationQuery::text(const QString &query) const
{
    auto sql = m_dialect.query(query);
    Q_ASSERT(sql.contains(placeholder));
    return sql.replace(placeholder, m_terms);
}

Statement ConversationQuery::page(Connection &db, std::optional<ConversationCursor> after, int count) const
{
    const auto from = after.value_or(newestFirst);
    return db.runText(text(u"page_conversations"_s),
        m_sql.bindings() + BoundValues{{u":sort_ms"_s, from.lastMessageMs}, {u":id"_s, toSql(from.id)}, {u":count"_s, count}});
}

Statement ConversationQuery::match(Connection &db, const JsonRows &ids) const
{
    return db.runText(text(u"match_conversations"_s), m_sql.bindings() + BoundValues{{u":rows"_s, ids.json()}});
}

Statement ConversationQuery::count(Connection &db, int most) const
{
    return db.runText(text(u"count_matching_conversations"_s), m_sql.bindings() + BoundValues{{u":count"_s, most}});
}

} // namespace Tandem
