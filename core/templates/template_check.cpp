#include "core/templates/template_check.h"

#include "core/coexistence/media_limits.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::TemplateCheck {
namespace {

constexpr double latitudeLimit = 90;
constexpr double longitudeLimit = 180;

QString say(const char *text)
{
    return QCoreApplication::translate("TemplateForm", text);
}

// 132018: what the platform refuses inside a value.
QString textProblem(const QString &value)
{
    static const QRegularExpression refused(u"[\\n\\r\\t\\x{2028}\\x{2029}]| {5,}"_s);
    if (value.contains(refused)) return say(QT_TRANSLATE_NOOP("TemplateForm", "Use one line, without tabs or wide gaps."));
    return {};
}

QString codeProblem(const QString &value, bool coupon)
{
    const auto good = [coupon](QChar c) {
        const bool plain = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        return plain || (!coupon && c > u' ' && c < QChar(127));
    };
    if (!std::all_of(value.begin(), value.end(), good)) {
        return coupon ? say(QT_TRANSLATE_NOOP("TemplateForm", "A code has letters and digits only."))
                      : say(QT_TRANSLATE_NOOP("TemplateForm", "A code has letters, digits and signs, without spaces."));
    }
    return value.contains("://"_L1) ? say(QT_TRANSLATE_NOOP("TemplateForm", "A code can't be a link.")) : QString();
}

QString coordinateProblem(const QString &value, double limit)
{
    bool ok = false;
    const double degrees = value.toDouble(&ok);
    if (ok && degrees >= -limit && degrees <= limit) return {};
    return say(QT_TRANSLATE_NOOP("TemplateForm", "Write it in degrees, between −%1 and %1.")).arg(limit);
}

QString momentProblem(const QString &value)
{
    bool ok = false;
    const UtcTime time = fromIso(value, &ok);
    return ok && toEpochMillis(time) > 0 ? QString() : say(QT_TRANSLATE_NOOP("TemplateForm", "Choose a day and a time."));
}

QString mediaProblem(const TemplateField &field, const OutboxMedia &media)
{
    if (media.sha256.isEmpty()) return say(QT_TRANSLATE_NOOP("TemplateForm", "Choose a file."));
    return MediaLimits::check(field.mediaType, media.mime, media.size).text;
}

QString valueProblem(const TemplateField &field, const QString &value)
{
    switch (field.kind) {
    case TemplateFieldKind::HeaderText:
    case TemplateFieldKind::Body:
    case TemplateFieldKind::HeaderPlaceName:
    case TemplateFieldKind::HeaderPlaceAddress:
    case TemplateFieldKind::QuickReply: return textProblem(value);
    case TemplateFieldKind::HeaderLatitude: return coordinateProblem(value, latitudeLimit);
    case TemplateFieldKind::HeaderLongitude: return coordinateProblem(value, longitudeLimit);
    case TemplateFieldKind::UrlSuffix: {
        const bool spaced = std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
        return spaced ? say(QT_TRANSLATE_NOOP("TemplateForm", "A link has no spaces.")) : QString();
    }
    case TemplateFieldKind::CopyCode: return codeProblem(value, true);
    case TemplateFieldKind::OneTimeCode: return codeProblem(value, false);
    case TemplateFieldKind::OfferEnds: return momentProblem(value);
    case TemplateFieldKind::HeaderMedia: break;
    }
    return {};
}

} // namespace

QString problemOf(const TemplateField &field, const TemplateInput &input)
{
    if (field.kind == TemplateFieldKind::HeaderMedia) return mediaProblem(field, input.headerMedia);
    const QString value = input.values.value(field.key).trimmed();
    if (value.isEmpty()) return field.optional ? QString() : say(QT_TRANSLATE_NOOP("TemplateForm", "Fill this in."));
    if (field.limit > 0 && value.size() > field.limit) {
        return say(QT_TRANSLATE_NOOP("TemplateForm", "At most %1 characters fit here.")).arg(field.limit);
    }
    return valueProblem(field, value);
}

} // namespace Tandem::TemplateCheck
