#include "core/store/apply/contact_resolver.h"
#include "core/store/people/hand_merge.h"
#include "core/store/rows.h"
#include "core/store/search/search_text.h"
#include "core/store/sql/json_rows.h"

using namespace Qt::StringLiterals;

// Merging contacts, and the columns of a contact that follow from its identities and names.

namespace Tandem {
namespace {

struct Derived
{
    QStringList phones, bsuids, parents, usernames; // sorted by the query, in byte order
    QString phone; // the one in use
    qint64 phoneRetiredMs = -1;
    QString bookName, profileName;
    qint64 bookMs = -1;
    qint64 profileMs = -1;
    QStringList everything;

    QString key() const
    {
        if (!phones.isEmpty()) return phones.first();
        if (!bsuids.isEmpty()) return bsuids.first();
        if (!parents.isEmpty()) return parents.first();
        return usernames.isEmpty() ? u"unknown"_s : u'@' + usernames.first();
    }
    QString identity() const
    {
        if (!phone.isEmpty()) return u'+' + phone;
        if (!usernames.isEmpty()) return u'@' + usernames.first();
        return bsuids.isEmpty() ? QString() : bsuids.first();
    }
    QString displayName() const
    {
        Contact contact;
        if (!phone.isEmpty()) contact.phones = {phone};
        contact.bsuids = bsuids;
        contact.usernames = usernames;
        contact.bookName = bookName;
        contact.profileName = profileName;
        return contact.displayName();
    }
};

} // namespace

Result<> ContactResolver::merge(ContactId keep, ContactId lose)
{
    const auto grouped = mergeGroups(keep, lose);
    if (!grouped) return failure(grouped.error());
    if (!*grouped) TANDEM_TRY(mergeAlone(keep, lose));
    return deriveContacts({keep.value});
}

Result<bool> ContactResolver::mergeGroups(ContactId keep, ContactId lose)
{
    HandMerge hands(m_w);
    const auto ours = hands.group(keep);
    if (!ours) return failure(ours.error());
    const auto theirs = hands.group(lose);
    if (!theirs) return failure(theirs.error());
    if (ours->isEmpty() || theirs->isEmpty() || (ours->size() == 1 && theirs->size() == 1)) return false;
    // Taken apart, merged as if no hand had touched them, and put together again: what a person merged stays merged.
    TANDEM_TRY(hands.takeApart(ours->first()));
    if (theirs->first() != ours->first()) TANDEM_TRY(hands.takeApart(theirs->first()));
    for (const auto id : *ours + *theirs) m_conversations.remove(id.value);
    TANDEM_TRY(mergeAlone(keep, lose));
    const auto alive = [&](ContactId id) { return id == lose ? keep : id; };
    const auto head = alive(ours->first());
    for (const auto id : *ours + *theirs) {
        if (alive(id) != head) TANDEM_TRY(hands.join(head, alive(id)));
    }
    for (const auto id : hands.touched()) m_mergedConversations.insert(id.value);
    const auto known = m_conversations.keys();
    m_conversations.clear();
    TANDEM_TRY(openConversations({known.cbegin(), known.cend()}));
    QSet<qint64> group{head.value};
    for (const auto id : *ours + *theirs) group.insert(alive(id).value);
    TANDEM_TRY(openConversations(group));
    m_mergedConversations.insert(conversationOf(head).value);
    return true;
}

Result<> ContactResolver::mergeAlone(ContactId keep, ContactId lose)
{
    const Bindings both = {{u":keep", toSql(keep)}, {u":lose", toSql(lose)}};
    for (const auto *sql : {u"merge_identities", u"merge_contact_names", u"merge_blocked", u"merge_system_events", u"merge_contact_owner"}) {
        const auto rows = m_w.db.execute(sql, both);
        if (!rows) return failure(rows.error());
    }
    ConversationId kept, lost;
    {
        JsonRows wanted;
        wanted.row().add(keep).row().add(lose);
        auto rows = m_w.db.run(u"select_conversations_of_contacts", wanted);
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) (rows.integer(1) == keep.value ? kept : lost) = ConversationId{rows.integer(0)};
    }
    if (lost && !kept) {
        const auto rows = m_w.db.execute(u"move_conversation", both);
        if (!rows) return failure(rows.error());
        m_mergedConversations.insert(lost.value);
        m_conversations.insert(keep.value, {lost, keep});
    } else if (lost) {
        TANDEM_TRY(HandMerge::pour(m_w, kept, lost));
        m_mergedConversations.remove(lost.value);
        m_mergedConversations.insert(kept.value);
        m_conversations.insert(keep.value, {kept, keep});
    }
    m_conversations.remove(lose.value);
    const auto gone = m_w.db.execute(u"delete_contact", {{u":id", toSql(lose)}});
    if (!gone) return failure(gone.error());
    m_mergedInto.insert(lose.value, keep.value);
    m_touched.remove(lose.value);
    m_touched.insert(keep.value);
    return {};
}

Result<> ContactResolver::deriveContacts(const QSet<qint64> &contacts)
{
    JsonRows wanted;
    for (const auto contact : contacts) wanted.row().add(contact);
    if (wanted.isEmpty()) return {};
    QHash<qint64, Derived> derived;
    {
        auto rows = m_w.db.run(u"select_identities_of_contacts", wanted);
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            auto &contact = derived[rows.integer(0)];
            const auto kind = rows.text(1);
            const auto value = rows.text(2);
            auto &list = kind == "phone"_L1 ? contact.phones : kind == "bsuid"_L1 ? contact.bsuids
                : kind == "parent"_L1       ? contact.parents : contact.usernames;
            if (kind == "none"_L1) continue;
            list.append(value);
            contact.everything.append(value);
            // A phone number that was given up stays an identity, but isn't what people are shown and answered at.
            const auto retired = rows.integer(3);
            if (kind == "phone"_L1 && (contact.phoneRetiredMs < 0 || retired < contact.phoneRetiredMs)) {
                contact.phone = value;
                contact.phoneRetiredMs = retired;
            }
        }
    }
    {
        auto rows = m_w.db.run(u"select_names_of_contacts", wanted); // by timestamp, name: the last one is the newest
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            auto &contact = derived[rows.integer(0)];
            const auto name = rows.text(2);
            if (rows.flag(3) || name.isEmpty()) continue;
            (rows.text(1) == "book"_L1 ? contact.bookName : contact.profileName) = name;
            contact.everything.append(name);
        }
    }
    JsonRows updates;
    for (auto it = derived.cbegin(); it != derived.cend(); ++it) {
        const auto &d = *it;
        updates.row().add(it.key()).add(d.key()).add(d.displayName()).add(d.identity()).add(d.bookName).add(d.profileName)
            .add(SearchText::fold(d.everything.join(u'\n')));
    }
    TANDEM_TRY(m_w.db.execute(u"update_contacts", updates));
    auto shown = m_w.db.run(u"select_conversations_of_contacts", wanted);
    if (!shown.ok()) return failure(shown.error());
    while (shown.next()) m_w.changes.conversations.insert(ConversationId{shown.integer(0)});
    return {};
}

} // namespace Tandem
