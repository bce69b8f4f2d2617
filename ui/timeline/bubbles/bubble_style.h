#pragma once

#include "ui/theme/theme.h"

#include <QFont>

namespace Tandem {

/// Everything bubbles need to be laid out and painted, taken from the theme once: no widget, no global state, so a
/// bench can paint without a window. A new theme, font or scale makes a new style with a new `revision`.
struct BubbleStyle
{
    [[nodiscard]] static BubbleStyle of(const Theme &theme, qreal devicePixelRatio, bool mirrored, quint64 revision);

    const Theme *theme = nullptr;
    QFont body;
    QFont small;
    QFont smallStrong;
    QFont strong;
    QFont mono;
    QFont emoji; ///< for messages of a few emoji only
    qreal ratio = 1; ///< device pixels per logical pixel
    bool mirrored = false; ///< right-to-left interface: the customer is on the right
    quint64 revision = 0;

    [[nodiscard]] QColor color(Theme::Color c) const { return theme->color(c); }
    [[nodiscard]] QColor color(Theme::Color c, qreal alpha) const
    {
        auto result = theme->color(c);
        result.setAlphaF(float(alpha));
        return result;
    }

    static constexpr int Margin = Theme::Grid * 5; ///< between viewport and bubble
    static constexpr int PadX = Theme::Grid * 3;
    static constexpr int PadY = Theme::Grid * 2;
    static constexpr int Gap = Theme::Grid; ///< between parts of a bubble
    static constexpr int MaxWidth = Theme::Grid * 145; ///< lines longer than this are hard to read
    static constexpr int IconSize = 14;
    static constexpr int CardIcon = Theme::Grid * 10;
    static constexpr int PictureWidth = Theme::Grid * 68;
    static constexpr int PictureHeight = Theme::Grid * 51; ///< 4:3, kept free before the picture is known
    static constexpr int StickerSize = Theme::Grid * 34;
    static constexpr int TickWidth = 16;
    static constexpr int ChipHeight = 22;
};

} // namespace Tandem
