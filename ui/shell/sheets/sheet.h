#pragma once

#include "ui/shell/overlay/overlay.h"

class QVBoxLayout;

namespace Tandem {

class IconButton;
class ThemedLabel;

/// A card over the window with a title, a close button and whatever a subclass lays out below. The Tab key stays in it.
class Sheet : public Overlay
{
    Q_OBJECT
public:
    Sheet(Theme &theme, QWidget *window);

protected:
    void setTitle(const QString &text);
    [[nodiscard]] QWidget *body() const { return m_body; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    virtual void retranslate() = 0;
    void fit(); ///< after the card's size changed

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

    Theme &m_look;

private:
    QWidget *m_body;
    ThemedLabel *m_title;
    IconButton *m_close;
    QVBoxLayout *m_column;
};

} // namespace Tandem
