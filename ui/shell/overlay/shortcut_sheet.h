#pragma once

#include "ui/shell/overlay/overlay.h"

namespace Tandem {

class Commands;

/// Every key on one page, by group.
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

private:
    const Commands &m_commands;
};

} // namespace Tandem
