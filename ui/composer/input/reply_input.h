#pragma once

#include "ui/composer/input/text_marks.h"

#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>

namespace Tandem {

/// The text field of the composer: grows with its text, knows which Enter sends. An Enter that commits an input
/// method's candidate never sends. Files and pictures dropped or pasted are handed on.
class ReplyInput final : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int MostLines = 9; ///< then it scrolls

    explicit ReplyInput(QWidget *parent = nullptr);

    void setSendWithEnter(bool enter) { m_sendWithEnter = enter; } ///< else Ctrl+Enter sends
    void setQuoting(bool quoting) { m_quoting = quoting; } ///< Escape drops the quote first
    [[nodiscard]] bool isComposing() const { return m_composing; }
    /// Keys belong to the input method now.
    [[nodiscard]] bool inputMethodHasKeys() const { return m_composing || m_committing; }
    void mark(TextMark mark); ///< bold and the like
    /// At the caret, as if typed; undone in one step.
    void insertAtCaret(const QString &text);
    void replaceRange(int start, int end, const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void sendPressed();
    void quoteDropped();
    void undoOnEmpty(); ///< Ctrl+Z with nothing of its own to undo
    void mimeGiven(const QMimeData *data); ///< files or a picture; valid during the call only
    void menuAsked(QMenu *menu, int position); ///< before the context menu opens, to add to its top

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void grow();

    bool m_sendWithEnter = true;
    bool m_quoting = false;
    bool m_composing = false; ///< an input method shows text that is not committed
    bool m_committing = false; ///< it has just committed: an Enter in the same turn belongs to it
    int m_height = 0;
};

} // namespace Tandem
