#pragma once

#include "core/base/result.h"

#include <QString>

namespace Tandem {

/// How a team's workspace is made, and brought up to date.
struct WorkspaceSetup
{
    QString url; ///< postgresql://… of a superuser, or of a role that owns the database and may create roles
    QString password; ///< wins over the url's
    QString rootCertificate;
    QString gatewayPassword; ///< of the gateway's role; empty: left as it is
    QString adminLogin; ///< added as administrator when there is none of that name; empty: nobody is added
    QString adminPassword;
};

struct WorkspaceMade
{
    int version = 0; ///< of the schema now
    int before = 0; ///< 0: the database was empty
    QString gatewayLogin; ///< role that `serve` connects as
    bool administratorAdded = false;
};

/// Makes roles, schema and grants of a team's workspace in an existing, empty PostgreSQL database, or brings one up to
/// date; may be run again at any time. Blocks. Errors: Usage (not a server's url, a bad name or password), Refused (this
/// login may not create roles), DatabaseNewer, Database (another program's database), and those of opening.
[[nodiscard]] Result<WorkspaceMade> initWorkspace(const WorkspaceSetup &setup);

} // namespace Tandem
