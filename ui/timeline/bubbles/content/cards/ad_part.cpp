#include "ui/timeline/bubbles/content/cards/ad_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal Indent = 12;

void addAd(BubbleStack &stack, const ContentAd &ad)
{
    const auto &style = stack.style();
    const qreal room = stack.limit() - Indent - 10;
    stack.gap(BubbleStyle::Gap);
    const auto top = stack.y();
    stack.skip(6);
    stack.addIcon(QRectF(Indent, stack.y(), BubbleStyle::IconSize, BubbleStyle::IconSize), u"campaign"_s, Theme::Color::Muted);
    stack.place(stack.shape(Words::tr("Came from an advertisement"), style.small, room - 20, 1), Indent + 20, Theme::Color::Muted);
    stack.skip(2);
    if (!ad.headline.isEmpty()) stack.place(stack.shape(ad.headline, style.strong, room, 2), Indent, Theme::Color::Text);
    if (!ad.body.isEmpty()) stack.place(stack.shape(ad.body, style.small, room, 3), Indent, Theme::Color::Text);
    if (!ad.url.isEmpty()) {
        stack.skip(2);
        stack.place(stack.shape(linkTarget(ad.url), style.small, room, 1), Indent, Theme::Color::Accent);
    }
    stack.skip(6);
    const qreal height = stack.y() - top;
    stack.addBox({QRectF(0, top, 0, height), 4, Theme::Color::Text, 0.055, false, true});
    stack.addBox({QRectF(0, top, 3, height), 1.5, Theme::Color::Warning, 1, false, false});
    if (!ad.url.isEmpty()) stack.addButtonArea({QRectF(0, top, 0, height), BubbleAction::OpenLink, false, true, 0, 0, ad.url});
    stack.grow(stack.width() + 10);
    stack.skip(2);
}

} // namespace

using Color = Theme::Color;

void AdPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    if (content.ad) addAd(stack, *content.ad);
    if (content.product.isEmpty()) return;
    stack.gap(BubbleStyle::Gap);
    stack.addNote(u"cart"_s, Words::tr("Asks about the product %1").arg(content.product), Color::Muted);
}

} // namespace Tandem
