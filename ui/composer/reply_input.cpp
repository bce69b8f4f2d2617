#include "ui/composer/reply_input.h"

#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace Tandem {

ReplyInput::ReplyInput(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &ReplyInput::grow);
    grow();
}

QSize ReplyInput::sizeHint() const { return {400, m_height}; }

void ReplyInput::grow()
{
    // The plain layout counts its height in lines.
    const int lines = std::clamp(int(std::ceil(document()->size().height())), 1, MostLines);
    const auto frame = contentsMargins();
    const int margin = int(std::ceil(document()->documentMargin() * 2)) + frame.top() + frame.bottom() + 2 * frameWidth();
    const int height = std::max(lines * fontMetrics().lineSpacing() + margin, Theme::Grid * 11);
    const bool scrolls = document()->size().height() > MostLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height == m_height) return;
    m_height = height;
    setFixedHeight(height);
    if (!scrolls) verticalScrollBar()->setValue(0);
}

void ReplyInput::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && (m_composing || m_committing)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        // Without a quote the window takes the key and gives the focus back to the list.
        event->setAccepted(m_quoting);
        if (m_quoting) Q_EMIT quoteDropped();
        return;
    }
    if (!enter) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    const bool plain = modifiers == Qt::NoModifier;
    const bool control = modifiers == Qt::ControlModifier;
    if (control || (plain && m_sendWithEnter)) {
        // A key held down sends once.
        if (!event->isAutoRepeat()) Q_EMIT sendPressed();
        event->accept();
        return;
    }
    textCursor().insertText(QString(u'\n'));
    ensureCursorVisible();
    event->accept();
}

void ReplyInput::inputMethodEvent(QInputMethodEvent *event)
{
    const bool committed = !event->commitString().isEmpty();
    QPlainTextEdit::inputMethodEvent(event);
    m_composing = !event->preeditString().isEmpty();
    if (!committed) return;
    m_committing = true;
    QTimer::singleShot(0, this, [this] { m_committing = false; });
}

void ReplyInput::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void ReplyInput::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) grow();
}

void ReplyInput::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText()) textCursor().insertText(source->text());
}

} // namespace Tandem
