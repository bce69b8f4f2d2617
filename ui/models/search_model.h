#pragma once

#include "core/domain/conversation.h"
#include "core/base/result.h"

#include <QAbstractListModel>
#include <QList>
#include <QTimer>

namespace Tandem {

class ConversationStore;

/// Hits for what is being typed: first names, then messages, each under a heading row. Answers to an older query are
/// dropped; the old hits stay until the new ones are here.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Heading, Contact, Message };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        HitRole, ///< SearchHit; headings have none
    };
    enum class State { Idle, Searching, Ready, Failed };

    explicit SearchModel(ConversationStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void setQuery(const QString &query); ///< asks at once, then at most every 40 ms while typing goes on
    [[nodiscard]] QString query() const { return m_query; }
    [[nodiscard]] QString shownQuery() const { return m_shownQuery; } ///< the one that the rows answer
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] const SearchHit *hit(const QModelIndex &index) const; ///< null for headings
    [[nodiscard]] QModelIndex firstHit() const;
    void retranslate();

Q_SIGNALS:
    void stateChanged();

private:
    struct Item
    {
        Kind kind = Kind::Heading;
        SearchHit hit;
    };

    void ask();
    void take(const Result<SearchPage> &page);
    void takeMore(const Result<SearchPage> &page);
    void setState(State state, const QString &errorText = {});
    void clear();

    ConversationStore &m_store;
    QString m_query;
    QString m_shownQuery;
    QList<Item> m_items;
    QTimer m_pause;
    State m_state = State::Idle;
    QString m_errorText;
    quint64 m_generation = 0;
    bool m_hasMore = false;
    bool m_fetching = false;
    bool m_askAgain = false;
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::SearchHit)
