#pragma once

#include "core/domain/delivery.h"
#include "core/store/sql/database.h"

#include <vector>

namespace Tandem {

/// Deliveries that put something under the number `unknown`, because they named no number and their WABA had not
/// exactly one. When such a WABA gets its number, `unknown` is emptied and all of these are applied once more, so that
/// they end where they would have ended had the number been known first. A WABA's second number takes nothing back.
class WaitingValues
{
public:
    explicit WaitingValues(Writing &writing) : m_w(writing) {}

    /// `delivery` put something under `unknown`; its body is kept until that is resolved.
    [[nodiscard]] Result<> note(DeliveryId delivery, const QString &wabaId);
    /// To be called whenever a number has got its WABA, at the end of the transaction's work.
    [[nodiscard]] Result<> replayFound();
    /// The last slice of each delivery is applied. One stays received when it was taken back in between.
    struct Finished
    {
        DeliveryId delivery;
        QString fault; ///< empty: applied; else quarantined for this
    };
    [[nodiscard]] Result<> finish(const std::vector<Finished> &all);

private:
    [[nodiscard]] Result<> forgetUnknown();
    Writing &m_w;
};

} // namespace Tandem
