#pragma once

#include <QString>

class QTextCursor;

namespace Tandem {

/// WhatsApp's own marks for text.
enum class TextMark { Bold, Italic, Strike, Code };

/// Puts the marks around the selection, or around the word at the caret; takes them away where they stand already.
/// Without a word both marks come and the caret stands between them. One step of undo.
void toggleMark(QTextCursor &cursor, TextMark mark);

} // namespace Tandem
