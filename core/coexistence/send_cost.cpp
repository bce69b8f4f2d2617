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

QString wireWord(SendCost::Category category)
{
    switch (category) {
    case SendCost::Category::Service: return u"service"_s;
    case SendCost::Category::Utility: return u"utility"_s;
    case SendCost::Category::Authentication: return u"authentication"_s;
    case SendCost::Category::Marketing: return u"marketing"_s;
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
    return QCoreApplication::translate("SendCost", "Free on the phone · billed here: %1").arg(categoryName(wireWord(category)));
}

QString SendCost::categoryName(const QString &wire)
{
    const auto word = wire.toLower().replace(u'-', u'_');
    if (word == "service"_L1) return QCoreApplication::translate("SendCost", "service");
    if (word == "utility"_L1) return QCoreApplication::translate("SendCost", "utility");
    if (word == "marketing"_L1) return QCoreApplication::translate("SendCost", "marketing");
    if (word == "marketing_lite"_L1) return QCoreApplication::translate("SendCost", "marketing lite");
    if (word == "authentication"_L1) return QCoreApplication::translate("SendCost", "authentication");
    if (word == "authentication_international"_L1) return QCoreApplication::translate("SendCost", "authentication abroad");
    if (word == "referral_conversion"_L1) return QCoreApplication::translate("SendCost", "after an ad");
    return wire;
}

} // namespace Tandem
