#pragma once

#include "app/sandbox/world/json.h"
#include "core/http/http_server.h"

#include <QString>

#include <functional>

namespace Tandem::Sandbox {

/// One request with the moment it had arrived, on its way through the handlers.
struct Exchange
{
    HttpRequest request;
    qint64 micros = 0; ///< monotonic
    std::function<void(HttpResponse)> answer; ///< once

    [[nodiscard]] QString path() const { return QString::fromUtf8(request.path); }
    [[nodiscard]] QString query(QByteArrayView name) const { return QString::fromUtf8(request.queryValue(name)); }
    [[nodiscard]] bool is(QByteArrayView method) const { return request.method == method; }
    [[nodiscard]] bool isJson() const { return request.header("content-type").startsWith("application/json"); }
    /// The parameters of a POST: a JSON object, or a form.
    [[nodiscard]] QJsonObject input() const;

    void json(const QJsonObject &object, int status = 200) const;
    /// {"error": text} with 4xx; for the sandbox's own pages, never for Graph calls.
    void refuse(const QString &text, int status = 400) const;
};

} // namespace Tandem::Sandbox
