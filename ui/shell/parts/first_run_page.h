#pragma once

#include "ui/ui_context.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace Tandem {

class ThemedLabel;

/// What stands in place of the inbox while no number is known: what linking brings, and the button that does it.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(UiContext &context, QWidget *parent = nullptr);
    void focusLink();
    void setMayLink(bool may); ///< false: somebody in a team who can only wait for a number

Q_SIGNALS:
    void linkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void paintPicture(QPainter &painter, const QRectF &area) const;

    UiContext &m_context;
    QWidget *m_picture;
    ThemedLabel *m_title;
    ThemedLabel *m_text;
    QList<ThemedLabel *> m_points;
    QPushButton *m_link;
    ThemedLabel *m_hint;
    bool m_mayLink = true;
};

} // namespace Tandem
