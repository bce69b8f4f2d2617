#include "ui/models/team/team_actions.h"

#include "core/store/stores.h"
#include "core/store/team_stores.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_directory.h"

namespace Tandem {

TeamActions::TeamActions(const Stores &stores, const TeamDirectory &directory, QObject *parent)
    : QObject(parent), m_stores(stores), m_directory(directory)
{
}

void TeamActions::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled) Q_EMIT failed(tr("That could not be saved. %1").arg(error.text));
}

void TeamActions::perform(const FutureResult<bool> &write, const QString &words, std::function<void()> undo, Then then)
{
    onFinished(this, write, [this, words, undo = std::move(undo), then = std::move(then)](const Result<bool> &result) {
        if (!result) fail(result.error());
        else Q_EMIT done(words, undo);
        if (then) then(result);
    });
}

template<typename T>
void TeamActions::takeBack(const FutureResult<T> &write)
{
    onFinished(this, write, [this](const Result<T> &result) {
        if (!result) fail(result.error());
    });
}

void TeamActions::assign(const ConversationRow &row, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note, Then then)
{
    const auto title = Format::identity(row.title);
    QString words;
    const auto *to = agent ? m_directory.agent(*agent) : nullptr;
    const auto *group = team ? m_directory.team(*team) : nullptr;
    const auto me = m_directory.me().id;
    if (agent == me) words = tr("Yours now: %1").arg(title);
    else if (to) words = tr("%1 goes to %2").arg(title, TeamDirectory::name(*to));
    else if (group) words = tr("%1 goes to the team %2").arg(title, group->name);
    else words = tr("Nobody’s now: %1").arg(title);
    const auto assign = [this, me, id = row.id](std::optional<AgentId> who, std::optional<TeamId> theirs, const QString &remark) {
        if (who == me) Q_EMIT taking(id);
        auto write = m_stores.assignments.assign(id, who, theirs, remark);
        if (who == me) {
            onFinished(this, write, [this, id](const Result<bool> &done) {
                if (!done || !*done) Q_EMIT notTaken(id);
            });
        }
        return write;
    };
    perform(assign(agent, team, note), words, [this, assign, before = row.assignee, teamBefore = row.team] { takeBack(assign(before, teamBefore, {})); }, std::move(then));
}

void TeamActions::snooze(const ConversationRow &row, UtcTime until)
{
    perform(m_stores.assignments.snooze(row.id, until), tr("Snoozed until %1").arg(Format::dateAndTime(until)),
        [this, id = row.id, before = row.state, old = row.snoozedUntil] {
            if (before == ConversationState::Snoozed && old) takeBack(m_stores.assignments.snooze(id, *old));
            else takeBack(m_stores.conversations.setState(id, before));
        });
}

void TeamActions::wake(const ConversationRow &row)
{
    perform(m_stores.conversations.setState(row.id, ConversationState::Open), tr("Awake again: %1").arg(Format::identity(row.title)),
        [this, id = row.id, old = row.snoozedUntil] {
            if (old) takeBack(m_stores.assignments.snooze(id, *old));
        });
}

void TeamActions::setPending(const ConversationRow &row, bool pending)
{
    const auto title = Format::identity(row.title);
    perform(m_stores.conversations.setState(row.id, pending ? ConversationState::Pending : ConversationState::Open),
        pending ? tr("Pending: %1").arg(title) : tr("Open: %1").arg(title),
        [this, id = row.id, before = row.state] { takeBack(m_stores.conversations.setState(id, before)); });
}

void TeamActions::setLabel(const ConversationRow &row, const Label &label, bool on)
{
    perform(m_stores.labels.setOn(row.id, label.id, on), on ? tr("Labelled %1").arg(label.name) : tr("Label %1 taken off").arg(label.name),
        [this, id = row.id, label = label.id, on] { takeBack(m_stores.labels.setOn(id, label, !on)); });
}

void TeamActions::createLabel(const ConversationRow &row, const QString &name, int colorIndex)
{
    Label label;
    label.name = name;
    label.colorIndex = colorIndex;
    onFinished(this, m_stores.labels.save(label), [this, row, label](const Result<LabelId> &id) {
        if (!id) return fail(id.error());
        auto made = label;
        made.id = *id;
        if (row.id) setLabel(row, made, true);
    });
}

void TeamActions::changeLabel(const Label &label)
{
    const auto *old = m_directory.label(label.id);
    if (!old || *old == label) return;
    onFinished(this, m_stores.labels.save(label), [this, before = *old, name = label.name](const Result<LabelId> &id) {
        if (!id) return fail(id.error());
        Q_EMIT done(before.name == name ? tr("Label changed: %1").arg(name) : tr("Label %1 is now %2").arg(before.name, name),
            [this, before] { takeBack(m_stores.labels.save(before)); });
    });
}

void TeamActions::removeLabel(const Label &label)
{
    perform(m_stores.labels.remove(label.id), tr("Label deleted: %1").arg(label.name), {});
}

void TeamActions::mergeLabels(const Label &into, const Label &other)
{
    perform(m_stores.labels.merge(into.id, other.id), tr("%1 is now %2").arg(other.name, into.name), {});
}

void TeamActions::addNote(ConversationId id, const QString &text, std::function<void(Result<NoteId>)> then)
{
    onFinished(this, m_stores.notes.add(id, text), std::move(then));
}

void TeamActions::editNote(NoteId id, const QString &before, const QString &text, Then then)
{
    if (before == text) {
        if (then) then(true);
        return;
    }
    perform(m_stores.notes.edit(id, text), tr("Note changed"), [this, id, before] { takeBack(m_stores.notes.edit(id, before)); }, std::move(then));
}

void TeamActions::removeNote(NoteId id, const QString &text)
{
    perform(m_stores.notes.remove(id), tr("Note deleted"), [this, id, text] { takeBack(m_stores.notes.edit(id, text)); });
}

void TeamActions::saveView(const SavedView &view, std::function<void(SavedViewId)> then)
{
    const auto *old = m_directory.view(view.id);
    const auto before = old ? std::optional(*old) : std::nullopt;
    onFinished(this, m_stores.views.save(view), [this, view, before, then = std::move(then)](const Result<SavedViewId> &id) {
        if (!id) return fail(id.error());
        Q_EMIT done(tr("View saved: %1").arg(view.name), [this, before, id = *id] {
            if (before) takeBack(m_stores.views.save(*before));
            else takeBack(m_stores.views.remove(id));
        });
        if (then) then(*id);
    });
}

void TeamActions::removeView(const SavedView &view)
{
    perform(m_stores.views.remove(view.id), tr("View deleted: %1").arg(view.name), [this, view] {
        auto again = view;
        again.id = {};
        takeBack(m_stores.views.save(again));
    });
}

} // namespace Tandem
