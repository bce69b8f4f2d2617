#include "ui/timeline/bubbles/content/cards/options_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr int MaxOptions = 12;
constexpr qreal RowPad = 7;
constexpr qreal Least = Theme::Grid * 44;

} // namespace

using Color = Theme::Color;

void OptionsPart::add(BubbleStack &stack) const
{
    const auto &options = stack.content().options;
    if (options.isEmpty()) return;
    const auto &style = stack.style();
    stack.setOpenLine(std::nullopt);
    stack.grow(std::min(stack.limit(), Least));
    stack.skip(BubbleStyle::Gap);
    const auto shown = std::min<qsizetype>(options.size(), MaxOptions);
    for (int i = 0; i < shown; ++i) {
        const auto &option = options.at(i);
        const auto top = stack.y();
        stack.addBox({QRectF(0, top, 0, 1), 0, Color::Text, 0.1, false, true});
        stack.skip(RowPad);
        const auto line = stack.y();
        const int text = stack.place(stack.shape(option.text, style.strong, stack.limit() - 40, 1), 20, Color::Accent);
        const auto below = stack.y();
        stack.addIcon(QRectF(0, line + 2, BubbleStyle::IconSize, BubbleStyle::IconSize), option.icon, Color::Accent);
        stack.centreText(text);
        stack.centreIcon(text);
        stack.moveTo(below);
        if (!option.detail.isEmpty()) stack.centreText(stack.place(stack.shape(option.detail, style.small, stack.limit() - 20, 1), 0, Color::Muted));
        stack.skip(RowPad - 2);
        if (!option.url.isEmpty()) stack.addButtonArea({QRectF(0, top, 0, stack.y() - top), BubbleAction::OpenLink, false, true, i, 0, option.url});
    }
    const int more = int(options.size() - shown);
    if (more > 0) stack.centreText(stack.place(stack.shape(Words::tr("and %n more", nullptr, more), style.small, stack.limit(), 1), 0, Color::Muted));
}

} // namespace Tandem
