#include "core/store/people/phone_twins.h"

using namespace Qt::StringLiterals;

namespace Tandem {

QList<PhoneTwin> phoneTwins(const QString &digits)
{
    const auto length = digits.size();
    // +55, two digits of area, then 9 and the eight digits; the eight begin with 6–9 on mobiles.
    if (digits.startsWith("55"_L1)) {
        if (length == 13 && digits[4] == u'9') return {{digits.left(4) + digits.mid(5), u"br_ninth_digit"_s}};
        if (length == 12 && digits[4] >= u'6') return {{digits.left(4) + u'9' + digits.mid(4), u"br_ninth_digit"_s}};
    }
    // +52 1 and ten digits until 2019, +52 and ten digits since.
    if (digits.startsWith("52"_L1)) {
        if (length == 13 && digits[2] == u'1') return {{u"52"_s + digits.mid(3), u"mx_one"_s}};
        if (length == 12) return {{u"521"_s + digits.mid(2), u"mx_one"_s}};
    }
    // +54 9 and ten digits from abroad; at home without the 9.
    if (digits.startsWith("54"_L1)) {
        if (length == 13 && digits[2] == u'9') return {{u"54"_s + digits.mid(3), u"ar_nine"_s}};
        if (length == 12) return {{u"549"_s + digits.mid(2), u"ar_nine"_s}};
    }
    return {};
}

} // namespace Tandem
