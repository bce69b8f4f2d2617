#include "ui/timeline/bubbles/frame/footer_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

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
    bool choice = false; ///< a person may send it again or discard it
};

Trouble troubleOf(const Message &message, bool stale)
{
    const bool ours = message.outboxId.isValid();
    if (message.outboxState == OutboxState::Cancelled) return {Words::tr("Discarded, not sent."), u"ban"_s, Theme::Color::Muted, false};
    if (message.status == MessageStatus::Unknown) {
        return {Words::tr("May have been sent: the connection broke before WhatsApp answered. Look on the phone before you send it again."),
            u"warning"_s, Theme::Color::Warning, ours};
    }
    if (stale) return {Words::tr("Has waited for hours. Is it still right?"), u"clock"_s, Theme::Color::Warning, ours};
    const bool failed = message.outboxState == OutboxState::Failed || message.status == MessageStatus::Failed;
    return {failureWords(message), u"error"_s, Theme::Color::Error, ours && failed};
}

} // namespace

using Color = Theme::Color;

void FooterPart::add(BubbleStack &stack) const
{
    const bool stale = stack.input().stale;
    const auto trouble = troubleOf(stack.message(), stale);
    if (trouble.words.isEmpty()) return;
    stack.setOpenLine(std::nullopt);
    stack.gap(BubbleStyle::Gap + 2);
    stack.addNote(trouble.icon, trouble.words, trouble.color);
    if (!trouble.choice) return;
    stack.skip(BubbleStyle::Gap + 2);
    const auto again = stack.message().status == MessageStatus::Failed ? Words::tr("Try again") : Words::tr("Send again");
    const qreal width = stack.addButton(stale ? Words::tr("Send now") : again, BubbleAction::SendAgain, 0, true);
    stack.addButton(Words::tr("Discard"), BubbleAction::Discard, width + 8, true);
    stack.skip(stack.buttonHeight());
}

} // namespace Tandem
