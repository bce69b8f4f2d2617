#pragma once

#include "core/base/result.h"
#include "core/store/sql/json_rows.h"

#include <QString>

namespace Tandem {

class Connection;

/// What a text of AuditFilter looks for. The log knows ids only, so names are looked up before it is read: few of each are
/// compared here, folded as everywhere; people's by the statement itself.
struct AuditSearch
{
    QString exact; ///< patterns of LIKE with ! as escape
    QString lower;
    QString folded; ///< for contacts.search_text
    JsonRows traces; ///< [kind, what]: subjects, numbers, and how details name an id

    [[nodiscard]] static Result<AuditSearch> of(Connection &db, const QString &text);
};

} // namespace Tandem
