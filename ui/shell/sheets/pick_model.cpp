#include "ui/shell/sheets/pick_model.h"

#include "core/store/store.h"
#include "ui/format/match.h"
#include "ui/format/phone_text.h"
#include "ui/format/time_text.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int rowsAsked = 100;
constexpr int hitsAsked = 30;
constexpr int pauseMs = 80;

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

PickModel::PickModel(UiContext &context, QObject *parent) : QAbstractListModel(parent), m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &PickModel::ask);
}

void PickModel::reset()
{
    m_query.clear();
    m_chosen.clear();
    show({});
    ask();
    Q_EMIT chosenChanged();
}

void PickModel::setQuery(const QString &query)
{
    const auto clean = query.simplified();
    if (clean == m_query) return;
    m_query = clean;
    m_pause.start();
}

void PickModel::ask()
{
    const auto asked = ++m_generation;
    if (m_query.isEmpty()) {
        onFinished(this, m_context.store.conversations().page(anything(), std::nullopt, rowsAsked), [this, asked](const Result<ConversationPage> &page) {
            if (asked == m_generation && page) show(page->rows);
        });
        return;
    }
    onFinished(this, m_context.store.conversations().search(m_query, std::nullopt, hitsAsked), [this, asked](const Result<SearchPage> &page) {
        if (asked != m_generation || !page) return;
        QList<ConversationId> ids; // people first, then conversations in which the words were said
        for (const auto &hits : {page->contacts, page->messages}) {
            for (const auto &hit : hits) {
                if (!ids.contains(hit.conversationId)) ids.append(hit.conversationId);
            }
        }
        askRows(ids);
    });
}

void PickModel::askRows(const QList<ConversationId> &ids)
{
    if (ids.isEmpty()) return show({});
    onFinished(this, m_context.store.conversations().rows(ids, anything()), [this, ids, asked = m_generation](const auto &answer) {
        if (asked != m_generation || !answer) return;
        auto rows = answer->rows;
        std::stable_sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) { return ids.indexOf(a.id) < ids.indexOf(b.id); });
        show(rows);
    });
}

void PickModel::show(const QList<ConversationRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QString PickModel::whyNot(const ConversationRow &row) const
{
    if (row.blocked) return tr("blocked");
    if (row.windowExpiresAt && m_context.clock.now() < *row.windowExpiresAt) return {};
    return tr("closed: only templates until they write");
}

void PickModel::toggle(const QModelIndex &index)
{
    if (!index.isValid() || !(flags(index) & Qt::ItemIsEnabled)) return;
    const auto &row = m_rows.at(index.row());
    const auto at = std::find_if(m_chosen.begin(), m_chosen.end(), [&](const auto &c) { return c.id == row.id; });
    if (at == m_chosen.end()) m_chosen.append(row);
    else m_chosen.erase(at);
    Q_EMIT dataChanged(index, index);
    Q_EMIT chosenChanged();
}

int PickModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return Format::identity(row.title);
    case Qt::AccessibleTextRole: {
        const auto why = whyNot(row);
        return why.isEmpty() ? Format::identity(row.title) : tr("%1, %2", "name, why not").arg(Format::identity(row.title), why);
    }
    case Qt::CheckStateRole: {
        const bool on = std::any_of(m_chosen.cbegin(), m_chosen.cend(), [&](const auto &c) { return c.id == row.id; });
        return on ? Qt::Checked : Qt::Unchecked;
    }
    case RowRole: return QVariant::fromValue(row);
    case WhyNotRole: return whyNot(row);
    default: return {};
    }
}

Qt::ItemFlags PickModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) return Qt::NoItemFlags;
    return whyNot(m_rows.at(index.row())).isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemNeverHasChildren;
}

} // namespace Tandem
