#include "core/store/apply/contact_resolver.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"
#include "core/store/sql/row_ids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString indexKey(NumberId number, const QString &kind, const QString &value)
{
    return QString::number(number.value) + u'|' + kind + u'|' + value;
}

struct Identity
{
    QString kind, value;
};

/// The best identity of a peer comes first.
QList<Identity> identitiesOf(const Peer &peer)
{
    QList<Identity> all;
    if (!peer.phone.isEmpty()) all.append({u"phone"_s, peer.phone});
    if (!peer.bsuid.isEmpty()) all.append({u"bsuid"_s, peer.bsuid});
    if (!peer.parentBsuid.isEmpty()) all.append({u"parent"_s, peer.parentBsuid});
    if (!peer.username.isEmpty()) all.append({u"username"_s, peer.username});
    if (all.isEmpty()) all.append({u"none"_s, u""_s});
    return all;
}

} // namespace

int ContactResolver::nodeOf(NumberId number, const QString &kind, const QString &value)
{
    const auto key = indexKey(number, kind, value);
    if (const auto known = m_index.constFind(key); known != m_index.cend()) return *known;
    const int node = int(m_nodes.size());
    m_nodes.push_back({number, kind, value, node, {}});
    m_index.insert(key, node);
    return node;
}

int ContactResolver::rootOf(int node)
{
    while (m_nodes[size_t(node)].parent != node) {
        auto &parent = m_nodes[size_t(node)].parent;
        parent = m_nodes[size_t(parent)].parent;
        node = parent;
    }
    return node;
}

void ContactResolver::unite(int one, int other)
{
    const int a = rootOf(one);
    const int b = rootOf(other);
    if (a != b) m_nodes[size_t(std::max(a, b))].parent = std::min(a, b);
}

int ContactResolver::addPeer(NumberId number, const Peer &peer)
{
    int first = -1;
    for (const auto &[kind, value] : identitiesOf(peer)) {
        const int node = nodeOf(number, kind, value);
        if (first >= 0) unite(first, node);
        if (first < 0) first = node;
    }
    return first;
}

void ContactResolver::add(NumberId number, const Peer &peer) { addPeer(number, peer); }

void ContactResolver::link(NumberId number, const Peer &one, const Peer &other)
{
    if (!one.hasIdentity() || !other.hasIdentity()) return;
    unite(addPeer(number, one), addPeer(number, other));
}

void ContactResolver::retire(NumberId number, const Peer &before, const Peer &after, UtcTime at)
{
    if (!before.hasIdentity() || !after.hasIdentity()) return;
    const auto kept = identitiesOf(after);
    for (const auto &[kind, value] : identitiesOf(before)) {
        const bool replaced = std::any_of(kept.begin(), kept.end(), [&](const Identity &k) { return k.kind == kind && k.value != value; });
        if (!replaced) continue;
        auto &when = m_retired[nodeOf(number, kind, value)];
        when = std::max(when, toEpochMillis(at));
    }
}

void ContactResolver::addName(Name name)
{
    const auto key = indexKey(name.number, name.kind + name.identity, name.slot);
    const auto known = m_names.find(key);
    if (known == m_names.end()) {
        m_names.insert(key, std::move(name));
    } else if (std::tie(known->timestampMs, known->removed, known->name) < std::tie(name.timestampMs, name.removed, name.name)) {
        *known = std::move(name);
    }
}

void ContactResolver::addProfileName(NumberId number, const Peer &peer, UtcTime timestamp)
{
    if (peer.profileName.isEmpty() || !peer.hasIdentity()) return;
    const int node = addPeer(number, peer);
    const auto &best = m_nodes[size_t(node)];
    addName({number, u"profile"_s, best.kind + u':' + best.value, peer.profileName, peer.profileName, toEpochMillis(timestamp), false, node});
}

void ContactResolver::addBookEntry(NumberId number, const Peer &peer, const QString &name, bool removed, UtcTime timestamp)
{
    if (!peer.hasIdentity()) return;
    const int node = addPeer(number, peer);
    const auto &best = m_nodes[size_t(node)];
    addName({number, u"book"_s, best.kind + u':' + best.value, u""_s, removed ? u""_s : name, toEpochMillis(timestamp), removed, node});
}

Result<> ContactResolver::loadIdentities()
{
    JsonRows wanted;
    for (const auto &node : m_nodes) wanted.row().add(node.number).add(node.kind).add(node.value);
    auto rows = m_w.db.run(u"select_identities", wanted);
    if (!rows.ok()) return failure(rows.error());
    QHash<qint64, int> firstOfContact;
    while (rows.next()) {
        const int node = m_index.value(indexKey(NumberId{rows.integer(0)}, rows.text(1), rows.text(2)), -1);
        if (node < 0) continue;
        const auto contact = rows.integer(3);
        m_nodes[size_t(node)].stored = ContactId{contact};
        if (const auto first = firstOfContact.constFind(contact); first != firstOfContact.cend()) {
            unite(*first, node);
        } else {
            firstOfContact.insert(contact, node);
        }
    }
    return {};
}

Result<> ContactResolver::assignContacts()
{
    QHash<int, QSet<qint64>> storedOf; // root → contacts the database had
    QList<int> roots;
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        const int root = rootOf(i);
        if (!storedOf.contains(root)) {
            storedOf.insert(root, {});
            roots.append(root);
        }
        if (const auto stored = m_nodes[size_t(i)].stored) storedOf[root].insert(stored.value);
    }
    const auto fresh = std::count_if(roots.cbegin(), roots.cend(), [&](int root) { return storedOf[root].isEmpty(); });
    auto ids = allocateIds(m_w.db, u"allocate_contact_ids", int(fresh));
    if (!ids) return failure(ids.error());
    JsonRows contacts;
    for (const int root : roots) {
        const auto &stored = storedOf[root];
        const qint64 id = stored.isEmpty() ? ids->take() : *std::min_element(stored.cbegin(), stored.cend());
        m_contactOfRoot.insert(root, ContactId{id});
        if (stored.isEmpty()) contacts.row().add(id).add(m_nodes[size_t(root)].number);
    }
    TANDEM_TRY(m_w.db.execute(u"insert_contacts", contacts));
    JsonRows identities;
    for (int i = 0; i < int(m_nodes.size()); ++i) {
        const auto &node = m_nodes[size_t(i)];
        if (node.stored) continue;
        const auto contact = m_contactOfRoot.value(rootOf(i));
        identities.row().add(node.number).add(node.kind).add(node.value).add(contact);
        m_touched.insert(contact.value);
    }
    TANDEM_TRY(m_w.db.execute(u"insert_identities", identities));
    for (const int root : roots) {
        const auto keep = m_contactOfRoot.value(root);
        for (const auto lose : std::as_const(storedOf[root])) {
            if (lose != keep.value) TANDEM_TRY(merge(keep, ContactId{lose}));
        }
    }
    return {};
}

Result<> ContactResolver::writeNames()
{
    JsonRows rows;
    for (const auto &n : std::as_const(m_names)) {
        rows.row().add(n.number).add(n.kind).add(n.identity).add(n.slot).add(m_contactOfRoot.value(rootOf(n.node)))
            .add(n.name).add(n.timestampMs).add(n.removed);
    }
    if (rows.isEmpty()) return {};
    auto changed = m_w.db.run(u"upsert_contact_names", rows);
    if (!changed.ok()) return failure(changed.error());
    while (changed.next()) m_touched.insert(changed.integer(0));
    if (changed.failedWhileReading()) return failure(changed.error());
    return {};
}

Result<> ContactResolver::writeRetired()
{
    JsonRows rows;
    for (auto it = m_retired.cbegin(); it != m_retired.cend(); ++it) {
        const auto &node = m_nodes[size_t(it.key())];
        rows.row().add(node.number).add(node.kind).add(node.value).add(*it);
        m_touched.insert(m_contactOfRoot.value(rootOf(it.key())).value);
    }
    return m_w.db.execute(u"retire_identities", rows);
}

Result<> ContactResolver::resolve()
{
    if (m_nodes.empty()) return {};
    QSet<qint64> numbers;
    for (const auto &node : m_nodes) numbers.insert(node.number.value);
    TANDEM_TRY(lockNumbers(m_w.db, numbers));
    TANDEM_TRY(loadIdentities());
    TANDEM_TRY(assignContacts());
    TANDEM_TRY(writeRetired());
    TANDEM_TRY(writeNames());
    return deriveContacts(std::exchange(m_touched, {}));
}

ContactId ContactResolver::contactOf(NumberId number, const Peer &peer) const
{
    const auto best = identitiesOf(peer).first();
    int node = m_index.value(indexKey(number, best.kind, best.value), -1);
    if (node < 0) return {};
    while (m_nodes[size_t(node)].parent != node) node = m_nodes[size_t(node)].parent;
    return ContactId{currentId(m_contactOfRoot.value(node))};
}

Result<ConversationId> ContactResolver::conversationOf(NumberId number, const Peer &peer)
{
    const auto contact = contactOf(number, peer);
    TANDEM_TRY(openConversations({contact.value}));
    return conversationOf(contact);
}

qint64 ContactResolver::currentId(ContactId contact) const
{
    auto id = contact.value;
    while (m_mergedInto.contains(id)) id = m_mergedInto.value(id);
    return id;
}

ContactId ContactResolver::homeOf(ContactId contact) const
{
    const auto id = currentId(contact);
    const auto head = m_conversations.value(id).head;
    return head.value == id || !head ? ContactId{} : ContactId{id};
}

Result<> ContactResolver::openConversations(const QSet<qint64> &contacts)
{
    JsonRows wanted;
    for (const auto contact : contacts) {
        if (!m_conversations.contains(contact)) wanted.row().add(contact);
    }
    if (wanted.isEmpty()) return {};
    QSet<qint64> missing = contacts;
    {
        auto rows = m_w.db.run(u"select_conversations_of_contacts", wanted);
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) m_conversations.insert(rows.integer(1), {ConversationId{rows.integer(0)}, ContactId{rows.integer(2)}});
    }
    missing.removeIf([this](qint64 contact) { return m_conversations.contains(contact); });
    auto ids = allocateIds(m_w.db, u"allocate_conversation_ids", int(missing.size()));
    if (!ids) return failure(ids.error());
    QList<qint64> ordered(missing.cbegin(), missing.cend());
    std::sort(ordered.begin(), ordered.end());
    JsonRows fresh;
    for (const auto contact : ordered) {
        const auto id = ids->take();
        fresh.row().add(id).add(contact);
        m_conversations.insert(contact, {ConversationId{id}, ContactId{contact}});
    }
    return m_w.db.execute(u"insert_conversations", fresh, {{u":now_ms", toSql(m_w.now)}});
}

} // namespace Tandem
