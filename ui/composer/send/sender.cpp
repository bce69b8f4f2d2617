#include "ui/composer/send/sender.h"

#include "core/base/clock.h"
#include "core/store/store.h"

namespace Tandem {

Sender::Sender(Store &store, const Clock &clock, QObject *parent) : QObject(parent), m_store(store), m_clock(clock) {}

void Sender::send(const Outgoing &outgoing, const QString &phoneNumberId, const QString &author)
{
    onFinished(this, m_store.conversations().contact(outgoing.row.contactId), [this, outgoing, phoneNumberId, author](const Result<Contact> &contact) {
        if (!contact) {
            Q_EMIT refused(outgoing, contact.error().text);
            return;
        }
        const auto items = outboxItems(outgoing, *contact, phoneNumberId, m_clock.now());
        if (items.isEmpty()) {
            Q_EMIT refused(outgoing, tr("WhatsApp has given no address for this customer yet. Reply on the phone."));
            return;
        }
        onFinished(this, m_store.outbox().enqueueAll(items, author), [this, outgoing](const Result<QList<OutboxId>> &ids) {
            if (ids) {
                Q_EMIT queued(outgoing, *ids);
            } else {
                Q_EMIT refused(outgoing, ids.error().text);
            }
        });
    });
}

} // namespace Tandem
