#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace Tandem {

/// One JSON object a line on stderr from now on: time (UTC), level, category, message. Messages hold ids only.
void logAsJson();

/// The line itself, without its end.
[[nodiscard]] QByteArray jsonLogLine(QtMsgType type, const char *category, const QString &message, qint64 epochMs);

} // namespace Tandem
