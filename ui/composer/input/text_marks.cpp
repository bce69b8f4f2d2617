#include "ui/composer/input/text_marks.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString signOf(TextMark mark)
{
    switch (mark) {
    case TextMark::Bold: return u"*"_s;
    case TextMark::Italic: return u"_"_s;
    case TextMark::Strike: return u"~"_s;
    case TextMark::Code: break;
    }
    return u"```"_s;
}

/// WhatsApp ignores marks that touch a space, so a selection gives up the spaces at its ends.
void trim(QTextCursor &cursor)
{
    int start = cursor.selectionStart();
    int end = cursor.selectionEnd();
    const auto *document = cursor.document();
    while (start < end && document->characterAt(start).isSpace()) ++start;
    while (end > start && document->characterAt(end - 1).isSpace()) --end;
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

QString textAt(const QTextCursor &cursor, int from, qsizetype length)
{
    if (from < 0 || from + length > cursor.document()->characterCount() - 1) return {};
    QTextCursor part(cursor.document());
    part.setPosition(from);
    part.setPosition(from + int(length), QTextCursor::KeepAnchor);
    return part.selectedText();
}

void replace(QTextCursor &cursor, int from, qsizetype length, const QString &text)
{
    cursor.setPosition(from);
    cursor.setPosition(from + int(length), QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

} // namespace

void toggleMark(QTextCursor &cursor, TextMark mark)
{
    const auto sign = signOf(mark);
    const int width = int(sign.size());
    cursor.beginEditBlock();
    const bool selected = cursor.hasSelection();
    if (!selected) cursor.select(QTextCursor::WordUnderCursor);
    trim(cursor);
    const int start = cursor.selectionStart();
    const int end = cursor.selectionEnd();
    const auto inside = textAt(cursor, start, end - start);
    if (textAt(cursor, start - width, width) == sign && textAt(cursor, end, width) == sign) {
        replace(cursor, end, width, {});
        replace(cursor, start - width, width, {});
        cursor.setPosition(start - width);
        cursor.setPosition(end - width, QTextCursor::KeepAnchor);
    } else if (inside.size() > 2 * width && inside.startsWith(sign) && inside.endsWith(sign)) {
        replace(cursor, end - width, width, {});
        replace(cursor, start, width, {});
        cursor.setPosition(start);
        cursor.setPosition(end - 2 * width, QTextCursor::KeepAnchor);
    } else {
        replace(cursor, end, 0, sign);
        replace(cursor, start, 0, sign);
        cursor.setPosition(start + width);
        cursor.setPosition(end + width, QTextCursor::KeepAnchor);
    }
    // A word that was only pointed at is not left selected: the next letter would replace it.
    if (!selected) cursor.clearSelection();
    cursor.endEditBlock();
}

} // namespace Tandem
