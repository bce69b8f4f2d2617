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

Q_SIGNALS:
    void said(const QString &words, const std::function<void()> &undo);

private:
    void build();
    void addRow(const Team &team);
    void showMembers(const Team &team, QWidget *at);
    void showMenu(const Team &team, QWidget *at);
    void add();
    void tell(const Result<bool> &done, const QString &words, std::function<void()> undo);

    UiContext &m_context;
    QList<Number> m_numbers;
    QList<Team> m_shown;
    ThemedLabel *m_title;
    ThemedLabel *m_none;
    QVBoxLayout *m_rows;
    QWidget *m_adding;
    QLineEdit *m_name;
    QPushButton *m_add;
};

} // namespace Tandem
