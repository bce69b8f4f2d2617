#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

class QPushButton;
class QStackedWidget;

namespace Tandem {

class AgentCard;
class RulesCard;
class StateView;
class TeamsCard;

/// The people of the workspace: agents and their roles and numbers, teams, and the rules that give conversations away.
/// Leads change the rules, administrators everything.
class TeamPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TeamPage(UiContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void said(const QString &words, const std::function<void()> &undo);
    void confirmRequested(const QString &title, const QString &words, const QString &button, const std::function<void()> &yes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void retranslate();

    UiContext &m_context;
    ThemedLabel *m_title = nullptr;
    AgentCard *m_agents = nullptr;
    TeamsCard *m_teams = nullptr;
    RulesCard *m_rules = nullptr;
    StateView *m_state = nullptr;
    QStackedWidget *m_stack = nullptr;
};

} // namespace Tandem
