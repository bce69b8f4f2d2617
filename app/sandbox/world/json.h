#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace Tandem::Sandbox {

[[nodiscard]] inline QJsonObject parseObject(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}
[[nodiscard]] inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
/// Sets the key only when there is something to say: the platform omits what it does not know.
inline void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty()) object.insert(key, value);
}

} // namespace Tandem::Sandbox
