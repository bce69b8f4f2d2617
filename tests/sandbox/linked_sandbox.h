#pragma once

#include "tests/sandbox/sandbox_process.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Tandem::Testing {

[[nodiscard]] inline QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A sandbox with one linked number whose limits are out of the way and whose window to `customer` is open.
class LinkedSandbox : public SandboxProcess
{
public:
    inline static const QString customer = QStringLiteral("14155550132");

    /// False when it does not run.
    bool begin();
    [[nodiscard]] QString edge(const QString &name) const;
    /// POST /messages; to `customer` unless it says otherwise.
    Answer message(QJsonObject body);
    Answer upload(const QByteArray &mime, const QByteArray &bytes);
    [[nodiscard]] static QString idOf(const Answer &answer);
    /// The statuses that came for a message, in order of arrival.
    [[nodiscard]] QList<QJsonObject> statuses(const QString &id) const;
    /// The newest value of a field that speaks of `key`.
    [[nodiscard]] QJsonObject lastOf(const QString &field, const QString &key = {}) const;
};

} // namespace Tandem::Testing
