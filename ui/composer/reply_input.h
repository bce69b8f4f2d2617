#pragma once

#include <QPlainTextEdit>

namespace Tandem {

/// The text field of the composer: grows with its text, knows which Enter sends. An Enter that commits an input
/// method's candidate never sends.
class ReplyInput final : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int MostLines = 9; ///< then it scrolls

    explicit ReplyInput(QWidget *parent = nullptr);

    void setSendWithEnter(bool enter) { m_sendWithEnter = enter; } ///< else Ctrl+Enter sends
    void setQuoting(bool quoting) { m_quoting = quoting; } ///< Escape drops the quote first
    [[nodiscard]] bool isComposing() const { return m_composing; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void sendPressed();
    void quoteDropped();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
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
