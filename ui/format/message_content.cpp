#include "ui/format/message_content.h"

#include "ui/format/time_text.h"
#include "ui/format/whatsapp_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MessageContent)
};

/// The content object of the wire's type, whether or not the payload names the type around it.
QJsonValue section(const Message &message)
{
    const auto named = message.payload.value(message.type);
    return named.isUndefined() ? QJsonValue(message.payload) : named;
}

QString oneLine(const QString &raw) { return cleanText(raw).simplified(); }

QString iconFor(const QString &type, bool voice)
{
    static const QHash<QString, QString> icons{{u"image"_s, u"image"_s}, {u"sticker"_s, u"sticker"_s}, {u"video"_s, u"video"_s},
        {u"document"_s, u"document"_s}, {u"location"_s, u"location"_s}, {u"contacts"_s, u"contact-card"_s}, {u"order"_s, u"cart"_s},
        {u"template"_s, u"template"_s}, {u"interactive"_s, u"reply"_s}, {u"button"_s, u"reply"_s}, {u"media_placeholder"_s, u"image"_s}};
    if (type == "audio"_L1) return voice ? u"mic"_s : u"audio"_s;
    return icons.value(type, u"unknown"_s);
}

bool decodable(const QString &mime)
{
    const auto base = mime.section(u';', 0, 0).trimmed().toLower();
    return base.isEmpty() || base == "image/jpeg"_L1 || base == "image/png"_L1 || base == "image/webp"_L1;
}

QString mediaTitle(const Message &message)
{
    if (message.type == "document"_L1 && !message.media.ref.filename.isEmpty()) return oneLine(message.media.ref.filename);
    return kindName(message.type, message.media.ref.voice);
}

QString mediaDetail(const Message &message)
{
    const auto &media = message.media;
    switch (media.state) {
    case MediaState::Placeholder: return Words::tr("On its way from the phone. Keep the app open there.");
    case MediaState::Pending: return Words::tr("Loading…");
    case MediaState::Failed: {
        const auto why = oneLine(media.error);
        return why.isEmpty() ? Words::tr("Could not be loaded.") : Words::tr("Could not be loaded: %1").arg(why);
    }
    case MediaState::Over14Days: return Words::tr("Stays on the phone");
    case MediaState::Purged: return Words::tr("Removed here to free space");
    case MediaState::None: return Words::tr("The file was not passed on.");
    case MediaState::Available: break;
    }
    QStringList facts;
    if (media.size > 0) facts.append(fileSize(media.size));
    const auto subtype = media.ref.mime.section(u'/', 1).section(u';', 0, 0).toUpper();
    if (message.type == "document"_L1 && !subtype.isEmpty() && subtype.size() <= 6) facts.append(subtype);
    return facts.join(u" · "_s);
}

BubbleContent mediaContent(const Message &message)
{
    BubbleContent content;
    content.body = message.text;
    content.sticker = message.type == "sticker"_L1;
    const auto state = message.media.state;
    if (state == MediaState::Over14Days) {
        content.form = ContentForm::Stays;
        content.icon = u"hourglass"_s;
        content.title = Words::tr("%1 from %2. Older than 14 days when the number was linked, so it stays on the phone.")
                            .arg(kindName(message.type, message.media.ref.voice),
                                QLocale().toString(localDay(message.timestamp), Words::tr("d MMMM", "date format: day and month")));
        return content;
    }
    const bool picture = (message.type == "image"_L1 || content.sticker) && decodable(message.media.ref.mime);
    content.form = picture && state != MediaState::Placeholder && state != MediaState::None ? ContentForm::Image : ContentForm::Card;
    content.icon = iconFor(message.type, message.media.ref.voice);
    content.title = mediaTitle(message);
    content.detail = mediaDetail(message);
    content.canFetchAgain = state == MediaState::Failed;
    return content;
}

BubbleContent card(const QString &icon, const QString &title, const QString &detail = {}, const QStringList &lines = {})
{
    BubbleContent content;
    content.form = ContentForm::Card;
    content.icon = icon;
    content.title = title;
    content.detail = detail;
    content.lines = lines;
    return content;
}

BubbleContent locationContent(const Message &message)
{
    const auto where = section(message).toObject();
    const auto name = oneLine(where.value(u"name"_s).toString());
    const auto address = oneLine(where.value(u"address"_s).toString());
    const auto coordinates = u"%1, %2"_s.arg(where.value(u"latitude"_s).toDouble(), 0, 'f', 5).arg(where.value(u"longitude"_s).toDouble(), 0, 'f', 5);
    QStringList lines;
    if (!address.isEmpty()) lines.append(address);
    return card(iconFor(message.type, false), name.isEmpty() ? kindName(message.type) : name, coordinates, lines);
}

BubbleContent contactsContent(const Message &message)
{
    const auto people = section(message).toArray();
    QStringList names;
    QStringList lines;
    for (const auto &value : people) {
        const auto person = value.toObject();
        const auto name = person.value(u"name"_s).toObject();
        auto shown = oneLine(name.value(u"formatted_name"_s).toString());
        if (shown.isEmpty()) shown = oneLine(name.value(u"first_name"_s).toString() + u' ' + name.value(u"last_name"_s).toString());
        names.append(shown.isEmpty() ? Words::tr("No name") : shown);
        const auto phones = person.value(u"phones"_s).toArray();
        for (const auto &phone : phones) lines.append(oneLine(phone.toObject().value(u"phone"_s).toString()));
        const auto emails = person.value(u"emails"_s).toArray();
        for (const auto &email : emails) lines.append(oneLine(email.toObject().value(u"email"_s).toString()));
    }
    lines.removeAll(QString());
    const auto title = names.isEmpty() ? kindName(message.type) : names.mid(0, 3).join(u", "_s);
    const auto detail = names.size() > 1 ? Words::tr("%n contact(s)", nullptr, int(names.size())) : Words::tr("Contact");
    return card(iconFor(message.type, false), title, detail, lines.mid(0, 6));
}

BubbleContent orderContent(const Message &message)
{
    const auto order = section(message).toObject();
    const auto items = order.value(u"product_items"_s).toArray();
    QStringList lines;
    double total = 0;
    QString currency;
    for (const auto &value : items) {
        const auto item = value.toObject();
        const auto quantity = item.value(u"quantity"_s).toVariant().toDouble();
        const auto price = item.value(u"item_price"_s).toVariant().toDouble();
        currency = item.value(u"currency"_s).toString();
        total += quantity * price;
        lines.append(u"%1 × %2"_s.arg(QLocale().toString(quantity, 'g', 6), oneLine(item.value(u"product_retailer_id"_s).toString())));
    }
    auto content = card(iconFor(message.type, false), Words::tr("Order"),
        Words::tr("%n item(s)", nullptr, int(items.size())) + (total > 0 ? u" · %1 %2"_s.arg(QLocale().toString(total, 'f', 2), oneLine(currency)) : QString()),
        lines.mid(0, 8));
    content.body = message.text.isEmpty() ? order.value(u"text"_s).toString() : message.text;
    return content;
}

/// Buttons and lists the customer pressed, and what we offered them.
BubbleContent interactiveContent(const Message &message)
{
    const auto inner = section(message).toObject();
    const auto kind = inner.value(u"type"_s).toString();
    const auto reply = inner.value(kind).toObject();
    auto said = message.text;
    if (said.isEmpty()) said = reply.value(u"title"_s).toString();
    if (said.isEmpty()) said = inner.value(u"text"_s).toString();
    if (said.isEmpty()) said = reply.value(u"body"_s).toString();
    if (said.isEmpty()) said = inner.value(u"body"_s).toObject().value(u"text"_s).toString();
    if (kind == "nfm_reply"_L1) return card(u"reply"_s, Words::tr("Form filled in"), oneLine(reply.value(u"name"_s).toString()));
    if (said.isEmpty()) return card(u"reply"_s, kindName(message.type));
    auto content = card(u"reply"_s, oneLine(said), oneLine(reply.value(u"description"_s).toString()));
    if (content.detail.isEmpty()) {
        content.detail = message.direction == Direction::In ? Words::tr("Chosen from the options") : Words::tr("Message with options");
    }
    return content;
}

BubbleContent templateContent(const Message &message)
{
    const auto name = oneLine(section(message).toObject().value(u"name"_s).toString());
    auto content = card(u"template"_s, name.isEmpty() ? kindName(message.type) : name, Words::tr("Template message"));
    content.body = message.text;
    return content;
}

BubbleContent unsupportedContent(const Message &message)
{
    if (message.error.code == 131060) {
        return card(u"phone"_s, Words::tr("Open it on the phone"), Words::tr("WhatsApp shows this message only in the phone app."));
    }
    const auto what = oneLine(message.payload.value(u"unsupported"_s).toObject().value(u"type"_s).toString());
    auto inner = what.isEmpty() ? oneLine(message.payload.value(u"type"_s).toString()) : what;
    inner.replace(u'_', u' ');
    const auto detail = inner.isEmpty() || inner == "unsupported"_L1 ? Words::tr("WhatsApp does not pass this kind of message on.")
                                                                     : Words::tr("WhatsApp does not pass this kind of message on (%1).").arg(inner);
    return card(u"unknown"_s, Words::tr("Open it on the phone"), detail);
}

} // namespace

BubbleContent contentOf(const Message &message)
{
    static const QStringList media{u"image"_s, u"sticker"_s, u"video"_s, u"audio"_s, u"document"_s, u"media_placeholder"_s};
    if (media.contains(message.type) || message.media.state != MediaState::None) return mediaContent(message);
    BubbleContent content;
    content.body = message.text;
    if (message.type == "text"_L1) return content;
    if (message.type == "location"_L1) return locationContent(message);
    if (message.type == "contacts"_L1) return contactsContent(message);
    if (message.type == "order"_L1) return orderContent(message);
    if (message.type == "interactive"_L1 || message.type == "button"_L1) return interactiveContent(message);
    if (message.type == "template"_L1) return templateContent(message);
    if (message.type == "unsupported"_L1 || message.error.code == 131060) return unsupportedContent(message);
    content = card(iconFor(message.type, false), kindName(message.type), Words::tr("This version cannot show it."));
    content.body = message.text;
    return content;
}

QString kindName(const QString &type, bool voice)
{
    static constexpr std::array<std::pair<const char *, const char *>, 14> names{{
        {"text", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Message")},
        {"image", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Photo")},
        {"video", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Video")},
        {"audio", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Audio")},
        {"document", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Document")},
        {"sticker", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Sticker")},
        {"location", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Location")},
        {"contacts", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Contact")},
        {"order", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Order")},
        {"interactive", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Choice")},
        {"button", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Choice")},
        {"template", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Template message")},
        {"media_placeholder", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Media")},
        {"unsupported", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Message for the phone")},
    }};
    if (voice) return Words::tr("Voice message");
    for (const auto &[wire, name] : names) {
        if (type == QLatin1StringView(wire)) return QCoreApplication::translate("Tandem::MessageContent", name);
    }
    return Words::tr("Message of kind “%1”").arg(oneLine(type).left(40));
}

QString originName(const Message &message)
{
    const auto author = oneLine(message.author);
    switch (message.origin) {
    case Origin::Customer: break;
    case Origin::Phone: return Words::tr("Sent on the phone · free");
    case Origin::Agent: return author.isEmpty() ? Words::tr("Sent from Tandem") : author;
    case Origin::Bot: return author.isEmpty() ? Words::tr("Bot") : Words::tr("Bot · %1").arg(author);
    case Origin::Campaign: return author.isEmpty() ? Words::tr("Campaign") : Words::tr("Campaign · %1").arg(author);
    case Origin::Api: return author.isEmpty() ? Words::tr("Sent by another program") : Words::tr("Sent by another program · %1").arg(author);
    case Origin::Unknown: return Words::tr("Sent elsewhere");
    }
    return {};
}

QString originIcon(Origin origin)
{
    switch (origin) {
    case Origin::Customer: break;
    case Origin::Phone: return u"phone"_s;
    case Origin::Agent: return u"headset"_s;
    case Origin::Bot: return u"bot"_s;
    case Origin::Campaign: return u"campaign"_s;
    case Origin::Api: return u"code"_s;
    case Origin::Unknown: return u"unknown"_s;
    }
    return {};
}

QString failureWords(const Message &message)
{
    if (message.status != MessageStatus::Failed) return {};
    switch (message.error.code) {
    case 131047: return Words::tr("Not sent: the 24-hour window was closed. A reply typed on the phone is still possible.");
    case 131026: return Words::tr("Not delivered: this customer cannot receive it. They may not use WhatsApp, or use an old version.");
    case 131049: return Words::tr("Not delivered: WhatsApp held it back to keep this customer from getting too much advertising.");
    case 130472: return Words::tr("Not delivered: WhatsApp takes this customer out of marketing messages.");
    case 131050: return Words::tr("Not delivered: this customer asked for no marketing messages.");
    case 131056: return Words::tr("Not sent: too many messages to this customer in a short time. Wait a little.");
    case 130429: return Words::tr("Not sent: the number was over its limit for a moment.");
    case 131031:
    case 368: return Words::tr("Not sent: WhatsApp has blocked this account.");
    case 190: return Words::tr("Not sent: the number's access has ended. Link it again.");
    case 131045:
    case 133010: return Words::tr("Not sent: the number is not registered with WhatsApp.");
    case 131052:
    case 131053: return Words::tr("Not sent: the file could not be passed on.");
    default: break;
    }
    auto why = oneLine(message.error.details);
    if (why.isEmpty()) why = oneLine(message.error.title);
    if (why.isEmpty()) return Words::tr("Not sent.");
    return message.error.code == 0 ? Words::tr("Not sent: %1").arg(why) : Words::tr("Not sent: %1 (%2)").arg(why).arg(message.error.code);
}

QString statusWords(const Message &message)
{
    if (message.direction == Direction::In) return {};
    if (message.outboxState == OutboxState::Cancelled) return Words::tr("Discarded, not sent");
    switch (message.status) {
    case MessageStatus::None: return {};
    case MessageStatus::Queued: return Words::tr("Waiting to be sent");
    case MessageStatus::Unknown: return Words::tr("May have been sent");
    case MessageStatus::Accepted: return Words::tr("Handed to WhatsApp");
    case MessageStatus::Sent: return Words::tr("Sent");
    case MessageStatus::Failed: return Words::tr("Not sent");
    case MessageStatus::Delivered: return Words::tr("Delivered");
    case MessageStatus::Read: return Words::tr("Read");
    case MessageStatus::Played: return Words::tr("Played");
    }
    return {};
}

QString summaryOf(const Message &message)
{
    const auto content = contentOf(message);
    const auto body = formatWhatsAppText(content.body, 400).text.simplified();
    if (content.form == ContentForm::Text) return body;
    return body.isEmpty() ? content.title : content.title + u": "_s + body;
}

QString fileSize(qint64 bytes) { return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat); }

QString clockTime(UtcTime time) { return Format::timeOfDay(time); }

QDate localDay(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(toEpochMillis(time)).date(); }

QString dayName(QDate day, QDate today)
{
    const auto ago = day.daysTo(today);
    if (ago == 0) return Words::tr("Today");
    if (ago == 1) return Words::tr("Yesterday");
    if (ago > 1 && ago < 7) return QLocale().toString(day, u"dddd"_s);
    if (day.year() == today.year()) return QLocale().toString(day, Words::tr("d MMMM", "date format: day and month"));
    return longDate(day);
}

QString longDate(QDate day) { return QLocale().toString(day, Words::tr("d MMMM yyyy", "date format: day, month and year")); }

} // namespace Tandem
