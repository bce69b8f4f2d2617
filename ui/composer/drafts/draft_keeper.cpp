#include "ui/composer/drafts/draft_keeper.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/content_stores.h"
#include "ui/composer/drafts/spare_drafts.h"

#include <utility>

namespace Tandem {
namespace {

/// When it was written is no part of what was written.
bool same(Draft a, const Draft &b)
{
    a.updatedAt = b.updatedAt;
    return a == b;
}

} // namespace

DraftKeeper::DraftKeeper(DraftStore &store, const Clock &clock, QObject *parent) : QObject(parent), m_store(store), m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper() { flush(); }

void DraftKeeper::spillInto(UserSettings &settings, const QString &place) { m_spare = std::make_unique<SpareDrafts>(settings, place); }

void DraftKeeper::edit(const DraftKey &key, const Draft &draft)
{
    if (!key.id) return;
    if (const auto old = m_drafts.constFind(key); old != m_drafts.cend() && same(*old, draft)) return;
    m_drafts.insert(key, draft);
    m_unsaved.insert(key);
    if (m_spare && m_shaky.contains(key)) m_spare->keep(key, {draft, m_stored.value(key).text}); // the program may end before the next try
    // Not restarted by the next key: someone who types without a pause is saved as well.
    if (!m_timer.isActive()) m_timer.start();
}

std::optional<Draft> DraftKeeper::known(const DraftKey &key) const
{
    const auto found = m_drafts.constFind(key);
    return found == m_drafts.cend() ? std::nullopt : std::optional(*found);
}

void DraftKeeper::load(const DraftKey &key, QObject *context, std::function<void(const DraftKey &, const Draft &)> loaded)
{
    if (!key.id || m_drafts.contains(key) || m_loading.contains(key)) return;
    m_loading.insert(key);
    onFinished(context, m_store.draft(key.id, key.mode), [this, key, loaded = std::move(loaded)](const Result<Draft> &stored) {
        m_loading.remove(key);
        if (const auto draft = take(key, stored)) loaded(key, *draft);
    });
}

/// What an earlier run could not store is newer than the store; what was typed since is newer still, and gets the stored files.
std::optional<Draft> DraftKeeper::take(const DraftKey &key, const Result<Draft> &stored)
{
    const auto spare = m_spare ? m_spare->find(key) : std::nullopt;
    if (!stored || spare) m_shaky.insert(key);
    if (stored) m_stored.insert(key, *stored);
    if (spare) m_stored[key].text = spare->stored; // what is different then was written elsewhere
    if (!stored && !spare) return std::nullopt;
    auto draft = stored.value_or(Draft());
    const auto typed = m_drafts.constFind(key);
    const auto newer = typed != m_drafts.cend() ? std::optional(*typed) : spare ? std::optional(spare->draft) : std::nullopt;
    if (!newer) {
        m_drafts.insert(key, draft);
        return draft;
    }
    draft.text = newer->text;
    if (!newer->replyToWamid.isEmpty()) draft.replyToWamid = newer->replyToWamid;
    auto both = draft;
    both.attachments += newer->attachments;
    edit(key, both);
    return draft; // whoever typed has the new files already
}

void DraftKeeper::flush()
{
    m_timer.stop();
    const auto unsaved = std::exchange(m_unsaved, {});
    for (const auto &key : unsaved) save(key);
}

void DraftKeeper::save(const DraftKey &key)
{
    if (!m_shaky.contains(key)) return write(key);
    // Another desktop of this person may have written meanwhile.
    onFinished(this, m_store.draft(key.id, key.mode), [this, key](const Result<Draft> &stored) {
        if (!stored) return notWritten(key, stored.error());
        join(key, *stored);
        write(key);
    });
}

void DraftKeeper::write(const DraftKey &key)
{
    auto draft = m_drafts.value(key);
    draft.updatedAt = m_clock.now();
    onFinished(this, m_store.setDraft(key.id, key.mode, draft), [this, key, draft](const Result<bool> &done) {
        if (!done) return notWritten(key, done.error());
        m_stored.insert(key, draft);
        if (m_unsaved.contains(key)) return; // written on meanwhile
        m_shaky.remove(key);
        if (m_spare) m_spare->drop(key);
    });
}

void DraftKeeper::notWritten(const DraftKey &key, const Error &error)
{
    if (!m_shaky.contains(key)) qCWarning(lcUi) << "draft of conversation" << key.id.value << "not saved:" << word(error.code);
    m_shaky.insert(key);
    if (m_spare) m_spare->keep(key, {m_drafts.value(key), m_stored.value(key).text});
    m_unsaved.insert(key);
    if (!m_timer.isActive()) m_timer.start();
}

void DraftKeeper::join(const DraftKey &key, const Draft &stored)
{
    const auto known = std::exchange(m_stored[key], stored);
    auto draft = m_drafts.value(key);
    if (stored.text == known.text || stored.text.isEmpty() || draft.text.contains(stored.text)) return;
    draft.text = draft.text.isEmpty() ? stored.text : stored.text + u'\n' + draft.text;
    m_drafts.insert(key, draft);
    Q_EMIT joined(key, draft);
}

void DraftKeeper::sending(const DraftKey &key)
{
    m_drafts.insert(key, {});
    m_unsaved.remove(key);
}

void DraftKeeper::sent(const DraftKey &key)
{
    if (!m_unsaved.contains(key)) save(key);
}

Draft DraftKeeper::notSent(const DraftKey &key, const Draft &draft)
{
    auto whole = draft;
    const auto meanwhile = m_drafts.value(key);
    if (!meanwhile.text.isEmpty()) whole.text += (whole.text.isEmpty() ? QString() : QString(u'\n')) + meanwhile.text;
    if (whole.replyToWamid.isEmpty()) whole.replyToWamid = meanwhile.replyToWamid;
    whole.attachments += meanwhile.attachments;
    edit(key, whole);
    flush();
    return whole;
}

} // namespace Tandem
