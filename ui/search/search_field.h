#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace Tandem {

/// The search box on top of the list. Arrow keys and Enter go to the hits while the caret stays here.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void moved(int by);
    void entered();
    void escaped();
    void paletteRequested(); ///< the key hint was pressed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect endBox() const; ///< key hint, or the cross that clears
    [[nodiscard]] QString hint() const;
    void retranslate();

    const Theme &m_theme;
};

} // namespace Tandem
