#pragma once

#include "core/store/stores.h"

#include <QPromise>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>

namespace Tandem {

/// A ConversationStore in memory whose answers wait until the test lets them go, so that stale ones can be provoked.
class FakeConversationStore final : public ConversationStore
{
public:
    QList<ConversationRow> rowsHeld;
    SearchPage searchPage;
    std::optional<Error> failWith;
    bool immediate = true;
    int asked = 0;
    QList<int> askedSizes; ///< of rows()
    QList<NumberId> countsAsked; ///< 0: of all numbers
    QStringList queries;

    static ConversationRow row(qint64 id, qint64 atMs, const QString &title = {})
    {
        ConversationRow r;
        r.id = ConversationId{id};
        r.title = title.isEmpty() ? QStringLiteral("Customer %1").arg(id) : title;
        r.lastMessageAt = fromEpochMillis(atMs);
        return r;
    }

    void put(const ConversationRow &row)
    {
        const auto at = std::find_if(rowsHeld.begin(), rowsHeld.end(), [&](const auto &r) { return r.id == row.id; });
        if (at == rowsHeld.end()) rowsHeld.append(row);
        else *at = row;
    }
    void remove(qint64 id)
    {
        rowsHeld.removeIf([id](const auto &r) { return r.id.value == id; });
    }
    [[nodiscard]] QList<ConversationRow> sorted(const ConversationFilter &filter) const
    {
        QList<ConversationRow> list;
        std::copy_if(rowsHeld.cbegin(), rowsHeld.cend(), std::back_inserter(list), [&](const auto &r) { return passes(r, filter); });
        std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return key(b) < key(a); });
        return list;
    }
    /// Lets the oldest waiting answer go, made of what the store held when it was asked.
    void answerOne()
    {
        auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next();
    }
    /// Lets the newest go first: an answer overtaken on the way.
    void answerNewest()
    {
        auto next = std::move(m_waiting.back());
        m_waiting.pop_back();
        next();
    }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }

    FutureResult<ConversationPage> page(const ConversationFilter &filter, std::optional<ConversationCursor> after, int limit) override
    {
        ConversationPage page;
        for (const auto &r : sorted(filter)) {
            const auto at = key(r);
            if (after && !(at < std::pair(after->lastMessageMs, after->id.value))) continue;
            if (page.rows.size() == limit) {
                page.hasMore = true;
                break;
            }
            page.rows.append(r);
        }
        return deliver<ConversationPage>(page);
    }
    FutureResult<RowsAndMatches> rows(const QList<ConversationId> &ids, const ConversationFilter &filter) override
    {
        askedSizes.append(int(ids.size()));
        RowsAndMatches answer;
        for (const auto &r : rowsHeld) {
            if (!ids.contains(r.id)) continue;
            answer.rows.append(r);
            answer.matches.append(passes(r, filter));
        }
        return deliver<RowsAndMatches>(answer);
    }
    FutureResult<ConversationCounts> counts(std::optional<NumberId> number) override
    {
        countsAsked.append(number.value_or(NumberId{}));
        return deliver<ConversationCounts>({});
    }
    FutureResult<QSet<ConversationId>> mine() override
    {
        QSet<ConversationId> ids;
        for (const auto &r : rowsHeld) {
            if (r.assignee == AgentId{1}) ids.insert(r.id);
        }
        return deliver<QSet<ConversationId>>(ids);
    }
    FutureResult<Contact> contact(ContactId id) override
    {
        Contact contact;
        contact.id = id;
        return deliver<Contact>(contact);
    }
    FutureResult<bool> setState(ConversationId id, ConversationState state) override
    {
        for (auto &r : rowsHeld) {
            if (r.id == id) r.state = state;
        }
        return deliver<bool>(true);
    }
    FutureResult<bool> markRead(ConversationId, UtcTime) override { return deliver<bool>(true); }
    FutureResult<bool> markUnread(ConversationId, MessageId) override { return deliver<bool>(true); }
    FutureResult<bool> setDraft(ConversationId, const QString &) override { return deliver<bool>(true); }
    FutureResult<bool> acknowledgeFailure(ConversationId, UtcTime) override { return deliver<bool>(true); }
    FutureResult<SearchPage> search(const QString &query, std::optional<MessageCursor>, int) override
    {
        queries.append(query);
        return deliver<SearchPage>(searchPage);
    }
    FutureResult<SearchPage> searchIn(ConversationId id, const QString &query, int) override
    {
        queries.append(query);
        SearchPage page = searchPage;
        page.messages.removeIf([id](const SearchHit &hit) { return hit.conversationId != id; });
        return deliver<SearchPage>(page);
    }
    FutureResult<ConversationId> findOrCreate(NumberId, const Peer &) override { return deliver<ConversationId>({}); }

private:
    static std::pair<qint64, qint64> key(const ConversationRow &r)
    {
        return {r.lastMessageAt ? toEpochMillis(*r.lastMessageAt) : 0, r.id.value};
    }
    static bool passes(const ConversationRow &r, const ConversationFilter &f)
    {
        return (!f.state || r.state == *f.state) && (!f.unreadOnly || r.unread > 0) && (!f.number || r.numberId == *f.number);
    }
    template<typename T>
    FutureResult<T> deliver(const T &value)
    {
        ++asked;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const Result<T> result = failWith ? Result<T>(failure(*failWith)) : Result<T>(value);
        auto answer = [promise, result] {
            promise->addResult(result);
            promise->finish();
        };
        if (immediate) answer();
        else m_waiting.push_back(answer);
        return promise->future();
    }

    std::deque<std::function<void()>> m_waiting;
};

} // namespace Tandem
