#pragma once

#include "core/base/result.h"
#include "core/domain/outbox.h"
#include "core/providers/provider.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

// Bodies of the Graph requests, as pure values. Keys come out sorted, so equal requests are equal bytes.
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
/// the header's file of a template. Other contents come back as they are.
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
struct ReplyButton
{
    QString id;
    QString title;
};
[[nodiscard]] Result<QJsonObject> buttonsContent(const QString &body, const QList<ReplyButton> &buttons, const QString &footer = {});
struct ListRow
{
    QString id;
    QString title;
    QString description;
};
struct ListSection
{
    QString title;
    QList<ListRow> rows;
};
[[nodiscard]] Result<QJsonObject> listContent(const QString &body, const QString &button, const QList<ListSection> &sections);
[[nodiscard]] Result<QJsonObject> linkButtonContent(const QString &body, const QString &label, const QUrl &url);
[[nodiscard]] Result<QJsonObject> locationRequestContent(const QString &body);
struct FlowStart
{
    QString id;
    QString label;
    QString token;
    QString screen;
    QJsonObject data;
};
[[nodiscard]] Result<QJsonObject> flowContent(const QString &body, const FlowStart &flow);
[[nodiscard]] Result<QJsonObject> templateContent(const QString &name, const QString &language, const QJsonArray &components = {});

} // namespace Tandem::Meta
