#pragma once

#include "app/sandbox/web/exchange.h"

namespace Tandem::Sandbox {

/// An error in the platform's own form.
struct GraphError
{
    int code = 0;
    int http = 400;
    QString message;
    QString details;
    int subcode = 0;

    [[nodiscard]] static GraphError of(int code, const QString &details = {});
    [[nodiscard]] static bool isKnown(int code);
    /// As a Graph call answers it.
    [[nodiscard]] QJsonObject body() const;
    /// As an entry of `errors` in a webhook tells it; with the code's usual details when none were given.
    [[nodiscard]] QJsonObject inWebhook() const;
};

/// Refuses a Graph call.
void refuse(const Exchange &exchange, const GraphError &error);

} // namespace Tandem::Sandbox
