#pragma once

#include "core/base/clock.h"
#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "core/domain/team/team.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class Chip;
class ViewTabs;

/// Which conversations the list shows: whose and in which state, one number or all, a label, and chips that narrow it
/// down. Chips of different kinds add up, to a saved view too.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] ConversationFilter filter() const; ///< as of now
    [[nodiscard]] bool isNarrowed() const; ///< any chip, label or number is on
    void clearNarrowing();
    void setState(ConversationState state);
    void toggle(const QString &chip); ///< "unread", "waiting", "closing", "phone"
    void setCounts(const ConversationCounts &counts);
    void setNumbers(const QList<Number> &numbers);
    void setLabels(const QList<Label> &labels);
    void setTeam(bool team);
    void chooseLabel(std::optional<LabelId> label);
    [[nodiscard]] std::optional<NumberId> number() const { return m_number; }
    [[nodiscard]] ViewTabs &views() { return *m_tabs; }

Q_SIGNALS:
    void filterChanged();
    void numberChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void retranslateNumber();
    void showNumberMenu();
    void showLabelMenu();
    void showStateMenu();
    void chooseNumber(std::optional<NumberId> number);
    [[nodiscard]] QList<Chip *> narrowing() const { return {m_unread, m_waiting, m_closing, m_phone}; }

    const Theme &m_theme;
    const Clock &m_clock;
    QList<Number> m_numbers;
    QList<Label> m_labels;
    std::optional<NumberId> m_number;
    std::optional<LabelId> m_label;
    ViewTabs *m_tabs;
    QPushButton *m_numberButton;
    Chip *m_state;
    Chip *m_unread;
    Chip *m_waiting;
    Chip *m_closing;
    Chip *m_phone;
    Chip *m_labelChip;
};

} // namespace Tandem
