#pragma once

#include "core/gateway/gateway.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

/// The send budget of this second: one cell per message while they fit, filled by what Tandem and the phone sent.
class BudgetMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit BudgetMeter(Theme &theme, QWidget *parent = nullptr, Theme::Text text = Theme::Text::Body);
    void setBudget(const BudgetSnapshot &budget);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString figures() const;

    Theme &m_theme;
    BudgetSnapshot m_budget;
    Theme::Text m_text;
};

} // namespace Tandem
