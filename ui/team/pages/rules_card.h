#pragma once

#include "core/base/result.h"
#include "core/domain/number.h"
#include "core/domain/team/team.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <functional>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace Tandem {

/// Who gets a conversation that nobody has: rules tried from top to bottom. Changed by leads.
class RulesCard final : public Card
{
    Q_OBJECT
public:
    explicit RulesCard(UiContext &context, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void said(const QString &words, const std::function<void()> &undo);

private:
    void load();
    void show();
    void addRow(int index);
    [[nodiscard]] QComboBox *methodBox(int index, QWidget *parent);
    void change(int index, const AssignmentRule &rule);
    void write(const QList<AssignmentRule> &rules, const QString &words);

    UiContext &m_context;
    QList<Number> m_numbers;
    QList<AssignmentRule> m_rules;
    ThemedLabel *m_title;
    ThemedLabel *m_words;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    bool m_loaded = false;
};

[[nodiscard]] QString methodName(AssignmentMethod method);

} // namespace Tandem
