#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

/// A number's initial on its colour, with the coexistence badge at its corner.
class NumberAvatar final : public QWidget
{
    Q_OBJECT
public:
    explicit NumberAvatar(Theme &theme, QWidget *parent = nullptr);
    void set(const QString &title, int colorIndex, bool coexistence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_initial;
    int m_colorIndex = 0;
    bool m_coexistence = false;
};

} // namespace Tandem
