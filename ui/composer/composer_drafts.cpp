// What stands in the composer belongs to one conversation: bringing it, keeping it, and its quote.

#include "core/store/store.h"
#include "ui/composer/attach/attachment_tray.h"
#include "ui/composer/canned/canned_assist.h"
#include "ui/composer/composer.h"
#include "ui/composer/input/quote_bar.h"
#include "ui/composer/input/reply_input.h"
#include "ui/composer/send/typing_signal.h"
#include "ui/composer/timing/pending_strip.h"
#include "ui/composer/voice/voice_bar.h"

#include <QTextCursor>

#include <algorithm>

namespace Tandem {
namespace {
constexpr int QuoteSought = 200; ///< newest messages among which a draft's quote is sought
}

void Composer::setConversation(const ConversationRow &row)
{
    const bool same = row.id == m_row.id;
    if (!same) {
        flush();
        m_voice->pause();
        m_canned->close();
        m_asked = Page::Writing;
    }
    m_row = row;
    if (!same) {
        const auto known = m_drafts->known(key());
        showDraft(known ? *known : Draft{row.draft, {}, {}, {}});
        m_drafts->load(key(), this, [this](const DraftKey &of, const Draft &draft) { restore(of, draft); });
        m_tray->setConversation(row.id);
        m_pending->setConversation(row.id);
        showError({});
        showQuote();
    }
    setVisible(row.id.isValid());
    updateGate();
    updateButtons();
}

void Composer::clear()
{
    flush();
    m_voice->pause();
    m_canned->close();
    m_row = {};
    m_asked = Page::Writing;
    showDraft({});
    m_tray->setConversation({});
    m_pending->setConversation({});
    hide();
}

void Composer::showDraft(const Draft &draft)
{
    m_loading = true;
    m_input->setPlainText(draft.text);
    m_input->moveCursor(QTextCursor::End);
    m_loading = false;
}

void Composer::restore(const DraftKey &of, const Draft &draft)
{
    // Files and quote go to the conversation they were kept for, whichever is shown by now.
    m_loading = true;
    m_attachments->addKept(of.id, draft.attachments);
    m_loading = false;
    if (!draft.replyToWamid.isEmpty() && !m_quotes.contains(of.id)) findQuote(of.id, draft.replyToWamid);
    if (of.id != m_row.id || m_input->toPlainText() == draft.text) return;
    showDraft(draft);
    updateButtons();
    updateGate();
}

void Composer::showJoined(const DraftKey &of, const Draft &draft)
{
    if (of == key() && m_input->toPlainText() != draft.text) showDraft(draft);
}

void Composer::saveDraft(ConversationId id)
{
    Draft draft;
    const DraftKey of{id, DraftMode::Reply};
    draft.text = id == m_row.id ? m_input->toPlainText() : m_drafts->known(of).value_or(Draft{}).text;
    draft.attachments = m_attachments->media(id);
    if (const auto quote = m_quotes.constFind(id); quote != m_quotes.cend()) draft.replyToWamid = quote->wamid;
    m_drafts->edit(of, draft);
}

void Composer::onTextChanged()
{
    updateButtons();
    if (m_loading) return;
    showError({});
    saveDraft(m_row.id);
    if (m_input->hasFocus()) Q_EMIT typed(!m_input->toPlainText().trimmed().isEmpty());
    const auto mine = number();
    if (mine && m_gate.isOpen() && m_input->hasFocus() && !m_input->toPlainText().trimmed().isEmpty()) m_typing->typed(m_row, *mine);
}

void Composer::flush() { m_drafts->flush(); }

void Composer::focusInput()
{
    if (m_onStage && m_gate.isOpen() && m_asked == Page::Writing) {
        if (m_voice->isVisible()) {
            m_voice->setFocus();
        } else {
            m_input->setFocus(Qt::OtherFocusReason);
        }
    }
}

void Composer::setReplyTo(const Message &message)
{
    // A quote belongs to its own conversation, whatever is shown by now.
    if (message.wamid.isEmpty()) return;
    m_quotes.insert(message.conversationId, message);
    if (message.conversationId != m_row.id) return;
    saveDraft(m_row.id);
    showQuote();
    Q_EMIT wantsToBeSeen();
    focusInput();
}

void Composer::findQuote(ConversationId id, const QString &wamid)
{
    onFinished(this, m_context.store.messages().newest(id, QuoteSought), [this, id, wamid](const Result<MessagePage> &page) {
        if (!page || m_quotes.contains(id)) return;
        const auto found = std::find_if(page->messages.cbegin(), page->messages.cend(), [&](const Message &m) { return m.wamid == wamid; });
        if (found == page->messages.cend()) return;
        m_quotes.insert(id, *found);
        saveDraft(id);
        if (id == m_row.id) showQuote();
    });
}

void Composer::showQuote()
{
    const auto quote = m_quotes.constFind(m_row.id);
    m_input->setQuoting(quote != m_quotes.cend());
    if (quote == m_quotes.cend()) {
        m_quoteBar->hide();
    } else {
        m_quoteBar->show(*quote, m_row.title);
    }
}

void Composer::dropQuote()
{
    m_quotes.remove(m_row.id);
    saveDraft(m_row.id);
    showQuote();
    focusInput();
}

} // namespace Tandem
