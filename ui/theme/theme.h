#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <memory>

namespace Tandem {

class StyleSheet;

/// Colours, metrics, fonts and icons of the whole program; no colour or pixel literal elsewhere. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    enum class Color {
        Window, Panel, Rail, RailText, RailActive,
        Text, Muted, Line, Hover,
        Accent, OnAccent, AccentWash, Selection,
        BubbleCustomer, BubbleAgent, BubblePhone, BubbleNote, BubbleBorder, PhoneAccent,
        Warning, WarningWash, Error, ErrorWash, Chip,
        RailMark, OnRailMark, Scrim,
        FoundMark, FoundHere, OnFoundHere,
        Count_
    };
    enum class Text { Small, Body, BodyStrong, Heading, Title, Count_ };

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] static Mode modeFromName(const QString &name); ///< "light", "dark", else System

    [[nodiscard]] QColor color(Color c) const;
    [[nodiscard]] QFont font(Text t) const;
    [[nodiscard]] QColor avatar(qint64 seed) const; ///< white text on it is AA
    [[nodiscard]] QColor stripe(int colorIndex) const; ///< a number's colour
    /// Icon of resources/icons/<name>.svg drawn in one colour (the SVGs use currentColor).
    [[nodiscard]] QIcon icon(const QString &name, Color c = Color::Muted) const;
    [[nodiscard]] QPixmap pixmap(const QString &name, int logicalSize, QColor color, qreal devicePixelRatio) const;

    // 4-px grid, logical pixels.
    static constexpr int Grid = 4;
    static constexpr int Radius = 8;
    static constexpr int RailWidth = 56;
    static constexpr int ListWidth = 320;
    static constexpr int PanelWidth = 280;
    static constexpr int RowHeight = 66;
    static constexpr int AvatarSize = 40;
    static constexpr int StatusHeight = 28;
    static constexpr int HeaderHeight = 60;

    /// Before the QApplication is made: makes light Chinese text on dark as thin as the Latin beside it.
    static void prepareFonts();
    /// Applies style, palette and style sheet to the QApplication; call once at start and it stays live.
    void apply();

Q_SIGNALS:
    void changed(); ///< repaint everything and drop cached pixmaps

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] bool systemIsDark() const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

    Mode m_mode = Mode::System;
    bool m_dark = false;
    bool m_applied = false;
    QPalette m_systemPalette;
    std::unique_ptr<StyleSheet> m_styleSheet;
};

} // namespace Tandem
