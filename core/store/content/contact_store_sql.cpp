#include "core/store/content/contact_store_sql.h"

#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/conversation_deriver.h"
#include "core/store/people/hand_merge.h"
#include "core/store/people/phone_twins.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Error unknownContact()
{
    return Error::of(ErrorCode::NotFound, QCoreApplication::translate("Store", "This contact is not known here."));
}

struct Phones
{
    ContactId head;
    NumberId number;
    QStringList phones;
};

Result<Phones> phonesOf(Connection &db, ContactId id)
{
    Phones found;
    {
        auto row = db.run(u"select_contact", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return failure(unknownContact());
        found.head = ContactId{row.integer(0)};
        found.number = NumberId{row.integer(1)};
    }
    auto rows = db.run(u"select_contact_identities", {{u":id", toSql(found.head)}});
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        if (rows.text(0) == "phone"_L1) found.phones.append(rows.text(1));
    }
    return found;
}

Result<QList<ContactSuggestion>> suggestionsFor(Connection &db, ContactId id)
{
    const auto own = phonesOf(db, id);
    if (!own) return failure(own.error());
    JsonRows wanted;
    QHash<QString, QString> reasons;
    for (const auto &phone : own->phones) {
        for (const auto &twin : phoneTwins(phone)) {
            wanted.row().add(own->number).add(twin.phone).add(std::min(phone, twin.phone)).add(std::max(phone, twin.phone));
            reasons.insert(twin.phone, twin.reason);
        }
    }
    QList<ContactSuggestion> found;
    if (wanted.isEmpty()) return found;
    auto rows = db.run(u"select_phone_twins", wanted);
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        const ContactId other{rows.integer(1)};
        if (other != own->head) found.append({other, ConversationId{rows.integer(3)}, rows.text(2), reasons.value(rows.text(0))});
    }
    return found;
}

/// Remembered by phone numbers, which outlive contacts.
Result<bool> dismissed(Writing &w, ContactId a, ContactId b)
{
    const auto one = phonesOf(w.db, a);
    if (!one) return failure(one.error());
    const auto other = phonesOf(w.db, b);
    if (!other) return failure(other.error());
    JsonRows rows;
    for (const auto &phone : one->phones) {
        for (const auto &twin : phoneTwins(phone)) {
            if (!other->phones.contains(twin.phone)) continue;
            rows.row().add(one->number).add(std::min(phone, twin.phone)).add(std::max(phone, twin.phone));
        }
    }
    if (rows.isEmpty()) return false;
    TANDEM_TRY(w.db.execute(u"insert_dismissed_suggestions", rows));
    return true;
}

Result<> settle(Writing &w, const HandMerge &hands, const QList<ContactId> &contacts)
{
    QSet<qint64> all;
    for (const auto id : contacts) all.insert(id.value);
    TANDEM_TRY(ContactResolver(w).deriveContacts(all));
    return ConversationDeriver(w).derive(hands.touched());
}

} // namespace

FutureResult<QList<ContactSuggestion>> ContactStoreSql::suggestions(ContactId id)
{
    return m_db.read<QList<ContactSuggestion>>([=](Connection &db) { return suggestionsFor(db, id); }, ReadFrom::Server);
}

FutureResult<bool> ContactStoreSql::dismissSuggestion(ContactId a, ContactId b)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return dismissed(w, a, b); });
}

FutureResult<ContactId> ContactStoreSql::merge(ContactId into, ContactId other)
{
    return m_db.write<ContactId>(Lane::Urgent, [=](Writing &w) -> Result<ContactId> {
        HandMerge hands(w);
        const auto one = phonesOf(w.db, into);
        if (!one) return failure(one.error());
        const auto two = phonesOf(w.db, other);
        if (!two) return failure(two.error());
        if (one->number != two->number) {
            return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "Only contacts of the same number can be merged."));
        }
        TANDEM_TRY(lockNumbers(w.db, {one->number.value}));
        const auto head = hands.join(into, other);
        if (!head) return head;
        TANDEM_TRY(settle(w, hands, {*head}));
        return head;
    });
}

FutureResult<bool> ContactStoreSql::split(ContactId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        HandMerge hands(w);
        const auto own = phonesOf(w.db, id);
        if (!own) return failure(own.error());
        TANDEM_TRY(lockNumbers(w.db, {own->number.value}));
        const auto group = hands.group(id);
        if (!group) return failure(group.error());
        if (group->isEmpty()) return failure(unknownContact());
        if (group->size() == 1) return false;
        TANDEM_TRY(hands.takeApart(group->first()));
        TANDEM_TRY(settle(w, hands, *group));
        return true;
    });
}

} // namespace Tandem
