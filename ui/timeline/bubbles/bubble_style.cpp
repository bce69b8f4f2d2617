#include "ui/timeline/bubbles/bubble_style.h"

#include <QFontDatabase>

namespace Tandem {

BubbleStyle BubbleStyle::of(const Theme &theme, qreal devicePixelRatio, bool mirrored, quint64 revision)
{
    BubbleStyle style;
    style.theme = &theme;
    style.body = theme.font(Theme::Text::Body);
    style.strong = theme.font(Theme::Text::BodyStrong);
    style.small = theme.font(Theme::Text::Small);
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
