#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QWidget>

namespace Tandem {

class ConversationFind;
class FindBar;
class TimelineView;

/// The timeline with what may stand above it: the line that finds words in the conversation. GUI thread.
class TimelinePane final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePane(UiContext &context, QWidget *parent = nullptr);

    void showConversation(const ConversationRow &row);
    void clear();
    void find(); ///< opens the line, or takes the keyboard back to it
    void closeFind();
    [[nodiscard]] TimelineView &view() { return *m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TimelineView *m_view;
    ConversationFind *m_find;
    FindBar *m_bar;
};

} // namespace Tandem
