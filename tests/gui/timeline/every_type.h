#pragma once

#include "tests/gui/sample_messages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Tandem::Test {

/// Every type that WhatsApp passes on, both directions.
inline QList<Message> everyType()
{
    using namespace Qt::StringLiterals;
    SampleMessages s;
    const auto object = [](const char *json) { return QJsonDocument::fromJson(json).object(); };
    const auto with = [&s](Direction direction, const QString &type, const QString &text, const QJsonObject &payload) -> Message & {
        auto &m = s.add(direction, direction == Direction::In ? Origin::Customer : Origin::Agent, type, text);
        m.payload = payload;
        return m;
    };
    const auto media = [&s](const QString &type, const QString &mime, const QString &text = {}, Direction direction = Direction::In) -> Message & {
        auto &m = s.add(direction, direction == Direction::In ? Origin::Customer : Origin::Phone, type, text);
        m.media.state = MediaState::Available;
        m.media.ref.mime = mime;
        m.media.ref.id = u"media."_s + m.wamid;
        m.media.path = u"/nowhere/"_s + m.wamid;
        m.media.size = 482'113;
        return m;
    };
    with(Direction::In, u"text"_s, u"I saw your *lamp* and would like one."_s, object(R"({"referral":{"source_url":"https://fb.me/1abc","source_id":"120","source_type":"ad","headline":"Lamps for long evenings","body":"Hand made in Shanghai, free delivery this week.","media_type":"image"}})"));
    with(Direction::In, u"text"_s, u"How much is this one?"_s, object(R"({"context":{"referred_product":{"catalog_id":"19","product_retailer_id":"lamp-oak-40"}}})"));
    with(Direction::In, u"text"_s, u"Everybody should read this."_s, object(R"({"context":{"forwarded":true,"frequently_forwarded":true}})"));
    media(u"image"_s, u"image/jpeg"_s, u"It arrived like this, the box is open."_s).reactions = {{u"business"_s, u"😢"_s}};
    s.later(300);
    for (int i = 0; i < 5; ++i) {
        media(u"image"_s, u"image/jpeg"_s, i == 4 ? u"这是五张照片"_s : QString());
        s.later(-30);
    }
    s.later(300);
    media(u"video"_s, u"video/mp4"_s, u"看一下这个"_s);
    auto &voice = media(u"audio"_s, u"audio/ogg; codecs=opus"_s);
    voice.media.ref.voice = true;
    auto &own = media(u"audio"_s, u"audio/ogg; codecs=opus"_s, {}, Direction::Out);
    own.media.ref.voice = true;
    own.status = MessageStatus::Played;
    media(u"audio"_s, u"audio/mpeg"_s).media.ref.filename = u"jingle.mp3"_s;
    media(u"document"_s, u"application/pdf"_s, u"Invoice attached"_s).media.ref.filename = u"Invoice 2026-1123 for Northwind Trading Company.pdf"_s;
    media(u"document"_s, u"application/x-ms-dos-executable"_s).media.ref.filename = u"setup.exe"_s;
    media(u"image"_s, u"text/html"_s);
    media(u"sticker"_s, u"image/webp"_s);
    with(Direction::In, u"location"_s, {}, object(R"({"location":{"latitude":31.23042,"longitude":121.4737,"name":"人民广场","address":"上海市黄浦区人民大道"}})"));
    with(Direction::In, u"contacts"_s, {}, object(R"({"contacts":[{"name":{"formatted_name":"Barbara Johnson","first_name":"Barbara"},"phones":[{"phone":"+1 (415) 555-0829","wa_id":"14155550829","type":"MOBILE"}],"org":{"company":"Northwind"}},{"name":{"formatted_name":"王小明"},"phones":[],"emails":[{"email":"xiaoming@example.com"}]}]})"));
    with(Direction::In, u"order"_s, {}, object(R"({"order":{"catalog_id":"1","text":"Can I have it by Friday?","product_items":[{"product_retailer_id":"tea-jasmine-250","quantity":2,"item_price":30,"currency":"USD"},{"product_retailer_id":"pot-01","quantity":1,"item_price":18.5,"currency":"USD"}]}})"));
    with(Direction::Out, u"interactive"_s, u"When may we deliver?"_s, object(R"({"interactive":{"type":"button","header":{"type":"text","text":"Delivery"},"body":{"text":"When may we deliver?"},"footer":{"text":"Northwind Café"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"On Friday"}},{"type":"reply","reply":{"id":"2","title":"On Saturday"}}]}}})")).starred = true;
    with(Direction::In, u"interactive"_s, {}, object(R"({"interactive":{"type":"button_reply","button_reply":{"id":"1","title":"On Friday"}}})"));
    with(Direction::Out, u"interactive"_s, u"Which tea?"_s, object(R"({"interactive":{"type":"list","body":{"text":"Which tea?"},"action":{"button":"Choose","sections":[{"title":"Green","rows":[{"id":"r1","title":"Jasmine","description":"250 g, spring harvest"},{"id":"r2","title":"Longjing","description":"100 g"}]}]}}})"));
    with(Direction::In, u"interactive"_s, {}, object(R"({"interactive":{"type":"list_reply","list_reply":{"id":"r1","title":"Jasmine","description":"250 g, spring harvest"}}})"));
    with(Direction::Out, u"interactive"_s, u"See the whole list."_s, object(R"({"interactive":{"type":"cta_url","body":{"text":"See the whole list."},"action":{"name":"cta_url","parameters":{"display_text":"Open the shop","url":"https://shop.example.com/teas"}}}})"));
    with(Direction::In, u"interactive"_s, {}, object(R"({"interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"{\"flow_token\":\"x\",\"delivery_day\":\"Friday\",\"people\":3}"}}})"));
    with(Direction::Out, u"template"_s, u"Hello Li Wei, your parcel 88231 arrives tomorrow."_s, object(R"({"template":{"name":"parcel_tomorrow","language":{"code":"en"}}})"));
    with(Direction::In, u"button"_s, {}, object(R"({"button":{"payload":"STOP","text":"Stop these messages"}})"));
    s.in({}, u"unsupported"_s).error = {131060, u"This message is currently unavailable."_s, {}};
    with(Direction::In, u"unsupported"_s, {}, object(R"({"unsupported":{"type":"poll_creation"}})")).error = {131051, u"Message type unknown"_s, {}};
    with(Direction::In, u"hologram"_s, {}, object(R"({"hologram":{"depth":3,"caption":"?"}})"));
    with(Direction::In, u"system"_s, {}, object(R"({"system":{"type":"user_changed_number","body":"User A changed","before":{"phone":"16505551234"},"after":{"phone":"16505559999"}}})"));
    return s.all;
}

} // namespace Tandem::Test
