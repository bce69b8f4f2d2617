#include "core/providers/meta/forward_content.h"

#include "core/domain/payload_keys.h"
#include "core/providers/meta/request_builder.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

auto refuse(const char *text)
{
    return failure(ErrorCode::Refused, QCoreApplication::translate("MetaRequests", text));
}

Result<ForwardedMessage> textOf(const QString &text)
{
    const auto content = textContent(text);
    if (!content) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "There is nothing in this message that can be sent on."));
    return ForwardedMessage{u"text"_s, *content, text, false};
}

Result<ForwardedMessage> fileOf(const Message &message)
{
    if (message.media.state != MediaState::Available) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The file is not on this computer."));
    QJsonObject content;
    const bool captioned = message.type == "image"_L1 || message.type == "video"_L1 || message.type == "document"_L1;
    if (captioned && !message.text.isEmpty()) content.insert("caption"_L1, message.text);
    if (message.type == "document"_L1 && !message.media.ref.filename.isEmpty()) content.insert("filename"_L1, message.media.ref.filename);
    if (message.type == "audio"_L1 && message.media.ref.voice) content.insert("voice"_L1, true);
    return ForwardedMessage{message.type, content, captioned ? message.text : QString(), true};
}

Result<ForwardedMessage> placeOf(const QJsonObject &place)
{
    const auto content = locationContent(PayloadKeys::number(place.value("latitude"_L1)), PayloadKeys::number(place.value("longitude"_L1)),
        place.value("name"_L1).toString(), place.value("address"_L1).toString());
    if (!content) return failure(content.error());
    return ForwardedMessage{u"location"_s, *content, {}, false};
}

// A card that came as a vCard only has phones, but perhaps no name, which a request needs.
QJsonObject sendableCard(QJsonObject card)
{
    card.remove("vcard"_L1);
    QJsonObject name = card.value("name"_L1).toObject();
    QString shown = name.value("formatted_name"_L1).toString();
    if (shown.isEmpty()) shown = card.value("phones"_L1).toArray().first().toObject().value("phone"_L1).toString();
    name.insert("formatted_name"_L1, shown);
    if (name.size() == 1) name.insert("first_name"_L1, shown);
    card.insert("name"_L1, name);
    return card;
}

Result<ForwardedMessage> contactsOf(const QJsonArray &cards)
{
    QJsonArray list;
    for (const QJsonValue &card : cards) list.append(sendableCard(card.toObject()));
    if (list.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "There is nothing in this message that can be sent on."));
    return ForwardedMessage{u"contacts"_s, {{u"contacts"_s, list}}, {}, false};
}

// What the bubble of such a message says.
QString shownText(const Message &message)
{
    if (!message.text.isEmpty()) return message.text;
    const QJsonObject content = message.payload.value(message.type).toObject();
    const QJsonObject reply = content.value(content.value("type"_L1).toString()).toObject();
    for (const QString &said : {reply.value("title"_L1).toString(), content.value("text"_L1).toString(),
             content.value("body"_L1).toObject().value("text"_L1).toString(), content.value("body"_L1).toString(),
             content.value(PayloadKeys::Rendered).toObject().value("body"_L1).toString()}) {
        if (!said.isEmpty()) return said;
    }
    return {};
}

} // namespace

Result<ForwardedMessage> forwardOf(const Message &message)
{
    if (message.media.state != MediaState::None && message.type != "template"_L1 && message.type != "interactive"_L1) return fileOf(message);
    const QJsonValue content = message.payload.value(message.type);
    if (message.type == "location"_L1) return placeOf(content.toObject());
    if (message.type == "contacts"_L1) return contactsOf(content.toArray());
    return textOf(shownText(message));
}

} // namespace Tandem::Meta
