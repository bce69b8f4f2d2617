#pragma once

#include "core/domain/team/team.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Tandem {

/// A label as a small rounded thing: its colour as a point, its name; pressing it takes it off.
class LabelChip final : public QAbstractButton
{
    Q_OBJECT
public:
    LabelChip(const Theme &theme, const Label &label, QWidget *parent = nullptr);
    [[nodiscard]] const Label &label() const { return m_label; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const Theme &m_theme;
    Label m_label;
};

} // namespace Tandem
