#include "core/store/admin/scram_verifier.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int shortest = 8;

} // namespace

Result<QString> scramVerifier(const QString &login, const QString &password)
{
    if (password.size() < shortest) {
        return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "A password needs at least 8 characters."));
    }
    // libpq wants a connection only to keep its error in: this one leads nowhere.
    const std::unique_ptr<PGconn, decltype(&PQfinish)> nowhere(PQconnectStart("host=/ port=1"), &PQfinish);
    const std::unique_ptr<char, decltype(&PQfreemem)> verifier(
        PQencryptPasswordConn(nowhere.get(), password.toUtf8().constData(), login.toUtf8().constData(), "scram-sha-256"), &PQfreemem);
    if (!verifier) return failure(ErrorCode::Database, {}, u"no verifier"_s);
    return QString::fromLatin1(verifier.get());
}

} // namespace Tandem
