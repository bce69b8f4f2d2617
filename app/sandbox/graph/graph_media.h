#pragma once

#include "app/sandbox/web/exchange.h"

namespace Tandem::Sandbox {

class World;
class WebhookValues;
struct GraphParts;

/// Uploads, five-minute links and downloads.
class GraphMedia
{
public:
    explicit GraphMedia(const GraphParts &parts);

    void upload(const Exchange &exchange);
    /// GET and DELETE /{media_id}; false when there is no such file.
    [[nodiscard]] bool object(const Exchange &exchange, const QString &id);
    /// What a link leads to; wants the bearer header like the real one.
    void download(const Exchange &exchange);

private:
    World &m_world;
    WebhookValues &m_values;
};

} // namespace Tandem::Sandbox
