#include "ui/composer/drafts/draft_keeper.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/content_stores.h"

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

void DraftKeeper::edit(const DraftKey &key, const Draft &draft)
{
    if (!key.id) return;
    if (const auto old = m_drafts.constFind(key); old != m_drafts.cend() && same(*old, draft)) return;
    m_drafts.insert(key, draft);
    m_unsaved.insert(key);
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
        if (!stored) return;
        auto draft = *stored;
        if (const auto newer = m_drafts.constFind(key); newer != m_drafts.cend()) {
            // Someone typed before the answer came: their text stays, the files of the stored draft join it.
            draft.text = newer->text;
            if (!newer->replyToWamid.isEmpty()) draft.replyToWamid = newer->replyToWamid;
            auto both = draft;
            both.attachments += newer->attachments;
            edit(key, both);
        } else {
            m_drafts.insert(key, draft);
        }
        loaded(key, draft);
    });
}

void DraftKeeper::flush()
{
    m_timer.stop();
    const auto unsaved = std::exchange(m_unsaved, {});
    for (const auto &key : unsaved) save(key);
}

void DraftKeeper::save(const DraftKey &key)
{
    auto draft = m_drafts.value(key);
    draft.updatedAt = m_clock.now();
    onFinished(this, m_store.setDraft(key.id, key.mode, draft), [this, key](const Result<bool> &done) {
        if (done) return;
        qCWarning(lcUi) << "draft of conversation" << key.id.value << "not saved:" << word(done.error().code);
        m_unsaved.insert(key);
        if (!m_timer.isActive()) m_timer.start();
    });
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
