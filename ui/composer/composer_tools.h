#pragma once

#include "ui/composer/builders/interactive_draft.h"
#include "ui/composer/input/text_marks.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class ElidedLabel;
class IconButton;
class Theme;

/// The row below the text field: what can be put in, the cost hint, Send and when. Every button has a key.
class ComposerTools final : public QWidget
{
    Q_OBJECT
public:
    ComposerTools(const Theme &theme, QWidget *parent);

    void setHint(const QString &text);
    void setLength(qsizetype length, qsizetype limit); ///< shown near the limit
    void setCanSend(bool can);
    void setSendHelp(const QString &text);
    void setCanRecord(bool can);
    [[nodiscard]] QPoint emojiCorner() const; ///< of the screen
    [[nodiscard]] QPoint sendCorner() const;

Q_SIGNALS:
    void emojiAsked();
    void attachAsked();
    void recordAsked();
    void cannedAsked();
    void templateAsked();
    void markAsked(Tandem::TextMark mark);
    void builderAsked(Tandem::InteractiveDraft::Kind kind);
    void sendAsked();
    void sendMenuAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void restyle();
    void retranslate();
    void openMarks();
    void openBuilders();

    const Theme &m_theme;
    IconButton *m_emoji = nullptr;
    IconButton *m_attach = nullptr;
    IconButton *m_record = nullptr;
    IconButton *m_canned = nullptr;
    IconButton *m_marks = nullptr;
    IconButton *m_template = nullptr;
    IconButton *m_builder = nullptr;
    QLabel *m_counter = nullptr;
    ElidedLabel *m_hint = nullptr;
    QPushButton *m_send = nullptr;
    IconButton *m_when = nullptr;
    bool m_over = false;
};

} // namespace Tandem
