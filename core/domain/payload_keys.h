#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

/// The names in Message::payload, on which views, export and search may rely. The payload is the wire's message without
/// its envelope (ids, addresses, times): the type's object stands under the type's own name, everything else that the
/// wire said stays beside it under the wire's name. Nothing is dropped but the short-lived media URLs. Own messages
/// have the same form: the object of the request under the type's name.
///
///   text         {body, preview_url?}
///   image video  {id, mime_type, sha256 (lower hex), caption?}      audio adds voice?   sticker adds animated?
///   document     {id, mime_type, sha256, filename?, caption?}
///   location     {latitude, longitude, name?, address?, url?}       coordinates: read with number()
///   contacts     a list: [{name{formatted_name, first_name?, last_name?…}, phones[{phone, wa_id?, type?}], emails[{email, type?}],
///                addresses[{street…}], org{company…}, urls[{url}], birthday?, vcard?}]; beside it origin "contact_request" | "other"
///   interactive  received: {type, <type>: …} with type button_reply {id, title} | list_reply {id, title, description?} |
///                nfm_reply {name, body, response_json: a string that may not be JSON}
///                sent: {type button | list | cta_url | location_request_message | flow, header?, body{text}, footer{text}?, action{…}}
///   button       {text, payload}                                    a template's quick reply was pressed
///   order        {catalog_id, text?, product_items[{product_retailer_id, quantity, item_price, currency}]}
///   template     {name, language{code}, components[…], rendered{…}: TemplatePreview::toJson, own messages only}
///   unsupported  {type: what it would have been}; the reason is Message::error (131051, or 131060 "open it on the phone")
///   system       {type, body?, before{phone?, user_id?, parent_user_id?, username?}, after{…}}  lines that are no messages
///   any other    the wire's object, whole
/// Beside the type's object, where the wire said it:
///   context      {from, id} of a reply; {forwarded: true}; {frequently_forwarded: true};
///                {from, id, referred_product{catalog_id, product_retailer_id}} of a question about a product
///   referral     {source_url, source_id, source_type ad | post, headline?, body?, media_type?, image_url?, video_url?,
///                thumbnail_url?, ctwa_clid?, welcome_message{text}?} of a click on an advertisement
///   errors       [{code, title, message, error_data{details}}]      group_id  of a group of the API; never with coexistence
namespace Tandem::PayloadKeys {

inline constexpr QLatin1StringView Context("context");
inline constexpr QLatin1StringView Forwarded("forwarded");
inline constexpr QLatin1StringView FrequentlyForwarded("frequently_forwarded");
inline constexpr QLatin1StringView ReferredProduct("referred_product");
inline constexpr QLatin1StringView Referral("referral");
inline constexpr QLatin1StringView Origin("origin");
inline constexpr QLatin1StringView Rendered("rendered");
inline constexpr QLatin1StringView Before("before");
inline constexpr QLatin1StringView After("after");

/// A number that the wire wrote as a number and requests as a string; 0 when it is neither.
[[nodiscard]] inline double number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toDouble() : value.toDouble();
}

} // namespace Tandem::PayloadKeys
