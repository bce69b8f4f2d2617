#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;

namespace Tandem {

class IconButton;
class ThemedLabel;

/// Says for some seconds what was just done and takes it back on request. One at a time; the pointer keeps it.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    explicit Toast(Theme &theme, QWidget *parent);

    void show(const QString &words, std::function<void()> undo = {});
    [[nodiscard]] bool undo(); ///< false when there is nothing to take back

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void dismiss();

    Theme &m_theme;
    ThemedLabel *m_words;
    QPushButton *m_undo;
    QTimer m_timer;
    std::function<void()> m_action;
};

} // namespace Tandem
