#pragma once

#include "ui/composer/builders/interactive_draft.h"

#include <QWidget>

class QLayout;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

class QPushButton;

namespace Tandem {

class ChoiceList;
class Chip;
class Clock;
class IconButton;
class LimitedEdit;
class PreviewBubble;
class Theme;
class ThemedLabel;

/// Writes a message with something to press: reply buttons, a list, a link, a request for the customer's place. The
/// bubble it will be stands beside it. Escape leaves. GUI thread.
class BuilderPanel final : public QWidget
{
    Q_OBJECT
public:
    BuilderPanel(Theme &theme, const Clock &clock, QWidget *parent);

    /// `body`: what was written already, to go on with.
    void begin(InteractiveDraft::Kind kind, const QString &body, const QString &author);
    void begin(const InteractiveDraft &draft, const QString &author);
    [[nodiscard]] InteractiveDraft draft() const;

Q_SIGNALS:
    void sendAsked(const QJsonObject &content, const QString &text);
    void closed(const QString &body); ///< what was written goes back into the text field

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *buildHead();
    [[nodiscard]] QLayout *buildMiddle();
    void buildForm(QVBoxLayout *form);
    void retranslate();
    void setKind(InteractiveDraft::Kind kind);
    void refresh();
    void send();

    Theme &m_theme;
    const Clock &m_clock;
    QString m_author;
    InteractiveDraft::Kind m_kind = InteractiveDraft::Kind::Buttons;
    QList<Chip *> m_kinds;
    IconButton *m_close = nullptr;
    LimitedEdit *m_header = nullptr;
    QPlainTextEdit *m_body = nullptr;
    LimitedEdit *m_footer = nullptr;
    QList<LimitedEdit *> m_buttons;
    LimitedEdit *m_label = nullptr;
    LimitedEdit *m_url = nullptr;
    ChoiceList *m_choices = nullptr;
    QScrollArea *m_form = nullptr;
    PreviewBubble *m_preview = nullptr;
    ThemedLabel *m_problem = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace Tandem
