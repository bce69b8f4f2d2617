#pragma once

#include "ui/composer/spell/spell_checker.h"

#include <QColor>
#include <QSyntaxHighlighter>

class QMenu;
class QPlainTextEdit;

namespace Tandem {

/// Red waves under words that no dictionary knows, and their suggestions in the context menu. The word that is being
/// typed is left alone until it is finished. GUI thread.
class SpellHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SpellHighlighter(SpellChecker &checker, QPlainTextEdit *edit);

    void setEnabled(bool enabled);
    void setColor(const QColor &color);
    /// Suggestions for the word at `position` go to the top of `menu` as they come.
    void addToMenu(QMenu *menu, int position);

protected:
    void highlightBlock(const QString &text) override;

private:
    void replaceWord(int start, int length, const QString &text);

    SpellChecker &m_checker;
    QPlainTextEdit *m_edit;
    QColor m_color;
    int m_typing = -1; ///< caret while its word is unfinished
    bool m_enabled = true;
};

} // namespace Tandem
