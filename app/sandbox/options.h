#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Tandem::Sandbox {

/// The command line, checked.
struct Options
{
    QString host;
    quint16 port = 0;
    QUrl webhookUrl;
    QString appSecret;
    QString verifyToken;
    quint32 seed = 1;
    QString scenario = QStringLiteral("shop"); ///< shop | quiet | storm
    QString chaos;
    QString stateFile; ///< empty: nothing outlives the process
    bool helpOnly = false;

    /// ErrorCode::Usage with one line that says what is wrong.
    [[nodiscard]] static Result<Options> parse(const QStringList &arguments);
    [[nodiscard]] static QString usage();
};

} // namespace Tandem::Sandbox
