#pragma once

#include "core/domain/conversation.h"

#include <QAbstractListModel>
#include <QList>
#include <QTimer>

#include <vector>

namespace Tandem {

class Commands;
class ConversationListModel;
class ConversationStore;
struct WindowCommand;

/// What the palette offers for a typed text: commands by fuzzy fit, then conversations by name, the loaded ones at
/// once and others as the store finds them.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IconRole = Qt::UserRole + 1, ///< icon name; empty for conversations
        CapsRole, ///< QStringList
        ConversationRole, ///< qint64, 0 for commands
        DetailRole, ///< second line or group
    };

    PaletteModel(const Commands &commands, const ConversationListModel &list, ConversationStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void setQuery(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] QString commandAt(const QModelIndex &index) const; ///< id; empty for conversations
    [[nodiscard]] ConversationId conversationAt(const QModelIndex &index) const;

private:
    struct Item
    {
        const WindowCommand *command = nullptr;
        ConversationId conversation;
        QString title;
        QString detail;
        int score = 0;
    };

    void addCommands(QList<Item> &items) const;
    void addLoaded(QList<Item> &items) const;
    void askStore();

    const Commands &m_commands;
    const ConversationListModel &m_list;
    ConversationStore &m_store;
    QList<Item> m_items;
    QString m_query;
    QTimer m_pause;
    quint64 m_generation = 0;
};

} // namespace Tandem
