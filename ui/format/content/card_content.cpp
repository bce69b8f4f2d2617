#include "ui/format/content/content_parts.h"

#include "core/domain/payload_keys.h"
#include "ui/format/phone_text.h"
#include "ui/format/whatsapp_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Content {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MessageContent)
};

constexpr qsizetype MaxRaw = 4000; ///< characters of an unknown type that are shown

QString digitsOf(const QString &text)
{
    QString digits;
    for (const auto c : text) {
        if (c.isDigit()) digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}

ContentPerson personOf(const QJsonObject &card)
{
    ContentPerson person;
    person.card = card;
    const auto name = card.value(u"name"_s).toObject();
    person.name = line(name.value(u"formatted_name"_s).toString());
    if (person.name.isEmpty()) person.name = line(name.value(u"first_name"_s).toString() + u' ' + name.value(u"last_name"_s).toString());
    if (person.name.isEmpty()) person.name = Words::tr("No name");
    const auto phones = card.value(u"phones"_s).toArray();
    QString first;
    for (const auto &value : phones) {
        const auto phone = value.toObject();
        const auto shown = line(phone.value(u"phone"_s).toString());
        const auto onWhatsApp = digitsOf(phone.value(u"wa_id"_s).toString());
        if (first.isEmpty()) first = shown;
        if (person.phone.isEmpty()) person.phone = onWhatsApp;
    }
    // A card written by hand may lack the WhatsApp id: an international number will do.
    if (person.phone.isEmpty() && first.startsWith(u'+')) person.phone = digitsOf(first);
    const auto company = line(card.value(u"org"_s).toObject().value(u"company"_s).toString());
    const auto emails = card.value(u"emails"_s).toArray();
    const auto mail = line(emails.isEmpty() ? QString() : emails.first().toObject().value(u"email"_s).toString());
    QStringList facts{first.isEmpty() ? mail : first, company};
    facts.removeAll(QString());
    person.detail = facts.join(u" · "_s);
    return person;
}

QString money(double amount, const QString &currency) { return QLocale().toString(amount, 'f', 2) + u' ' + line(currency).left(6); }

} // namespace

QJsonValue section(const Message &message)
{
    const auto named = message.payload.value(message.type);
    return named.isUndefined() ? QJsonValue(message.payload) : named;
}

QString line(const QString &raw) { return cleanText(raw).simplified(); }

QString iconOf(const QString &type, bool voice)
{
    static const QHash<QString, QString> icons{{u"image"_s, u"image"_s}, {u"sticker"_s, u"sticker"_s}, {u"video"_s, u"video"_s},
        {u"document"_s, u"document"_s}, {u"location"_s, u"location"_s}, {u"contacts"_s, u"contact-card"_s}, {u"order"_s, u"cart"_s},
        {u"template"_s, u"template"_s}, {u"interactive"_s, u"reply"_s}, {u"button"_s, u"reply"_s}, {u"media_placeholder"_s, u"image"_s},
        {u"voice"_s, u"mic"_s}, {u"system"_s, u"info"_s}};
    if (type == "audio"_L1) return voice ? u"mic"_s : u"audio"_s;
    return icons.value(type, u"unknown"_s);
}

QUrl webAddress(const QString &raw)
{
    const QUrl url(raw, QUrl::StrictMode);
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1 ? url : QUrl();
}

BubbleContent ofPlace(const Message &message)
{
    const auto where = section(message).toObject();
    BubbleContent content;
    content.form = ContentForm::Place;
    content.icon = iconOf(message.type);
    content.latitude = std::clamp(PayloadKeys::number(where.value(u"latitude"_s)), -90.0, 90.0);
    content.longitude = std::clamp(PayloadKeys::number(where.value(u"longitude"_s)), -180.0, 180.0);
    const auto name = line(where.value(u"name"_s).toString());
    const auto address = line(where.value(u"address"_s).toString());
    content.title = name.isEmpty() ? kindName(message.type) : name;
    if (!address.isEmpty()) content.lines.append(address);
    content.detail = u"%1, %2"_s.arg(content.latitude, 0, 'f', 5).arg(content.longitude, 0, 'f', 5);
    return content;
}

BubbleContent ofPeople(const Message &message)
{
    BubbleContent content;
    content.form = ContentForm::People;
    content.icon = iconOf(message.type);
    const auto cards = section(message).toArray();
    QStringList names;
    for (const auto &card : cards) {
        content.people.append(personOf(card.toObject()));
        names.append(content.people.last().name);
    }
    content.title = names.isEmpty() ? kindName(message.type) : names.mid(0, 3).join(u", "_s);
    content.detail = names.size() > 1 ? Words::tr("%n contact(s)", nullptr, int(names.size())) : Words::tr("Contact");
    if (message.payload.value(PayloadKeys::Origin).toString() == "contact_request"_L1) {
        content.noteIcon = u"contact-card"_s;
        content.note = Words::tr("Shared their contact as you asked");
    }
    if (content.people.isEmpty()) content.form = ContentForm::Card;
    return content;
}

BubbleContent ofOrder(const Message &message)
{
    const auto order = section(message).toObject();
    const auto items = order.value(u"product_items"_s).toArray();
    BubbleContent content;
    content.form = ContentForm::Order;
    content.icon = iconOf(message.type);
    double total = 0;
    QString currency;
    for (const auto &value : items) {
        const auto item = value.toObject();
        const auto quantity = PayloadKeys::number(item.value(u"quantity"_s));
        const auto price = PayloadKeys::number(item.value(u"item_price"_s));
        currency = item.value(u"currency"_s).toString();
        total += quantity * price;
        content.items.append({u"%1 × %2"_s.arg(QLocale().toString(quantity, 'g', 6), line(item.value(u"product_retailer_id"_s).toString())),
            price > 0 ? money(quantity * price, currency) : QString()});
    }
    content.title = Words::tr("Order");
    content.detail = Words::tr("%n item(s)", nullptr, int(items.size()));
    if (total > 0) content.detail += u" · "_s + money(total, currency);
    content.body = message.text.isEmpty() ? order.value(u"text"_s).toString() : message.text;
    return content;
}

BubbleContent ofUnsupported(const Message &message)
{
    BubbleContent content;
    content.form = ContentForm::Card;
    content.icon = u"phone"_s;
    content.title = Words::tr("Open it on the phone");
    if (message.error.code == 131060) {
        content.detail = Words::tr("WhatsApp shows this message only in the phone app. If it comes through later, it will stand here.");
        return content;
    }
    const auto what = line(message.payload.value(u"unsupported"_s).toObject().value(u"type"_s).toString());
    auto inner = what.isEmpty() ? line(message.payload.value(u"type"_s).toString()) : what;
    inner.replace(u'_', u' ');
    content.detail = inner.isEmpty() || inner == "unsupported"_L1 ? Words::tr("WhatsApp does not pass this kind of message on.")
                                                                  : Words::tr("WhatsApp does not pass this kind of message on (%1).").arg(inner);
    return content;
}

BubbleContent ofSystem(const Message &message)
{
    const auto system = section(message).toObject();
    const auto kind = system.value(u"type"_s).toString();
    BubbleContent content;
    content.form = ContentForm::System;
    content.icon = u"info"_s;
    const auto named = [&system](QLatin1StringView when, QLatin1StringView what) { return line(system.value(when)[what].toString()); };
    if (kind == "user_changed_number"_L1 || kind == "customer_changed_number"_L1) {
        const auto from = named(PayloadKeys::Before, "phone"_L1);
        const auto to = named(PayloadKeys::After, "phone"_L1);
        content.title = to.isEmpty() ? Words::tr("This customer changed their phone number.")
            : from.isEmpty() || from == to
            ? Words::tr("This customer changed their phone number to %1.").arg(Format::phone(to))
            : Words::tr("This customer changed their phone number from %1 to %2.").arg(Format::phone(from), Format::phone(to));
    } else if (kind == "user_changed_user_id"_L1) {
        const auto from = named(PayloadKeys::Before, "user_id"_L1);
        const auto to = named(PayloadKeys::After, "user_id"_L1);
        content.title = from.isEmpty() || to.isEmpty() || from == to
            ? Words::tr("WhatsApp gave this customer a new id. It is the same person.")
            : Words::tr("WhatsApp gave this customer a new id: %2 instead of %1. It is the same person.").arg(from, to);
    } else if (kind == "customer_identity_changed"_L1) {
        content.title = Words::tr("This customer's security code changed. They may have a new phone.");
    } else {
        const auto said = line(message.text.isEmpty() ? system.value(u"body"_s).toString() : message.text);
        content.title = said.isEmpty() ? kindName(message.type) : said;
    }
    return content;
}

BubbleContent ofUnknown(const Message &message)
{
    BubbleContent content;
    content.form = ContentForm::Card;
    content.icon = iconOf(message.type);
    content.title = kindName(message.type);
    content.detail = Words::tr("This version cannot show it. Everything WhatsApp said is kept.");
    content.body = message.text;
    content.raw = cleanText(QString::fromUtf8(QJsonDocument(message.payload).toJson(QJsonDocument::Indented))).trimmed();
    if (content.raw == "{\n}"_L1 || content.raw == "{}"_L1) content.raw.clear();
    if (content.raw.size() > MaxRaw) content.raw = content.raw.left(MaxRaw) + u"…"_s;
    return content;
}

} // namespace Tandem::Content
