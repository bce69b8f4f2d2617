#include "ui/composer/timing/pending_strip.h"

#include "core/base/clock.h"
#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/composer/timing/pending_row.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {
constexpr int Looked = 80; ///< newest messages among which waiting ones are sought
}

PendingStrip::PendingStrip(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"composer.pending"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Theme::Grid * 2);
    column->setSpacing(Theme::Grid);
    m_tick.setInterval(250ms);
    connect(&m_tick, &QTimer::timeout, this, &PendingStrip::showRows);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (changes.conversations.contains(m_conversation) || (changes.outbox && !m_items.isEmpty())) refresh();
    });
    if (context.gateway) {
        connect(context.gateway, &Gateway::uploadProgress, this, [this](OutboxId id, qint64 sent, qint64 total) {
            const bool known = m_uploads.contains(id);
            m_uploads.insert(id, {sent, total});
            for (auto &item : m_items) {
                if (item.kind != PendingItem::Kind::Uploading || !item.ids.contains(id)) continue;
                item.sent = sent;
                item.total = total;
            }
            if (known && sent < total) {
                showRows();
            } else {
                refresh();
            }
        });
    }
    hide();
}

void PendingStrip::setConversation(ConversationId conversation)
{
    if (conversation == m_conversation) return;
    m_conversation = conversation;
    show({});
    refresh();
}

void PendingStrip::refresh()
{
    if (!m_conversation) return;
    onFinished(this, m_context.store.messages().newest(m_conversation, Looked), [this, generation = ++m_generation](const Result<MessagePage> &page) {
        if (page && generation == m_generation) show(pendingItems(page->messages, m_uploads, m_context.clock.now()));
    });
}

void PendingStrip::show(const QList<PendingItem> &items)
{
    m_items = items;
    const bool counts = std::any_of(items.cbegin(), items.cend(), [](const PendingItem &i) { return i.kind == PendingItem::Kind::Undo; });
    if (counts) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    showRows();
}

void PendingStrip::showRows()
{
    const auto count = std::min<qsizetype>(m_items.size(), MostRows);
    while (m_rows.size() < count) m_rows.append(makeRow());
    const auto from = m_items.size() - count;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setVisible(i < count);
        if (i < count) m_rows.at(i)->set(m_items.at(from + i), m_context.clock.now());
    }
    setVisible(count > 0);
}

PendingRow *PendingStrip::makeRow()
{
    auto *row = new PendingRow(m_context.theme, this);
    layout()->addWidget(row);
    connect(row, &PendingRow::undo, this, [this, row] { Q_EMIT undoAsked(row->item().ids); });
    connect(row, &PendingRow::edit, this, [this, row] { Q_EMIT editAsked(row->item().ids); });
    connect(row, &PendingRow::sendNow, this, [this, row] {
        const bool stale = row->item().kind == PendingItem::Kind::Stale;
        act(row->item().ids, stale ? [](Store &store, OutboxId id) { return store.outbox().sendAgain(id, {}); }
                                   : [](Store &store, OutboxId id) { return store.outbox().releaseNow(id); });
    });
    connect(row, &PendingRow::cancel, this, [this, row] { act(row->item().ids, [](Store &store, OutboxId id) { return store.outbox().cancel(id); }); });
    connect(row, &PendingRow::retry, this, [this, row] { act(row->item().ids, [](Store &store, OutboxId id) { return store.outbox().sendAgain(id, {}); }); });
    return row;
}

void PendingStrip::act(const QList<OutboxId> &ids, FutureResult<bool> (*what)(Store &, OutboxId))
{
    for (const auto id : ids) {
        m_uploads.remove(id);
        onFinished(this, what(m_context.store, id), [this](const Result<bool> &done) {
            if (!done) {
                Q_EMIT problem(done.error().text);
            } else if (!*done) {
                Q_EMIT problem(tr("Too late: it is on its way already."));
            }
            refresh();
        });
    }
}

QList<OutboxId> PendingStrip::undoable() const
{
    const auto found = std::find_if(m_items.crbegin(), m_items.crend(), [](const PendingItem &i) { return i.kind == PendingItem::Kind::Undo; });
    return found == m_items.crend() ? QList<OutboxId>() : found->ids;
}

} // namespace Tandem
