#include "ui/composer/spell/spell_highlighter.h"

#include "ui/composer/spell/spell_words.h"

#include <QAction>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace Tandem {

SpellHighlighter::SpellHighlighter(SpellChecker &checker, QPlainTextEdit *edit) : QSyntaxHighlighter(edit->document()), m_checker(checker), m_edit(edit)
{
    connect(&checker, &SpellChecker::judged, this, &QSyntaxHighlighter::rehighlight);
    connect(edit, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int before = m_typing;
        m_typing = m_edit->textCursor().position();
        // The caret left a word: it may get its wave now.
        if (before < 0 || before == m_typing) return;
        const auto block = document()->findBlock(std::min(before, document()->characterCount() - 1));
        if (block.isValid()) rehighlightBlock(block);
    });
}

void SpellHighlighter::setEnabled(bool enabled)
{
    if (enabled == m_enabled) return;
    m_enabled = enabled;
    rehighlight();
}

void SpellHighlighter::setColor(const QColor &color)
{
    if (color == m_color) return;
    m_color = color;
    rehighlight();
}

void SpellHighlighter::highlightBlock(const QString &text)
{
    if (!m_enabled || !m_checker.isAvailable()) return;
    const int caret = m_edit->textCursor().position() - currentBlock().position();
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wave.setUnderlineColor(m_color);
    const auto words = spellWords(text);
    for (const auto &word : words) {
        const int end = word.start + int(word.text.size());
        if (m_edit->hasFocus() && caret == end && end == text.size()) continue;
        if (m_checker.verdict(word.text) == SpellChecker::Verdict::Wrong) setFormat(word.start, end - word.start, wave);
    }
}

void SpellHighlighter::addToMenu(QMenu *menu, int position)
{
    const auto block = document()->findBlock(position);
    if (!m_enabled || !block.isValid()) return;
    const auto words = spellWords(block.text());
    const int at = position - block.position();
    const auto found = std::find_if(words.cbegin(), words.cend(), [at](const SpellWord &w) { return w.start <= at && at <= w.start + w.text.size(); });
    if (found == words.cend() || m_checker.verdict(found->text) != SpellChecker::Verdict::Wrong) return;
    const auto word = *found;
    const int start = block.position() + word.start;
    auto *first = menu->actions().value(0);
    auto *waiting = new QAction(tr("Looking for suggestions…"), menu);
    waiting->setEnabled(false);
    auto *learn = new QAction(tr("Add “%1” to my words").arg(word.text), menu);
    connect(learn, &QAction::triggered, this, [this, word] { m_checker.learn(word.text); });
    menu->insertAction(first, waiting);
    menu->insertAction(first, learn);
    menu->insertSeparator(first);
    onFinished(menu, m_checker.suggestions(word.text), [this, menu, waiting, start, word](const Result<QStringList> &list) {
        const auto suggestions = list.value_or(QStringList());
        if (suggestions.isEmpty()) return waiting->setText(tr("No suggestions"));
        for (const auto &suggestion : suggestions) {
            auto *action = new QAction(suggestion, menu);
            auto font = action->font();
            font.setBold(true);
            action->setFont(font);
            connect(action, &QAction::triggered, this, [this, start, word, suggestion] { replaceWord(start, int(word.text.size()), suggestion); });
            menu->insertAction(waiting, action);
        }
        menu->removeAction(waiting);
    });
}

void SpellHighlighter::replaceWord(int start, int length, const QString &text)
{
    auto cursor = m_edit->textCursor();
    cursor.setPosition(start);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
    cursor.insertText(text);
}

} // namespace Tandem
