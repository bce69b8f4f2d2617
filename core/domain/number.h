#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QString>

#include <array>
#include <optional>

namespace Tandem {

/// Where a number stands between "seen in a webhook" and "linked".
enum class NumberState {
    NotLinked,    ///< known only from signed webhooks: "not linked here"
    Linking,      ///< a link request is under way
    Linked,
    Suspended,    ///< ACCOUNT_OFFBOARDED: the platform moves it to another device; comes back by itself
    Disconnected, ///< PARTNER_REMOVED: unlinked on the phone or by the platform
    Blocked,      ///< 190, 33, 368, 131031 or an account webhook: a person has to act
};

/// How the six-month history import stands; per number, once in its life.
enum class HistoryState { None, Requested, Running, Stalled, Declined, Complete };

/// One phase of the history import: 0 = day 0–1, 1 = day 1–90, 2 = day 90–180 before onboarding.
struct HistoryPhase
{
    int progress = 0; ///< percent, as the platform says
    int chunks = 0;
    qint64 messages = 0;
    friend bool operator==(const HistoryPhase &, const HistoryPhase &) = default;
};

struct HistoryProgress
{
    HistoryState state = HistoryState::None;
    int phase = -1; ///< the newest phase seen, −1 before the first chunk
    int progress = 0; ///< percent over all phases, as the platform says; 100 ends the import
    std::array<HistoryPhase, 3> phases;
    std::optional<UtcTime> requestedAt;
    std::optional<UtcTime> lastChunkAt;
    friend bool operator==(const HistoryProgress &, const HistoryProgress &) = default;
};

/// When the customer's ticks turn blue.
enum class ReadReceipts { OnOpen, OnReply, Never };

/// A business number as this workspace knows it. No secrets: tokens live in the SecretStore under the number's ids.
struct Number
{
    NumberId id;
    QString phoneNumberId; ///< the platform's id; `unknown` for values that could not be attributed
    QString wabaId;
    QString displayPhone; ///< as the platform writes it, e.g. "+1 555-078-3881"
    QString verifiedName;
    NumberState state = NumberState::NotLinked;
    bool coexistence = false; ///< is_on_biz_app and platform_type CLOUD_API, or seen in echoes/history
    std::optional<UtcTime> onboardedAt;
    int limitPerSecond = 5; ///< messages per second, phone and API together; 1–80
    QString quality; ///< GREEN | YELLOW | RED | UNKNOWN
    QString messagingLimit; ///< TIER_250 …
    QString platformType;
    QString healthText; ///< why sending has stopped or what check failed; empty when fine
    int healthCode = 0; ///< Graph code behind healthText
    bool sendingPaused = false;
    QString disconnectReason; ///< disconnection_info.reason
    QString disconnectedBy; ///< USER | SYSTEM
    std::optional<UtcTime> disconnectedAt;
    std::optional<UtcTime> lastPhoneActivityAt; ///< newest echo
    std::optional<UtcTime> lastWebhookAt;
    HistoryProgress history;
    qint64 mediaFetched = 0;
    qint64 mediaOver14Days = 0;
    qint64 sentByApiThisMonth = 0;
    qint64 sentByPhoneThisMonth = 0;
    ReadReceipts readReceipts = ReadReceipts::OnOpen;
    bool typingIndicator = true;
    int colorIndex = 0; ///< stripe colour, stable per number
};

} // namespace Tandem
