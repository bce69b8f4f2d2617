#pragma once

#include <QDateTime>
#include <QFrame>

class QCalendarWidget;
class QTimeEdit;

class QPushButton;

namespace Tandem {

class Theme;
class ThemedLabel;

/// A day and a time to send at. Times after the reply window can't be chosen, and it says until when that is.
class LaterPopup final : public QFrame
{
    Q_OBJECT
public:
    /// All in local time.
    LaterPopup(Theme &theme, const QDateTime &now, const QDateTime &windowEnds, QWidget *parent);

    void popUp(QPoint bottomRight); ///< of the screen

Q_SIGNALS:
    void chosen(const QDateTime &at);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QDateTime at() const;

    QDateTime m_now;
    QDateTime m_ends;
    QCalendarWidget *m_day;
    QTimeEdit *m_time;
    ThemedLabel *m_note;
    QPushButton *m_send;
};

} // namespace Tandem
