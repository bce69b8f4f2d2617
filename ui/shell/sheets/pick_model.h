#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

namespace Tandem {

/// Conversations to choose several of: the newest ones, or those that fit what is typed. Those whose reply window is
/// closed, or whose customer is blocked, can be seen but not chosen.
class PickModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1, WhyNotRole };

    explicit PickModel(UiContext &context, QObject *parent = nullptr);

    void reset(); ///< nothing chosen, nothing typed
    void setQuery(const QString &query);
    void toggle(const QModelIndex &index);
    [[nodiscard]] const QList<ConversationRow> &chosen() const { return m_chosen; }
    [[nodiscard]] QString whyNot(const ConversationRow &row) const; ///< empty: can be chosen

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void ask();
    void askRows(const QList<ConversationId> &ids);
    void show(const QList<ConversationRow> &rows);

    UiContext &m_context;
    QString m_query;
    QList<ConversationRow> m_rows;
    QList<ConversationRow> m_chosen;
    QTimer m_pause;
    quint64 m_generation = 0;
};

} // namespace Tandem

