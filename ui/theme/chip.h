#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Tandem {

/// A small rounded switch with an optional icon and number: one filter of a list.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setNumber(qint64 number, bool orMore = false); ///< shown after the text; below 1 it is left out
    [[nodiscard]] qint64 number() const { return m_number; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString numberText() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] std::pair<QColor, QColor> colors() const; ///< fill, ink

    const Theme &m_theme;
    QString m_icon;
    qint64 m_number = 0;
    bool m_orMore = false;
};

} // namespace Tandem
