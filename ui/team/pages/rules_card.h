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
    /// What the boxes of a rule offer; rows are made anew only when this or the rules are others, or an open box would close.
    struct Choices
    {
        using List = QList<std::pair<qint64, QString>>;
        List numbers, labels, teams;
        QString any; ///< tells the language
        bool lead = false;
        friend bool operator==(const Choices &, const Choices &) = default;
    };
    [[nodiscard]] Choices choices() const;
    void addRow(int index);
    [[nodiscard]] QComboBox *methodBox(int index, QWidget *parent);
    void change(int index, const AssignmentRule &rule);
    void told(const Result<bool> &done, const QString &words, const std::function<void()> &undo);
    void write(const QList<AssignmentRule> &rules, const QString &words);

    UiContext &m_context;
    QList<Number> m_numbers;
    QList<AssignmentRule> m_rules;
    QList<AssignmentRule> m_shownRules;
    std::optional<Choices> m_shown;
    ThemedLabel *m_title;
    ThemedLabel *m_words;
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    bool m_loaded = false;
};

[[nodiscard]] QString methodName(AssignmentMethod method);

} // namespace Tandem
