#include "ui/timeline/bubble_style.h"

#include <QFontDatabase>
#include <QFontInfo>

namespace Tandem {
namespace {

/// Emoji in colour where a font has them: else some symbol font answers first, in black.
QFont withEmoji(QFont font)
{
    static const QStringList known{QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"), QStringLiteral("Segoe UI Emoji")};
    QStringList families{QFontInfo(font).family()};
    for (const auto &family : known) {
        if (QFontDatabase::hasFamily(family)) families.append(family);
    }
    font.setFamilies(families);
    return font;
}

} // namespace

BubbleStyle BubbleStyle::of(const Theme &theme, qreal devicePixelRatio, bool mirrored, quint64 revision)
{
    BubbleStyle style;
    style.theme = &theme;
    style.body = withEmoji(theme.font(Theme::Text::Body));
    style.strong = withEmoji(theme.font(Theme::Text::BodyStrong));
    style.small = withEmoji(theme.font(Theme::Text::Small));
    style.smallStrong = style.small;
    style.smallStrong.setWeight(QFont::DemiBold);
    style.mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.mono.setPointSizeF(style.body.pointSizeF());
    style.emoji = style.body;
    style.emoji.setPointSizeF(style.body.pointSizeF() * 2.4);
    style.ratio = devicePixelRatio;
    style.mirrored = mirrored;
    style.revision = revision;
    return style;
}

} // namespace Tandem
