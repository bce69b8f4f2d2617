#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

// The `interactive` object of a request, with the platform's limits: what it would refuse is refused with
// ErrorCode::Usage and words for the person who builds the message.

namespace Tandem::Meta {

/// Lengths in UTF-16 units: never more than the platform's own count.
namespace InteractiveLimits {
inline constexpr qsizetype Header = 60;
inline constexpr qsizetype Body = 1024;
inline constexpr qsizetype ListBody = 4096;
inline constexpr qsizetype Footer = 60;
inline constexpr qsizetype Label = 20; ///< a button's, a list's opener, a link's
inline constexpr qsizetype ButtonId = 256;
inline constexpr qsizetype RowTitle = 24; ///< sections' too
inline constexpr qsizetype RowText = 72;
inline constexpr qsizetype RowId = 200;
inline constexpr int Buttons = 3;
inline constexpr int Sections = 10;
inline constexpr int Rows = 10; ///< over all sections
}

/// What stands above and below the body.
struct InteractiveFrame
{
    QString header; ///< a text, or
    QString headerMedia; ///< image, video or document: the file travels as OutboxItem::media; not for lists
    QString footer;
};

struct ReplyButton
{
    QString id;
    QString title;
};
[[nodiscard]] Result<QJsonObject> buttonsContent(const QString &body, const QList<ReplyButton> &buttons, const InteractiveFrame &frame = {});
struct ListRow
{
    QString id;
    QString title;
    QString description;
};
struct ListSection
{
    QString title; ///< needed when there are several
    QList<ListRow> rows;
};
[[nodiscard]] Result<QJsonObject> listContent(const QString &body, const QString &button, const QList<ListSection> &sections, const InteractiveFrame &frame = {});
[[nodiscard]] Result<QJsonObject> linkButtonContent(const QString &body, const QString &label, const QUrl &url, const InteractiveFrame &frame = {});
[[nodiscard]] Result<QJsonObject> locationRequestContent(const QString &body);
struct FlowStart
{
    QString id;
    QString label;
    QString token;
    QString screen;
    QJsonObject data;
};
[[nodiscard]] Result<QJsonObject> flowContent(const QString &body, const FlowStart &flow, const InteractiveFrame &frame = {});

} // namespace Tandem::Meta
