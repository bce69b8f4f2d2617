#pragma once

#include "core/base/error.h"
#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <optional>

namespace Tandem {

class MessageStore;

/// A window of one conversation's messages, oldest first, however long the conversation is. Pages come in by key set
/// in both directions and are trimmed at the far end, so memory does not grow. Rows only come, go and change: there
/// is never a model reset. GUI thread; answers that are no longer wanted are dropped by generation.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        MessageIdRole = Qt::UserRole + 1, ///< qint64
        WamidRole,      ///< QString, empty while queued
        TypeRole,       ///< QString, the wire's type
        DirectionRole,  ///< int(Direction)
        OriginRole,     ///< int(Origin)
        AuthorRole,     ///< QString, who sent an outgoing message, for people
        StatusRole,     ///< int(MessageStatus)
        TimestampRole,  ///< qint64, epoch milliseconds UTC
        DayRole,        ///< QDate in the local time zone
        MediaStateRole, ///< int(MediaState)
        RevokedRole,    ///< bool
        EditedRole,     ///< bool
    };
    enum class State { None, Loading, Ready, Failed };

    static constexpr int PageSize = 60;
    static constexpr int MaxRows = 600;
    /// Rows kept on each side of what is shown when trimming.
    static constexpr int KeepBeyond = 150;

    /// Called with each page before it is shown; it goes on with `ready`, at once or a moment later.
    using Prepare = std::function<void(const QList<Message> &page, std::function<void()> ready)>;

    explicit TimelineModel(MessageStore &messages, QObject *parent = nullptr);
    void setPrepare(Prepare prepare) { m_prepare = std::move(prepare); }

    enum class Seek { End, FirstUnread, FirstFailed };
    /// Shows a conversation: around `at` when given, else where `seek` says; at its end when there is no such message.
    void open(ConversationId id, std::optional<MessageCursor> at, Seek seek);
    void close();
    void reload(); ///< after State::Failed
    void showNewest(); ///< the window that ends with the newest message
    void showAround(MessageCursor center);
    void fetchOlder(); ///< does nothing at the start or while one is on its way
    void fetchNewer();
    /// Rows that are painted now; trimming stays away from them.
    void setVisibleRows(int first, int last);
    void applyChanges(const Changes &changes);
    void refresh();
    /// Puts the unread line before this message, when there is none yet.
    void markUnreadFrom(MessageCursor first);

    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    [[nodiscard]] std::optional<MessageCursor> unreadFrom() const { return m_unreadFrom; }
    [[nodiscard]] const Message &message(int row) const { return m_messages.at(row); }
    [[nodiscard]] int rowOf(MessageId id) const; ///< −1 when not in the window
    /// One of these rows is painted now, as far as the view has told.
    [[nodiscard]] bool isVisible(int first, int last) const { return first <= m_lastVisible && last >= m_firstVisible; }
    [[nodiscard]] int rowAtOrAfter(MessageCursor cursor) const; ///< rowCount() when all are older
    [[nodiscard]] bool covers(MessageCursor cursor) const; ///< a message at this place would be in the window

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] static MessageCursor cursorOf(const Message &message) { return {toEpochMillis(message.timestamp), message.id}; }

Q_SIGNALS:
    void stateChanged();
    /// A first page is in: show `row` (−1: the end).
    void positioned(int row);
    /// Rows [first, first + count) came in live at the end.
    void arrived(int first, int count);

private:
    enum class Target { Newest, Unread, Around };

    void prepared(const QList<Message> &page, std::function<void()> then);
    void load(Target target, MessageCursor center);
    void take(const MessagePage &page, Target target, MessageCursor center);
    void fail(const Error &error);
    void setState(State state);
    void removeAll();
    void append(const QList<Message> &messages);
    void prepend(const QList<Message> &messages);
    void merge(MessageCursor from, MessageCursor to, const QList<Message> &fresh);
    void insertRun(int row, const QList<Message> &run);
    void refreshShown();
    void refreshEnd();
    void refreshStart();
    void refreshDone();
    void trimNewest();
    void trimOldest();

    MessageStore &m_store;
    Prepare m_prepare;
    ConversationId m_conversation;
    QList<Message> m_messages;
    State m_state = State::None;
    Error m_error;
    std::optional<MessageCursor> m_unreadFrom;
    QTimer m_blank; ///< empties the rows of the conversation just left when the next one takes long
    quint64 m_generation = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    int m_refreshing = 0; ///< answers still to come
    bool m_dirty = false;
    bool m_hasOlder = false;
    bool m_hasNewer = false;
    bool m_loadingOlder = false;
    bool m_loadingNewer = false;
};

} // namespace Tandem
