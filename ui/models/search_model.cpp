#include "ui/models/search_model.h"

#include "core/store/stores.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pageSize = 40;
constexpr int typingPauseMs = 40;

} // namespace

SearchModel::SearchModel(ConversationStore &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_askAgain, false)) ask();
    });
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_items.size()) return {};
    const auto &item = m_items.at(index.row());
    switch (role) {
    case KindRole: return int(item.kind);
    case HitRole: return item.kind == Kind::Heading ? QVariant() : QVariant::fromValue(item.hit);
    case Qt::DisplayRole:
        if (item.kind != Kind::Heading) return item.hit.title;
        return item.hit.kind == SearchHit::Kind::Contact ? tr("People") : tr("Messages");
    case Qt::AccessibleTextRole:
        if (item.kind == Kind::Message) return tr("%1: %2").arg(item.hit.title, item.hit.text);
        return data(index, Qt::DisplayRole);
    default: return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    return hit(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

const SearchHit *SearchModel::hit(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_items.size()) return nullptr;
    const auto &item = m_items.at(index.row());
    return item.kind == Kind::Heading ? nullptr : &item.hit;
}

QModelIndex SearchModel::firstHit() const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).kind != Kind::Heading) return index(row);
    }
    return {};
}

void SearchModel::retranslate()
{
    if (!m_items.isEmpty()) Q_EMIT dataChanged(index(0), index(int(m_items.size()) - 1));
}

void SearchModel::setState(State state, const QString &errorText)
{
    m_state = state;
    m_errorText = errorText;
    Q_EMIT stateChanged();
}

void SearchModel::clear()
{
    if (m_items.isEmpty()) return;
    beginResetModel();
    m_items.clear();
    endResetModel();
}

void SearchModel::setQuery(const QString &query)
{
    const auto simplified = query.simplified();
    if (simplified == m_query) return;
    m_query = simplified;
    ++m_generation;
    m_fetching = false;
    if (m_query.isEmpty()) {
        m_askAgain = m_hasMore = false;
        m_shownQuery.clear();
        clear();
        setState(State::Idle);
        return;
    }
    setState(State::Searching);
    if (m_pause.isActive()) m_askAgain = true;
    else ask();
}

void SearchModel::ask()
{
    m_pause.start();
    onFinished(this, m_store.search(m_query, std::nullopt, pageSize), [this, asked = m_generation](const auto &page) {
        if (asked == m_generation) take(page);
    });
}

void SearchModel::take(const Result<SearchPage> &page)
{
    if (!page) {
        clear();
        setState(State::Failed, page.error().text);
        return;
    }
    const auto heading = [](SearchHit::Kind kind) {
        Item item;
        item.hit.kind = kind;
        return item;
    };
    beginResetModel();
    m_items.clear();
    if (!page->contacts.isEmpty()) m_items.append(heading(SearchHit::Kind::Contact));
    for (const auto &hit : page->contacts) m_items.append({Kind::Contact, hit});
    if (!page->messages.isEmpty()) m_items.append(heading(SearchHit::Kind::Message));
    for (const auto &hit : page->messages) m_items.append({Kind::Message, hit});
    m_hasMore = page->hasMore;
    m_shownQuery = m_query;
    endResetModel();
    setState(State::Ready);
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_fetching && m_state == State::Ready && !m_items.isEmpty();
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_items.last().kind != Kind::Message) return;
    m_fetching = true;
    onFinished(this, m_store.search(m_query, m_items.last().hit.cursor, pageSize), [this, asked = m_generation](const auto &page) {
        if (asked == m_generation) takeMore(page);
    });
}

void SearchModel::takeMore(const Result<SearchPage> &page)
{
    m_fetching = false;
    m_hasMore = page && page->hasMore;
    if (!page || page->messages.isEmpty()) return;
    beginInsertRows({}, int(m_items.size()), int(m_items.size() + page->messages.size()) - 1);
    for (const auto &hit : page->messages) m_items.append({Kind::Message, hit});
    endInsertRows();
}

} // namespace Tandem
