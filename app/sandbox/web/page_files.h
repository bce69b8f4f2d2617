#pragma once

#include "app/sandbox/web/exchange.h"

namespace Tandem::Sandbox {

/// The files of the pages, out of the program's resources.
class PageFiles
{
public:
    /// `name` under pages/; 404 when there is none. In HTML, {{lang}} becomes en or zh by ?lang or Accept-Language.
    static void serve(const Exchange &exchange, const QString &name);
    /// GET /pages/… and /; false when the path is neither.
    static bool handle(const Exchange &exchange);
};

} // namespace Tandem::Sandbox
