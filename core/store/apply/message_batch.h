#pragma once

#include "core/store/apply/message_row.h"
#include "core/store/sql/database.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace Tandem {

class ContactResolver;

/// The messages that a batch touches: loaded once, worked on in memory, written back in a few statements, together
/// with their media rows and the search index.
class MessageBatch
{
public:
    explicit MessageBatch(Writing &writing) : m_w(writing) {}

    using Key = std::pair<qint64, QString>; ///< number, wamid

    /// Facts as the events say them; upserted by natural key, the earliest account kept.
    void addFact(NumberId number, const QString &wamid, MessageFact fact);
    void want(NumberId number, const QString &wamid); ///< load this message if it is there
    [[nodiscard]] Result<> load(); ///< writes facts, then reads rows and facts of all that is wanted

    [[nodiscard]] MessageRow *find(NumberId number, const QString &wamid);
    MessageRow &create(NumberId number, const QString &wamid);
    /// This message is in another conversation than an event of it says: both are one person, unless the message came
    /// without any identity; then it moves to where it belongs.
    [[nodiscard]] Result<> reunite(MessageRow &row, ContactResolver &contacts, ContactId other);
    /// Derives all rows and writes those that changed. `onboarded` by number decides on old placeholders.
    [[nodiscard]] Result<> write(const QHash<qint64, std::optional<UtcTime>> &onboarded, const ContactResolver *contacts);

    [[nodiscard]] const QSet<ConversationId> &touchedConversations() const { return m_touched; }
    [[nodiscard]] const QSet<ConversationId> &reopened() const { return m_reopened; }

private:
    [[nodiscard]] Result<> writeFacts();
    [[nodiscard]] Result<> loadRows();
    [[nodiscard]] Result<> loadFacts();
    [[nodiscard]] Result<> writeRows();
    [[nodiscard]] Result<> writeHomes(const ContactResolver &contacts);
    [[nodiscard]] Result<> writeMedia(const QHash<qint64, std::optional<UtcTime>> &onboarded);
    [[nodiscard]] Result<> writeSearch();

    Writing &m_w;
    QHash<Key, std::size_t> m_index; ///< wanted; the row number or npos
    std::vector<MessageRow> m_rows;
    std::vector<MessageRow> m_before; ///< as loaded, to write only what changed
    QHash<Key, std::vector<MessageFact>> m_facts;
    QHash<std::pair<Key, QString>, MessageFact> m_newFacts;
    std::vector<std::size_t> m_fresh, m_changed;
    QSet<ConversationId> m_touched, m_reopened;
};

} // namespace Tandem
