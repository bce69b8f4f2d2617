#pragma once

#include "core/domain/failure.h"
#include "core/domain/message.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Tandem {

/// How a message's content is drawn.
enum class ContentForm {
    Text,
    Image,  ///< a picture we may decode: jpeg, png, webp
    Video,
    Sound,  ///< voice notes and other audio
    File,   ///< a document, or anything whose bytes are not what was announced
    Place,
    People, ///< contact cards
    Order,
    Card,   ///< icon, title, detail
    Stays,  ///< media older than 14 days at onboarding: stays on the phone
    System, ///< what WhatsApp says of the chat itself
};

/// One contact card.
struct ContentPerson
{
    QString name;
    QString detail; ///< company, else the first phone number
    QString phone; ///< digits to write to; empty when the card has none on WhatsApp
    QJsonObject card; ///< as the wire said it
};

/// A button, list entry or link that a message offers; shown, and a link followed, never pressed for the customer.
struct ContentOption
{
    QString icon;
    QString text;
    QString detail;
    QUrl url;
};

struct ContentItem
{
    QString text;
    QString amount;
};

/// The advertisement by which a customer came.
struct ContentAd
{
    QString headline;
    QString body;
    QUrl url; ///< http or https; else empty
};

/// What a message says, by its type, ready to lay out. Remote text is plain text.
struct BubbleContent
{
    ContentForm form = ContentForm::Text;
    QString noteIcon;
    QString note; ///< a small line above: forwarded, pressed a button, template
    std::optional<ContentAd> ad;
    QString product; ///< the product asked about
    QString heading; ///< bold, above the text
    QString body; ///< text or caption, as typed
    QString footer; ///< small, below the text
    QString icon; ///< of a card: name in resources/icons
    QString title;
    QString detail;
    QStringList lines; ///< further facts below a card, one each
    QList<ContentPerson> people;
    QList<ContentItem> items;
    QList<ContentOption> options;
    double latitude = 0;
    double longitude = 0;
    QString raw; ///< an unknown type's content, to look at on demand
    QString suffix; ///< of a file: "PDF"
    bool sticker = false;
    bool voice = false;
    bool dangerous = false; ///< could run something: saved only, never opened
    bool canFetchAgain = false; ///< the media failed and a person may ask for it again
};

[[nodiscard]] BubbleContent contentOf(const Message &message);

/// "Photo", "Voice message", … for the wire's type; unknown types are named by their own word.
[[nodiscard]] QString kindName(const QString &type, bool voice = false);

/// Who wrote an outgoing message: "Ana", "Sent on the phone · free", …; empty for the customer's.
[[nodiscard]] QString originName(const Message &message);
/// The icon that marks this origin; empty for the customer.
[[nodiscard]] QString originIcon(Origin origin);

/// Why it was not sent or delivered and what a person can do; an empty text unless it failed.
[[nodiscard]] Failure failureOf(const Message &message);
/// Why it was not sent or delivered, in words, with what helps; empty unless it failed.
[[nodiscard]] QString failureWords(const Message &message);
/// "Read", "Delivered", … for screen readers and tooltips; empty for incoming messages.
[[nodiscard]] QString statusWords(const Message &message);

/// A short form for quotes and screen readers: the text, else the kind and its name.
[[nodiscard]] QString summaryOf(const Message &message);

[[nodiscard]] QString fileSize(qint64 bytes);
[[nodiscard]] QString playTime(qint64 milliseconds); ///< "0:07", "12:30", "1:02:09"
[[nodiscard]] QString clockTime(UtcTime time); ///< "09:41", in the local time zone
[[nodiscard]] QDate localDay(UtcTime time);
[[nodiscard]] QString dayName(QDate day, QDate today); ///< "Today", "Yesterday", "Friday", "2 October", "2 October 2025"
[[nodiscard]] QString longDate(QDate day); ///< "26 May 2026"

} // namespace Tandem
