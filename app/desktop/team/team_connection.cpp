#include "app/desktop/team/team_connection.h"

#include "app/desktop/start/profile_choice.h"
#include "core/secrets/keychain_secret_store.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 copiesOfFiles = qint64(2) * 1024 * 1024 * 1024;

Result<bool> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!done) return failure(ErrorCode::Io, TeamConnection::tr("The file %1 could not be written: %2").arg(path, file.errorString()));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return true;
}

} // namespace

/// Outlives the connection when the person gives up while the network still tries.
struct TeamConnection::Attempt
{
    Result<std::unique_ptr<Store>> store = failure(ErrorCode::Cancelled, QString());
};

TeamConnection::TeamConnection(const Profile &profile, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent), m_profile(profile), m_clock(std::move(clock)),
      m_secrets(std::make_unique<KeychainSecretStore>(u"%1/team"_s.arg(profile.name())))
{
}

TeamConnection::~TeamConnection() = default;

std::optional<Invite> TeamConnection::joined(const Profile &profile)
{
    return ProfileChoice::joined(profile);
}

QString TeamConnection::certificateFile() const
{
    return m_profile.path(u"team-certificate.pem"_s);
}

void TeamConnection::open(const Invite &invite, const Secret &password, Purpose purpose)
{
    if (m_busy) return;
    m_invite = invite;
    StoreOptions options;
    options.url = invite.url();
    options.mediaFolder = m_profile.path(u"media"_s);
    options.create = false;
    options.exclusive = false;
    options.password = password.reveal();
    options.migrate = false;
    options.keeper = false;
    if (purpose != Purpose::Test) options.mirror = m_profile.path(u"mirror.db"_s);
    options.openAway = purpose == Purpose::Work;
    options.mediaLimit = copiesOfFiles;
    if (!invite.certificate.isEmpty()) {
        if (const auto written = write(certificateFile(), invite.certificate); !written) {
            Q_EMIT failed(written.error());
            return;
        }
        options.rootCertificate = certificateFile();
    }
    m_busy = true;
    auto attempt = std::make_shared<Attempt>();
    m_attempt = attempt;
    // The network may take its time: never in the GUI's thread.
    auto *thread = QThread::create([options, clock = m_clock, attempt, home = QThread::currentThread()] {
        attempt->store = Store::open(options, clock);
        if (attempt->store) (*attempt->store)->moveToThread(home);
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    connect(thread, &QThread::finished, this, [this, attempt] { finish(attempt); });
    thread->start();
}

void TeamConnection::finish(const std::shared_ptr<Attempt> &attempt)
{
    if (attempt != m_attempt) return;
    m_attempt.reset();
    m_busy = false;
    if (!attempt->store) {
        Q_EMIT failed(attempt->store.error());
        return;
    }
    m_store = std::move(*attempt->store);
    Q_EMIT opened();
}

void TeamConnection::openJoined()
{
    const auto known = joined(m_profile);
    if (!known) {
        Q_EMIT failed(Error::of(ErrorCode::NotFound, tr("This profile has joined no team.")));
        return;
    }
    m_invite = *known;
    onFinished(this, m_secrets->read(u"password"_s), [this, invite = *known](const Result<Secret> &password) {
        if (password) return open(invite, *password, Purpose::Work);
        Q_EMIT failed(password.error().code == ErrorCode::NotFound ? Error::of(ErrorCode::Secret, tr("Your password is not in the keyring any more. Type it again."))
                                                                   : password.error());
    });
}

void TeamConnection::keep(const Invite &invite, const Secret &password, std::function<void(Result<bool>)> then)
{
    onFinished(this, m_secrets->write(u"password"_s, password), [this, invite, then = std::move(then)](const Result<bool> &kept) {
        // Without the password there is nothing to come back to: the file is written last.
        then(kept ? write(ProfileChoice::inviteFile(m_profile), inviteFile(invite)) : kept);
    });
}

void TeamConnection::changePassword(const Secret &present, const Secret &next, std::function<FutureResult<bool>()> onServer, std::function<void(Result<bool>)> then)
{
    onFinished(this, m_secrets->read(u"password"_s), [this, present, next, onServer = std::move(onServer), then = std::move(then)](const Result<Secret> &kept) {
        if (!kept) return then(failure(kept.error()));
        if (!(*kept == present)) return then(failure(ErrorCode::Usage, tr("This is not your present password.")));
        onFinished(this, onServer(), [this, next, then](const Result<bool> &changed) {
            if (!changed || !*changed) return then(changed);
            onFinished(this, m_secrets->write(u"password"_s, next), [then](const Result<bool> &written) {
                if (written) return then(true);
                then(failure(ErrorCode::Secret, tr("Your password is changed, but the keyring did not take it: type the new one at the next start.")));
            });
        });
    });
}

void TeamConnection::forget(std::function<void(Result<bool>)> then)
{
    bool gone = QDir(m_profile.path(u"media"_s)).removeRecursively();
    for (const auto &name : {u"mirror.db"_s, u"mirror.db-wal"_s, u"mirror.db-shm"_s, u"team-certificate.pem"_s}) {
        gone &= !QFile::exists(m_profile.path(name)) || QFile::remove(m_profile.path(name));
    }
    gone &= QFile::remove(ProfileChoice::inviteFile(m_profile));
    onFinished(this, m_secrets->remove(u"password"_s), [this, gone, then = std::move(then)](const Result<bool> &removed) {
        if (!removed && removed.error().code != ErrorCode::NotFound) return then(failure(ErrorCode::Secret, tr("Your password could not be taken out of the keyring. Remove it there yourself.")));
        if (!gone) return then(failure(ErrorCode::Io, tr("Some files could not be deleted. They lie in %1").arg(QDir::toNativeSeparators(m_profile.folder()))));
        then(true);
    });
}

std::unique_ptr<Store> TeamConnection::takeStore() { return std::move(m_store); }

QString TeamConnection::words(const Error &error, const Invite &invite)
{
    switch (error.code) {
    case ErrorCode::Auth: return error.text.isEmpty() ? tr("The server refuses this login or password. Type them again, or ask your administrator.") : error.text;
    case ErrorCode::DatabaseBusy:
    case ErrorCode::Network:
    case ErrorCode::Timeout:
        return tr("%1 does not answer on port %2. Check that you are online and that the server’s name is right; a firewall may be between.").arg(invite.host).arg(invite.port);
    case ErrorCode::NotFound: return tr("The server answers, but has no team’s workspace called %1. Ask your administrator for the name.").arg(invite.database);
    case ErrorCode::DatabaseNewer: return tr("The team’s workspace was upgraded: it needs a newer Tandem. Install that version; this one changes nothing.");
    case ErrorCode::DatabaseOlder: return tr("This Tandem is newer than the team’s workspace. Ask your administrator to upgrade it, or use the version that the team uses.");
    default: return error.text.isEmpty() ? tr("The team’s workspace could not be opened.") : error.text;
    }
}

} // namespace Tandem
