#pragma once

#include "core/domain/contact.h"
#include "core/store/sql/database.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace Tandem {

/// Finds, creates and merges the contacts that a batch of events names. Collect everything with the add functions,
/// call resolve() once, then ask. Contacts are connected components of identities, so the order of events is no matter.
class ContactResolver
{
public:
    explicit ContactResolver(Writing &writing) : m_w(writing) {}

    void add(NumberId number, const Peer &peer);
    void link(NumberId number, const Peer &one, const Peer &other); ///< both are the same person
    void addProfileName(NumberId number, const Peer &peer, UtcTime timestamp);
    void addBookEntry(NumberId number, const Peer &peer, const QString &name, bool removed, UtcTime timestamp);

    /// The customer gave the identities of `before` that `after` doesn't have up for those of `after`.
    void retire(NumberId number, const Peer &before, const Peer &after, UtcTime at);

    [[nodiscard]] Result<> resolve();
    [[nodiscard]] ContactId contactOf(NumberId number, const Peer &peer) const;
    /// Conversations of these contacts, created where missing; then conversationOf() knows them.
    [[nodiscard]] Result<> openConversations(const QSet<qint64> &contacts);
    [[nodiscard]] ConversationId conversationOf(ContactId contact) const { return m_conversations.value(contact.value).conversation; }
    [[nodiscard]] Result<ConversationId> conversationOf(NumberId number, const Peer &peer);
    /// Whose message it is inside a conversation of contacts that a person merged: the contact, or none when the
    /// conversation is its own.
    [[nodiscard]] ContactId homeOf(ContactId contact) const;
    [[nodiscard]] ContactId headOf(ContactId contact) const { return m_conversations.value(currentId(contact)).head; }
    [[nodiscard]] bool isSame(ContactId one, ContactId other) const { return currentId(one) == currentId(other); }
    /// Found later that two are one (one message named both).
    [[nodiscard]] Result<> merge(ContactId keep, ContactId lose);
    /// Conversations whose messages came together and have to be derived anew.
    [[nodiscard]] const QSet<qint64> &mergedConversations() const { return m_mergedConversations; }
    /// Columns of contacts that follow from identities and names; for the whole group where a person merged some.
    [[nodiscard]] Result<> deriveContacts(const QSet<qint64> &contacts);

private:
    struct Node
    {
        NumberId number;
        QString kind, value;
        int parent;
        ContactId stored; ///< as the database had it
    };
    struct Place
    {
        ConversationId conversation;
        ContactId head; ///< whose conversation it is
    };
    struct Name
    {
        NumberId number;
        QString kind, identity, slot, name;
        qint64 timestampMs;
        bool removed;
        int node;
    };
    [[nodiscard]] qint64 currentId(ContactId contact) const; ///< the one it was merged into
    int nodeOf(NumberId number, const QString &kind, const QString &value);
    int addPeer(NumberId number, const Peer &peer);
    int rootOf(int node);
    void unite(int one, int other);
    void addName(Name name);
    [[nodiscard]] Result<> loadIdentities();
    [[nodiscard]] Result<> assignContacts();
    [[nodiscard]] Result<> writeNames();
    [[nodiscard]] Result<> writeRetired();
    [[nodiscard]] Result<bool> mergeGroups(ContactId keep, ContactId lose);
    [[nodiscard]] Result<> mergeAlone(ContactId keep, ContactId lose);

    Writing &m_w;
    std::vector<Node> m_nodes;
    QHash<QString, int> m_index;
    QHash<QString, Name> m_names;
    QHash<int, ContactId> m_contactOfRoot;
    QHash<qint64, qint64> m_mergedInto; ///< merged contact → the one that stays
    QHash<qint64, Place> m_conversations; ///< by contact
    QHash<int, qint64> m_retired; ///< node → when it was given up
    QSet<qint64> m_mergedConversations;
    QSet<qint64> m_touched; ///< contacts whose names or identities changed
};

} // namespace Tandem
