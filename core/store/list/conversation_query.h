#pragma once

#include "core/domain/conversation.h"
#include "core/store/list/condition_sql.h"

namespace Tandem {

class JsonRows;

/// The list's filter as statements. Each shape of filter is a text of its own, so that the database knows which index
/// serves it; texts are few and stay prepared.
class ConversationQuery
{
public:
    ConversationQuery(const Dialect &dialect, const ConversationFilter &filter, UtcTime now);

    [[nodiscard]] Statement page(Connection &db, std::optional<ConversationCursor> after, int count) const; ///< columns of conversationFrom()
    [[nodiscard]] Statement match(Connection &db, const JsonRows &ids) const; ///< those of these ids that pass
    [[nodiscard]] Statement count(Connection &db, int most) const; ///< how many pass; counting stops at `most`
    [[nodiscard]] QString text(const QString &query) const; ///< of this statement's file, with the conditions in

private:
    void addState(const ConversationFilter &filter);
    void addFlags(const ConversationFilter &filter);
    void add(const QString &term);

    const Dialect &m_dialect;
    ConditionSql m_sql;
    QString m_terms;
};

} // namespace Tandem
