#include "ui/format/message_content.h"

#include "core/domain/payload_keys.h"
#include "core/providers/meta/error_catalogue.h"
#include "ui/format/content/content_parts.h"
#include "ui/format/time_text.h"
#include "ui/format/whatsapp_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MessageContent)
};

QString oneLine(const QString &raw) { return cleanText(raw).simplified(); }

/// Forwarded, from an advertisement, about a product: what stands beside the content itself.
void addCircumstances(BubbleContent &content, const Message &message)
{
    const auto context = message.payload.value(PayloadKeys::Context).toObject();
    const bool often = context.value(PayloadKeys::FrequentlyForwarded).toBool();
    if (content.note.isEmpty() && (often || context.value(PayloadKeys::Forwarded).toBool())) {
        content.noteIcon = u"forward"_s;
        content.note = often ? Words::tr("Forwarded many times") : Words::tr("Forwarded");
    }
    const auto product = context.value(PayloadKeys::ReferredProduct).toObject();
    content.product = oneLine(product.value(u"product_retailer_id"_s).toString());
    const auto ad = message.payload.value(PayloadKeys::Referral).toObject();
    if (ad.isEmpty()) return;
    ContentAd shown;
    shown.headline = oneLine(ad.value(u"headline"_s).toString());
    shown.body = oneLine(ad.value(u"body"_s).toString());
    const QUrl url(ad.value(u"source_url"_s).toString(), QUrl::StrictMode);
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) shown.url = url;
    content.ad = shown;
}

BubbleContent contentByType(const Message &message)
{
    static const QStringList media{u"image"_s, u"sticker"_s, u"video"_s, u"audio"_s, u"voice"_s, u"document"_s, u"media_placeholder"_s};
    const auto &type = message.type;
    if (type == "template"_L1) return Content::ofTemplate(message);
    if (media.contains(type) || message.media.state != MediaState::None) return Content::ofMedia(message);
    if (message.error.code == 131060 && message.direction == Direction::In) return Content::ofUnsupported(message);
    if (type == "text"_L1) {
        BubbleContent content;
        content.body = message.text;
        return content;
    }
    if (type == "location"_L1) return Content::ofPlace(message);
    if (type == "contacts"_L1) return Content::ofPeople(message);
    if (type == "order"_L1) return Content::ofOrder(message);
    if (type == "interactive"_L1) return Content::ofInteractive(message);
    if (type == "button"_L1) return Content::ofButton(message);
    if (type == "unsupported"_L1) return Content::ofUnsupported(message);
    if (type == "system"_L1) return Content::ofSystem(message);
    return Content::ofUnknown(message);
}

} // namespace

BubbleContent contentOf(const Message &message)
{
    auto content = contentByType(message);
    addCircumstances(content, message);
    return content;
}

QString kindName(const QString &type, bool voice)
{
    static constexpr std::array<std::pair<const char *, const char *>, 16> names{{
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
        {"voice", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Voice message")},
        {"system", QT_TRANSLATE_NOOP("Tandem::MessageContent", "Notice from WhatsApp")},
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

Failure failureOf(const Message &message)
{
    if (message.status != MessageStatus::Failed) return {};
    auto said = oneLine(message.error.details);
    if (said.isEmpty()) said = oneLine(message.error.title);
    // Without a code of the platform's it is Tandem itself that says why.
    if (message.error.code == 0) return {said.isEmpty() ? Words::tr("Not sent.") : Words::tr("Not sent: %1").arg(said), {}, FailureStep::Retry, {}};
    return Meta::failureOf(message.error.code, message.timestamp, said);
}

QString failureWords(const Message &message)
{
    const auto failure = failureOf(message);
    return failure.next.isEmpty() ? failure.text : Words::tr("%1 %2", "two sentences").arg(failure.text, failure.next);
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
    if (content.form == ContentForm::Text && !body.isEmpty()) return body;
    return body.isEmpty() || body == content.title ? content.title : content.title + u": "_s + body;
}

QString fileSize(qint64 bytes) { return QLocale().formattedDataSize(bytes, bytes < 1024 * 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat); }

QString playTime(qint64 milliseconds)
{
    const auto seconds = std::max<qint64>(0, milliseconds) / 1000;
    const auto two = [](qint64 value) { return u"%1"_s.arg(value, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600) return u"%1:%2"_s.arg(seconds / 60).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(two(seconds / 60 % 60), two(seconds % 60));
}

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
