#include "core/base/error.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {

Error Error::of(ErrorCode code, QString text, QString detail)
{
    return Error{code, std::move(text), std::move(detail), false, 0};
}

Error Error::retry(ErrorCode code, QString text, QString detail)
{
    return Error{code, std::move(text), std::move(detail), true, 0};
}

QString word(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage: return u"usage"_s;
    case ErrorCode::NotFound: return u"not_found"_s;
    case ErrorCode::Refused: return u"refused"_s;
    case ErrorCode::Database: return u"database"_s;
    case ErrorCode::DatabaseBusy: return u"database_busy"_s;
    case ErrorCode::DatabaseCorrupt: return u"database_corrupt"_s;
    case ErrorCode::DatabaseReadOnly: return u"database_read_only"_s;
    case ErrorCode::DatabaseNewer: return u"database_newer"_s;
    case ErrorCode::DatabaseOlder: return u"database_older"_s;
    case ErrorCode::DatabaseFull: return u"database_full"_s;
    case ErrorCode::Network: return u"network"_s;
    case ErrorCode::Timeout: return u"timeout"_s;
    case ErrorCode::Ambiguous: return u"ambiguous"_s;
    case ErrorCode::Platform: return u"platform"_s;
    case ErrorCode::Auth: return u"auth"_s;
    case ErrorCode::Protocol: return u"protocol"_s;
    case ErrorCode::Secret: return u"secret"_s;
    case ErrorCode::AddressInUse: return u"address_in_use"_s;
    case ErrorCode::Io: return u"io"_s;
    case ErrorCode::Cancelled: return u"cancelled"_s;
    case ErrorCode::Internal: break;
    }
    return u"internal"_s;
}

} // namespace Tandem
