#pragma once

#include "core/base/on_finished.h"
#include "core/domain/conversation.h"
#include "core/domain/team/team.h"

#include <QObject>

#include <functional>

namespace Tandem {

class AssignmentStore;
class ConversationStore;
class LabelStore;
class NoteStore;
class TeamDirectory;
class ViewStore;
struct SavedView;

/// What a person does to a conversation among colleagues: hand over, put off, label, remark. Each is written at once and
/// can be taken back; the words for the undo toast come with it. GUI thread.
class TeamActions final : public QObject
{
    Q_OBJECT
public:
    struct Stores
    {
        ConversationStore &conversations;
        AssignmentStore &assignments;
        LabelStore &labels;
        NoteStore &notes;
        ViewStore &views;
    };
    using Then = std::function<void(const Result<bool> &)>; ///< after the words were said
    TeamActions(const Stores &stores, const TeamDirectory &directory, QObject *parent = nullptr);

    /// To an agent, a team or nobody; a note, when not empty, is kept in the conversation for the one who takes over.
    void assign(const ConversationRow &row, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note = {},
        Then then = {});
    void snooze(const ConversationRow &row, UtcTime until);
    void wake(const ConversationRow &row); ///< open again before its time
    void setPending(const ConversationRow &row, bool pending);
    void setLabel(const ConversationRow &row, const Label &label, bool on);
    void createLabel(const ConversationRow &row, const QString &name, int colorIndex); ///< and put it on
    void changeLabel(const Label &label); ///< name or colour
    void removeLabel(const Label &label);
    void mergeLabels(const Label &into, const Label &other);
    void addNote(ConversationId id, const QString &text, std::function<void(Result<NoteId>)> then);
    void editNote(NoteId id, const QString &before, const QString &text, Then then = {});
    void removeNote(NoteId id, const QString &text);
    void saveView(const SavedView &view, std::function<void(SavedViewId)> then = {});
    void removeView(const SavedView &view);

Q_SIGNALS:
    void taking(Tandem::ConversationId id); ///< I take it myself
    void notTaken(Tandem::ConversationId id); ///< that was refused, or changed nothing
    void done(const QString &words, const std::function<void()> &undo);
    void failed(const QString &words);

private:
    void perform(const FutureResult<bool> &write, const QString &words, std::function<void()> undo, Then then = {});
    template<typename T>
    void takeBack(const FutureResult<T> &write);
    void fail(const Error &error);

    Stores m_stores;
    const TeamDirectory &m_directory;
};

} // namespace Tandem
