#pragma once

#include "core/templates/template_form.h"

#include <QJsonDocument>
#include <QTest>

namespace Tandem::Test {

[[nodiscard]] inline QJsonArray array(const QByteArray &json) { return QJsonDocument::fromJson(json).array(); }

[[nodiscard]] inline MessageTemplate sample(const QByteArray &components, const QString &category = QStringLiteral("UTILITY"), bool named = false)
{
    MessageTemplate made;
    made.wabaId = QStringLiteral("700000000000001");
    made.name = QStringLiteral("order");
    made.language = QStringLiteral("en_US");
    made.category = category;
    made.status = QStringLiteral("APPROVED");
    made.named = named;
    made.components = array(components);
    return made;
}

[[nodiscard]] inline OutboxMedia file(const QString &mime, qint64 size = 1000, const QString &name = QStringLiteral("a.pdf"))
{
    OutboxMedia media;
    media.sha256 = QString(64, u'a');
    media.mime = mime;
    media.filename = name;
    media.size = size;
    return media;
}

[[nodiscard]] inline QStringList keys(const QList<TemplateField> &fields)
{
    QStringList result;
    for (const TemplateField &field : fields) result.append(field.key);
    return result;
}

/// The bytes of the request's template object, or why there is none. What is read back from it makes the same one again.
[[nodiscard]] inline QByteArray request(const TemplateForm &form, const TemplateInput &input)
{
    auto content = form.content(input);
    if (!content) return "refused: " + content.error().text.toUtf8();
    content->remove(QStringLiteral("rendered"));
    auto again = form.content({form.valuesOf(*content), input.headerMedia}).value_or(QJsonObject());
    again.remove(QStringLiteral("rendered"));
    if (again != *content) return "another one when it is read back: " + QJsonDocument(again).toJson(QJsonDocument::Compact);
    return QJsonDocument(*content).toJson(QJsonDocument::Compact);
}

inline const QByteArray parcel = R"([
    {"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["A-17"]}},
    {"type":"BODY","text":"Hello {{1}}, it comes on {{2}}. Thank you, {{1}}!","example":{"body_text":[["Mark","Saturday"]]}},
    {"type":"FOOTER","text":"Not for you? Say stop."},
    {"type":"BUTTONS","buttons":[
        {"type":"QUICK_REPLY","text":"Stop"},
        {"type":"URL","text":"Track","url":"https://shop.example/t/{{1}}","example":["https://shop.example/t/A-17"]},
        {"type":"URL","text":"Shop","url":"https://shop.example/"},
        {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+15550783881"}]}])";

} // namespace Tandem::Test
