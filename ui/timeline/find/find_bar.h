#pragma once

#include "ui/ui_context.h"

#include <QWidget>

class QLineEdit;

namespace Tandem {

class ConversationFind;
class IconButton;
class ThemedLabel;

/// The line above the timeline: words to look for, how many there are, to the next and back. Enter goes to the older
/// hit, Shift+Enter to the newer one, Escape closes.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    FindBar(UiContext &context, ConversationFind &find, QWidget *parent = nullptr);
    void open(); ///< shows itself and takes the keyboard; what was typed last is selected

Q_SIGNALS:
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showCount();
    void retranslate();

    UiContext &m_context;
    ConversationFind &m_find;
    QLineEdit *m_edit;
    ThemedLabel *m_count;
    IconButton *m_older;
    IconButton *m_newer;
    IconButton *m_close;
};

} // namespace Tandem
