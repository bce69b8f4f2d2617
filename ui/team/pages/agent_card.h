#pragma once

#include "core/base/result.h"
#include "core/domain/number.h"
#include "core/domain/team/team.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Tandem {

/// The agents of the workspace: role, state, numbers, password, invitation; and a line to add one.
class AgentCard final : public Card
{
    Q_OBJECT
public:
    explicit AgentCard(UiContext &context, QWidget *parent = nullptr);
    void refresh();
    void retranslate();

Q_SIGNALS:
    void said(const QString &words, const std::function<void()> &undo);
    void confirmRequested(const QString &title, const QString &words, const QString &button, const std::function<void()> &yes);

private:
    void build();
    void rebuild();
    void addRow(const Agent &agent);
    [[nodiscard]] QPushButton *numbersButton(const Agent &agent, QWidget *parent);
    void showNumbers(const Agent &agent, QWidget *at);
    [[nodiscard]] QString stateOf(const Agent &agent) const;
    void showMenu(const Agent &agent, QWidget *at);
    void add();
    void setRole(const Agent &agent, AgentRole role);
    void setDisabled(const Agent &agent, bool disabled);
    void askDisable(const Agent &agent);
    void askPassword(const Agent &agent);
    void askName(const Agent &agent);
    void setName(const Agent &agent, const QString &name);
    void grant(const Agent &agent, const Number &number, bool granted);
    void saveInvite(const Agent &agent);
    void tell(const Result<bool> &done, const QString &words, std::function<void()> undo);

    UiContext &m_context;
    QList<Agent> m_shown;
    int m_shownGrants = 0;
    ThemedLabel *m_title;
    QVBoxLayout *m_rows;
    QWidget *m_adding;
    QLineEdit *m_login;
    QComboBox *m_role;
    QLineEdit *m_password;
    QPushButton *m_add;
};

[[nodiscard]] QString roleName(AgentRole role);

} // namespace Tandem
