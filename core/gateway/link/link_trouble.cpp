#include "core/gateway/link/link_trouble.h"

namespace Tandem {
namespace {

constexpr int syncAlreadyDone = 2593107;
constexpr int syncTooLate = 2593108;
constexpr int historyDeclined = 2593109;

} // namespace

bool isTransient(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Network:
    case ErrorCode::Timeout:
    case ErrorCode::Ambiguous:
    case ErrorCode::DatabaseBusy: return true;
    default: return error.retryable;
    }
}

LinkTrouble troubleOf(const Error &error, LinkFailure otherwise)
{
    LinkTrouble trouble{otherwise, error.text, error.platformCode};
    if (error.platformCode == syncAlreadyDone) {
        trouble.failure = LinkFailure::SyncAlreadyDone;
    } else if (error.platformCode == syncTooLate) {
        trouble.failure = LinkFailure::SyncTooLate;
    } else if (error.platformCode == historyDeclined) {
        trouble.failure = LinkFailure::HistoryDeclined;
    } else if (error.code == ErrorCode::Auth) {
        trouble.failure = LinkFailure::NoPermission;
    } else if (error.code == ErrorCode::Secret) {
        trouble.failure = LinkFailure::SecretStoreFailed;
    } else if (error.code == ErrorCode::Network) {
        trouble.failure = LinkFailure::NetworkDown;
    }
    return trouble;
}

} // namespace Tandem
