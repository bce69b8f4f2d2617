#include "ui/team/pages/audit_model.h"

#include "core/store/team_stores.h"
#include "ui/format/time_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// {"from": …, "to": …} and the like as "from …, to …"; what is no object stays as it is.
QString detailWords(const QString &detail)
{
    const auto json = QJsonDocument::fromJson(detail.toUtf8()).object();
    if (json.isEmpty()) return detail == "{}"_L1 ? QString() : detail;
    QStringList parts;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const auto value = it->isObject() || it->isArray() ? QString::fromUtf8(QJsonDocument::fromVariant(it->toVariant()).toJson(QJsonDocument::Compact))
                                                           : it->toVariant().toString();
        parts.append(u"%1: %2"_s.arg(it.key(), value));
    }
    return parts.join(u" · "_s);
}

} // namespace

AuditModel::AuditModel(AuditStore &store, QObject *parent) : QAbstractTableModel(parent), m_store(store) { }

QString AuditModel::actionName(const QString &action)
{
    static const QHash<QString, const char *> names{
        {u"conversation.assigned"_s, QT_TR_NOOP("Assigned a conversation")}, {u"conversation.state"_s, QT_TR_NOOP("Changed a conversation's state")},
        {u"conversation.snoozed"_s, QT_TR_NOOP("Snoozed a conversation")}, {u"conversation.labelled"_s, QT_TR_NOOP("Labelled a conversation")},
        {u"conversation.unlabelled"_s, QT_TR_NOOP("Took a label off")}, {u"label.added"_s, QT_TR_NOOP("Made a label")},
        {u"label.changed"_s, QT_TR_NOOP("Changed a label")}, {u"label.renamed"_s, QT_TR_NOOP("Renamed a label")},
        {u"label.removed"_s, QT_TR_NOOP("Deleted a label")}, {u"note.added"_s, QT_TR_NOOP("Wrote a private note")},
        {u"note.changed"_s, QT_TR_NOOP("Changed a private note")}, {u"note.removed"_s, QT_TR_NOOP("Deleted a private note")},
        {u"agent.added"_s, QT_TR_NOOP("Added an agent")}, {u"agent.changed"_s, QT_TR_NOOP("Changed an agent")},
        {u"team.added"_s, QT_TR_NOOP("Made a team")}, {u"team.changed"_s, QT_TR_NOOP("Changed a team")}, {u"team.removed"_s, QT_TR_NOOP("Deleted a team")},
        {u"rule.added"_s, QT_TR_NOOP("Made an assignment rule")}, {u"rule.changed"_s, QT_TR_NOOP("Changed an assignment rule")},
        {u"rule.removed"_s, QT_TR_NOOP("Deleted an assignment rule")}, {u"view.added"_s, QT_TR_NOOP("Saved a view")},
        {u"view.changed"_s, QT_TR_NOOP("Changed a view")}, {u"view.removed"_s, QT_TR_NOOP("Deleted a view")},
        {u"number.granted"_s, QT_TR_NOOP("Gave a number to somebody")}, {u"number.revoked"_s, QT_TR_NOOP("Took a number from somebody")},
        {u"number.changed"_s, QT_TR_NOOP("Changed a number")}};
    const auto known = names.constFind(action);
    return known == names.cend() ? action : tr(*known);
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
    if (!shown || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
    switch (Column(index.column())) {
    case When: return Format::dateAndTime(shown->at);
    case Who: return shown->who;
    case What: return actionName(shown->action);
    case Subject: return shown->subjectId.isEmpty() ? shown->subject : u"%1 %2"_s.arg(shown->subject, shown->subjectId);
    case Detail: return detailWords(shown->detail);
    case Origin: return shown->origin;
    case ColumnCount: break;
    }
    return {};
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
