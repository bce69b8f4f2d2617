#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Connection;
class Database;

class ConversationStoreSql final : public ConversationStore
{
public:
    explicit ConversationStoreSql(Database &database) : m_db(database) {}
    FutureResult<ConversationPage> page(const ConversationFilter &filter, std::optional<ConversationCursor> after, int limit) override;
    FutureResult<RowsAndMatches> rows(const QList<ConversationId> &ids, const ConversationFilter &filter) override;
    FutureResult<ConversationCounts> counts(std::optional<NumberId> number) override;
    FutureResult<QSet<ConversationId>> mine() override;
    FutureResult<Contact> contact(ContactId id) override;
    FutureResult<bool> setState(ConversationId id, ConversationState state) override;
    FutureResult<bool> markRead(ConversationId id, UtcTime upTo) override;
    FutureResult<bool> markUnread(ConversationId id, MessageId from) override;
    FutureResult<bool> setDraft(ConversationId id, const QString &text) override;
    FutureResult<bool> acknowledgeFailure(ConversationId id, UtcTime upTo) override;
    FutureResult<SearchPage> search(const QString &query, std::optional<MessageCursor> olderThan, int limit) override;
    FutureResult<SearchPage> searchIn(ConversationId id, const QString &query, int limit) override;
    FutureResult<ConversationId> findOrCreate(NumberId number, const Peer &peer) override;

private:
    FutureResult<SearchPage> find(std::function<Result<SearchPage>(Connection &)> what);
    Database &m_db;
};

} // namespace Tandem
