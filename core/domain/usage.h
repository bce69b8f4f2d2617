#pragma once

#include "core/base/id.h"
#include "core/domain/message.h"

#include <QDate>
#include <QString>

namespace Tandem {

/// Messages out of one number in one month, by who sent them and what the platform said of their price.
struct UsageRow
{
    NumberId numberId;
    QDate month; ///< its first day, UTC
    Origin origin = Origin::Unknown;
    QString category; ///< the platform's pricing category ("service", "utility", "marketing", …); empty: not told
    bool billable = false;
    qint64 messages = 0;
    friend bool operator==(const UsageRow &, const UsageRow &) = default;
};

/// What the media of one number take on this computer's disk.
struct MediaUsage
{
    NumberId numberId;
    qint64 files = 0;
    qint64 bytes = 0;
    friend bool operator==(const MediaUsage &, const MediaUsage &) = default;
};

} // namespace Tandem
