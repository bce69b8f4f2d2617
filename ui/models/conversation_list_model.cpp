#include "ui/models/conversation_list_model.h"

#include "core/store/stores.h"
#include "ui/format/message_text.h"
#include "ui/format/time_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pageSize = 60;
constexpr int rowsAtOnce = 100; // keeps one answer's work in the GUI thread far below a frame

ConversationCursor keyOf(const ConversationRow &row)
{
    return {row.lastMessageAt ? toEpochMillis(*row.lastMessageAt) : 0, row.id};
}

bool comesBefore(const ConversationCursor &a, const ConversationCursor &b)
{
    return a.lastMessageMs != b.lastMessageMs ? a.lastMessageMs > b.lastMessageMs : a.id > b.id;
}

} // namespace

ConversationListModel::ConversationListModel(ConversationStore &store, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_clock(clock)
{
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    const auto *shown = row(index.row());
    if (!shown) return {};
    switch (role) {
    case Qt::DisplayRole: return shown->title;
    case Qt::AccessibleTextRole: return sentence(*shown);
    case IdRole: return shown->id.value;
    case RowRole: return QVariant::fromValue(*shown);
    case UnreadRole: return shown->unread;
    default: return {};
    }
}

const ConversationRow *ConversationListModel::row(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows.at(size_t(row)).row : nullptr;
}

QModelIndex ConversationListModel::indexOf(ConversationId id) const
{
    const auto key = m_keys.constFind(id);
    return key == m_keys.cend() ? QModelIndex() : index(positionOf(*key));
}

int ConversationListModel::positionOf(const ConversationCursor &key) const
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), key,
        [](const Entry &entry, const ConversationCursor &k) { return comesBefore(entry.key, k); });
    return int(at - m_rows.cbegin());
}

QString ConversationListModel::sentence(const ConversationRow &row) const
{
    QStringList parts{row.title};
    if (row.unread > 0) parts.append(tr("%n unread", nullptr, row.unread));
    if (row.state == ConversationState::Closed) parts.append(tr("closed"));
    if (row.blocked) parts.append(tr("blocked"));
    if (row.coexistence) parts.append(tr("number shared with the phone"));
    parts.append(Format::previewLine(row));
    if (row.lastMessageAt) parts.append(Format::listTime(*row.lastMessageAt, m_clock.now()));
    if (row.windowExpiresAt) parts.append(Format::windowText(row.windowExpiresAt, m_clock.now()));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

void ConversationListModel::setState(State state, const QString &errorText)
{
    if (m_state == state && m_errorText == errorText) return;
    m_state = state;
    m_errorText = errorText;
    Q_EMIT stateChanged();
}

void ConversationListModel::setFilter(const ConversationFilter &filter)
{
    m_filter = filter;
    reload();
}

void ConversationListModel::reload()
{
    ++m_generation;
    m_busy = false;
    m_wantFirst = true;
    m_wantMerge = m_wantMore = false;
    m_dirty.clear();
    setState(State::Loading);
    pump();
}

void ConversationListModel::refreshFilter(const ConversationFilter &filter)
{
    m_filter = filter;
    m_wantMerge = true;
    pump();
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && m_state == State::Ready && !m_wantMore;
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) return;
    m_wantMore = true;
    pump();
}

void ConversationListModel::applyChanges(const Changes &changes)
{
    if (changes.conversations.isEmpty() && !changes.all) return;
    m_dirty.unite(changes.conversations);
    if (changes.all) {
        m_dirty.unite(QSet<ConversationId>(m_keys.keyBegin(), m_keys.keyEnd()));
        m_wantMerge = true;
    }
    pump();
}

void ConversationListModel::setPinned(ConversationId id)
{
    if (id == m_pinned) return;
    if (m_pinned && m_keys.contains(m_pinned)) m_dirty.insert(m_pinned);
    m_pinned = id;
    pump();
}

void ConversationListModel::letThrough(ConversationId id)
{
    m_letThrough.insert(id);
}

void ConversationListModel::setHold(bool hold)
{
    if (m_hold == hold) return;
    m_hold = hold;
    if (!hold) releaseHeld();
}

void ConversationListModel::releaseHeld()
{
    m_letThrough.clear();
    const auto deferred = std::exchange(m_deferred, {});
    for (const auto &entry : deferred) takeRow(entry.row, entry.matches);
}

void ConversationListModel::trim(int keep)
{
    if (int(m_rows.size()) <= keep || keep < 1 || m_busy) return;
    m_busy = true; // a view that asks for more while rows go must be answered from the new end
    beginRemoveRows({}, keep, int(m_rows.size()) - 1);
    for (auto it = m_rows.cbegin() + keep; it != m_rows.cend(); ++it) m_keys.remove(it->row.id);
    m_rows.erase(m_rows.begin() + keep, m_rows.end());
    m_hasMore = true;
    endRemoveRows();
    m_busy = false;
    pump();
}

void ConversationListModel::pump()
{
    if (m_busy) return;
    if (m_wantFirst) askFirst();
    else if (m_state != State::Ready) return;
    else if (m_wantMerge) askMerge();
    else if (!m_dirty.isEmpty()) askRows();
    else if (m_wantMore) askMore();
}

void ConversationListModel::finish(const std::function<void()> &apply)
{
    m_busy = false;
    apply();
    pump();
}

void ConversationListModel::askFirst()
{
    m_busy = true;
    m_wantFirst = false;
    onFinished(this, m_store.page(m_filter, std::nullopt, pageSize), [this, asked = m_generation](const auto &page) {
        if (asked == m_generation) finish([&] { takeFirst(page); });
    });
}

void ConversationListModel::askMerge()
{
    m_busy = true;
    m_wantMerge = false;
    const int limit = std::max(pageSize, int(m_rows.size()));
    onFinished(this, m_store.page(m_filter, std::nullopt, limit), [this, asked = m_generation](const auto &page) {
        if (asked == m_generation) finish([&] { takeMerge(page); });
    });
}

void ConversationListModel::askMore()
{
    m_busy = true;
    std::optional<ConversationCursor> after;
    if (!m_rows.empty()) after = m_rows.back().key;
    onFinished(this, m_store.page(m_filter, after, pageSize), [this, asked = m_generation](const auto &page) {
        if (asked == m_generation) finish([&] { takeMore(page); });
    });
}

void ConversationListModel::askRows()
{
    m_busy = true;
    QList<ConversationId> ids(m_dirty.cbegin(), m_dirty.cend());
    if (ids.size() > rowsAtOnce) ids.resize(rowsAtOnce);
    for (const auto id : std::as_const(ids)) m_dirty.remove(id);
    onFinished(this, m_store.rows(ids, m_filter), [this, ids, asked = m_generation](const auto &answer) {
        if (asked != m_generation) return;
        finish([&] {
            if (!answer) return; // the next change asks again; what is shown stays
            auto gone = QSet<ConversationId>(ids.cbegin(), ids.cend());
            for (qsizetype i = 0; i < answer->rows.size(); ++i) {
                gone.remove(answer->rows.at(i).id);
                takeRow(answer->rows.at(i), answer->matches.at(i));
            }
            for (const auto id : std::as_const(gone)) drop(id);
        });
    });
}

void ConversationListModel::takeFirst(const Result<ConversationPage> &page)
{
    if (!page) {
        setState(State::Failed, page.error().text);
        return;
    }
    beginResetModel();
    m_rows.clear();
    m_keys.clear();
    m_deferred.clear();
    for (const auto &row : page->rows) {
        m_rows.push_back({keyOf(row), row});
        m_keys.insert(row.id, keyOf(row));
    }
    m_hasMore = page->hasMore;
    endResetModel();
    setState(State::Ready);
}

void ConversationListModel::takeMore(const Result<ConversationPage> &page)
{
    m_wantMore = false;
    if (!page) return; // scrolling on asks again
    QList<ConversationRow> fresh;
    for (const auto &row : page->rows) {
        const bool below = m_rows.empty() || comesBefore(m_rows.back().key, keyOf(row));
        if (below && !m_keys.contains(row.id)) fresh.append(row);
    }
    m_hasMore = page->hasMore && !page->rows.isEmpty();
    if (fresh.isEmpty()) return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + size_t(fresh.size())) - 1);
    for (const auto &row : std::as_const(fresh)) {
        m_rows.push_back({keyOf(row), row});
        m_keys.insert(row.id, keyOf(row));
    }
    endInsertRows();
}

void ConversationListModel::takeMerge(const Result<ConversationPage> &page)
{
    if (!page) return;
    QSet<ConversationId> gone(m_keys.keyBegin(), m_keys.keyEnd());
    for (const auto &row : page->rows) gone.remove(row.id);
    for (const auto &row : page->rows) takeRow(row, true);
    for (const auto id : std::as_const(gone)) {
        // Rows beyond the page's end were not asked about.
        const bool beyond = page->hasMore && !page->rows.isEmpty() && comesBefore(keyOf(page->rows.last()), m_keys.value(id));
        if (const auto *shown = row(indexOf(id).row()); shown && !beyond) takeRow(ConversationRow(*shown), false);
    }
}

void ConversationListModel::takeRow(const ConversationRow &row, bool matches)
{
    const bool present = m_keys.contains(row.id);
    const bool keep = matches || (present && row.id == m_pinned);
    const bool stays = present && keep && m_keys.value(row.id) == keyOf(row);
    if (!stays && isHeld(row.id)) {
        m_deferred.insert(row.id, {row, matches});
        if (!present || !keep) return;
        // In place: the words may change under the pointer, the row may not.
        const auto at = indexOf(row.id);
        m_rows.at(size_t(at.row())).row = row;
        Q_EMIT dataChanged(at, at);
        return;
    }
    m_deferred.remove(row.id);
    if (keep) place(row);
    else drop(row.id);
    m_letThrough.remove(row.id);
}

void ConversationListModel::place(const ConversationRow &row)
{
    const auto key = keyOf(row);
    if (!m_keys.contains(row.id)) {
        const int at = positionOf(key);
        if (m_hasMore && at == int(m_rows.size())) return; // below the window: fetchMore will bring it
        beginInsertRows({}, at, at);
        m_rows.insert(m_rows.begin() + at, {key, row});
        m_keys.insert(row.id, key);
        endInsertRows();
        return;
    }
    const int from = positionOf(m_keys.value(row.id));
    int to = positionOf(key);
    if (to != from && to != from + 1) {
        beginMoveRows({}, from, from, {}, to);
        if (to > from) {
            std::rotate(m_rows.begin() + from, m_rows.begin() + from + 1, m_rows.begin() + to);
            --to;
        } else {
            std::rotate(m_rows.begin() + to, m_rows.begin() + from, m_rows.begin() + from + 1);
        }
        endMoveRows();
    } else {
        to = from;
    }
    m_rows.at(size_t(to)) = {key, row};
    m_keys.insert(row.id, key);
    Q_EMIT dataChanged(index(to), index(to));
}

void ConversationListModel::drop(ConversationId id)
{
    m_deferred.remove(id);
    const auto key = m_keys.constFind(id);
    if (key == m_keys.cend()) return;
    const int at = positionOf(*key);
    beginRemoveRows({}, at, at);
    m_rows.erase(m_rows.begin() + at);
    m_keys.erase(key);
    endRemoveRows();
}

} // namespace Tandem
