#include "tests/completeness/cases.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

QByteArray picture(const char *format)
{
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) image.setPixel(x, y, qRgb(x * 4, y * 5, 120));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QJsonObject of(const QString &type, const QJsonValue &content, const QJsonObject &more = {})
{
    auto message = more;
    message[u"type"_s] = type;
    message[type] = content;
    return message;
}

QJsonObject media(const QString &id, const QString &mime, const QJsonObject &more = {})
{
    auto object = more;
    object[u"id"_s] = id;
    object[u"mime_type"_s] = mime;
    for (const auto &file : sampleFiles()) {
        if (file.id == id) object[u"sha256"_s] = QString::fromLatin1(QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toBase64());
    }
    return object;
}

QJsonObject reply(const QString &kind, const QJsonObject &content)
{
    return of(u"interactive"_s, QJsonObject{{u"type"_s, kind}, {kind, content}});
}

QList<ContentCase> textCases()
{
    const auto body = [](const QString &text) { return QJsonObject{{u"body"_s, text}}; };
    const QJsonObject forwarded{{u"context"_s, QJsonObject{{u"forwarded"_s, true}}}};
    const QJsonObject product{{u"context"_s, QJsonObject{{u"from"_s, u"15550783881"_s}, {u"id"_s, u"wamid.CATALOGUE"_s},
        {u"referred_product"_s, QJsonObject{{u"catalog_id"_s, u"1948"_s}, {u"product_retailer_id"_s, u"di9ozbzfi4"_s}}}}}};
    const QJsonObject advertisement{{u"referral"_s, QJsonObject{{u"source_url"_s, u"https://fb.me/1"_s}, {u"source_id"_s, u"120"_s},
        {u"source_type"_s, u"ad"_s}, {u"headline"_s, u"Sale"_s}, {u"body"_s, u"Half price"_s}, {u"media_type"_s, u"image"_s}}}};
    return {
        {u"Text with formatting and link"_s, of(u"text"_s, body(u"*Hello*, 你好 https://example.com"_s)), {u"Hello"_s, u"你好"_s, u"https://example.com"_s}, {}, false, false},
        {u"Forwarded text"_s, of(u"text"_s, body(u"look"_s), forwarded), {u"Forwarded"_s, u"look"_s}, {}, false, true},
        {u"Product inquiry"_s, of(u"text"_s, body(u"how much?"_s), product), {u"how much?"_s, u"di9ozbzfi4"_s}, {}, true, true},
        {u"Click-to-WhatsApp ad"_s, of(u"text"_s, body(u"from the ad"_s), advertisement), {u"Sale"_s, u"Half price"_s, u"from the ad"_s}, {}, true, true},
    };
}

QList<ContentCase> mediaCases()
{
    return {
        {u"Image"_s, of(u"image"_s, media(u"901"_s, u"image/jpeg"_s, {{u"caption"_s, u"our garden"_s}})), {u"our garden"_s}, u"picture"_s, false, false},
        {u"Video"_s, of(u"video"_s, media(u"902"_s, u"video/mp4"_s, {{u"caption"_s, u"the machine"_s}})), {u"the machine"_s}, u"picture"_s, false, false},
        {u"Audio"_s, of(u"audio"_s, media(u"903"_s, u"audio/mpeg"_s)), {}, u"sound"_s, false, false},
        {u"Voice note"_s, of(u"audio"_s, media(u"904"_s, u"audio/ogg; codecs=opus"_s, {{u"voice"_s, true}})), {}, u"sound"_s, false, false},
        {u"Document"_s, of(u"document"_s, media(u"905"_s, u"application/pdf"_s, {{u"filename"_s, u"report.pdf"_s}, {u"caption"_s, u"the bill"_s}})), {u"report.pdf"_s, u"the bill"_s}, u"file"_s, false, false},
        {u"Sticker"_s, of(u"sticker"_s, media(u"906"_s, u"image/webp"_s, {{u"animated"_s, false}})), {}, u"picture"_s, false, false},
    };
}

QList<ContentCase> cardCases()
{
    const QJsonObject person{{u"name"_s, QJsonObject{{u"formatted_name"_s, u"Bea Jung"_s}, {u"first_name"_s, u"Bea"_s}}},
        {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"+1 (415) 555-0829"_s}, {u"wa_id"_s, u"14155550829"_s}, {u"type"_s, u"MOBILE"_s}}}}};
    const QJsonObject item{{u"product_retailer_id"_s, u"di9ozbzfi4"_s}, {u"quantity"_s, 2}, {u"item_price"_s, 30}, {u"currency"_s, u"USD"_s}};
    return {
        {u"Location"_s, of(u"location"_s, QJsonObject{{u"latitude"_s, 37.44}, {u"longitude"_s, -122.16}, {u"name"_s, u"Office"_s}, {u"address"_s, u"1 Main St"_s}}), {u"Office"_s, u"1 Main St"_s}, u"place"_s, false, false},
        {u"Contacts"_s, of(u"contacts"_s, QJsonArray{person}), {u"Bea Jung"_s, u"+1 (415) 555-0829"_s}, {}, false, false},
        {u"Order"_s, of(u"order"_s, QJsonObject{{u"catalog_id"_s, u"1948"_s}, {u"text"_s, u"please"_s}, {u"product_items"_s, QJsonArray{item}}}), {u"di9ozbzfi4"_s, u"please"_s}, {}, true, false},
        {u"Button reply"_s, reply(u"button_reply"_s, {{u"id"_s, u"b1"_s}, {u"title"_s, u"Yes, please"_s}}), {u"Yes, please"_s}, {}, true, false},
        {u"List reply"_s, reply(u"list_reply"_s, {{u"id"_s, u"r1"_s}, {u"title"_s, u"Red"_s}, {u"description"_s, u"The red one"_s}}), {u"Red"_s, u"The red one"_s}, {}, true, false},
        {u"Flow reply"_s, reply(u"nfm_reply"_s, {{u"name"_s, u"flow"_s}, {u"body"_s, u"Sent"_s}, {u"response_json"_s, u"{\"flow_token\":\"t\",\"size\":\"large\"}"_s}}), {u"large"_s}, {}, true, false},
        {u"Template button"_s, of(u"button"_s, QJsonObject{{u"payload"_s, u"Unsubscribe"_s}, {u"text"_s, u"Unsubscribe"_s}}), {u"Unsubscribe"_s}, {}, true, false},
    };
}

QList<ContentCase> unreadableCases()
{
    const auto error = [](int code, const QString &title) {
        return QJsonArray{QJsonObject{{u"code"_s, code}, {u"title"_s, title}, {u"message"_s, title}, {u"error_data"_s, QJsonObject{{u"details"_s, title}}}}};
    };
    const auto unsupported = of(u"unsupported"_s, QJsonObject{{u"type"_s, u"poll_creation"_s}}, {{u"errors"_s, error(131051, u"Message type unknown"_s)}});
    const QJsonObject unavailable{{u"type"_s, u"unsupported"_s}, {u"errors"_s, error(131060, u"This message is currently unavailable."_s)}};
    return {
        {u"Unsupported (poll)"_s, unsupported, {u"Open it on the phone"_s}, {}, false, false},
        {u"Unavailable (131060)"_s, unavailable, {u"Open it on the phone"_s}, {}, false, true},
        {u"A type nobody knows yet"_s, of(u"hologram"_s, QJsonObject{{u"depth"_s, 3}}), {u"hologram"_s}, {}, false, false},
    };
}

} // namespace

QList<ContentCase> contentCases()
{
    return textCases() + mediaCases() + cardCases() + unreadableCases();
}

QList<SampleFile> sampleFiles()
{
    const auto container = [](const char *brand) { return QByteArray("\0\0\0\x18" "ftyp", 8) + brand + QByteArray(64, '\0'); };
    static const QList<SampleFile> files{{u"901"_s, picture("JPEG")}, {u"902"_s, container("mp42")}, {u"903"_s, "ID3\x04" + QByteArray(64, '\1')},
        {u"904"_s, "OggS" + QByteArray(64, '\2')}, {u"905"_s, "%PDF-1.7\n" + QByteArray(64, '3')}, {u"906"_s, picture("WEBP")}};
    return files;
}

} // namespace Tandem::Testing
