#pragma once

#include "core/http/http_server.h"

namespace Tandem {

/// Splits a raw request target ("/a%20b?x=1&y") into decoded path and query pairs.
void parseTarget(QByteArrayView target, HttpRequest &request);

/// A header block nobody honest sends: both Content-Length and Transfer-Encoding, two lengths, an unreadable length or an
/// unknown transfer coding. Two readers of such a request may disagree about where it ends, so it is refused.
[[nodiscard]] bool hasDoubtfulFraming(const HttpRequest &request);

/// −1 when there is no (readable) Content-Length.
[[nodiscard]] qint64 contentLength(const HttpRequest &request);

/// The generic text of a status; never says more than the number does.
[[nodiscard]] HttpResponse plainResponse(int status);

} // namespace Tandem
