#include "ui/models/timeline_model.h"

#include "core/store/stores.h"
#include "ui/format/message_content.h"

#include <QPointer>

#include <algorithm>
#include <utility>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

bool before(const Message &message, const MessageCursor &cursor) { return TimelineModel::cursorOf(message) < cursor; }

} // namespace

TimelineModel::TimelineModel(MessageStore &messages, QObject *parent) : QAbstractListModel(parent), m_store(messages)
{
    m_blank.setSingleShot(true);
    m_blank.setInterval(80ms);
    connect(&m_blank, &QTimer::timeout, this, &TimelineModel::removeAll);
}

void TimelineModel::open(ConversationId id, std::optional<MessageCursor> at, Seek seek)
{
    m_conversation = id;
    m_unreadFrom.reset();
    // The old rows stay for a moment: a page usually arrives sooner than an empty frame would be worth.
    if (!m_messages.isEmpty()) m_blank.start();
    if (at) {
        load(Target::Around, *at);
    } else if (seek == Seek::End) {
        load(Target::Newest, {});
    }
    if (seek == Seek::End) return;
    if (!at) setState(State::Loading);
    const auto generation = at ? m_generation : ++m_generation;
    const bool unread = seek == Seek::FirstUnread;
    onFinished(this, unread ? m_store.firstUnread(id) : m_store.firstFailed(id), [this, generation, at, unread](const Result<std::optional<MessageCursor>> &first) {
        if (generation != m_generation) return;
        const bool known = first && first->has_value();
        if (known && unread) markUnreadFrom(**first);
        if (!at) load(known ? Target::Unread : Target::Newest, known ? **first : MessageCursor{});
    });
}

void TimelineModel::close()
{
    ++m_generation;
    m_conversation = {};
    m_unreadFrom.reset();
    removeAll();
    setState(State::None);
}

void TimelineModel::reload() { open(m_conversation, std::nullopt, m_unreadFrom ? Seek::FirstUnread : Seek::End); }

void TimelineModel::showNewest()
{
    if (m_conversation) load(Target::Newest, {});
}

void TimelineModel::showAround(MessageCursor center)
{
    if (m_conversation) load(Target::Around, center);
}

void TimelineModel::prepared(const QList<Message> &page, std::function<void()> then)
{
    if (!m_prepare) return then();
    // The model may be gone when the answer comes.
    m_prepare(page, [self = QPointer(this), then = std::move(then)] { if (self) then(); });
}

void TimelineModel::load(Target target, MessageCursor center)
{
    const auto generation = ++m_generation;
    m_loadingOlder = m_loadingNewer = m_dirty = false;
    m_refreshing = 0;
    setState(State::Loading);
    auto page = target == Target::Newest ? m_store.newest(m_conversation, PageSize) : m_store.around(m_conversation, center, PageSize);
    onFinished(this, page, [this, generation, target, center](const Result<MessagePage> &result) {
        if (generation != m_generation) return;
        if (!result) return fail(result.error());
        prepared(result->messages, [this, generation, target, center, page = *result] {
            if (generation == m_generation) take(page, target, center);
        });
    });
}

void TimelineModel::take(const MessagePage &page, Target target, MessageCursor center)
{
    removeAll();
    m_hasOlder = page.hasOlder;
    m_hasNewer = page.hasNewer;
    append(page.messages);
    m_firstVisible = m_lastVisible = 0;
    setState(State::Ready);
    const int row = target == Target::Newest ? -1 : std::min(rowAtOrAfter(center), int(m_messages.size()) - 1);
    Q_EMIT positioned(row);
    if (std::exchange(m_dirty, false)) refresh();
}

void TimelineModel::fail(const Error &error)
{
    m_error = error;
    removeAll();
    setState(State::Failed);
}

void TimelineModel::setState(State state)
{
    if (m_state == state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void TimelineModel::removeAll()
{
    m_blank.stop();
    if (m_messages.isEmpty()) return;
    beginRemoveRows({}, 0, int(m_messages.size()) - 1);
    m_messages.clear();
    endRemoveRows();
}

void TimelineModel::fetchOlder()
{
    if (m_state != State::Ready || !m_hasOlder || m_loadingOlder || m_messages.isEmpty()) return;
    m_loadingOlder = true;
    const auto from = cursorOf(m_messages.first());
    onFinished(this, m_store.older(m_conversation, from, PageSize), [this, from, generation = m_generation](const Result<MessagePage> &page) {
        if (generation != m_generation) return;
        if (!page) {
            m_loadingOlder = false;
            return;
        }
        prepared(page->messages, [this, from, generation, page = *page] {
            if (generation != m_generation) return;
            m_loadingOlder = false;
            if (m_messages.isEmpty() || cursorOf(m_messages.first()) != from) return;
            m_hasOlder = page.hasOlder;
            prepend(page.messages);
            trimNewest();
            Q_EMIT stateChanged();
        });
    });
}

void TimelineModel::fetchNewer()
{
    if (m_state != State::Ready || !m_hasNewer || m_loadingNewer || m_messages.isEmpty()) return;
    m_loadingNewer = true;
    const auto from = cursorOf(m_messages.last());
    onFinished(this, m_store.newer(m_conversation, from, PageSize), [this, from, generation = m_generation](const Result<MessagePage> &page) {
        if (generation != m_generation) return;
        if (!page) {
            m_loadingNewer = false;
            return;
        }
        prepared(page->messages, [this, from, generation, page = *page] {
            if (generation != m_generation) return;
            m_loadingNewer = false;
            if (m_messages.isEmpty() || cursorOf(m_messages.last()) != from) return;
            m_hasNewer = page.hasNewer;
            append(page.messages);
            trimOldest();
            Q_EMIT stateChanged();
        });
    });
}

void TimelineModel::setVisibleRows(int first, int last)
{
    m_firstVisible = first;
    m_lastVisible = last;
}

void TimelineModel::applyChanges(const Changes &changes)
{
    if (m_conversation && (changes.all || changes.conversations.contains(m_conversation))) refresh();
}

void TimelineModel::refresh()
{
    // What changes while the first page is on its way may have been read too early.
    if (m_state == State::Loading) m_dirty = true;
    if (m_state != State::Ready) return;
    if (m_refreshing > 0) {
        m_dirty = true;
        return;
    }
    if (m_messages.isEmpty()) {
        load(Target::Newest, {});
        return;
    }
    refreshShown();
    if (!m_hasNewer) refreshEnd();
    if (!m_hasOlder) refreshStart();
}

void TimelineModel::refreshShown()
{
    ++m_refreshing;
    const auto from = cursorOf(m_messages.first());
    const auto to = cursorOf(m_messages.last());
    onFinished(this, m_store.between(m_conversation, from, to), [this, from, to, generation = m_generation](const Result<MessagePage> &page) {
        if (generation != m_generation) return;
        if (page) merge(from, to, page->messages);
        refreshDone();
    });
}

void TimelineModel::refreshEnd()
{
    ++m_refreshing;
    const auto from = cursorOf(m_messages.last());
    onFinished(this, m_store.newer(m_conversation, from, PageSize), [this, from, generation = m_generation](const Result<MessagePage> &page) {
        if (generation != m_generation) return;
        if (page && !page->messages.isEmpty()) {
            if (!m_messages.isEmpty() && cursorOf(m_messages.last()) == from && !m_hasNewer) {
                const int first = int(m_messages.size());
                append(page->messages);
                Q_EMIT arrived(first, int(page->messages.size()));
                trimOldest();
            }
            m_dirty = m_dirty || page->hasNewer;
        }
        refreshDone();
    });
}

void TimelineModel::refreshStart()
{
    ++m_refreshing;
    const auto from = cursorOf(m_messages.first());
    onFinished(this, m_store.older(m_conversation, from, PageSize), [this, from, generation = m_generation](const Result<MessagePage> &page) {
        if (generation != m_generation) return;
        // The history import may have put older messages before what was the start.
        if (page && !page->messages.isEmpty() && !m_messages.isEmpty() && cursorOf(m_messages.first()) == from && !m_hasOlder) {
            m_hasOlder = page->hasOlder;
            prepend(page->messages);
            Q_EMIT stateChanged();
        }
        refreshDone();
    });
}

void TimelineModel::refreshDone()
{
    if (--m_refreshing > 0 || !m_dirty) return;
    m_dirty = false;
    refresh();
}

void TimelineModel::markUnreadFrom(MessageCursor first)
{
    if (m_unreadFrom) return;
    m_unreadFrom = first;
    const int row = rowAtOrAfter(first);
    if (row < m_messages.size()) Q_EMIT dataChanged(index(row), index(row));
}

void TimelineModel::append(const QList<Message> &messages) { insertRun(int(m_messages.size()), messages); }

void TimelineModel::prepend(const QList<Message> &messages) { insertRun(0, messages); }

void TimelineModel::insertRun(int row, const QList<Message> &run)
{
    if (run.isEmpty()) return;
    const int count = int(run.size());
    beginInsertRows({}, row, row + count - 1);
    m_messages.reserve(m_messages.size() + count);
    m_messages.insert(m_messages.begin() + row, count, Message{});
    std::copy(run.begin(), run.end(), m_messages.begin() + row);
    if (row <= m_firstVisible && row + count < m_messages.size()) {
        m_firstVisible += count;
        m_lastVisible += count;
    }
    endInsertRows();
}

void TimelineModel::merge(MessageCursor from, MessageCursor to, const QList<Message> &fresh)
{
    if (m_messages.isEmpty()) return;
    // The window may have been trimmed since the question: what lies outside it now is not ours to show.
    from = std::max(from, cursorOf(m_messages.first()));
    to = std::min(to, cursorOf(m_messages.last()));
    int row = rowAtOrAfter(from);
    auto next = std::lower_bound(fresh.begin(), fresh.end(), from, before);
    QList<Message> run;
    const auto inRange = [&](int r) { return r < m_messages.size() && cursorOf(m_messages.at(r)) <= to; };
    while (inRange(row) || (next != fresh.end() && cursorOf(*next) <= to)) {
        const bool haveNext = next != fresh.end() && cursorOf(*next) <= to;
        if (inRange(row) && (!haveNext || cursorOf(m_messages.at(row)) < cursorOf(*next))) {
            beginRemoveRows({}, row, row);
            m_messages.removeAt(row);
            endRemoveRows();
        } else if (inRange(row) && cursorOf(m_messages.at(row)) == cursorOf(*next)) {
            if (!(m_messages.at(row) == *next)) {
                m_messages[row] = *next;
                Q_EMIT dataChanged(index(row), index(row));
            }
            ++row;
            ++next;
        } else {
            insertRun(row, {*next});
            ++row;
            ++next;
        }
    }
}

void TimelineModel::trimNewest()
{
    const int keep = std::max(MaxRows, m_lastVisible + KeepBeyond);
    if (m_messages.size() <= keep) return;
    beginRemoveRows({}, keep, int(m_messages.size()) - 1);
    m_messages.resize(keep);
    endRemoveRows();
    m_hasNewer = true;
}

void TimelineModel::trimOldest()
{
    const int cut = std::min(int(m_messages.size()) - MaxRows, m_firstVisible - KeepBeyond);
    if (cut <= 0) return;
    beginRemoveRows({}, 0, cut - 1);
    m_messages.remove(0, cut);
    endRemoveRows();
    m_firstVisible -= cut;
    m_lastVisible -= cut;
    m_hasOlder = true;
}

int TimelineModel::rowOf(MessageId id) const
{
    const auto found = std::find_if(m_messages.begin(), m_messages.end(), [id](const Message &m) { return m.id == id; });
    return found == m_messages.end() ? -1 : int(found - m_messages.begin());
}

int TimelineModel::rowAtOrAfter(MessageCursor cursor) const
{
    return int(std::lower_bound(m_messages.begin(), m_messages.end(), cursor, before) - m_messages.begin());
}

bool TimelineModel::covers(MessageCursor cursor) const
{
    if (m_messages.isEmpty()) return false;
    return (!m_hasOlder || cursorOf(m_messages.first()) <= cursor) && (!m_hasNewer || cursor <= cursorOf(m_messages.last()));
}

int TimelineModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_messages.size()); }

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto &message = m_messages.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return summaryOf(message);
    case MessageIdRole: return message.id.value;
    case WamidRole: return message.wamid;
    case TypeRole: return message.type;
    case DirectionRole: return int(message.direction);
    case OriginRole: return int(message.origin);
    case AuthorRole: return originName(message);
    case StatusRole: return int(message.status);
    case TimestampRole: return toEpochMillis(message.timestamp);
    case DayRole: return localDay(message.timestamp);
    case MediaStateRole: return int(message.media.state);
    case RevokedRole: return message.revoked;
    case EditedRole: return message.isEdited();
    default: return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{MessageIdRole, "messageId"}, {WamidRole, "wamid"}, {TypeRole, "type"}, {DirectionRole, "direction"},
        {OriginRole, "origin"}, {AuthorRole, "author"}, {StatusRole, "status"}, {TimestampRole, "timestamp"}, {DayRole, "day"},
        {MediaStateRole, "mediaState"}, {RevokedRole, "revoked"}, {EditedRole, "edited"}});
    return names;
}

} // namespace Tandem
