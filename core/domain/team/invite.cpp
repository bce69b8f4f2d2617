#include "core/domain/team/invite.h"

#include "core/base/loopback.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto formatKey = "tandem_invite"_L1;
constexpr int format = 1;
constexpr qsizetype longestInvite = 64 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Invite)
};

Result<Invite> checked(const Invite &invite)
{
    if (const auto problem = inviteProblem(invite); !problem.isEmpty()) return failure(ErrorCode::Usage, problem);
    return invite;
}

Result<Invite> fromLink(const QUrl &link)
{
    if (link.host() != "join"_L1) return failure(ErrorCode::Usage, Words::tr("This link is not an invitation to a team."));
    const QUrlQuery query(link);
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    Invite invite;
    invite.host = value(u"host"_s);
    if (const auto port = value(u"port"_s); !port.isEmpty()) invite.port = port.toUShort();
    invite.database = value(u"database"_s);
    invite.login = value(u"login"_s);
    invite.certificate = QByteArray::fromBase64(value(u"certificate"_s).toLatin1(), QByteArray::Base64UrlEncoding);
    return checked(invite);
}

} // namespace

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || isLoopbackAddress(host) || host.startsWith(u'/');
}

QString Invite::url() const
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(login);
    // The folder of a local socket stands in the query: an address has no place for it.
    const bool socket = host.startsWith(u'/');
    if (!socket) url.setHost(host);
    if (!socket) url.setPort(port);
    url.setPath(u'/' + database);
    if (socket) url.setQuery(u"host=%1&port=%2"_s.arg(host).arg(port));
    else if (!isThisComputer(host)) url.setQuery(u"sslmode=verify-full"_s);
    return url.toString(QUrl::FullyEncoded);
}

QByteArray inviteFile(const Invite &invite)
{
    QJsonObject json{{formatKey, format}, {u"host"_s, invite.host}, {u"port"_s, invite.port}, {u"database"_s, invite.database}, {u"login"_s, invite.login}};
    if (!invite.certificate.isEmpty()) json.insert(u"certificate"_s, QString::fromLatin1(invite.certificate));
    return QJsonDocument(json).toJson();
}

QString inviteLink(const Invite &invite)
{
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QString &value) { query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value))); };
    add(u"host"_s, invite.host);
    if (invite.port != Invite::DefaultPort) add(u"port"_s, QString::number(invite.port));
    add(u"database"_s, invite.database);
    add(u"login"_s, invite.login);
    if (!invite.certificate.isEmpty()) add(u"certificate"_s, QString::fromLatin1(invite.certificate.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
    QUrl link(u"tandem://join"_s);
    link.setQuery(query);
    return link.toString(QUrl::FullyEncoded);
}

Result<Invite> inviteFrom(const QByteArray &fileOrLink)
{
    const auto text = fileOrLink.trimmed();
    if (text.isEmpty() || text.size() > longestInvite) return failure(ErrorCode::Usage, Words::tr("This is not an invitation to a team."));
    if (text.startsWith("tandem:")) return fromLink(QUrl(QString::fromUtf8(text), QUrl::StrictMode));
    const auto json = QJsonDocument::fromJson(text).object();
    if (!json.contains(formatKey)) return failure(ErrorCode::Usage, Words::tr("This is not an invitation to a team."));
    if (json.value(formatKey).toInt() > format) {
        return failure(ErrorCode::Usage, Words::tr("This invitation was made by a newer Tandem. Install that version, then open it again."));
    }
    Invite invite;
    invite.host = json.value(u"host"_s).toString();
    invite.port = quint16(json.value(u"port"_s).toInt(Invite::DefaultPort));
    invite.database = json.value(u"database"_s).toString();
    invite.login = json.value(u"login"_s).toString();
    invite.certificate = json.value(u"certificate"_s).toString().toLatin1();
    return checked(invite);
}

QString inviteProblem(const Invite &invite)
{
    static const QRegularExpression host(u"^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|[0-9a-fA-F:]{2,45}|/[A-Za-z0-9_./-]{0,200})$"_s);
    static const QRegularExpression database(u"^[A-Za-z_][A-Za-z0-9_]{0,30}$"_s);
    static const QRegularExpression login(u"^[a-z][a-z0-9_.-]{0,30}$"_s);
    if (!host.match(invite.host).hasMatch()) return Words::tr("The server’s name is missing or is none, as in inbox.example.com.");
    if (invite.port == 0) return Words::tr("The port is a number from 1 to 65535.");
    if (!database.match(invite.database).hasMatch()) return Words::tr("The database’s name has letters, digits and _.");
    if (!login.match(invite.login).hasMatch()) return Words::tr("The login has small letters, digits, “_”, “.” and “-”, and begins with a letter.");
    const bool pem = invite.certificate.isEmpty() || invite.certificate.trimmed().startsWith("-----BEGIN CERTIFICATE-----");
    return pem ? QString() : Words::tr("The certificate in the invitation cannot be read.");
}

} // namespace Tandem
