#pragma once

#include "core/base/clock.h"
#include "core/domain/message.h"

#include <QString>

#include <optional>

namespace Tandem {

/// What a message would cost, as a hint beside the composer: never an amount, which depends on market and contract.
///
/// Source: Meta's coexistence page (sent from the app: free; through the API: billed) and pricing pages: per message since
/// 2025-07-01 for templates; free-form messages and utility templates inside the window are billed from 2026-10-01;
/// the 72 hours of a free entry point stay free.
struct SendCost
{
    enum class Category { None, Service, Utility, Authentication, Marketing };
    bool billed = false;
    Category category = Category::None;
    friend bool operator==(const SendCost &, const SendCost &) = default;

    struct Send
    {
        Origin origin = Origin::Agent; ///< Phone: typed on the phone; every other outgoing one goes through the API
        QString templateCategory; ///< the wire's word ("UTILITY", any case); empty for free-form messages
        bool windowOpen = true;
        std::optional<UtcTime> freeEntryUntil; ///< end of a free entry point (click-to-WhatsApp ad), when there is one
        UtcTime at;
    };
    [[nodiscard]] static SendCost of(const Send &send);
    /// "Free on the phone · billed here: service"; translated.
    [[nodiscard]] QString hint() const;
    /// The platform's pricing category for people, translated and in lower case; one that is not known stays as it is.
    [[nodiscard]] static QString categoryName(const QString &wire);
};

} // namespace Tandem
