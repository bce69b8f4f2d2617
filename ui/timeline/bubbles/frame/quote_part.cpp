#include "ui/timeline/bubbles/frame/quote_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal indent = 11;
constexpr qreal pad = 5;

QString author(const BubbleStack &stack)
{
    const auto &quote = *stack.message().quote;
    const auto &customer = stack.input().customerName;
    if (quote.direction == Direction::In) return customer.isEmpty() ? Words::tr("Customer") : customer;
    Message quoted;
    quoted.origin = quote.origin;
    return originName(quoted);
}

} // namespace

using Color = Theme::Color;

void QuotePart::add(BubbleStack &stack) const
{
    if (!stack.message().quote) return;
    const auto &quote = *stack.message().quote;
    const auto &style = stack.style();
    const bool known = quote.messageId.isValid();
    const auto color = known && quote.direction == Direction::Out && quote.origin == Origin::Phone ? Color::PhoneAccent : Color::Accent;
    auto text = formatWhatsAppText(quote.text, 200).text.simplified();
    if (text.isEmpty()) text = known ? kindName(quote.type) : Words::tr("A message that is not here");
    stack.gap(BubbleStyle::Gap);
    const auto top = stack.y();
    const qreal room = stack.limit() - indent - 10;
    stack.skip(pad);
    if (known) {
        stack.place(stack.shape(author(stack), style.smallStrong, room, 1), indent, color);
        stack.skip(1);
    }
    stack.place(stack.shape(text, style.small, room, 2), indent, Color::Muted);
    stack.skip(pad);
    const qreal height = stack.y() - top;
    stack.addBox({QRectF(0, top, 0, height), 4, Color::Text, 0.055, false, true});
    stack.addBox({QRectF(0, top, 3, height), 1.5, color, 1, false, false});
    if (known) stack.addArea(QRectF(0, top, 0, height), BubbleAction::GoToQuote, true);
    stack.grow(stack.width() + 10);
    stack.skip(2);
}

} // namespace Tandem
