#pragma once

#include "core/domain/contact.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace Tandem::Meta {

/// Puts an id into the right field: digits are a phone, "@name" a username, "US.ENT.1" a parent BSUID, the rest a BSUID
/// (a BSUID also comes in `from`, `wa_id` and thread ids). Fields that are set stay.
void addIdentity(Peer &peer, const QString &id);
/// Fills what `peer` lacks from `other`.
void fillFrom(Peer &peer, const Peer &other);
/// An entry of `contacts[]`, or a history thread's `context`.
[[nodiscard]] Peer peerOf(const QJsonObject &contact);
/// Takes out the business's own number, which must never become a contact.
void dropOwn(Peer &peer, const QString &ownDigits);

/// The `contacts[]` beside messages, found by whichever identity they share with a message.
class ContactBook
{
public:
    ContactBook() = default;
    ContactBook(const QJsonObject &value, const QString &ownDigits);

    [[nodiscard]] const QList<Peer> &all() const { return m_peers; }
    /// Completes `peer` by the entry that shares an identity; a peer without any takes the only entry there is.
    void complete(Peer &peer) const;

private:
    QList<Peer> m_peers;
    QHash<QString, qsizetype> m_byPhone;
    QHash<QString, qsizetype> m_byBsuid;
};

} // namespace Tandem::Meta
