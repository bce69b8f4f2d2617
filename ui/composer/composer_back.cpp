// What was pressed to be sent comes back to be written anew: undone, refused, failed, or queued and to be changed.

#include "core/base/on_finished.h"
#include "core/store/store.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/builders/builder_panel.h"
#include "ui/composer/composer.h"
#include "ui/composer/send/taken_back.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/composer/timing/pending_strip.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Tandem {

void Composer::giveBack(const Outgoing &outgoing, const QString &words)
{
    const auto id = outgoing.row.id;
    const bool here = id == m_row.id;
    Draft draft;
    draft.text = outgoing.text;
    // Elsewhere at least its words are kept.
    if (outgoing.special && !here && outgoing.special->type == "interactive"_L1) draft.text = outgoing.special->text;
    if (outgoing.quote) draft.replyToWamid = outgoing.quote->wamid;
    for (const auto &file : outgoing.files) draft.attachments.append(file.media);
    const auto whole = m_drafts->notSent({id, DraftMode::Reply}, draft);
    if (outgoing.quote && !m_quotes.contains(id)) m_quotes.insert(id, *outgoing.quote);
    m_loading = true;
    m_attachments->addKept(id, outgoing.files);
    m_loading = false;
    if (!here) {
        if (!words.isEmpty()) Q_EMIT problem(tr("To %1: %2").arg(outgoing.row.title, words));
        return;
    }
    showDraft(whole);
    showQuote();
    updateGate();
    updateButtons();
    if (outgoing.special) reopen(*outgoing.special);
    showError(words);
    if (!m_onStage && !words.isEmpty()) Q_EMIT problem(tr("To %1: %2").arg(outgoing.row.title, words));
    focusInput();
}

void Composer::giveBackAsked(const Outgoing &outgoing)
{
    if (outgoing.row.id == m_row.id) Q_EMIT wantsToBeSeen();
    giveBack(outgoing, {});
}

void Composer::reopen(const OutgoingSpecial &special)
{
    if (special.type == "template"_L1) {
        showTemplates();
        m_templates->take(special);
    } else if (const auto draft = InteractiveDraft::of(special.content); draft && m_gate.isOpen()) {
        m_asked = Page::Builder;
        updatePage();
        m_builder->begin(*draft, agentName());
    }
}

void Composer::undoSend()
{
    if (const auto ids = m_pending->undoable(); !ids.isEmpty()) takeOut(ids);
}

void Composer::cancelAll(const QList<OutboxId> &ids, std::function<void()> then)
{
    // An album comes back whole or, when a part has gone already, not at all.
    auto left = std::make_shared<qsizetype>(ids.size());
    auto stopped = std::make_shared<qsizetype>(0);
    for (const auto id : ids) {
        onFinished(this, m_context.store.outbox().cancel(id), [this, ids, left, stopped, then](const Result<bool> &done) {
            if (done && *done) ++*stopped;
            if (--*left > 0) return;
            m_pending->refresh();
            if (*stopped < ids.size()) {
                Q_EMIT problem(tr("Too late: it is on its way already."));
            } else {
                then();
            }
        });
    }
}

void Composer::takeOut(const QList<OutboxId> &ids)
{
    // What was queued before the program started again is known to the store only.
    if (!m_undoable.contains(ids.first())) return editQueued(ids);
    cancelAll(ids, [this, ids] { giveBackAsked(m_undoable.take(ids.first())); });
}

void Composer::takeBack(const Message &message)
{
    if (m_row.id && message.conversationId == m_row.id && message.outboxId) editQueued({message.outboxId});
}

void Composer::editQueued(const QList<OutboxId> &ids)
{
    auto items = std::make_shared<QList<OutboxItem>>();
    auto left = std::make_shared<qsizetype>(ids.size());
    for (const auto id : ids) {
        onFinished(this, m_context.store.outbox().item(id), [this, ids, items, left, row = m_row](const Result<OutboxItem> &item) {
            if (item) items->append(*item);
            if (--*left > 0) return;
            if (items->size() < ids.size()) return Q_EMIT problem(item ? tr("It is not in the queue any more.") : item.error().text);
            std::sort(items->begin(), items->end(), [](const OutboxItem &a, const OutboxItem &b) { return a.id < b.id; });
            const bool all = std::all_of(items->cbegin(), items->cend(), [](const OutboxItem &i) { return canTakeBack(i); });
            if (!all) return Q_EMIT problem(tr("It was not written here, so it can only be sent or cancelled."));
            cancelAll(ids, [this, items, row] { takeRows(row, *items); });
        });
    }
}

void Composer::takeRows(const ConversationRow &row, const QList<OutboxItem> &items)
{
    auto outgoing = takenBack(items);
    outgoing.row = row;
    giveBackAsked(outgoing);
    const auto quoted = items.first().replyToWamid;
    if (!quoted.isEmpty() && !m_quotes.contains(row.id)) findQuote(row.id, quoted);
}

} // namespace Tandem
