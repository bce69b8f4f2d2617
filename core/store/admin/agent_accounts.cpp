#include "core/store/admin/agent_accounts.h"

#include "core/store/admin/scram_verifier.h"
#include "core/store/rows.h"
#include "core/store/sql/connection.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Error refused(const char *text) { return Error::of(ErrorCode::Refused, QCoreApplication::translate("Store", text)); }

bool isLogin(const QString &login)
{
    static const QRegularExpression pattern(u"^[a-z][a-z0-9_.-]{0,30}$"_s);
    return pattern.match(login).hasMatch() && !login.startsWith("pg_"_L1);
}

} // namespace

Error accountError(const Error &error)
{
    if (error.detail.contains("TD001"_L1)) return refused(QT_TRANSLATE_NOOP("Store", "Somebody has to stay administrator."));
    if (error.detail.contains("TD002"_L1)) {
        return refused(QT_TRANSLATE_NOOP("Store", "The database server has another login of this name. Please choose another name."));
    }
    return error;
}

Result<AgentId> addAgentAccount(Connection &db, const QString &login, AgentRole role, const QString &password, UtcTime now)
{
    if (!isLogin(login)) {
        return failure(ErrorCode::Usage, QCoreApplication::translate("Store",
            "A login is made of small letters a to z, digits and . _ -, begins with a letter and has at most 31 characters."));
    }
    {
        auto taken = db.run(u"select_agent_of_login", {{u":login", toSql(login)}});
        if (!taken.ok()) return failure(taken.error());
        if (taken.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "There is an agent of this name already.")));
    }
    QString verifier;
    if (db.dialect().isServer()) {
        auto made = scramVerifier(login, password);
        if (!made) return failure(made.error());
        verifier = *made;
    }
    auto row = db.dialect().isServer() ? db.run(u"add_agent", {{u":login", login}, {u":role", word(role)}, {u":verifier", verifier}})
                                       : db.run(u"add_agent", {{u":login", login}, {u":role", word(role)}, {u":now_ms", toSql(now)}});
    if (!row.next()) return failure(accountError(row.error()));
    return AgentId{row.integer(0)};
}

} // namespace Tandem
