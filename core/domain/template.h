#pragma once

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tandem {

/// A message template of a WhatsApp Business account, as the platform lists it.
struct MessageTemplate
{
    QString wabaId;
    QString platformId;
    QString name;
    QString language; ///< "en_US"
    QString category; ///< MARKETING | UTILITY | AUTHENTICATION
    QString status; ///< APPROVED | PENDING | REJECTED | PAUSED | DISABLED | IN_APPEAL | …
    QString quality; ///< GREEN | YELLOW | RED | UNKNOWN
    QString rejectedReason; ///< empty when none
    bool named = false; ///< parameter_format NAMED, else POSITIONAL
    QJsonArray components; ///< as the platform gives them, examples included
    UtcTime syncedAt; ///< when the list that it is from was asked for, by our clock

    [[nodiscard]] bool canBeSent() const { return status == QLatin1String("APPROVED"); }
    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

/// How the list of a WABA's templates stands here.
struct TemplateSync
{
    std::optional<UtcTime> completedAt; ///< nullopt: never
    bool running = false;
    QString errorText; ///< for the user; empty when the last run was whole
};

} // namespace Tandem
