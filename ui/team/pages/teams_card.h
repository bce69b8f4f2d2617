#pragma once

#include "core/base/result.h"
#include "core/domain/number.h"
#include "core/domain/team/team.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <functional>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Tandem {

/// Teams: names, members, numbers.
class TeamsCard final : public Card
{
    Q_OBJECT
public:
    explicit TeamsCard(UiContext &context, QWidget *parent = nullptr);
    void refresh();
    void retranslate();

Q_SIGNALS:
    void said(const QString &words, const std::function<void()> &undo);
    void confirmRequested(const QString &title, const QString &words, const QString &button, const std::function<void()> &yes);

private:
    void build();
    void rebuild();
    void addRow(const Team &team);
    void rename(const Team &team, QLineEdit *name);
    [[nodiscard]] QPushButton *choiceButton(const QString &name, const QString &icon, const QString &words, QWidget *parent);
    void showMembers(const Team &team, QWidget *at);
    void showNumbers(const Team &team, QWidget *at);
    void setMember(const Team &team, const Agent &agent, bool member);
    void grant(const Team &team, const Number &number, bool granted);
    void askRemove(const Team &team);
    void add();
    void tell(const Result<bool> &done, const QString &words, std::function<void()> undo);

    UiContext &m_context;
    QList<Team> m_shown;
    QList<Agent> m_shownAgents;
    int m_shownGrants = 0;
    ThemedLabel *m_title;
    ThemedLabel *m_none;
    QVBoxLayout *m_rows;
    QWidget *m_adding;
    QLineEdit *m_name;
    QPushButton *m_add;
};

} // namespace Tandem
