// From the press of Send to the outbox, and back.

#include "core/base/clock.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/composer.h"
#include "ui/composer/composer_tools.h"
#include "ui/composer/input/reply_input.h"
#include "ui/composer/send/sender.h"
#include "ui/composer/send/typing_signal.h"
#include "ui/composer/timing/later_popup.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/timing/send_menu.h"

#include <QUuid>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Tandem {

void Composer::send() { sendAt({}); }

SendTiming Composer::timingFor(const SendTiming &wanted) const
{
    const int seconds = std::clamp(m_context.settings.value(UserSettings::Key::UndoSendSeconds).toInt(), 0, 10);
    if (wanted.hold != OutboxHold::None || seconds == 0) return wanted;
    return {OutboxHold::Undo, m_context.clock.now() + std::chrono::seconds(seconds)};
}

std::optional<Outgoing> Composer::gather()
{
    Outgoing outgoing;
    outgoing.text = m_input->toPlainText().trimmed();
    if (!m_row.id || outgoing.text.size() > Outgoing::LongestText || m_input->isComposing()) return std::nullopt;
    if (!m_attachments->allReady(m_row.id)) {
        showError(tr("A file is not ready: wait for it, fix it or remove it."));
        return std::nullopt;
    }
    outgoing.files = m_attachments->files(m_row.id);
    if (outgoing.isEmpty()) return std::nullopt;
    outgoing.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    outgoing.row = m_row;
    if (const auto quote = m_quotes.constFind(m_row.id); quote != m_quotes.cend()) outgoing.quote = *quote;
    return outgoing;
}

void Composer::sendAt(const SendTiming &timing)
{
    if (!m_row.id || !m_onStage) return;
    updateGate();
    if (!m_gate.isOpen()) return;
    auto outgoing = gather();
    if (!outgoing) return;
    const auto goOn = [this, timing, id = m_row.id] {
        if (id == m_row.id) sendAt(timing);
    };
    if (m_askFirst && m_askFirst(goOn)) return;
    outgoing->timing = timingFor(timing);
    // The field is empty from here on, so a second press has nothing to send.
    m_drafts->sending(key());
    m_quotes.remove(m_row.id);
    m_loading = true;
    m_input->clear();
    m_attachments->clear(m_row.id);
    m_loading = false;
    showQuote();
    showError({});
    updateButtons();
    if (m_keepInstead && m_keepInstead(*outgoing)) {
        m_drafts->sent(key());
        return;
    }
    m_sender->send(*outgoing, m_numbers.value(m_row.numberId).phoneNumberId, agentName());
}

void Composer::sendSpecial(const OutgoingSpecial &special)
{
    if (!m_row.id || !m_onStage) return;
    const auto goOn = [this, special, id = m_row.id] {
        if (id == m_row.id) sendSpecial(special);
    };
    if (m_askFirst && m_askFirst(goOn)) return;
    Outgoing outgoing;
    outgoing.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    outgoing.row = m_row;
    outgoing.special = special;
    outgoing.timing = timingFor({});
    if (m_asked == Page::Builder) {
        // What was being written became this message, and the quote goes with it.
        if (const auto quote = m_quotes.constFind(m_row.id); quote != m_quotes.cend()) outgoing.quote = *quote;
        m_quotes.remove(m_row.id);
        m_drafts->sending(key());
        m_loading = true;
        m_input->clear();
        m_loading = false;
        showQuote();
    }
    m_asked = Page::Writing;
    showError({});
    updatePage();
    focusInput();
    m_sender->send(outgoing, m_numbers.value(m_row.numberId).phoneNumberId, agentName());
}

void Composer::sendVoice(ConversationId conversation, const OutboxMedia &media)
{
    if (m_voiceRow.id != conversation) return;
    const auto goOn = [this, conversation] {
        if (conversation == m_row.id) sendAt({});
    };
    if (conversation == m_row.id && m_askFirst && m_askFirst(goOn)) {
        m_attachments->addKept(conversation, {{u"audio"_s, media}}); // the answer may be no: it waits with the draft
        return;
    }
    Outgoing outgoing;
    outgoing.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    outgoing.row = m_voiceRow;
    outgoing.files = {{u"audio"_s, media}};
    outgoing.timing = timingFor({});
    if (const auto quote = m_quotes.constFind(conversation); quote != m_quotes.cend()) outgoing.quote = *quote;
    m_quotes.remove(conversation);
    showQuote();
    focusInput();
    m_sender->send(outgoing, m_numbers.value(m_voiceRow.numberId).phoneNumberId, agentName());
}

void Composer::queued(const Outgoing &outgoing, const QList<OutboxId> &ids)
{
    const bool written = !outgoing.special || outgoing.special->type == "interactive"_L1;
    if (written) m_drafts->sent({outgoing.row.id, DraftMode::Reply});
    m_typing->sent(outgoing.row.id);
    if (outgoing.timing.hold == OutboxHold::Undo && !ids.isEmpty()) m_undoable.insert(ids.first(), outgoing);
    if (outgoing.row.id == m_row.id) m_pending->refresh();
    Q_EMIT sent(outgoing.row.id);
}

void Composer::openSendMenu()
{
    const bool can = !m_input->toPlainText().trimmed().isEmpty() || (!m_attachments->of(m_row.id).isEmpty() && m_attachments->allReady(m_row.id));
    auto *menu = new SendMenu(m_context.clock, m_context.settings, m_row.windowExpiresAt, can, this);
    connect(menu, &SendMenu::chosen, this, &Composer::sendAt);
    connect(menu, &SendMenu::dateAsked, this, &Composer::chooseTime);
    const auto size = menu->sizeHint();
    menu->popup(m_tools->sendCorner() - QPoint(size.width(), size.height()));
}

void Composer::chooseTime()
{
    const auto local = [](UtcTime t) { return QDateTime::fromMSecsSinceEpoch(toEpochMillis(t)); };
    auto *popup = new LaterPopup(m_context.theme, local(m_context.clock.now()), m_row.windowExpiresAt ? local(*m_row.windowExpiresAt) : QDateTime(), this);
    connect(popup, &LaterPopup::chosen, this, [this](const QDateTime &at) { sendAt({OutboxHold::UntilTime, fromEpochMillis(at.toMSecsSinceEpoch())}); });
    popup->popUp(m_tools->sendCorner());
}

} // namespace Tandem
