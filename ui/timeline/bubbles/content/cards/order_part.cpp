#include "ui/timeline/bubbles/content/cards/order_part.h"

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

constexpr int MaxItems = 12;
constexpr qreal Indent = BubbleStyle::CardIcon + 12;
constexpr qreal Least = Theme::Grid * 56; ///< so that amounts stand apart from names

} // namespace

using Color = Theme::Color;

void OrderPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    stack.gap(BubbleStyle::Gap + 2);
    const auto top = stack.y();
    stack.addBox({QRectF(0, top, BubbleStyle::CardIcon, BubbleStyle::CardIcon), Theme::Radius, Color::Text, 0.07, false, false});
    stack.addIcon(QRectF(10, top + 10, 20, 20), content.icon, Color::Accent);
    stack.skip(2);
    stack.place(stack.shape(content.title, style.strong, stack.limit() - Indent, 1), Indent, Color::Text);
    stack.place(stack.shape(content.detail, style.small, stack.limit() - Indent, 1), Indent, Color::Muted);
    stack.moveTo(std::max(stack.y(), top + BubbleStyle::CardIcon) + BubbleStyle::Gap);
    stack.grow(std::min(stack.limit(), Least));
    const auto shown = std::min<qsizetype>(content.items.size(), MaxItems);
    for (int i = 0; i < shown; ++i) {
        const auto &item = content.items.at(i);
        const qreal amount = item.amount.isEmpty() ? 0 : QFontMetricsF(style.body).horizontalAdvance(item.amount) + 16;
        stack.addBox({QRectF(0, stack.y(), 0, 1), 0, Color::Text, 0.08, false, true});
        stack.skip(BubbleStyle::Gap);
        const auto line = stack.y();
        auto name = stack.shape(item.text, style.body, stack.limit() - amount, 2);
        stack.grow(name.width + amount);
        stack.place(std::move(name), 0, Color::Text);
        const auto bottom = stack.y();
        if (amount > 0) {
            stack.moveTo(line);
            stack.alignEnd(stack.place(stack.shape(item.amount, style.body, amount, 1), 0, Color::Text));
        }
        stack.moveTo(bottom + 2);
    }
    const int more = int(content.items.size() - shown);
    if (more > 0) stack.place(stack.shape(Words::tr("and %n more", nullptr, more), style.small, stack.limit(), 1), 0, Color::Muted);
}

} // namespace Tandem
