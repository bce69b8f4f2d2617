#pragma once

#include "core/domain/number.h"
#include "core/store/sql/database.h"

namespace Tandem {

/// A number's state, derived from what was set here (credentials, link flow, health checks) and the account webhooks
/// that came since. Order-free: the newest webhook by its own timestamp decides, whichever came first.
class NumberStanding
{
public:
    explicit NumberStanding(Writing &writing) : m_w(writing) {}

    [[nodiscard]] Result<NumberId> upsert(const Number &number);
    [[nodiscard]] Result<NumberId> seenInWebhook(const QString &phoneNumberId, const QString &wabaId, const QString &displayPhone);
    [[nodiscard]] Result<> derive(NumberId id);

private:
    struct Basics;
    struct Verdict;
    [[nodiscard]] Result<std::optional<Basics>> find(const QString &phoneNumberId);
    [[nodiscard]] Result<Verdict> judge(const Basics &number);
    [[nodiscard]] Result<> rederivePlaceholders(NumberId id, UtcTime onboardedAt);

    Writing &m_w;
};

} // namespace Tandem
