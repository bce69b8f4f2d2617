#include "app/sandbox/graph/multipart.h"

#include <QRegularExpression>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static QString parameter(const QString &header, const QString &name)
{
    const QRegularExpression quoted(
        u"(?:^|[;\\s])"_s + name + u"=(?:\"([^\"]*)\"|([^;\\s]*))"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = quoted.match(header);
    return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
}

QList<FormPart> readMultipart(const QByteArray &contentType, const QByteArray &body)
{
    const QString type = QString::fromUtf8(contentType);
    if (!type.startsWith("multipart/form-data"_L1)) return {};
    const QByteArray boundary = "--" + parameter(type, u"boundary"_s).toUtf8();
    if (boundary.size() < 3) return {};
    QList<FormPart> parts;
    qsizetype at = body.indexOf(boundary);
    while (at >= 0) {
        const qsizetype headersAt = at + boundary.size() + 2;
        const qsizetype bodyAt = body.indexOf("\r\n\r\n", headersAt);
        const qsizetype next = body.indexOf("\r\n" + boundary, at + boundary.size());
        if (bodyAt < 0 || next < bodyAt) break;
        FormPart part;
        const QStringList headers = QString::fromUtf8(body.mid(headersAt, bodyAt - headersAt)).split(u"\r\n"_s);
        for (const QString &header : headers) {
            if (header.startsWith("content-disposition:"_L1, Qt::CaseInsensitive)) {
                part.name = parameter(header, u"name"_s);
                part.filename = parameter(header, u"filename"_s);
            } else if (header.startsWith("content-type:"_L1, Qt::CaseInsensitive)) {
                part.mime = header.section(u':', 1).trimmed();
            }
        }
        part.body = body.mid(bodyAt + 4, next - bodyAt - 4);
        parts.append(part);
        at = next + 2;
    }
    return parts;
}

} // namespace Tandem::Sandbox
