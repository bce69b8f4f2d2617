#pragma once

#include "core/base/result.h"
#include "core/domain/outbox.h"
#include "core/providers/provider.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

// Bodies of the Graph requests, as pure values. Keys come out sorted, so equal requests are equal bytes.
// Interactive messages have interactive_content.h.
// Builders that return a Result refuse with ErrorCode::Usage what the platform would refuse for its length or shape.

namespace Tandem::Meta {

/// POST /{phone}/messages: the envelope around `request.content`.
[[nodiscard]] Result<QJsonObject> messageBody(const SendRequest &request);
[[nodiscard]] QJsonObject readBody(const QString &wamid, bool typing = false);
/// POST or DELETE /{phone}/block_users for one customer; the phone wins over the BSUID.
[[nodiscard]] Result<QJsonObject> blockBody(const QString &phone, const QString &bsuid);
[[nodiscard]] QJsonObject syncBody(const QString &syncType);
/// POST /{waba}/subscribed_apps; empty without an override.
[[nodiscard]] QJsonObject subscribedAppsBody(const QString &overrideUrl, const Secret &verifyToken);
[[nodiscard]] QJsonObject appSubscriptionBody(const QString &callbackUrl, const Secret &verifyToken, const QStringList &fields);

/// The content of a queued message with its uploaded file in it: id, caption, filename and voice of a media message, or
/// the header's file of a template or an interactive message. Other contents come back as they are.
[[nodiscard]] Result<QJsonObject> withMedia(const QString &type, const QJsonObject &content, const OutboxMedia &media, const QString &mediaId);

// The `<type>` objects.
[[nodiscard]] Result<QJsonObject> textContent(const QString &body);
struct MediaSource
{
    QString id; ///< an uploaded media id, or
    QString link; ///< an https address
};
/// image, video, audio, document or sticker; caption and filename where the type has them.
[[nodiscard]] Result<QJsonObject> mediaContent(const QString &type, const MediaSource &source, const QString &caption = {},
    const QString &filename = {}, bool voice = false);
[[nodiscard]] Result<QJsonObject> locationContent(double latitude, double longitude, const QString &name = {}, const QString &address = {});
/// Empty emoji removes the reaction.
[[nodiscard]] QJsonObject reactionContent(const QString &wamid, const QString &emoji);
/// A person or business to hand on.
struct ContactCard
{
    struct Phone
    {
        QString number; ///< as it is shown, with the plus
        QString type; ///< "Mobile", "Work", … may be empty
        QString waId; ///< digits, when it is known to use WhatsApp
    };
    QString formattedName;
    QString firstName; ///< empty: the formatted name stands for it
    QString lastName;
    QList<Phone> phones;
    QStringList emails;
    QStringList urls;
    QString company;
};
/// The list stands under "contacts", as in a received message.
[[nodiscard]] Result<QJsonObject> contactsContent(const QList<ContactCard> &cards);
[[nodiscard]] Result<QJsonObject> templateContent(const QString &name, const QString &language, const QJsonArray &components = {});

} // namespace Tandem::Meta
