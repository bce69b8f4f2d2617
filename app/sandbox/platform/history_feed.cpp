#include "app/sandbox/platform/history_feed.h"

#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"

#include <QTimer>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 day = 86'400;

HistoryFeed::HistoryFeed(World &world, WebhookSender &sender, WebhookValues &values, Chaos &chaos, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_sender(sender)
    , m_values(values)
    , m_chaos(chaos)
{
}

void HistoryFeed::post(const QString &phoneNumberId, const QJsonObject &value)
{
    const Account *account = m_world.account(phoneNumberId);
    if (account == nullptr || !account->linked) return;
    m_sender.post(*account, value.contains(u"state_sync"_s) ? u"smb_app_state_sync"_s : u"history"_s, value);
}

void HistoryFeed::playContacts(const Account &account)
{
    QList<Customer> saved;
    for (const Thread &thread : account.threads) {
        if (thread.customer.inAddressBook) saved.append(thread.customer);
    }
    int at = 250;
    const qint64 stamp = m_world.now();
    for (qsizetype from = 0; from < saved.size(); from += 20, at += 250) {
        const QJsonObject value = m_values.contact(account, saved.mid(from, 20), u"add"_s, stamp);
        QTimer::singleShot(at, this, [this, id = account.phoneNumberId, value] { post(id, value); });
    }
}

void HistoryFeed::cutPhase(const Account &account, int phase, QList<Chunk> &chunks) const
{
    static constexpr qint64 youngest[] = {0, 1, 90};
    static constexpr qint64 oldest[] = {1, 90, 180};
    const qint64 onboarded = account.onboardedMs / 1000;
    const qint64 until = onboarded - youngest[phase] * day;
    const qint64 from = onboarded - oldest[phase] * day;
    Chunk chunk;
    chunk.phase = phase;
    const auto close = [&] {
        if (chunk.pieces.isEmpty()) return;
        chunks.append(chunk);
        chunk.pieces.clear();
        chunk.messages = 0;
        ++chunk.order;
    };
    for (const Thread &thread : account.threads) {
        WebhookValues::Piece piece{&thread, {}};
        for (const Message &message : thread.messages) {
            if (message.live || message.revoked || message.timestamp > until || message.timestamp <= from) continue;
            piece.messages.append(&message);
            if (++chunk.messages < m_chunk) continue;
            chunk.pieces.append(std::exchange(piece, {&thread, {}}));
            close();
        }
        if (!piece.messages.isEmpty()) chunk.pieces.append(piece);
    }
    close();
}

QList<HistoryFeed::Chunk> HistoryFeed::cut(const Account &account) const
{
    QList<Chunk> chunks;
    for (int phase = 0; phase < 3; ++phase)
        cutPhase(account, phase, chunks);
    for (qsizetype i = 0; i < chunks.size(); ++i)
        chunks[i].progress = int((i + 1) * 100 / chunks.size());
    return chunks;
}

void HistoryFeed::playHistory(const Account &account)
{
    const QString id = account.phoneNumberId;
    if (!account.sharesHistory) {
        const QJsonObject value = m_values.historyDeclined(account);
        QTimer::singleShot(600, this, [this, id, value] { post(id, value); });
        return;
    }
    const QList<Chunk> chunks = cut(account);
    const qsizetype lost = m_chaos.strikes(u"missing_history_chunk"_s) && chunks.size() > 2 ? chunks.size() / 2 : -1;
    const int step = chunks.isEmpty() ? 0 : int(m_seconds * 1000 / double(chunks.size()));
    int messages = 0;
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        messages += chunks[i].messages;
        // A withheld chunk leaves the others as they are: what is missing can only be seen from the gap in chunk_order.
        if (i != lost) schedule(account, chunks[i], 400 + int(i) * step);
    }
    m_figures
        = {{u"number"_s, id}, {u"chunks"_s, chunks.size()}, {u"messages"_s, messages}, {u"withheld_chunk"_s, lost}};
}

void HistoryFeed::schedule(const Account &account, const Chunk &chunk, int atMs)
{
    const QString id = account.phoneNumberId;
    m_values.setDialect(m_chaos.isOn(u"dialect"_s));
    const QJsonObject value = m_values.history(account, chunk.pieces, chunk.phase, chunk.order, chunk.progress);
    QTimer::singleShot(atMs, this, [this, id, value] { post(id, value); });
    const qint64 edge = account.onboardedMs / 1000 - 14 * day;
    int after = atMs + 300;
    for (const WebhookValues::Piece &piece : chunk.pieces) {
        for (const Message *message : piece.messages) {
            if (message->mediaId.isEmpty() || message->timestamp < edge) continue;
            QTimer::singleShot(after, this, [this, id, wamid = message->id] {
                Account *same = m_world.account(id);
                const auto found = same == nullptr ? World::Found() : m_world.find(*same, wamid);
                if (found.message != nullptr) post(id, m_values.historyMedia(*same, *found.thread, *found.message));
            });
            after += 40;
        }
    }
}

} // namespace Tandem::Sandbox
