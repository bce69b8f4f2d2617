#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Tandem {

/// The identities one event gave for the other side of a conversation. Any may be missing; phone is not a key.
struct Peer
{
    QString phone; ///< digits only, no plus
    QString bsuid; ///< e.g. "US.13491208655302741918"
    QString parentBsuid;
    QString username; ///< without the leading @
    QString profileName;

    [[nodiscard]] bool hasIdentity() const
    {
        return !phone.isEmpty() || !bsuid.isEmpty() || !parentBsuid.isEmpty() || !username.isEmpty();
    }
    friend bool operator==(const Peer &, const Peer &) = default;
};

/// A customer of one number: a set of identities, merged when two meet.
struct Contact
{
    ContactId id;
    NumberId numberId;
    QStringList phones;
    QStringList bsuids;
    QStringList parentBsuids;
    QStringList usernames;
    QString bookName; ///< from the phone's contact book (smb_app_state_sync)
    QString profileName; ///< what the customer calls themself
    std::optional<UtcTime> firstSeenAt;
    std::optional<UtcTime> blockedAt; ///< blocked on the platform by a person here
    bool mergedByHand = false; ///< can be taken apart again
    std::optional<AgentId> owner; ///< whose customer this is

    /// Book name, else profile name, else @username, else +phone, else the BSUID.
    [[nodiscard]] QString displayName() const;
};

} // namespace Tandem
