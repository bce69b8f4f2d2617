#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QWidget>

class QBoxLayout;

namespace Tandem {

// The few building blocks that several pages share. Each follows the theme live. GUI thread.

/// A label in one of the theme's fonts and colours. Plain text always: what it shows may come from outside.
class ThemedLabel : public QLabel
{
    Q_OBJECT
public:
    ThemedLabel(Theme &theme, Theme::Text text, Theme::Color color = Theme::Color::Text, QWidget *parent = nullptr);
    void setColor(Theme::Color color);
    void setRole(Theme::Text text);

private:
    void restyle();

    Theme &m_theme;
    Theme::Text m_text;
    Theme::Color m_color;
};

/// Puts a widget into the middle of a column. Unlike an alignment flag it lets wrapped text have the height it needs.
void addCentred(QBoxLayout *column, QWidget *widget);

/// Short words on a rounded wash: a state, a badge.
class Pill final : public QWidget
{
    Q_OBJECT
public:
    explicit Pill(Theme &theme, QWidget *parent = nullptr);
    void set(const QString &text, Theme::Color color, Theme::Color wash, const QString &icon = {});
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_text;
    QString m_icon;
    Theme::Color m_color = Theme::Color::Muted;
    Theme::Color m_wash = Theme::Color::Chip;
};

/// A panel with a hairline and rounded corners, or a filled wash without one.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(Theme &theme, QWidget *parent = nullptr, Theme::Color fill = Theme::Color::Panel);
    void setFill(Theme::Color fill);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Theme::Color m_fill;
};

/// One of our icons in one of our colours.
class ThemedIcon final : public QWidget
{
    Q_OBJECT
public:
    ThemedIcon(Theme &theme, const QString &name, int size, Theme::Color color, QWidget *parent = nullptr);
    void set(const QString &name, Theme::Color color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_name;
    Theme::Color m_color;
};

/// A thin bar, 0–100; below 0 nothing has come yet.
class ProgressLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressLine(Theme &theme, QWidget *parent = nullptr);
    void setValue(int percent, Theme::Color color = Theme::Color::Accent);
    [[nodiscard]] int value() const { return m_percent; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    int m_percent = -1;
    Theme::Color m_color = Theme::Color::Accent;
};

} // namespace Tandem
