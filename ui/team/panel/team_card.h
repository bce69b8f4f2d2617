#pragma once

#include "core/domain/conversation.h"
#include "core/domain/team/team.h"
#include "ui/ui_context.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class AssigneeButton;
class FlowLayout;
class IconButton;
class TeamDesk;
class ThemedLabel;

/// In the contact's panel: the conversation's labels, who has it, and until when it sleeps.
class TeamCard final : public QWidget
{
    Q_OBJECT
public:
    TeamCard(UiContext &context, TeamDesk &desk, QWidget *parent = nullptr);
    void set(const ConversationRow &row);

Q_SIGNALS:
    void labelsRequested(const QRect &at); ///< of the screen
    void assigneeRequested(const QRect &at);
    void snoozeRequested(const QRect &at);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void showLabels();

    UiContext &m_context;
    TeamDesk &m_desk;
    ConversationRow m_row;
    QList<Label> m_shown;
    ThemedLabel *m_labelsTitle;
    FlowLayout *m_flow;
    IconButton *m_add;
    ThemedLabel *m_assigneeTitle;
    AssigneeButton *m_assignee;
    QPushButton *m_snooze;
};

} // namespace Tandem
