#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace Tandem {

/// A card over the dimmed window. Esc or a press beside it closes it and gives the keyboard back. One shows at a time: what
/// was open steps aside and comes back as it was.
class Overlay : public QWidget
{
    Q_OBJECT
public:
    Overlay(const Theme &theme, QWidget *window);

    void open();
    void close(); ///< hides; the overlay is reused

protected:
    [[nodiscard]] virtual QSize cardSize() const = 0;
    virtual void opened() = 0; ///< fill and focus
    [[nodiscard]] QRect cardRect() const;

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    const Theme &m_theme;

private:
    QPointer<QWidget> m_focusBefore;
    QPointer<Overlay> m_below;
};

} // namespace Tandem
