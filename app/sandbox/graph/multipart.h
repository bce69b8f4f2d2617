#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Tandem::Sandbox {

/// One part of a multipart/form-data body.
struct FormPart
{
    QString name;
    QString filename;
    QString mime;
    QByteArray body;
};

/// Empty when the body is not multipart/form-data.
[[nodiscard]] QList<FormPart> readMultipart(const QByteArray &contentType, const QByteArray &body);

} // namespace Tandem::Sandbox
