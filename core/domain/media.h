#pragma once

#include <QString>

namespace Tandem {

enum class MediaState {
    None,        ///< the message has no media
    Placeholder, ///< history said there is media; the second webhook has not come yet
    Pending,     ///< id known, bytes not fetched yet
    Available,   ///< bytes are here, hash checked
    Failed,
    Over14Days,  ///< older than 14 days at onboarding: stays on the phone
    Purged,      ///< was here; a person freed its space, the text stays
};

/// What the wire says about a message's media.
struct MediaRef
{
    QString id; ///< platform media id; from webhooks good for 7 days
    QString url; ///< direct URL, good for 5 minutes; may be empty
    QString mime;
    QString sha256; ///< lower-case hex, 64 characters, whichever form the wire used; empty when not told
    QString filename;
    bool voice = false;
    bool animated = false;
    friend bool operator==(const MediaRef &, const MediaRef &) = default;
};

} // namespace Tandem
