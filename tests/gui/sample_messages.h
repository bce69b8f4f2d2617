#pragma once

#include "core/domain/message.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

/// Messages of every type, origin and state in English, Chinese and Arabic, to look at and to measure with.
namespace Tandem::Test {

class SampleMessages
{
public:
    explicit SampleMessages(QDateTime start = QDateTime(QDate(2026, 11, 23), QTime(9, 30))) : m_time(start) {}

    Message &add(Direction direction, Origin origin, const QString &type, const QString &text)
    {
        Message message;
        message.id = {++m_id};
        message.numberId = {1};
        message.conversationId = {1};
        message.wamid = QStringLiteral("wamid.%1").arg(m_id);
        message.direction = direction;
        message.origin = origin;
        message.type = type;
        message.text = text;
        m_time = m_time.addSecs(40);
        message.timestamp = fromEpochMillis(m_time.toMSecsSinceEpoch());
        if (direction == Direction::Out) message.status = MessageStatus::Delivered;
        if (origin == Origin::Agent) message.author = QStringLiteral("Ana");
        all.append(message);
        return all.last();
    }
    Message &in(const QString &text, const QString &type = QStringLiteral("text")) { return add(Direction::In, Origin::Customer, type, text); }
    Message &out(const QString &text, Origin origin = Origin::Agent) { return add(Direction::Out, origin, QStringLiteral("text"), text); }
    void later(int seconds) { m_time = m_time.addSecs(seconds); }

    QList<Message> all;

    /// A conversation one could meet.
    static QList<Message> conversation();
    /// Failures, doubts, media states, odd types.
    static QList<Message> oddities();

private:
    QDateTime m_time;
    qint64 m_id = 0;
};

inline QList<Message> SampleMessages::conversation()
{
    using namespace Qt::StringLiterals;
    SampleMessages s;
    auto &photo = s.in({}, u"image"_s);
    photo.media.state = MediaState::Over14Days;
    photo.timestamp = fromEpochMillis(QDateTime(QDate(2026, 10, 2), QTime(15, 12)).toMSecsSinceEpoch());
    s.in(u"Hi! Has my order 88231 shipped yet?"_s);
    s.out(u"Let me check with the warehouse, one moment."_s).status = MessageStatus::Read;
    auto &phone = s.out(u"It left this morning, SF 1409 7731 20. You should have it tomorrow."_s, Origin::Phone);
    phone.status = MessageStatus::Read;
    auto &thanks = s.in(u"Wonderful, thank you!"_s);
    thanks.quote = Quote{phone.wamid, phone.id, phone.text, u"text"_s, Direction::Out, Origin::Phone};
    thanks.reactions = {{u"business"_s, u"🙏"_s}};
    s.later(400);
    s.in(u"你好！我的订单 88231 发货了吗？想确认一下*收货地址*有没有写对：上海市浦东新区世纪大道 100 号。"_s);
    s.out(u"您好，已经发货了，单号 https://track.example.com/SF1409 ，预计明天送达。"_s).status = MessageStatus::Read;
    s.out(u"今天早上已发出，顺丰 1409 7731 20。"_s, Origin::Phone);
    s.in(u"太好了，谢谢！👍"_s).reactions = {{u"a"_s, u"❤️"_s}, {u"business"_s, u"❤️"_s}, {u"b"_s, u"😀"_s}};
    s.in(u"👍🎉"_s);
    s.later(400);
    s.in(u"مرحبا، هل تم شحن طلبي رقم 88231؟ أحتاجه قبل يوم الخميس من فضلك."_s);
    s.out(u"نعم، تم الشحن هذا الصباح وسيصل غدًا إن شاء الله."_s).status = MessageStatus::Sent;
    s.out(u"Your order 88231 is on its way. Track it any time in your account."_s, Origin::Bot).author = u"Order helper"_s;
    s.out(u"🎁 *November sale*: 20 % off all teas until Sunday. Reply STOP to opt out."_s, Origin::Campaign).author = u"November sale"_s;
    s.out(u"Payment received, thank you."_s, Origin::Api);
    s.out(u"This one came by a way that we do not know."_s, Origin::Unknown);
    auto &edited = s.in(u"Please send it to 14 Harbour Street."_s);
    edited.edits = {{u"Please send it to 41 Harbour Street."_s, edited.timestamp}};
    auto &gone = s.in(u"Forget it, wrong chat, sorry!"_s);
    gone.revoked = true;
    auto &goneOut = s.out(u"The price is 40."_s, Origin::Phone);
    goneOut.revoked = true;
    s.in(u"Formats: *bold*, _italic_, ~struck~, `code` and a mail: ana@example.com or +86 138 0013 8000"_s);
    return s.all;
}

inline QList<Message> SampleMessages::oddities()
{
    using namespace Qt::StringLiterals;
    SampleMessages s;
    const auto media = [&s](const QString &type, MediaState state, const QString &mime, const QString &text = {}) -> Message & {
        auto &m = s.in(text, type);
        m.media.state = state;
        m.media.ref.mime = mime;
        return m;
    };
    media(u"image"_s, MediaState::Pending, u"image/jpeg"_s, u"The box as it arrived"_s);
    media(u"image"_s, MediaState::Failed, u"image/jpeg"_s).media.error = u"The link has expired."_s;
    auto &document = media(u"document"_s, MediaState::Available, u"application/pdf"_s, u"Invoice attached"_s);
    document.media.ref.filename = u"Invoice 2026-1123 for Northwind Trading Company Ltd.pdf"_s;
    document.media.size = 482'113;
    auto &voice = media(u"audio"_s, MediaState::Available, u"audio/ogg; codecs=opus"_s);
    voice.media.ref.voice = true;
    voice.media.size = 38'200;
    media(u"video"_s, MediaState::Available, u"video/mp4"_s).media.size = 7'340'032;
    media(u"sticker"_s, MediaState::Pending, u"image/webp"_s);
    media(u"media_placeholder"_s, MediaState::Placeholder, {});
    s.in({}, u"location"_s).payload = {{u"location"_s, QJsonObject{{u"latitude"_s, 31.23042}, {u"longitude"_s, 121.47370}, {u"name"_s, u"人民广场"_s}, {u"address"_s, u"上海市黄浦区人民大道"_s}}}};
    s.in({}, u"contacts"_s).payload = {{u"contacts"_s, QJsonArray{QJsonObject{{u"name"_s, QJsonObject{{u"formatted_name"_s, u"Barbara Johnson"_s}}}, {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"+1 (415) 555-0829"_s}}}}}}}};
    s.in({}, u"order"_s).payload = {{u"order"_s, QJsonObject{{u"text"_s, u"Can I have it by Friday?"_s}, {u"product_items"_s, QJsonArray{QJsonObject{{u"product_retailer_id"_s, u"tea-jasmine-250"_s}, {u"quantity"_s, 2}, {u"item_price"_s, 30}, {u"currency"_s, u"USD"_s}}, QJsonObject{{u"product_retailer_id"_s, u"pot-01"_s}, {u"quantity"_s, 1}, {u"item_price"_s, 18.5}, {u"currency"_s, u"USD"_s}}}}}}};
    s.in({}, u"interactive"_s).payload = {{u"interactive"_s, QJsonObject{{u"type"_s, u"button_reply"_s}, {u"button_reply"_s, QJsonObject{{u"id"_s, u"1"_s}, {u"title"_s, u"Yes, deliver on Friday"_s}}}}}};
    auto &button = s.in(u"Unsubscribe"_s, u"button"_s);
    button.payload = {{u"button"_s, QJsonObject{{u"text"_s, u"Unsubscribe"_s}, {u"payload"_s, u"Unsubscribe"_s}}}};
    s.in({}, u"unsupported"_s).error = {131060, u"This message is currently unavailable."_s, {}};
    auto &poll = s.in({}, u"unsupported"_s);
    poll.error = {131051, u"Message type unknown"_s, {}};
    poll.payload = {{u"unsupported"_s, QJsonObject{{u"type"_s, u"poll_creation"_s}}}};
    s.in({}, u"hologram"_s);
    auto &tpl = s.add(Direction::Out, Origin::Campaign, u"template"_s, u"Hello Li Wei, your parcel arrives tomorrow."_s);
    tpl.payload = {{u"template"_s, QJsonObject{{u"name"_s, u"parcel_tomorrow"_s}}}};
    auto &queued = s.out(u"This one waits for its turn."_s);
    queued.status = MessageStatus::Queued;
    queued.outboxId = {1};
    queued.outboxState = OutboxState::Queued;
    auto &failed = s.out(u"Shall we go on?"_s);
    failed.status = MessageStatus::Failed;
    failed.error = {131047, u"Re-engagement message"_s, {}};
    failed.outboxId = {2};
    failed.outboxState = OutboxState::Failed;
    auto &doubt = s.out(u"Your refund of 40.00 has been made."_s);
    doubt.status = MessageStatus::Unknown;
    doubt.outboxId = {3};
    doubt.outboxState = OutboxState::Unknown;
    auto &gone = s.out(u"Never mind this."_s);
    gone.outboxId = {4};
    gone.outboxState = OutboxState::Cancelled;
    gone.status = MessageStatus::Failed;
    return s.all;
}

} // namespace Tandem::Test
