#pragma once

#include "ui/shell/overlay/overlay.h"

namespace Tandem {

class Commands;

/// Every key on one page, by group; scrolls where the window is too small for it.
class ShortcutSheet final : public Overlay
{
    Q_OBJECT
public:
    ShortcutSheet(const Theme &theme, const Commands &commands, QWidget *window);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void scrollTo(int offset);
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] int hidden() const; ///< px that don't fit
    int paintGroup(QPainter &painter, const QRect &column, int y, int group) const;

    const Commands &m_commands;
    int m_offset = 0; ///< px scrolled away above
};

} // namespace Tandem
