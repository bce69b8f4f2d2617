#include "core/store/apply/contact_resolver.h"
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
        if (!phones.isEmpty()) return u'+' + phones.first();
        if (!usernames.isEmpty()) return u'@' + usernames.first();
        return bsuids.isEmpty() ? QString() : bsuids.first();
    }
    QString displayName() const
    {
        Contact contact;
        contact.phones = phones;
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
    const Bindings both = {{u":keep", toSql(keep)}, {u":lose", toSql(lose)}};
    for (const auto *sql : {u"merge_identities", u"merge_contact_names"}) {
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
        m_conversations.insert(keep.value, lost);
    } else if (lost) {
        const Bindings conversations = {{u":keep", toSql(kept)}, {u":lose", toSql(lost)}};
        for (const auto *sql : {u"merge_messages", u"merge_media", u"merge_outbox"}) {
            const auto rows = m_w.db.execute(sql, conversations);
            if (!rows) return failure(rows.error());
        }
        const auto rows = m_w.db.execute(u"merge_conversation", conversations);
        if (!rows) return failure(rows.error());
        const auto gone = m_w.db.execute(u"delete_conversation", {{u":id", toSql(lost)}});
        if (!gone) return failure(gone.error());
        m_w.changes.conversations.insert(lost);
        m_mergedConversations.remove(lost.value);
        m_mergedConversations.insert(kept.value);
        m_conversations.insert(keep.value, kept);
    }
    m_conversations.remove(lose.value);
    const auto gone = m_w.db.execute(u"delete_contact", {{u":id", toSql(lose)}});
    if (!gone) return failure(gone.error());
    m_mergedInto.insert(lose.value, keep.value);
    m_touched.remove(lose.value);
    m_touched.insert(keep.value);
    return deriveContacts({keep.value});
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
    for (const auto contact : contacts) {
        const auto &d = derived[contact];
        updates.row().add(contact).add(d.key()).add(d.displayName()).add(d.identity()).add(d.bookName).add(d.profileName)
            .add(SearchText::fold(d.everything.join(u'\n')));
    }
    TANDEM_TRY(m_w.db.execute(u"update_contacts", updates));
    auto shown = m_w.db.run(u"select_conversations_of_contacts", wanted);
    if (!shown.ok()) return failure(shown.error());
    while (shown.next()) m_w.changes.conversations.insert(ConversationId{shown.integer(0)});
    return {};
}

} // namespace Tandem
