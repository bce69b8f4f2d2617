#include "app/desktop/start/profile_choice.h"

#include "app/desktop/start/profile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Tandem::ProfileChoice {
namespace {

constexpr qint64 longestName = 64;
constexpr int digestLength = 12;

QDir allProfiles(const QString &root) { return QFileInfo(Profile(u"default"_s, root).folder()).dir(); }

QString lastFile(const QString &root) { return allProfiles(root).filePath(u"last"_s); }

bool holdsWorkspace(const Profile &profile) { return QFile::exists(profile.database()) || QFile::exists(inviteFile(profile)); }

QString last(const QString &root)
{
    QFile file(lastFile(root));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto name = QString::fromUtf8(file.read(longestName)).trimmed();
    return known(root).contains(name) ? name : QString();
}

} // namespace

QString inviteFile(const Profile &profile) { return profile.path(u"team.json"_s); }

std::optional<Invite> joined(const Profile &profile)
{
    QFile file(inviteFile(profile));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const auto read = inviteFrom(file.readAll());
    return read ? std::optional(*read) : std::nullopt;
}

bool samePlace(const Invite &a, const Invite &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.port == b.port && a.database == b.database && a.login == b.login;
}

QString nameFor(const Invite &invite)
{
    const auto place = QStringList{invite.host.toLower(), QString::number(invite.port), invite.database, invite.login}.join(u'\n');
    const auto digest = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(digestLength);
    return u"team-"_s + QString::fromLatin1(digest);
}

QString choose(const QString &asked, const std::optional<Invite> &invite, const QString &root)
{
    if (!asked.isEmpty()) return asked;
    if (invite) {
        for (const auto &name : known(root)) {
            const auto there = joined(Profile(name, root));
            if (there && samePlace(*there, *invite)) return name;
        }
        return nameFor(*invite);
    }
    const auto before = last(root);
    return before.isEmpty() ? u"default"_s : before;
}

QString unused(const QString &root)
{
    for (int number = 1;; ++number) {
        const auto name = number == 1 ? u"team"_s : u"team-%1"_s.arg(number);
        if (!holdsWorkspace(Profile(name, root))) return name;
    }
}

void remember(const Profile &profile, const QString &root)
{
    QSaveFile file(lastFile(root));
    // Nothing depends on it: without the file a start opens "default".
    if (file.open(QIODevice::WriteOnly) && file.write(profile.name().toUtf8()) > 0) file.commit();
}

QStringList known(const QString &root)
{
    auto names = allProfiles(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeIf([&](const QString &name) { return !holdsWorkspace(Profile(name, root)); });
    return names;
}

} // namespace Tandem::ProfileChoice
