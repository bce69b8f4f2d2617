#include "ui/team/pages/audit_model.h"

#include "core/store/team_stores.h"
#include "ui/format/time_text.h"
#include "ui/theme/plain_tip.h"

using namespace Qt::StringLiterals;

namespace Tandem {

AuditModel::AuditModel(AuditStore &store, QObject *parent) : QAbstractTableModel(parent), m_store(store) { }

void AuditModel::setNames(const AuditNames &names)
{
    if (names == m_names) return;
    m_names = names;
    if (!m_entries.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AuditModel::setFilter(const AuditFilter &filter)
{
    m_filter = filter;
    reload();
}

void AuditModel::reload()
{
    ++m_generation;
    m_asking = false;
    beginResetModel();
    m_entries.clear();
    m_more = false;
    endResetModel();
    m_state = State::Loading;
    Q_EMIT stateChanged();
    ask(std::nullopt);
}

void AuditModel::ask(std::optional<qint64> before)
{
    m_asking = true;
    onFinished(this, m_store.page(m_filter, before, PageSize), [this, asked = m_generation](const Result<QList<AuditEntry>> &page) {
        if (asked != m_generation) return;
        m_asking = false;
        if (!page) {
            m_error = page.error().text;
            m_state = State::Failed;
            Q_EMIT stateChanged();
            return;
        }
        m_more = page->size() >= PageSize;
        if (!page->isEmpty()) {
            beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + page->size()) - 1);
            m_entries.append(*page);
            endInsertRows();
        }
        m_state = State::Ready;
        Q_EMIT stateChanged();
    });
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_more && !m_asking; }

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) ask(m_entries.last().id);
}

const AuditEntry *AuditModel::entry(int row) const { return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr; }
int AuditModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }
int AuditModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const auto *shown = entry(index.row());
    if (!shown) return {};
    if (role == Qt::ToolTipRole && index.column() == Who) return plainTip(shown->who);
    if (role == Qt::ToolTipRole && index.column() == Detail && shown->detail != "{}"_L1) return plainTip(shown->detail); // as it was written
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    QString text;
    switch (Column(index.column())) {
    case When: text = Format::dateAndTime(shown->at); break;
    case Who: text = AuditWords::who(*shown, m_names); break;
    case What: text = AuditWords::action(*shown); break;
    case Subject: text = AuditWords::subject(*shown); break;
    case Detail: text = AuditWords::detail(*shown, m_names); break;
    case Origin: text = AuditWords::origin(*shown); break;
    case ColumnCount: break;
    }
    return role == Qt::ToolTipRole ? plainTip(text) : text;
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (Column(section)) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case Subject: return tr("On what");
    case Detail: return tr("Details");
    case Origin: return tr("From where");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Tandem
