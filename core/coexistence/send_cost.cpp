#include "core/coexistence/send_cost.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr UtcTime ServiceBilledFrom = fromEpochSeconds(1'790'812'800); ///< 2026-10-01T00:00:00Z

SendCost::Category categoryOf(const QString &word)
{
    using enum SendCost::Category;
    if (word.isEmpty()) return Service;
    if (word.compare("utility"_L1, Qt::CaseInsensitive) == 0) return Utility;
    if (word.startsWith("authentication"_L1, Qt::CaseInsensitive)) return Authentication;
    return Marketing; // marketing, marketing_lite, and unknown ones at the dearest
}

QString nameOf(SendCost::Category category)
{
    switch (category) {
    case SendCost::Category::Service: return QCoreApplication::translate("SendCost", "service");
    case SendCost::Category::Utility: return QCoreApplication::translate("SendCost", "utility");
    case SendCost::Category::Authentication: return QCoreApplication::translate("SendCost", "authentication");
    case SendCost::Category::Marketing: return QCoreApplication::translate("SendCost", "marketing");
    case SendCost::Category::None: break;
    }
    return {};
}

} // namespace

SendCost SendCost::of(const Send &send)
{
    if (send.origin == Origin::Phone || send.origin == Origin::Customer) return {};
    const auto category = categoryOf(send.templateCategory);
    if (send.freeEntryUntil && send.at < *send.freeEntryUntil) return {false, category};
    const bool onceFree = category == Category::Service || (category == Category::Utility && send.windowOpen);
    return {!onceFree || send.at >= ServiceBilledFrom, category};
}

QString SendCost::hint() const
{
    if (category == Category::None) return QCoreApplication::translate("SendCost", "Free on the phone");
    if (!billed) return QCoreApplication::translate("SendCost", "Free here and on the phone");
    return QCoreApplication::translate("SendCost", "Free on the phone · billed here: %1").arg(nameOf(category));
}

} // namespace Tandem
