#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Connection;
class Database;
class MediaChunks;
class Statement;

class MessageStoreSql final : public MessageStore
{
public:
    MessageStoreSql(Database &database, QString mediaFolder, MediaChunks &chunks) : m_db(database), m_mediaFolder(std::move(mediaFolder)), m_chunks(chunks) {}
    FutureResult<MessagePage> newest(ConversationId id, int limit) override;
    FutureResult<MessagePage> older(ConversationId id, MessageCursor before, int limit) override;
    FutureResult<MessagePage> newer(ConversationId id, MessageCursor after, int limit) override;
    FutureResult<MessagePage> around(ConversationId id, MessageCursor center, int limit) override;
    FutureResult<QList<Message>> byIds(const QList<MessageId> &ids) override;
    FutureResult<MessagePage> between(ConversationId id, MessageCursor from, MessageCursor to) override;
    FutureResult<std::optional<MessageCursor>> firstUnread(ConversationId id) override;
    FutureResult<std::optional<MessageCursor>> firstFailed(ConversationId id) override;
    FutureResult<std::optional<MessageCursor>> atDate(ConversationId id, UtcTime day) override;
    FutureResult<QList<Message>> mediaOf(ConversationId id, int limit) override;
    FutureResult<bool> setStarred(MessageId id, bool starred) override;
    FutureResult<QList<Message>> starred(int limit) override;

private:
    enum class Side { Older, Newer };
    [[nodiscard]] Result<QList<Message>> fetch(Connection &db, ConversationId id, Side side, MessageCursor from, int count) const;
    [[nodiscard]] Message messageAt(const Statement &row) const;
    [[nodiscard]] Result<MessagePage> olderPage(Connection &db, ConversationId id, MessageCursor before, int limit) const;
    [[nodiscard]] Result<bool> exists(Connection &db, ConversationId id, Side side, MessageCursor from) const;

    Database &m_db;
    QString m_mediaFolder;
    MediaChunks &m_chunks;
};

} // namespace Tandem
