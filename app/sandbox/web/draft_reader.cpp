#include "app/sandbox/web/draft_reader.h"

#include "app/sandbox/graph/check/media_rules.h"
#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/world/scenario.h"

#include <QRandomGenerator>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static QString catalogOf(const Account &account)
{
    return u"9"_s + account.wabaId.mid(1);
}

bool DraftReader::file(const QJsonObject &input, Message &message)
{
    const QJsonObject media = input[u"media"].toObject();
    const QByteArray bytes = QByteArray::fromBase64(media[u"base64"].toString().toLatin1());
    const QString mime = media[u"mime"].toString();
    if (bytes.isEmpty() || !mime.contains(u'/')) return false;
    message.mediaId = m_world.numericId(u"media/"_s + message.id, 16);
    m_world.media.addUpload(message.mediaId, mime, media[u"filename"].toString(), bytes, m_world.nowMs(), false);
    message.type = media[u"as"].toString(MediaShelf::typeOf(mime));
    if (message.type != "audio"_L1 && message.type != "sticker"_L1)
        put(message.content, u"caption"_s, input[u"caption"].toString());
    if (message.type == "document"_L1) put(message.content, u"filename"_s, media[u"filename"].toString());
    if (message.type == "audio"_L1)
        message.content.insert(u"voice"_s, media[u"voice"].toBool(MediaRules::isVoice(bytes)));
    if (message.type == "sticker"_L1) message.content.insert(u"animated"_s, MediaRules::isAnimated(bytes));
    return true;
}

bool DraftReader::painted(const QString &kind, const QJsonObject &input, Message &message)
{
    static const QHash<QString, QString> recipes{{u"photo"_s, u"photo:"_s}, {u"image"_s, u"photo:"_s},
        {u"screenshot"_s, u"shot:receipt"_s}, {u"voice"_s, u"voice"_s}, {u"audio"_s, u"tune"_s},
        {u"video"_s, u"video"_s}, {u"sticker"_s, u"sticker"_s}, {u"animated_sticker"_s, u"animated"_s},
        {u"document"_s, u"pdf:"_s}, {u"text_file"_s, u"txt"_s}};
    if (!recipes.contains(kind)) return false;
    static const QStringList motifs{u"lamp"_s, u"mug"_s, u"teapot"_s, u"plant"_s, u"chair"_s, u"box"_s};
    QRandomGenerator &dice = *QRandomGenerator::global();
    QString recipe = recipes.value(kind);
    if (recipe == "photo:"_L1) recipe += input[u"motif"].toString(motifs[dice.bounded(int(motifs.size()))]);
    if (recipe == "pdf:"_L1) recipe += u"LL-%1"_s.arg(dice.bounded(20000, 29000));
    const quint32 seed = input.contains(u"seed"_s) ? quint32(input[u"seed"].toInteger()) : dice.generate();
    Scenario::dress(m_world, message, recipe, input[u"caption"].toString(), seed);
    if (message.type == "document"_L1) put(message.content, u"filename"_s, input[u"filename"].toString());
    return true;
}

bool DraftReader::card(const QString &kind, const QJsonObject &input, Message &message)
{
    if (kind == "location"_L1) {
        message.type = kind;
        message.content = {{u"latitude"_s, input[u"latitude"].toDouble(51.4551)},
            {u"longitude"_s, input[u"longitude"].toDouble(-2.5869)}};
        const bool named = !input.contains(u"latitude"_s);
        put(message.content, u"name"_s, input[u"name"].toString(named ? u"Mill Street Market"_s : QString()));
        put(message.content, u"address"_s,
            input[u"address"].toString(named ? u"12 Mill Street, Bristol"_s : QString()));
        put(message.content, u"url"_s, input[u"url"].toString());
        return true;
    }
    if (kind == "contacts"_L1) {
        const QJsonObject phone{
            {u"phone"_s, u"+1 415 555 0829"_s}, {u"wa_id"_s, u"14155550829"_s}, {u"type"_s, u"MOBILE"_s}};
        const QJsonObject sample{{u"name"_s,
                                     QJsonObject{{u"formatted_name"_s, u"Bea Jansen"_s}, {u"first_name"_s, u"Bea"_s},
                                         {u"last_name"_s, u"Jansen"_s}}},
            {u"phones"_s, QJsonArray{phone}},
            {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"bea@example.org"_s}, {u"type"_s, u"WORK"_s}}}},
            {u"org"_s, QJsonObject{{u"company"_s, u"Jansen Interiors"_s}, {u"title"_s, u"Owner"_s}}},
            {u"birthday"_s, u"1989-04-23"_s}};
        QJsonArray list = input[u"contacts"].toArray();
        if (list.isEmpty()) list.append(sample);
        message.type = kind;
        message.content = {{u"list"_s, list}};
        if (input.contains(u"origin"_s)) message.more.insert(u"origin"_s, input[u"origin"]);
        return true;
    }
    return false;
}

bool DraftReader::answer(const QString &kind, const QJsonObject &input, Message &message)
{
    if (kind == "button"_L1) {
        const QString text = input[u"text"].toString(u"Yes, please"_s);
        message.type = kind;
        message.content = {{u"payload"_s, input[u"payload"].toString(text)}, {u"text"_s, text}};
        return true;
    }
    QJsonObject reply;
    QString type = kind;
    if (kind == "button_reply"_L1) {
        reply = {{u"id"_s, input[u"button_id"].toString(u"yes"_s)}, {u"title"_s, input[u"title"].toString(u"Yes"_s)}};
    } else if (kind == "list_reply"_L1) {
        reply = {{u"id"_s, input[u"button_id"].toString(u"row-1"_s)},
            {u"title"_s, input[u"title"].toString(u"Saturday, 9 to 12"_s)}};
        put(reply, u"description"_s, input[u"description"].toString());
    } else if (kind == "flow_reply"_L1) {
        type = u"nfm_reply"_s;
        reply = {{u"name"_s, u"flow"_s}, {u"body"_s, input[u"text"].toString(u"Sent"_s)},
            {u"response_json"_s,
                input[u"response_json"].toString(
                    u"{\"flow_token\":\"t-1\",\"day\":\"Saturday\",\"guests\":2,\"note\":\"by the window\"}"_s)}};
    } else {
        return false;
    }
    message.type = u"interactive"_s;
    message.content = {{u"type"_s, type}, {type, reply}};
    return true;
}

bool DraftReader::oddity(const QString &kind, const QJsonObject &input, Message &message)
{
    const auto broken = [&](int code) {
        message.type = u"unsupported"_s;
        message.more.insert(u"errors"_s, QJsonArray{GraphError::of(code).inWebhook()});
    };
    if (kind == "unsupported"_L1) {
        broken(131051);
        message.content = {{u"type"_s, input[u"what"].toString(u"poll_creation"_s)}};
        if (input[u"what"].toString(u"?"_s).isEmpty()) message.content = {};
    } else if (kind == "unavailable"_L1) {
        broken(131060);
    } else if (kind == "too_large"_L1) {
        broken(131052);
    } else if (kind == "request_welcome"_L1) {
        message.type = kind;
    } else if (kind == "raw"_L1 && !input[u"type"].toString().isEmpty()) {
        message.type = input[u"type"].toString();
        message.content = input[u"content"].toObject();
    } else {
        return false;
    }
    return true;
}

void DraftReader::beside(const Account &account, const QJsonObject &input, Message &message) const
{
    QJsonObject context;
    if (const QJsonValue forwarded = input[u"forwarded"]; forwarded.toBool() || forwarded.isString())
        context.insert(forwarded.toString() == "often"_L1 ? u"frequently_forwarded"_s : u"forwarded"_s, true);
    if (const QJsonValue product = input[u"product"]; !product.isUndefined()) {
        const QJsonObject given = product.toObject();
        context.insert(u"from"_s, account.digits);
        context.insert(u"id"_s, Scenario::wamid(m_world.seed(), u"product/"_s + message.id));
        context.insert(u"referred_product"_s,
            QJsonObject{{u"catalog_id"_s, given[u"catalog_id"].toString(catalogOf(account))},
                {u"product_retailer_id"_s, given[u"product_retailer_id"].toString(u"LAMP-07"_s)}});
    }
    if (!context.isEmpty()) message.more.insert(u"context"_s, context);
    if (const QJsonValue referral = input[u"referral"]; referral.isObject()) {
        message.more.insert(u"referral"_s, referral);
    } else if (referral.toBool()) {
        message.more.insert(u"referral"_s,
            QJsonObject{{u"source_url"_s, u"https://fb.me/lumen-and-leaf"_s}, {u"source_id"_s, u"120210000000000001"_s},
                {u"source_type"_s, u"ad"_s}, {u"headline"_s, u"Lamps that make evenings longer"_s},
                {u"body"_s, u"Ten per cent off the first lamp. Ask us here."_s}, {u"media_type"_s, u"image"_s},
                {u"image_url"_s, u"https://example.org/ads/lamp.jpg"_s}, {u"ctwa_clid"_s, World::secretText(24)},
                {u"welcome_message"_s, QJsonObject{{u"text"_s, u"Hello! Which room is it for?"_s}}}});
    }
    if (input.contains(u"group_id"_s)) message.more.insert(u"group_id"_s, input[u"group_id"]);
    const QJsonObject more = input[u"more"].toObject();
    for (auto it = more.begin(); it != more.end(); ++it)
        message.more.insert(it.key(), it.value());
    if (input.contains(u"seconds_ago"_s)) message.timestamp = m_world.now() - input[u"seconds_ago"].toInteger();
    message.withheld = input[u"unavailable"].toBool() || input.contains(u"unavailable_seconds"_s);
}

static void order(const Account &account, const QJsonObject &input, Message &message)
{
    QJsonArray items = input[u"items"].toArray();
    if (items.isEmpty()) {
        items = {QJsonObject{{u"product_retailer_id"_s, u"LAMP-07"_s}, {u"quantity"_s, 2}, {u"item_price"_s, 30},
                     {u"currency"_s, u"USD"_s}},
            QJsonObject{{u"product_retailer_id"_s, u"MUG-02"_s}, {u"quantity"_s, 1}, {u"item_price"_s, 14.5},
                {u"currency"_s, u"USD"_s}}};
    }
    message.type = u"order"_s;
    message.content = {{u"catalog_id"_s, catalogOf(account)}, {u"product_items"_s, items}};
    put(message.content, u"text"_s, input[u"text"].toString());
}

std::optional<Message> DraftReader::read(const Account &account, const QJsonObject &input)
{
    Message message;
    message.id = u"draft/"_s + World::secretText(9);
    message.replyTo = input[u"reply_to"].toString();
    const QString kind = input[u"kind"].toString(u"text"_s);
    bool understood = true;
    if (input.contains(u"media"_s)) {
        understood = file(input, message);
    } else if (kind == "text"_L1 || kind.isEmpty()) {
        message.content = {{u"body"_s, input[u"text"].toString()}};
        understood = !input[u"text"].toString().isEmpty();
    } else if (kind == "order"_L1) {
        order(account, input, message);
    } else {
        understood = painted(kind, input, message) || card(kind, input, message) || answer(kind, input, message)
            || oddity(kind, input, message);
    }
    if (!understood) return {};
    beside(account, input, message);
    return message;
}

/// The reply button or row of a question with this id or title.
static QJsonObject choice(const QJsonArray &options, const QString &what)
{
    for (const QJsonValue &value : options) {
        const QJsonObject row = value.toObject().contains(u"reply"_s) ? value[u"reply"].toObject() : value.toObject();
        for (const QString &name : {u"id"_s, u"title"_s, u"text"_s}) {
            if (!what.isEmpty() && row[name].toString() == what) return row;
        }
    }
    return {};
}

std::optional<QJsonObject> DraftReader::press(const Message &asked, const QString &what)
{
    const QJsonObject action = asked.content[u"action"].toObject();
    const QString type = asked.content[u"type"].toString();
    QJsonObject input{{u"reply_to"_s, asked.id}};
    if (asked.type == "template"_L1) {
        const QJsonObject row = choice(asked.content[u"shown"].toObject()[u"buttons"].toArray(), what);
        if (row[u"type"].toString() != "quick_reply"_L1) return {};
        input.insert(u"kind"_s, u"button"_s);
        input.insert(u"text"_s, row[u"text"]);
        input.insert(u"payload"_s, row[u"payload"]);
        return input;
    }
    if (asked.type != "interactive"_L1) return {};
    if (type == "location_request_message"_L1) {
        input.insert(u"kind"_s, u"location"_s);
        return input;
    }
    if (type == "flow"_L1) {
        input.insert(u"kind"_s, u"flow_reply"_s);
        return input;
    }
    QJsonArray options = action[u"buttons"].toArray();
    const QJsonArray sections = action[u"sections"].toArray();
    for (const QJsonValue &section : sections) {
        const QJsonArray rows = section[u"rows"].toArray();
        for (const QJsonValue &row : rows)
            options.append(row);
    }
    const QJsonObject row = choice(options, what);
    if (row.isEmpty()) return {};
    input.insert(u"kind"_s, type == "list"_L1 ? u"list_reply"_s : u"button_reply"_s);
    input.insert(u"button_id"_s, row[u"id"]);
    input.insert(u"title"_s, row[u"title"]);
    put(input, u"description"_s, row[u"description"].toString());
    return input;
}

} // namespace Tandem::Sandbox
