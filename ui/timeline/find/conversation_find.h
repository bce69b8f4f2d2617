#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QObject>
#include <QTimer>

namespace Tandem {

class ConversationStore;

/// Looks for words in one conversation, loaded or not, and steps through what was found. Follows the conversation
/// while it grows. GUI thread; answers that are no longer wanted are dropped by generation.
class ConversationFind final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Most = 500; ///< hits kept; more are counted as "and more"

    explicit ConversationFind(ConversationStore &store, QObject *parent = nullptr);

    void open(ConversationId id); ///< forgets what was looked for elsewhere
    void look(const QString &words); ///< empty words end it
    void older();
    void newer();
    void applyChanges(const Changes &changes);

    [[nodiscard]] const QString &words() const { return m_words; }
    [[nodiscard]] int count() const { return int(m_hits.size()); }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] int place() const { return m_place; } ///< of the hit one has stepped to, 0 is the newest; −1 none
    [[nodiscard]] MessageId here() const { return m_place < 0 ? MessageId{} : m_hits.at(m_place).id; }
    [[nodiscard]] bool isLooking() const { return m_looking; }

Q_SIGNALS:
    void changed();
    void stepped(const Tandem::MessageCursor &hit); ///< show this message
    void failed(const QString &text);

private:
    void ask();
    void take(const SearchPage &page);
    void step(int by);

    ConversationStore &m_store;
    ConversationId m_conversation;
    QString m_words;
    QList<MessageCursor> m_hits; ///< newest first
    QTimer m_pause; ///< the pause between two keys is not worth a question
    quint64 m_generation = 0;
    int m_place = -1;
    bool m_hasMore = false;
    bool m_looking = false;
    bool m_again = false; ///< the same words once more: stay where one is
};

} // namespace Tandem
