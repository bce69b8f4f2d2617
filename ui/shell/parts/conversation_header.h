#pragma once

#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "ui/ui_context.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace Tandem {

class ElidedLabel;
class HeaderTools;
class IconButton;
class Pill;
class ThemedIcon;

/// Who is being talked to, through which number, how long a free reply is possible, and what can be done.
class ConversationHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit ConversationHeader(UiContext &context, QWidget *parent = nullptr);

    void set(const ConversationRow &row, const Number *number);
    void setPanelShown(bool shown);
    [[nodiscard]] HeaderTools *tools() const { return m_tools; } ///< null where there is no team's desk

Q_SIGNALS:
    void closeRequested(); ///< close, or open again
    void panelToggled(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showWindow();

    UiContext &m_context;
    ConversationRow m_row;
    std::optional<Number> m_number;
    ElidedLabel *m_title;
    ThemedIcon *m_badge;
    ElidedLabel *m_via;
    Pill *m_window;
    HeaderTools *m_tools = nullptr;
    QPushButton *m_close;
    IconButton *m_panel;
    QTimer m_tick;
};

} // namespace Tandem
