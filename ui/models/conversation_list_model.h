#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/result.h"
#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace Tandem {

class ConversationStore;

/// The inbox list as a window over the store: newest first, grown by key-set pages, kept up to date row by row.
///
/// One question to the store is under way at a time; answers to an older filter are dropped by generation. A changed
/// row is updated, moved, inserted or removed alone; the model resets only when another filter's first page arrives.
/// While held (the pointer or keys move inside the list) rows change in place but none moves, comes or goes.
class ConversationListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64, the conversation's row id
        RowRole, ///< ConversationRow, complete: painting needs nothing else
        UnreadRole, ///< int
    };
    enum class State { Loading, Ready, Failed };

    ConversationListModel(ConversationStore &store, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Also Qt::DisplayRole (title) and Qt::AccessibleTextRole (the whole row as a sentence).
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void setFilter(const ConversationFilter &filter); ///< another list; the old rows stay until its first page is here
    /// The same list under a filter whose time has moved on: only what differs changes.
    void refreshFilter(const ConversationFilter &filter);
    void reload(); ///< after a failure
    [[nodiscard]] const ConversationFilter &filter() const { return m_filter; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] QModelIndex indexOf(ConversationId id) const;
    [[nodiscard]] const ConversationRow *row(int row) const; ///< null out of range

    /// The open conversation stays in the list although it no longer passes the filter.
    void setPinned(ConversationId id);
    void setHold(bool hold);
    void letThrough(ConversationId id); ///< the person's own change of this row shows even while held
    void trim(int keep); ///< forgets rows below `keep`; they come back by fetchMore

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void stateChanged();

private:
    struct Entry
    {
        ConversationCursor key; ///< where it stands; while held it may lag behind the row's own key
        ConversationRow row;
    };
    struct Deferred
    {
        ConversationRow row;
        bool matches = false;
    };

    void pump();
    void askFirst();
    void askMerge();
    void askRows();
    void askMore();
    void finish(const std::function<void()> &apply);
    void takeFirst(const Result<ConversationPage> &page);
    void takeMore(const Result<ConversationPage> &page);
    void takeMerge(const Result<ConversationPage> &page);
    void takeRow(const ConversationRow &row, bool matches);
    void place(const ConversationRow &row);
    void drop(ConversationId id);
    void releaseHeld();
    void setState(State state, const QString &errorText = {});
    [[nodiscard]] int positionOf(const ConversationCursor &key) const; ///< where it stands or would be inserted
    [[nodiscard]] bool isHeld(ConversationId id) const { return m_hold && !m_letThrough.contains(id); }
    [[nodiscard]] QString sentence(const ConversationRow &row) const;

    ConversationStore &m_store;
    const Clock &m_clock;
    ConversationFilter m_filter;
    std::vector<Entry> m_rows; ///< sorted by key, newest first
    QHash<ConversationId, ConversationCursor> m_keys;
    QSet<ConversationId> m_dirty;
    QHash<ConversationId, Deferred> m_deferred;
    QSet<ConversationId> m_letThrough;
    ConversationId m_pinned;
    State m_state = State::Loading;
    QString m_errorText;
    quint64 m_generation = 0;
    bool m_busy = false;
    bool m_wantFirst = false;
    bool m_wantMerge = false;
    bool m_wantMore = false;
    bool m_hasMore = false;
    bool m_hold = false;
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::ConversationRow)
