#include "ui/models/customer_actions.h"

#include "core/store/store.h"
#include "ui/format/phone_text.h"

using namespace Qt::StringLiterals;

namespace Tandem {

CustomerActions::CustomerActions(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_since(clock.now())
{
}

bool CustomerActions::canBlock(const ConversationRow &row, UtcTime now)
{
    // The service window is the same 24 hours after the customer's last message.
    return !row.blocked && row.windowExpiresAt && now < *row.windowExpiresAt;
}

void CustomerActions::ask(const ConversationRow &row, CommandKind kind)
{
    onFinished(this, m_store.conversations().contact(row.contactId), [this, row, kind](const Result<Contact> &contact) {
        if (contact) enqueue(row, kind, *contact);
        else if (contact.error().code != ErrorCode::Cancelled) Q_EMIT failed(contact.error().text);
    });
}

void CustomerActions::enqueue(const ConversationRow &row, CommandKind kind, const Contact &contact)
{
    const auto phone = contact.phones.value(0);
    const auto bsuid = contact.bsuids.value(0);
    const auto name = Format::identity(row.title);
    if (phone.isEmpty() && bsuid.isEmpty()) {
        Q_EMIT failed(tr("WhatsApp has given no address for this customer yet, so it cannot be told whom to block."));
        return;
    }
    QJsonObject body{{u"contact"_s, row.contactId.value}};
    if (!phone.isEmpty()) body.insert(u"phone"_s, phone);
    else body.insert(u"bsuid"_s, bsuid);
    onFinished(this, m_store.commands().enqueue(row.numberId, kind, body), [this, kind, name](const Result<CommandId> &id) {
        if (!id) {
            if (id.error().code != ErrorCode::Cancelled) Q_EMIT failed(id.error().text);
            return;
        }
        m_asked.insert(*id, name);
        Q_EMIT done(kind == CommandKind::Block ? tr("Blocking %1…").arg(name) : tr("Unblocking %1…").arg(name), {});
    });
}

void CustomerActions::applyChanges(const Changes &changes)
{
    if (changes.commands) tellFailures();
}

void CustomerActions::tellFailures()
{
    onFinished(this, m_store.commands().recentFailures(m_since), [this](const Result<QList<Command>> &failures) {
        if (!failures) return;
        for (const auto &command : *failures) {
            const bool block = command.kind == CommandKind::Block;
            if ((!block && command.kind != CommandKind::Unblock) || m_told.contains(command.id)) continue;
            m_told.insert(command.id);
            const auto name = m_asked.value(command.id, tr("A customer"));
            Q_EMIT failed((block ? tr("%1 could not be blocked. %2") : tr("%1 could not be unblocked. %2")).arg(name, command.errorText));
        }
    });
}

void CustomerActions::merge(const ConversationRow &row, const ContactSuggestion &other)
{
    const auto name = Format::identity(row.title);
    onFinished(this, m_store.contacts().merge(row.contactId, other.other), [this, name](const Result<ContactId> &merged) {
        if (!merged) {
            if (merged.error().code != ErrorCode::Cancelled) Q_EMIT failed(merged.error().text);
            return;
        }
        Q_EMIT contactsChanged();
        Q_EMIT done(tr("Merged: %1").arg(name), [this, id = *merged] { take(id); });
    });
}

void CustomerActions::keepApart(ContactId one, ContactId other)
{
    onFinished(this, m_store.contacts().dismissSuggestion(one, other), [this](const Result<bool> &kept) {
        if (kept) Q_EMIT contactsChanged();
        else if (kept.error().code != ErrorCode::Cancelled) Q_EMIT failed(kept.error().text);
    });
}

void CustomerActions::takeApart(const ConversationRow &row)
{
    take(row.contactId);
}

void CustomerActions::take(ContactId id)
{
    onFinished(this, m_store.contacts().split(id), [this](const Result<bool> &split) {
        if (!split) {
            if (split.error().code != ErrorCode::Cancelled) Q_EMIT failed(split.error().text);
            return;
        }
        Q_EMIT contactsChanged();
        Q_EMIT done(tr("Taken apart again"), {});
    });
}

} // namespace Tandem
