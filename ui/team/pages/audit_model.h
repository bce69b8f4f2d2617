#pragma once

#include "ui/team/pages/audit_words.h"

#include <QAbstractTableModel>

namespace Tandem {

class AuditStore;

/// The audit log as a table, newest first, grown by pages as one scrolls.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Subject, Detail, Origin, ColumnCount };
    enum class State { Loading, Ready, Failed };
    static constexpr int PageSize = 100;

    explicit AuditModel(AuditStore &store, QObject *parent = nullptr);

    void setFilter(const AuditFilter &filter); ///< and asks anew
    [[nodiscard]] const AuditFilter &filter() const { return m_filter; }
    void reload();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &errorText() const { return m_error; }
    [[nodiscard]] const AuditEntry *entry(int row) const;
    void setNames(const AuditNames &names);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(std::optional<qint64> before);

    AuditStore &m_store;
    AuditFilter m_filter;
    AuditNames m_names;
    QList<AuditEntry> m_entries;
    State m_state = State::Loading;
    QString m_error;
    quint64 m_generation = 0;
    bool m_more = false;
    bool m_asking = false;
};

} // namespace Tandem
