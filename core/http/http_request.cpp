#include "core/http/http_request.h"

#include <algorithm>

namespace Tandem {
namespace {

QByteArray decodeComponent(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

QByteArray reason(int status)
{
    switch (status) {
    case 400: return "Bad request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not found";
    case 405: return "Method not allowed";
    case 408: return "Request timeout";
    case 411: return "Length required";
    case 413: return "Body too large";
    case 414: return "Address too long";
    case 500: return "Internal error";
    case 503: return "Unavailable";
    default: return QByteArray::number(status);
    }
}

} // namespace

QByteArray HttpRequest::queryValue(QByteArrayView name) const
{
    const auto it = std::ranges::find_if(query, [name](const auto &pair) { return QByteArrayView(pair.first) == name; });
    return it == query.end() ? QByteArray() : it->second;
}

void parseTarget(QByteArrayView target, HttpRequest &request)
{
    const auto mark = target.indexOf('?');
    const auto path = mark < 0 ? target : target.first(mark);
    request.path = QByteArray::fromPercentEncoding(path.toByteArray());
    request.query.clear();
    if (mark < 0) return;
    for (const auto &part : target.sliced(mark + 1).toByteArray().split('&')) {
        if (part.isEmpty()) continue;
        const auto equals = part.indexOf('=');
        const QByteArrayView view(part);
        request.query.append({decodeComponent(equals < 0 ? view : view.first(equals)),
            equals < 0 ? QByteArray() : decodeComponent(view.sliced(equals + 1))});
    }
}

qint64 contentLength(const HttpRequest &request)
{
    const auto text = request.header("content-length");
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qint64 length = digits ? text.toLongLong(&ok) : -1;
    return ok ? length : -1;
}

bool hasDoubtfulFraming(const HttpRequest &request)
{
    const bool coded = request.headers.contains("transfer-encoding");
    const bool sized = request.headers.contains("content-length");
    if (coded) return sized || request.header("transfer-encoding").trimmed().toLower() != "chunked";
    // Two Content-Length headers arrive here joined by a comma and are no number.
    return sized && contentLength(request) < 0;
}

HttpResponse plainResponse(int status)
{
    HttpResponse response;
    response.status = status;
    response.body = reason(status) + '\n';
    return response;
}

} // namespace Tandem
