#include "core/templates/template_parts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const QRegularExpression &pattern()
{
    static const QRegularExpression braces(u"\\{\\{\\s*([A-Za-z0-9_]+)\\s*\\}\\}"_s);
    return braces;
}

QString upper(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().toUpper();
}

} // namespace

TemplateParts TemplateParts::of(const QJsonArray &components)
{
    TemplateParts parts;
    for (const QJsonValue &value : components) {
        const QJsonObject component = value.toObject();
        const QString type = upper(component, "type"_L1);
        if (type == "HEADER"_L1) {
            parts.header = component;
        } else if (type == "BODY"_L1) {
            parts.body = component;
        } else if (type == "FOOTER"_L1) {
            parts.footer = component;
        } else if (type == "BUTTONS"_L1) {
            parts.buttons = component.value("buttons"_L1).toArray();
        } else if (type == "LIMITED_TIME_OFFER"_L1) {
            parts.offer = component.value("limited_time_offer"_L1).toObject();
        } else {
            parts.others.append(type);
        }
    }
    return parts;
}

QString TemplateParts::headerFormat() const
{
    if (header.isEmpty()) return {};
    const QString format = upper(header, "format"_L1);
    return format.isEmpty() ? u"TEXT"_s : format;
}

QString TemplateParts::headerText() const { return header.value("text"_L1).toString(); }
QString TemplateParts::bodyText() const { return body.value("text"_L1).toString(); }
QString TemplateParts::footerText() const { return footer.value("text"_L1).toString(); }
bool TemplateParts::offerEnds() const { return offer.value("has_expiration"_L1).toBool(); }
QString TemplateParts::offerText() const { return offer.value("text"_L1).toString(); }
QString TemplateParts::buttonType(const QJsonObject &button) { return upper(button, "type"_L1); }

namespace Placeholders {

QStringList in(const QString &text)
{
    QStringList names;
    auto matches = pattern().globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name)) names.append(name);
    }
    const auto isNumber = [](const QString &name) { return name.toUInt() > 0; };
    if (std::all_of(names.begin(), names.end(), isNumber)) {
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) { return a.toUInt() < b.toUInt(); });
    }
    return names;
}

QString filled(const QString &text, const std::function<QString(const QString &)> &valueOf)
{
    QString result;
    qsizetype from = 0;
    auto matches = pattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString value = valueOf(match.captured(1));
        result += QStringView(text).mid(from, match.capturedStart() - from);
        result += value.isEmpty() ? match.captured(0) : value;
        from = match.capturedEnd();
    }
    result += QStringView(text).mid(from);
    return result;
}

qsizetype fixedLength(const QString &text)
{
    return QString(text).remove(pattern()).size();
}

QString example(const QJsonObject &component, const QString &key, const QString &name, qsizetype index)
{
    const QJsonObject examples = component.value("example"_L1).toObject();
    const QJsonArray named = examples.value(key + u"_named_params"_s).toArray();
    for (const QJsonValue &value : named) {
        if (value.toObject().value("param_name"_L1).toString() == name) return value.toObject().value("example"_L1).toString();
    }
    // Bodies nest their list once more than headers do.
    const QJsonArray list = examples.value(key).toArray();
    const QJsonArray values = list.first().isArray() ? list.first().toArray() : list;
    return values.at(index).toString();
}

} // namespace Placeholders
} // namespace Tandem
