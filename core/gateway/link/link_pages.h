#pragma once

#include "core/gateway/link/link_service.h"
#include "core/http/http_server.h"

namespace Tandem {

/// The page around Meta's sign-up: GET /link?state=…, its two files, and POST /link/code with the one answer.
/// Lives in the LinkService's thread.
class LinkPages final : public QObject
{
    Q_OBJECT
public:
    explicit LinkPages(LinkService &service, QObject *parent = nullptr);

    /// Any thread.
    [[nodiscard]] static bool handles(const QByteArray &path) { return path == "/link" || path.startsWith("/link/"); }
    /// Refuses other paths, methods and sizes before a body is read. Any thread.
    [[nodiscard]] static std::optional<HttpResponse> admit(const HttpRequest &request);
    /// Answers later, once. Any thread; must not be called after this object was destroyed.
    void handle(const HttpRequest &request, std::function<void(HttpResponse)> answer);

private:
    void show(const HttpRequest &request, const std::function<void(HttpResponse)> &answer);
    void takeCode(const HttpRequest &request, const std::function<void(HttpResponse)> &answer);
    [[nodiscard]] bool comesFromOurPage(const HttpRequest &request) const;

    LinkService &m_service;
};

} // namespace Tandem
