#include "ui/composer/composer_gate.h"

#include "ui/format/time_text.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::ComposerGate)
};

QString phoneStill(bool coexistence)
{
    return coexistence ? Words::tr("A reply typed on the phone is still possible and free. It appears here too.") : QString();
}

ComposerGate made(ComposerGate::State state, const QString &title, const QString &text, const QString &more = {})
{
    return {state, title, more.isEmpty() ? text : text + QChar(u' ') + more};
}

std::optional<ComposerGate> numberGate(const Number &number)
{
    using enum ComposerGate::State;
    const auto phone = phoneStill(number.coexistence);
    switch (number.state) {
    case NumberState::NotLinked:
    case NumberState::Linking:
        return made(NotLinked, Words::tr("This number is not linked here"), Words::tr("Link it on the Numbers page to reply from Tandem."), phone);
    case NumberState::Disconnected: {
        const auto when = number.disconnectedAt
            ? Words::tr("Its link ended on %1. Link it again on the Numbers page.").arg(Format::dateAndTime(*number.disconnectedAt))
            : Words::tr("Its link has ended. Link it again on the Numbers page.");
        return made(Disconnected, Words::tr("This number is disconnected"), when, phone);
    }
    case NumberState::Suspended:
        return made(Suspended, Words::tr("This number is moving to another phone"),
            Words::tr("Sending comes back by itself once the move is confirmed in the phone app."), phone);
    case NumberState::Blocked:
        return made(Stopped, Words::tr("Sending is stopped for this number"),
            number.healthText.isEmpty() ? Words::tr("See the Numbers page.") : number.healthText, phone);
    case NumberState::Linked: break;
    }
    if (!number.sendingPaused) return std::nullopt;
    return made(Stopped, Words::tr("Sending is paused for this number"),
        number.healthText.isEmpty() ? Words::tr("See the Numbers page.") : number.healthText, phone);
}

} // namespace

ComposerGate ComposerGate::of(const ConversationRow &row, const std::optional<Number> &number, UtcTime now)
{
    if (number) {
        if (auto gate = numberGate(*number)) return *gate;
    }
    const auto phone = phoneStill(number ? number->coexistence : row.coexistence);
    if (!row.windowExpiresAt) {
        return made(State::NeverOpened, Words::tr("The customer has not written yet"),
            Words::tr("WhatsApp allows free replies for 24 hours after each message of the customer."), phone);
    }
    if (now < *row.windowExpiresAt) return {};
    return made(State::WindowClosed, Words::tr("The 24 hours to reply are over"),
        Words::tr("They ended on %1. When the customer writes again, you can reply here.").arg(Format::dateAndTime(*row.windowExpiresAt)), phone);
}

} // namespace Tandem
