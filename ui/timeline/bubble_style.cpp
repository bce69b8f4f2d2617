#include "ui/timeline/bubble_style.h"

#include <QFontDatabase>
#include <QFontInfo>

namespace Tandem {
namespace {

/// Names the fonts for Chinese and for emoji in colour. Left to itself the system may answer with Japanese forms, another
/// weight, or a symbol font in black.
QFont withFallbacks(QFont font)
{
    static const QStringList known{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei UI"),
        QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"), QStringLiteral("Segoe UI Emoji")};
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
    style.body = withFallbacks(theme.font(Theme::Text::Body));
    style.strong = withFallbacks(theme.font(Theme::Text::BodyStrong));
    style.small = withFallbacks(theme.font(Theme::Text::Small));
    style.smallStrong = style.small;
    style.smallStrong.setWeight(QFont::DemiBold);
    style.mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.mono.setStyleHint(QFont::Monospace);
    style.mono.setPointSizeF(style.body.pointSizeF());
    style.emoji = style.body;
    style.emoji.setPointSizeF(style.body.pointSizeF() * 2.4);
    style.ratio = devicePixelRatio;
    style.mirrored = mirrored;
    style.revision = revision;
    return style;
}

} // namespace Tandem
