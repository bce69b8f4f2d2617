#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Tandem {

/// What a pane shows instead of content: an icon, a short title, a sentence and, where something can be done, a button.
class StateView final : public QWidget
{
    Q_OBJECT
public:
    explicit StateView(const Theme &theme, QWidget *parent = nullptr);

    void set(const QString &icon, const QString &title, const QString &text, const QString &button = {});
    void setTone(Theme::Color tone); ///< of the icon

    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void buttonPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    QString m_icon;
    Theme::Color m_tone = Theme::Color::Muted;
    QWidget *m_space;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace Tandem
