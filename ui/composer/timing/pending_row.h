#pragma once

#include "ui/composer/timing/pending_list.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class ElidedLabel;
class ProgressLine;
class Theme;
class ThemedIcon;

/// One line of the strip: what waits, for what, and what can be done.
class PendingRow final : public QWidget
{
    Q_OBJECT
public:
    PendingRow(Theme &theme, QWidget *parent);

    void set(const PendingItem &item, UtcTime now);
    [[nodiscard]] const PendingItem &item() const { return m_item; }

Q_SIGNALS:
    void undo();
    void sendNow();
    void edit();
    void cancel();
    void retry();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *button(void (PendingRow::*signal)());
    [[nodiscard]] QString words(UtcTime now) const;

    Theme &m_theme;
    PendingItem m_item;
    ThemedIcon *m_icon;
    ElidedLabel *m_text;
    ProgressLine *m_progress;
    QPushButton *m_undo;
    QPushButton *m_now;
    QPushButton *m_edit;
    QPushButton *m_retry;
    QPushButton *m_cancel;
};

} // namespace Tandem
