#include "ui/composer/input/reply_input.h"

#include "ui/composer/attach/mime_files.h"
#include "ui/composer/input/composer_keys.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Tandem {
namespace {

std::optional<TextMark> markOf(const QKeyEvent &event)
{
    const auto key = ComposerKeys::of(event);
    if (!key) return std::nullopt;
    switch (*key) {
    case ComposerKeys::Key::Bold: return TextMark::Bold;
    case ComposerKeys::Key::Italic: return TextMark::Italic;
    case ComposerKeys::Key::Strike: return TextMark::Strike;
    case ComposerKeys::Key::Code: return TextMark::Code;
    default: return std::nullopt;
    }
}

} // namespace

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
    if (enter && inputMethodHasKeys()) {
        event->accept();
        return;
    }
    if (const auto wanted = markOf(*event)) {
        mark(*wanted);
        return;
    }
    if (event->matches(QKeySequence::Undo) && document()->isEmpty()) {
        Q_EMIT undoOnEmpty();
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
    if (ComposerKeys::of(*event) == ComposerKeys::Key::SendLater) {
        event->ignore(); // the composer's menu of times
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

bool ReplyInput::event(QEvent *event)
{
    // Else a shortcut of the window would take the key first.
    if (event->type() == QEvent::ShortcutOverride && markOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ReplyInput::mark(TextMark mark)
{
    auto cursor = textCursor();
    toggleMark(cursor, mark);
    setTextCursor(cursor);
}

void ReplyInput::insertAtCaret(const QString &text)
{
    textCursor().insertText(text);
    ensureCursorVisible();
}

void ReplyInput::replaceRange(int start, int end, const QString &text)
{
    auto cursor = textCursor();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ReplyInput::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const int position = keyboard ? textCursor().position() : cursorForPosition(event->pos()).position();
    Q_EMIT menuAsked(menu, position);
    menu->popup(keyboard ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
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

bool ReplyInput::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || MimeFiles::has(*source);
}

void ReplyInput::insertFromMimeData(const QMimeData *source)
{
    if (MimeFiles::has(*source)) {
        Q_EMIT mimeGiven(source);
    } else if (source->hasText()) {
        insertAtCaret(source->text());
    }
}

} // namespace Tandem
