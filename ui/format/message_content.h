#pragma once

#include "core/domain/message.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tandem {

/// How a message's content is drawn.
enum class ContentForm {
    Text,
    Image, ///< a picture we may decode: jpeg, png, webp
    Card,  ///< icon, title, detail
    Stays, ///< media older than 14 days at onboarding: stays on the phone
};

/// What a message says, by its type, ready to lay out. Remote text is plain text.
struct BubbleContent
{
    ContentForm form = ContentForm::Text;
    QString body; ///< text or caption, as typed
    QString icon; ///< of a card: name in resources/icons
    QString title;
    QString detail;
    QStringList lines; ///< further facts below a card, one each
    bool sticker = false;
    bool canFetchAgain = false; ///< the media failed and a person may ask for it again
};

[[nodiscard]] BubbleContent contentOf(const Message &message);

/// "Photo", "Voice message", … for the wire's type; unknown types are named by their own word.
[[nodiscard]] QString kindName(const QString &type, bool voice = false);

/// Who wrote an outgoing message: "Ana", "Sent on the phone · free", …; empty for the customer's.
[[nodiscard]] QString originName(const Message &message);
/// The icon that marks this origin; empty for the customer.
[[nodiscard]] QString originIcon(Origin origin);

/// Why it was not sent or delivered, in words, with what helps; empty unless it failed.
[[nodiscard]] QString failureWords(const Message &message);
/// "Read", "Delivered", … for screen readers and tooltips; empty for incoming messages.
[[nodiscard]] QString statusWords(const Message &message);

/// A short form for quotes and screen readers: the text, else the kind and its name.
[[nodiscard]] QString summaryOf(const Message &message);

[[nodiscard]] QString fileSize(qint64 bytes);
[[nodiscard]] QString clockTime(UtcTime time); ///< "09:41", in the local time zone
[[nodiscard]] QDate localDay(UtcTime time);
[[nodiscard]] QString dayName(QDate day, QDate today); ///< "Today", "Yesterday", "Friday", "2 October", "2 October 2025"
[[nodiscard]] QString longDate(QDate day); ///< "26 May 2026"

} // namespace Tandem
