#pragma once

#include "core/base/on_finished.h"
#include "core/store/stores.h"

#include <algorithm>
#include <deque>

namespace Tandem::Test {

/// A MessageStore over a sorted list. With `hold` on, answers wait until `release`, in any order a test wants.
class FakeMessageStore final : public MessageStore
{
public:
    QList<Message> all; ///< of every conversation, kept sorted by (timestamp, id)
    bool hold = false;
    bool broken = false;
    int calls = 0;
    std::optional<MessageCursor> unread;
    std::optional<MessageCursor> failed;

    static MessageCursor cursorOf(const Message &m) { return {toEpochMillis(m.timestamp), m.id}; }

    static Message text(qint64 id, qint64 seconds, const QString &text, ConversationId conversation = {1})
    {
        Message message;
        message.id = {id};
        message.numberId = {1};
        message.conversationId = conversation;
        message.wamid = QStringLiteral("wamid.%1").arg(id);
        message.type = QStringLiteral("text");
        message.text = text;
        message.timestamp = fromEpochSeconds(seconds);
        return message;
    }
    void add(const Message &message)
    {
        all.insert(std::upper_bound(all.begin(), all.end(), message, [](const Message &a, const Message &b) { return cursorOf(a) < cursorOf(b); }), message);
    }
    void fill(int count, qint64 firstSecond = 1'780'000'000, ConversationId conversation = {1})
    {
        for (int i = 0; i < count; ++i) add(text(i + 1, firstSecond + i * 60, QStringLiteral("message %1").arg(i), conversation));
    }
    void releaseAll()
    {
        while (!m_waiting.empty()) release(0);
    }
    void release(size_t index)
    {
        auto answer = std::move(m_waiting.at(index));
        m_waiting.erase(m_waiting.begin() + std::ptrdiff_t(index));
        answer();
    }
    [[nodiscard]] size_t waiting() const { return m_waiting.size(); }

    FutureResult<MessagePage> newest(ConversationId id, int limit) override
    {
        return page(id, [=](const QList<Message> &m) { return cut(m, std::max<qsizetype>(0, m.size() - limit), m.size()); });
    }
    FutureResult<MessagePage> older(ConversationId id, MessageCursor before, int limit) override
    {
        return page(id, [=](const QList<Message> &m) {
            const auto end = at(m, before);
            return cut(m, std::max<qsizetype>(0, end - limit), end);
        });
    }
    FutureResult<MessagePage> newer(ConversationId id, MessageCursor after, int limit) override
    {
        return page(id, [=](const QList<Message> &m) {
            auto first = at(m, after);
            if (first < m.size() && cursorOf(m.at(first)) == after) ++first;
            return cut(m, first, std::min(m.size(), first + limit));
        });
    }
    FutureResult<MessagePage> around(ConversationId id, MessageCursor center, int limit) override
    {
        return page(id, [=](const QList<Message> &m) {
            const auto middle = at(m, center);
            const auto first = std::max<qsizetype>(0, middle - limit / 2);
            return cut(m, first, std::min(m.size(), first + limit));
        });
    }
    FutureResult<MessagePage> between(ConversationId id, MessageCursor from, MessageCursor to) override
    {
        return page(id, [=](const QList<Message> &m) {
            auto end = at(m, to);
            if (end < m.size() && cursorOf(m.at(end)) == to) ++end;
            return cut(m, at(m, from), end);
        });
    }
    FutureResult<QList<Message>> byIds(const QList<MessageId> &ids) override
    {
        QList<Message> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const Message &m) { return ids.contains(m.id); });
        return readyFuture<QList<Message>>(found);
    }
    FutureResult<std::optional<MessageCursor>> firstUnread(ConversationId) override
    {
        return answer<std::optional<MessageCursor>>([this] { return unread; });
    }
    FutureResult<std::optional<MessageCursor>> firstFailed(ConversationId) override
    {
        return answer<std::optional<MessageCursor>>([this] { return failed; });
    }
    FutureResult<std::optional<MessageCursor>> atDate(ConversationId, UtcTime) override
    {
        return readyFuture<std::optional<MessageCursor>>(std::optional<MessageCursor>());
    }
    FutureResult<QList<Message>> mediaOf(ConversationId, int) override { return readyFuture<QList<Message>>(QList<Message>()); }
    FutureResult<bool> setStarred(MessageId id, bool starred) override
    {
        for (auto &m : all) {
            if (m.id == id) m.starred = starred;
        }
        return readyFuture<bool>(true);
    }
    FutureResult<QList<Message>> starred(int limit) override
    {
        QList<Message> found;
        std::copy_if(all.rbegin(), all.rend(), std::back_inserter(found), [](const Message &m) { return m.starred; });
        return readyFuture<QList<Message>>(found.mid(0, limit));
    }

private:
    static qsizetype at(const QList<Message> &m, MessageCursor cursor)
    {
        return std::lower_bound(m.begin(), m.end(), cursor, [](const Message &a, const MessageCursor &c) { return cursorOf(a) < c; }) - m.begin();
    }
    static MessagePage cut(const QList<Message> &m, qsizetype first, qsizetype end)
    {
        return {m.mid(first, end - first), first > 0, end < m.size()};
    }
    template<typename F>
    FutureResult<MessagePage> page(ConversationId id, F make)
    {
        return answer<MessagePage>([this, id, make] {
            QList<Message> own;
            std::copy_if(all.begin(), all.end(), std::back_inserter(own), [id](const Message &m) { return m.conversationId == id; });
            return make(own);
        });
    }
    template<typename T, typename F>
    FutureResult<T> answer(F make)
    {
        ++calls;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        // The answer is what was there when the question was asked: a slow one is an old one.
        Result<T> value = make();
        if (broken) value = failure(ErrorCode::Database, QStringLiteral("The database is damaged."));
        const auto finish = [promise, value] {
            promise->addResult(value);
            promise->finish();
        };
        if (hold) {
            m_waiting.emplace_back(finish);
        } else {
            finish();
        }
        return future;
    }

    std::deque<std::function<void()>> m_waiting;
};

} // namespace Tandem::Test
