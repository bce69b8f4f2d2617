#pragma once

#include "ui/format/message_content.h"

#include <QJsonValue>

/// The content of each kind of message; contentOf() chooses. Pure; any thread.
namespace Tandem::Content {

[[nodiscard]] BubbleContent ofMedia(const Message &message);
[[nodiscard]] BubbleContent ofPlace(const Message &message);
[[nodiscard]] BubbleContent ofPeople(const Message &message);
[[nodiscard]] BubbleContent ofOrder(const Message &message);
[[nodiscard]] BubbleContent ofInteractive(const Message &message);
[[nodiscard]] BubbleContent ofButton(const Message &message);
[[nodiscard]] BubbleContent ofTemplate(const Message &message);
[[nodiscard]] BubbleContent ofUnsupported(const Message &message);
[[nodiscard]] BubbleContent ofSystem(const Message &message);
[[nodiscard]] BubbleContent ofUnknown(const Message &message);

/// The content object of the wire's type, whether or not the payload names the type around it.
[[nodiscard]] QJsonValue section(const Message &message);
[[nodiscard]] QString line(const QString &raw); ///< one clean line
[[nodiscard]] QString iconOf(const QString &type, bool voice = false);
[[nodiscard]] QUrl webAddress(const QString &raw); ///< http or https; else empty

} // namespace Tandem::Content
