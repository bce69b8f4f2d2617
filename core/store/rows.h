#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/conversation.h"
#include "core/domain/command.h"
#include "core/domain/message.h"
#include "core/domain/number.h"
#include "core/domain/outbox.h"
#include "core/domain/words.h"
#include "core/store/sql/connection.h"

#include <QVariant>

#include <optional>

namespace Tandem {

// Between rows and values. Columns come in the order of the SQL file named beside each function.

[[nodiscard]] inline QVariant toSql(UtcTime t) { return toEpochMillis(t); }
[[nodiscard]] inline QVariant toSql(const std::optional<UtcTime> &t) { return t ? QVariant(toEpochMillis(*t)) : QVariant(QMetaType::fromType<qint64>()); }
template<typename Tag>
[[nodiscard]] QVariant toSql(Id<Tag> id)
{
    return id.value;
}
/// Never SQL's NULL: Qt binds a null QString as NULL.
[[nodiscard]] inline QVariant toSql(const QString &text) { return text.isNull() ? QStringLiteral("") : text; }
[[nodiscard]] inline QVariant toSql(bool flag) { return flag ? 1 : 0; }
[[nodiscard]] inline QVariant textOrNull(const QString &text) { return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(text); }

[[nodiscard]] inline std::optional<UtcTime> timeAt(const Statement &row, int column)
{
    if (row.isNull(column)) return std::nullopt;
    return fromEpochMillis(row.integer(column));
}
template<typename E>
[[nodiscard]] E wordAt(const Statement &row, int column, E otherwise)
{
    return fromWord<E>(row.text(column)).value_or(otherwise);
}
[[nodiscard]] QJsonObject objectAt(const Statement &row, int column);
[[nodiscard]] QString toJsonText(const OutboxMedia &media); ///< empty when there is no file
[[nodiscard]] QString toJsonText(const QList<OutboxMedia> &files);
[[nodiscard]] QList<OutboxMedia> filesAt(const Statement &row, int column);

/// All rows of a statement, or its error.
template<typename T, typename F>
[[nodiscard]] Result<QList<T>> collect(Statement rows, F read)
{
    if (!rows.ok()) return failure(rows.error());
    QList<T> all;
    while (rows.next()) all.append(read(rows));
    if (rows.failedWhileReading()) return failure(rows.error());
    return all;
}

[[nodiscard]] Number numberFrom(const Statement &row); ///< select_numbers
[[nodiscard]] ConversationRow conversationFrom(const Statement &row); ///< select_conversations_*
[[nodiscard]] Message messageFrom(const Statement &row, const QString &mediaFolder); ///< select_messages_*
[[nodiscard]] OutboxItem outboxFrom(const Statement &row); ///< select_outbox_*
[[nodiscard]] Command commandFrom(const Statement &row); ///< select_commands_*

/// Where a content-addressed file lies below the media folder: two levels of 256 folders.
[[nodiscard]] QString mediaPath(const QString &mediaFolder, const QString &sha256Hex);

} // namespace Tandem
