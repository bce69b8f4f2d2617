#include "core/store/postgres/postgres_error.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

/// Classes whose messages name tables, settings and limits, never what is in a row.
bool isHarmless(const QByteArray &state)
{
    for (const auto *klass : {"08", "25", "40", "42", "53", "55", "57", "58", "0A"}) {
        if (state.startsWith(klass)) return true;
    }
    return false;
}

} // namespace

Trouble postgresTrouble(const QByteArray &state)
{
    // Connection exceptions; shutdown, crash, starting up, idle time-out; a server that has become a standby.
    if (state.startsWith("08") || state == "57P01" || state == "57P02" || state == "57P03" || state == "57P05" || state == "25P03" || state == "25006") return Trouble::Lost;
    // Serialization, deadlock, lock not available, and a plan that another program's migration has outdated.
    if (state == "40001" || state == "40P01" || state == "55P03" || state == "0A000") return Trouble::Conflict;
    if (state.startsWith("23")) return Trouble::Clash;
    return Trouble::Other;
}

Error postgresError(const QByteArray &state, const QByteArray &message)
{
    const auto detail = u"postgres "_s + QString::fromLatin1(state) + (isHarmless(state) ? u": "_s + QString::fromUtf8(message) : QString());
    if (state == "25006") return Error::of(ErrorCode::DatabaseReadOnly, say(QT_TRANSLATE_NOOP("Store", "The database server is read-only.")), detail);
    switch (postgresTrouble(state)) {
    case Trouble::Lost: return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database server doesn't answer.")), detail);
    case Trouble::Conflict: return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database is busy. Please try again.")), detail);
    default: break;
    }
    if (state == "57014") return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database is busy. Please try again.")), detail);
    if (state == "53100") return Error::retry(ErrorCode::DatabaseFull, say(QT_TRANSLATE_NOOP("Store", "The database server's disk is full.")), detail);
    if (state.startsWith("53")) return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database server is overloaded.")), detail);
    // Also what a function of the schema refuses with RAISE.
    if (state == "42501" || state == "P0001") return Error::of(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "Your login may not do this.")), detail);
    if (state.startsWith("XX")) return Error::of(ErrorCode::DatabaseCorrupt, say(QT_TRANSLATE_NOOP("Store", "The database is damaged.")), detail);
    return Error::of(ErrorCode::Database, say(QT_TRANSLATE_NOOP("Store", "The database refused the operation.")), detail);
}

Error postgresConnectError(const QByteArray &state, bool tls)
{
    const auto detail = u"postgres connect "_s + (state.isEmpty() ? (tls ? u"tls"_s : u"unreachable"_s) : QString::fromLatin1(state));
    if (state.startsWith("28")) {
        return Error::of(ErrorCode::Auth, say(QT_TRANSLATE_NOOP("Store", "The database server refused the login: wrong name or password, or the login is switched off.")), detail);
    }
    if (state == "3D000") return Error::of(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "There is no such database on the server.")), detail);
    if (state.startsWith("42") || state.startsWith("22")) { // of a setting: a role that it may not take, say
        return Error::of(ErrorCode::Auth, say(QT_TRANSLATE_NOOP("Store", "The database server doesn't let this login act as it would have to.")), detail);
    }
    if (state == "53300") return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database server takes no more connections now.")), detail);
    if (tls && state.isEmpty()) {
        return Error::of(ErrorCode::Auth, say(QT_TRANSLATE_NOOP("Store",
            "The database server could not prove who it is: it has no TLS, or its certificate isn't trusted or belongs to another name. Nothing was sent to it.")), detail);
    }
    return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database server doesn't answer.")), detail);
}

bool refusesLogin(const Error &error) { return error.code == ErrorCode::Auth && error.detail.startsWith("postgres connect 28"_L1); }

Error postgresLost() { return postgresError("08006", "the connection was lost"); }

} // namespace Tandem
