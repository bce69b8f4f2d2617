#include "core/providers/meta/wire/wire_peer.h"

#include "core/providers/meta/wire/json_read.h"

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

void setIfEmpty(QString &field, const QString &value)
{
    if (field.isEmpty()) field = value;
}

QString withoutAt(const QString &username)
{
    return username.startsWith(u'@') ? username.mid(1) : username;
}

} // namespace

void addIdentity(Peer &peer, const QString &id)
{
    const QString text = id.trimmed();
    if (text.isEmpty()) return;
    if (const QString digits = phoneDigits(text); !digits.isEmpty()) {
        setIfEmpty(peer.phone, digits);
    } else if (text.startsWith(u'@')) {
        setIfEmpty(peer.username, withoutAt(text));
    } else if (text.mid(2).startsWith(".ENT."_L1)) {
        setIfEmpty(peer.parentBsuid, text);
    } else {
        setIfEmpty(peer.bsuid, text);
    }
}

void fillFrom(Peer &peer, const Peer &other)
{
    setIfEmpty(peer.phone, other.phone);
    setIfEmpty(peer.bsuid, other.bsuid);
    setIfEmpty(peer.parentBsuid, other.parentBsuid);
    setIfEmpty(peer.username, other.username);
    setIfEmpty(peer.profileName, other.profileName);
}

Peer peerOf(const QJsonObject &contact)
{
    Peer peer;
    peer.bsuid = textAt(contact, "user_id"_L1);
    peer.parentBsuid = textAt(contact, "parent_user_id"_L1);
    addIdentity(peer, textAt(contact, "wa_id"_L1));
    const QJsonObject profile = contact.value("profile"_L1).toObject();
    peer.profileName = textAt(profile, "name"_L1);
    peer.username = withoutAt(textAt(profile, "username"_L1));
    setIfEmpty(peer.username, withoutAt(textAt(contact, "username"_L1)));
    return peer;
}

void dropOwn(Peer &peer, const QString &ownDigits)
{
    if (!ownDigits.isEmpty() && peer.phone == ownDigits) peer.phone.clear();
}

ContactBook::ContactBook(const QJsonObject &value, const QString &ownDigits)
{
    const QJsonArray contacts = listAt(value, "contacts"_L1);
    for (const QJsonValue &contact : contacts) {
        const Peer peer = peerOf(contact.toObject());
        if (!peer.hasIdentity() || (!ownDigits.isEmpty() && peer.phone == ownDigits)) continue;
        if (!peer.phone.isEmpty()) m_byPhone.insert(peer.phone, m_peers.size());
        if (!peer.bsuid.isEmpty()) m_byBsuid.insert(peer.bsuid, m_peers.size());
        m_peers.append(peer);
    }
}

void ContactBook::complete(Peer &peer) const
{
    qsizetype index = m_byPhone.value(peer.phone, -1);
    if (index < 0) index = m_byBsuid.value(peer.bsuid, -1);
    if (index < 0 && !peer.hasIdentity() && m_peers.size() == 1) index = 0;
    if (index >= 0) fillFrom(peer, m_peers[index]);
}

} // namespace Tandem::Meta
