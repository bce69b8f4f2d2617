#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QSet>
#include <QWidget>

class QButtonGroup;

namespace Tandem {

class Composer;
class ElidedLabel;
class LockBar;
class NoteComposer;
class TabButton;
class TeamDesk;

/// Below the timeline: reply or note, never both, and who else is here. Asks once before a reply goes out while a
/// colleague answers.
class WritingArea final : public QWidget
{
    Q_OBJECT
public:
    WritingArea(UiContext &context, TeamDesk &desk, Composer *composer, QWidget *parent = nullptr);

    void setConversation(const ConversationRow &row);
    void clear();
    void focusReply();
    void focusNote();
    void editNote(const Message &note);
    [[nodiscard]] bool isNote() const;

Q_SIGNALS:
    void noteKept(Tandem::ConversationId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showPage(bool note);
    void showOthers();
    [[nodiscard]] bool asksFirst(const std::function<void()> &goOn);
    void retranslate();

    UiContext &m_context;
    TeamDesk &m_desk;
    Composer *m_composer;
    NoteComposer *m_note;
    QWidget *m_reply; ///< holds the composer, which hides and shows itself
    TabButton *m_replyTab;
    TabButton *m_noteTab;
    ElidedLabel *m_others;
    LockBar *m_lock;
    ConversationId m_conversation;
    AgentId m_askedAbout; ///< by the bar
    QSet<AgentId> m_agreed; ///< asked about in this conversation already
};

/// "Ana is typing, Ben is looking on"; empty when nobody else is here.
[[nodiscard]] QString viewersLine(const QList<struct Viewer> &others);

} // namespace Tandem
