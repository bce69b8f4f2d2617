#pragma once

#include "core/domain/conversation.h"
#include "core/store/sql/connection.h"

namespace Tandem {

/// Finds messages by their text and contacts by name, phone and username; newest messages first.
class MessageSearch
{
public:
    explicit MessageSearch(Connection &connection) : m_db(connection) {}
    [[nodiscard]] Result<SearchPage> find(const QString &query, std::optional<MessageCursor> olderThan, int limit);

    /// Messages of one conversation, newest first.
    [[nodiscard]] Result<SearchPage> findIn(ConversationId id, const QString &query, int limit);

private:
    [[nodiscard]] Result<QList<SearchHit>> contacts(const QString &query);
    [[nodiscard]] Result<QList<SearchHit>> messages(const QString &match, std::optional<MessageCursor> olderThan, int limit);
    [[nodiscard]] Result<QList<SearchHit>> hits(const Result<QList<qint64>> &messages);
    [[nodiscard]] static SearchPage pageOf(QList<SearchHit> messages, const QString &query, int limit);
    Connection &m_db;
};

} // namespace Tandem
