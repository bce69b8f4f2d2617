#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Tandem {

/// A word with a number, underlined while it is the chosen one of its group.
class TabButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TabButton(const Theme &theme, QWidget *parent = nullptr);

    void setNumber(qint64 number, bool orMore = false); ///< below 1 it is left out
    [[nodiscard]] const QString &number() const { return m_number; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_number;
};

} // namespace Tandem
