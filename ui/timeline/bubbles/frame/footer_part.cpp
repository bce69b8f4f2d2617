#include "ui/timeline/bubbles/frame/footer_part.h"

#include "ui/format/time_text.h"
#include "ui/timeline/bubbles/bubble_stack.h"
#include "ui/timeline/bubbles/frame/failure_offer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

struct Trouble
{
    QString words;
    QString icon = u"error"_s;
    Theme::Color color = Theme::Color::Error;
    QString again; ///< the button that sends it again; empty: none
    QString step; ///< the button that leads to what helps; empty: none
    bool discard = false;
    bool release = false; ///< it is held and can be sent now
};

Trouble heldOf(const Message &message)
{
    Trouble held{{}, u"clock"_s, Theme::Color::Muted, {}, {}, true, true};
    const auto when = message.outboxNotBefore ? Format::dateAndTime(*message.outboxNotBefore) : QString();
    switch (message.outboxHold) {
    case OutboxHold::None: break;
    case OutboxHold::Undo: held.words = Words::tr("Held for some seconds, in case you want it back."); break;
    case OutboxHold::UntilTime: held.words = Words::tr("Will be sent %1.").arg(when); break;
    case OutboxHold::UntilReply: held.words = Words::tr("Waits until the customer writes."); break;
    }
    return held;
}

Trouble failedOf(const BubbleStack &stack)
{
    const auto &message = stack.message();
    const auto offer = failureOffer(message, stack.input().now);
    Trouble trouble;
    trouble.words = failureWords(message);
    trouble.discard = message.outboxId.isValid();
    (offer.kind == FailureOffer::Kind::SendAgain ? trouble.again : trouble.step) = offer.words;
    return trouble;
}

Trouble troubleOf(const BubbleStack &stack)
{
    const auto &message = stack.message();
    const bool ours = message.outboxId.isValid();
    if (message.outboxState == OutboxState::Cancelled) return {Words::tr("Discarded, not sent."), u"ban"_s, Theme::Color::Muted, {}, {}, false, false};
    if (message.status == MessageStatus::Unknown) {
        return {Words::tr("May have been sent: the connection broke before WhatsApp answered. Look on the phone before you send it again."),
            u"warning"_s, Theme::Color::Warning, failureOffer(message, stack.input().now).words, {}, ours, false};
    }
    if (message.status == MessageStatus::Queued && message.outboxHold != OutboxHold::None) return heldOf(message);
    if (stack.input().stale) {
        return {Words::tr("Has waited for hours. Is it still right?"), u"clock"_s, Theme::Color::Warning, ours ? Words::tr("Send now") : QString(), {}, ours, false};
    }
    return failedOf(stack);
}

} // namespace

using Color = Theme::Color;

bool FooterPart::isNeeded(const BubbleStack &stack)
{
    return !troubleOf(stack).words.isEmpty();
}

void FooterPart::add(BubbleStack &stack) const
{
    const auto trouble = troubleOf(stack);
    if (trouble.words.isEmpty()) return;
    stack.setOpenLine(std::nullopt);
    stack.gap(BubbleStyle::Gap + 2);
    stack.addNote(trouble.icon, trouble.words, trouble.color);
    qreal x = 0;
    const auto top = stack.y();
    const auto add = [&](const QString &words, BubbleAction action) {
        if (words.isEmpty()) return;
        if (x == 0) stack.skip(BubbleStyle::Gap + 2);
        const qreal wide = stack.smallWidth(words) * 1.12 + 24;
        if (x > 0 && x + wide > stack.limit()) {
            stack.skip(stack.buttonHeight() + BubbleStyle::Gap);
            x = 0;
        }
        x += stack.addButton(words, action, x, true) + 8;
    };
    add(trouble.step, BubbleAction::NextStep);
    add(trouble.again, BubbleAction::SendAgain);
    if (trouble.release) add(Words::tr("Send now"), BubbleAction::SendNow);
    if (trouble.discard) add(trouble.release ? Words::tr("Do not send") : Words::tr("Discard"), BubbleAction::Discard);
    if (stack.y() <= top) return;
    stack.skip(stack.buttonHeight());
    stack.setOpenLine(x);
}

} // namespace Tandem
