#pragma once

#include "core/store/team_stores.h"

#include <algorithm>

namespace Tandem::Test {

/// Notes in memory.
class FakeNoteStore final : public NoteStore
{
public:
    QList<Note> all; ///< of every conversation
    QList<Mention> mentions;
    int added = 0;

    Note &put(qint64 id, qint64 second, const QString &text, ConversationId conversation = {1})
    {
        Note note;
        note.id = {id};
        note.conversationId = conversation;
        note.author = {1};
        note.authorName = QStringLiteral("Ana");
        note.text = text;
        note.createdAt = fromEpochSeconds(second);
        all.append(note);
        return all.last();
    }
    FutureResult<NoteId> add(ConversationId id, const QString &text) override
    {
        ++added;
        return readyFuture<NoteId>(put(1000 + added, 2'000'000'000, text, id).id);
    }
    FutureResult<bool> edit(NoteId id, const QString &text) override
    {
        for (auto &note : all) {
            if (note.id == id) note.text = text;
        }
        return readyFuture<bool>(true);
    }
    FutureResult<bool> remove(NoteId id) override
    {
        for (auto &note : all) {
            if (note.id == id) note.deleted = true;
        }
        return readyFuture<bool>(true);
    }
    FutureResult<QList<Note>> between(ConversationId id, UtcTime from, UtcTime to) override
    {
        QList<Note> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
            [&](const Note &n) { return n.conversationId == id && n.createdAt >= from && n.createdAt < to; });
        std::sort(found.begin(), found.end(), [](const Note &a, const Note &b) { return std::pair(a.createdAt, a.id) < std::pair(b.createdAt, b.id); });
        return readyFuture<QList<Note>>(found);
    }
    FutureResult<QList<Mention>> myMentions(int) override { return readyFuture<QList<Mention>>(mentions); }
    FutureResult<bool> seeMentions(ConversationId id) override
    {
        mentions.removeIf([id](const Mention &m) { return m.conversation == id; });
        return readyFuture<bool>(true);
    }
};

class FakeAgentStore final : public AgentStore
{
public:
    QList<Agent> agents{agent(1, QStringLiteral("me"))};
    int beats = 0;
    int left = 0;

    static Agent agent(qint64 id, const QString &login, const QString &name = {})
    {
        Agent a;
        a.id = {id};
        a.login = login;
        a.displayName = name;
        a.role = id == 1 ? AgentRole::Admin : AgentRole::Agent;
        a.online = true;
        return a;
    }
    FutureResult<Agent> me() override { return readyFuture<Agent>(agents.first()); }
    FutureResult<QList<Agent>> all() override { return readyFuture<QList<Agent>>(agents); }
    FutureResult<QList<Team>> teams() override { return readyFuture<QList<Team>>(QList<Team>()); }
    FutureResult<bool> setDisplayName(AgentId, const QString &) override { return readyFuture<bool>(true); }
    FutureResult<bool> setAway(bool away) override
    {
        agents.first().away = away;
        return readyFuture<bool>(true);
    }
    FutureResult<bool> beat(const QString &) override
    {
        ++beats;
        return readyFuture<bool>(true);
    }
    FutureResult<bool> leave(const QString &) override
    {
        ++left;
        return readyFuture<bool>(true);
    }
};

/// What others do is set by the test; what I say is written down.
class FakePresenceStore final : public PresenceStore
{
public:
    QHash<ConversationId, QList<Viewer>> others;
    QStringList said;
    bool locked = false; ///< somebody else holds the lock

    FutureResult<bool> view(const QString &, std::optional<ConversationId> id) override { return say(QStringLiteral("view"), id.value_or(ConversationId{}), true); }
    FutureResult<bool> type(const QString &, ConversationId id) override { return say(QStringLiteral("type"), id, !locked); }
    FutureResult<bool> release(const QString &, ConversationId id) override { return say(QStringLiteral("release"), id, true); }
    FutureResult<QHash<ConversationId, QList<Viewer>>> viewers(const QString &, const QList<ConversationId> &ids) override
    {
        QHash<ConversationId, QList<Viewer>> found;
        for (const auto id : ids) found.insert(id, others.value(id));
        return readyFuture<QHash<ConversationId, QList<Viewer>>>(found);
    }

private:
    FutureResult<bool> say(const QString &what, ConversationId id, bool answer)
    {
        said.append(QStringLiteral("%1 %2").arg(what).arg(id.value));
        return readyFuture<bool>(answer);
    }
};

class FakeLabelStore final : public LabelStore
{
public:
    QList<Label> labels;
    FutureResult<QList<Label>> all() override { return readyFuture<QList<Label>>(labels); }
    FutureResult<QHash<LabelId, int>> usage() override { return readyFuture<QHash<LabelId, int>>(QHash<LabelId, int>()); }
    FutureResult<LabelId> save(const Label &label) override
    {
        labels.append(label);
        labels.last().id = {qint64(labels.size())};
        return readyFuture<LabelId>(labels.last().id);
    }
    FutureResult<bool> remove(LabelId) override { return readyFuture<bool>(true); }
    FutureResult<bool> merge(LabelId, LabelId) override { return readyFuture<bool>(true); }
    FutureResult<bool> setOn(ConversationId, LabelId, bool) override { return readyFuture<bool>(true); }
};

class FakeViewStore final : public ViewStore
{
public:
    QList<SavedView> views;
    QList<QList<SavedViewId>> countsAsked;
    FutureResult<QList<SavedView>> all() override { return readyFuture<QList<SavedView>>(views); }
    FutureResult<SavedViewId> save(const SavedView &view) override
    {
        views.append(view);
        views.last().id = {qint64(views.size())};
        return readyFuture<SavedViewId>(views.last().id);
    }
    FutureResult<bool> remove(SavedViewId) override { return readyFuture<bool>(true); }
    FutureResult<QHash<SavedViewId, int>> counts(const QList<SavedViewId> &ids) override
    {
        countsAsked.append(ids);
        return readyFuture<QHash<SavedViewId, int>>(QHash<SavedViewId, int>());
    }
};

} // namespace Tandem::Test
