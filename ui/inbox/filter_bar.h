#pragma once

#include "core/base/clock.h"
#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class Chip;
class TabButton;

/// Which conversations the list shows: Open or Closed, one number or all, and chips that narrow it down. Chips of
/// different kinds add up.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] ConversationFilter filter() const; ///< as of now
    [[nodiscard]] bool isNarrowed() const; ///< any chip or number is on
    void clearNarrowing();
    void setState(ConversationState state);
    void toggle(const QString &chip); ///< "unread", "waiting", "closing", "phone"
    void setCounts(const ConversationCounts &counts);
    void setNumbers(const QList<Number> &numbers);
    [[nodiscard]] std::optional<NumberId> number() const { return m_number; }

Q_SIGNALS:
    void filterChanged();
    void numberChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showNumberMenu();
    void chooseNumber(std::optional<NumberId> number);

    const Theme &m_theme;
    const Clock &m_clock;
    QList<Number> m_numbers;
    std::optional<NumberId> m_number;
    TabButton *m_open;
    TabButton *m_closed;
    QPushButton *m_numberButton;
    Chip *m_unread;
    Chip *m_waiting;
    Chip *m_closing;
    Chip *m_phone;
};

} // namespace Tandem
