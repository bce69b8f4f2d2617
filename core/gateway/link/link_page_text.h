#pragma once

#include "core/gateway/link/link_parts.h"

#include <QByteArray>

namespace Tandem {

enum class LinkPageLanguage { English, Chinese };

/// ?lang= wins over Accept-Language; English when neither names Chinese first.
[[nodiscard]] LinkPageLanguage linkPageLanguage(const QByteArray &lang, const QByteArray &acceptLanguage);

/// The page for a request that may go on: texts, ids and addresses filled in and escaped.
[[nodiscard]] QByteArray linkPage(LinkPageLanguage language, const LinkConfig &config, const QString &state);
/// The page for one that may not: `reason` is "used", "expired", "unknown" or "busy".
[[nodiscard]] QByteArray linkPageRefusal(LinkPageLanguage language, const QByteArray &reason);
/// A file beside the page ("link.js", "link.css"); empty when there is no such file.
[[nodiscard]] QByteArray linkPageFile(const QString &name);
/// Only our own script and Meta's SDK may run, and only Meta's frames may show.
[[nodiscard]] QByteArray linkPagePolicy(const QUrl &sdkUrl);

} // namespace Tandem
