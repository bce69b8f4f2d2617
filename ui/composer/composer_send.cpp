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
#include <memory>

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
    if (!m_row.id) return;
    updateGate();
    if (!m_gate.isOpen()) return;
    auto outgoing = gather();
    if (!outgoing) return;
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
    m_sender->send(*outgoing, m_numbers.value(m_row.numberId).phoneNumberId, agentName());
}

void Composer::sendSpecial(const OutgoingSpecial &special)
{
    if (!m_row.id) return;
    Outgoing outgoing;
    outgoing.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    outgoing.row = m_row;
    outgoing.special = special;
    outgoing.timing = timingFor({});
    if (m_asked == Page::Builder) {
        // What was being written became this message.
        m_drafts->sending(key());
        m_loading = true;
        m_input->clear();
        m_loading = false;
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

void Composer::giveBack(const Outgoing &outgoing, const QString &words)
{
    const auto id = outgoing.row.id;
    Draft draft;
    draft.text = outgoing.special ? (outgoing.special->type == "interactive"_L1 ? outgoing.special->text : QString()) : outgoing.text;
    if (outgoing.quote) draft.replyToWamid = outgoing.quote->wamid;
    for (const auto &file : outgoing.files) draft.attachments.append(file.media);
    const auto whole = m_drafts->notSent({id, DraftMode::Reply}, draft);
    if (outgoing.quote && !m_quotes.contains(id)) m_quotes.insert(id, *outgoing.quote);
    m_loading = true;
    m_attachments->addKept(id, outgoing.files);
    m_loading = false;
    if (id != m_row.id) {
        if (!words.isEmpty()) Q_EMIT problem(tr("To %1: %2").arg(outgoing.row.title, words));
        return;
    }
    showDraft(whole);
    showQuote();
    updateGate();
    updateButtons();
    showError(words);
    focusInput();
}

void Composer::undoSend()
{
    if (const auto ids = m_pending->undoable(); !ids.isEmpty()) takeOut(ids);
}

void Composer::takeOut(const QList<OutboxId> &ids)
{
    // An album comes back whole or, when a part has gone already, with what could be stopped.
    auto left = std::make_shared<qsizetype>(ids.size());
    auto stopped = std::make_shared<qsizetype>(0);
    for (const auto id : ids) {
        onFinished(this, m_context.store.outbox().cancel(id), [this, ids, left, stopped](const Result<bool> &done) {
            if (done && *done) ++*stopped;
            if (--*left > 0) return;
            m_pending->refresh();
            const auto outgoing = m_undoable.take(ids.first());
            if (*stopped < ids.size()) {
                Q_EMIT problem(tr("Too late: it is on its way already."));
            } else if (outgoing.row.id) {
                giveBack(outgoing, {});
            }
        });
    }
}

void Composer::editQueued(const QList<OutboxId> &ids)
{
    for (const auto id : ids) {
        onFinished(this, m_context.store.outbox().item(id), [this, id, row = m_row](const Result<OutboxItem> &item) {
            if (!item) return;
            onFinished(this, m_context.store.outbox().cancel(id), [this, item = *item, row](const Result<bool> &done) {
                m_pending->refresh();
                if (!done || !*done) {
                    Q_EMIT problem(tr("Too late: it is on its way already."));
                    return;
                }
                Outgoing outgoing;
                outgoing.row = row;
                outgoing.text = item.text;
                giveBack(outgoing, {});
            });
        });
    }
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
