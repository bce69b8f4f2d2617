#include "ui/composer/draft_keeper.h"

#include "core/base/log.h"
#include "core/store/stores.h"

#include <utility>

namespace Tandem {

DraftKeeper::DraftKeeper(ConversationStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(SaveAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper() { flush(); }

void DraftKeeper::edit(ConversationId id, const QString &text)
{
    if (!id || (m_texts.contains(id) && m_texts.value(id) == text)) return;
    m_texts.insert(id, text);
    m_unsaved.insert(id);
    // Not restarted by the next key: someone who types without a pause is saved as well.
    if (!m_timer.isActive()) m_timer.start();
}

void DraftKeeper::flush()
{
    m_timer.stop();
    const auto unsaved = std::exchange(m_unsaved, {});
    for (const auto id : unsaved) save(id);
}

void DraftKeeper::save(ConversationId id)
{
    onFinished(this, m_store.setDraft(id, m_texts.value(id)), [this, id](const Result<bool> &done) {
        if (done) return;
        qCWarning(lcUi) << "draft of conversation" << id.value << "not saved:" << word(done.error().code);
        m_unsaved.insert(id);
        if (!m_timer.isActive()) m_timer.start();
    });
}

void DraftKeeper::sending(ConversationId id)
{
    m_texts.insert(id, QString());
    m_unsaved.remove(id);
}

void DraftKeeper::sent(ConversationId id)
{
    if (!m_unsaved.contains(id)) save(id);
}

QString DraftKeeper::notSent(ConversationId id, const QString &text)
{
    const auto meanwhile = m_texts.value(id);
    const auto whole = meanwhile.isEmpty() ? text : text + u'\n' + meanwhile;
    edit(id, whole);
    flush();
    return whole;
}

} // namespace Tandem
