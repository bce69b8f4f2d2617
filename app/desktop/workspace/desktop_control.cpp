#include "app/desktop/workspace/desktop_control.h"

#include "app/desktop/start/profile_choice.h"
#include "app/desktop/team/team_connection.h"
#include "app/desktop/workspace/practice_workspace.h"
#include "app/desktop/workspace/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QNetworkReply>
#include <QPointer>
#include <QProcess>
#include <QSysInfo>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int reopenMs = 1500; // the word that it went well is read first
constexpr int testTimeoutMs = 10000;
constexpr int okStatus = 200;
constexpr int unauthorised = 401;

} // namespace

DesktopControl::DesktopControl(Workspace &workspace, TeamConnection *team, QObject *parent) : WorkspaceControl(parent), m_workspace(workspace), m_team(team)
{
    connect(&workspace, &Workspace::changed, this, &WorkspaceControl::infoChanged);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

WorkspaceInfo DesktopControl::info() const
{
    const auto &settings = m_workspace.settings();
    WorkspaceInfo info;
    info.profile = m_workspace.profile().name();
    info.dataFolder = QDir::toNativeSeparators(m_workspace.profile().folder());
    info.gatewayAddress = m_workspace.gatewayAddress().toString();
    info.gatewayProblem = m_workspace.gatewayProblem();
    if (info.gatewayAddress.isEmpty() && info.gatewayProblem.isEmpty()) info.gatewayProblem = tr("It does not listen.");
    info.publicUrl = settings.publicUrl.toString();
    info.graphUrl = settings.graphUrl.toString();
    info.appId = settings.appId;
    info.configId = settings.configId;
    if (m_workspace.isTeam()) {
        const auto joined = TeamConnection::joined(m_workspace.profile());
        info.team = true;
        info.kind = tr("Team’s workspace");
        info.about = joined ? tr("%1 on %2, as %3. Messages are taken and sent by the team's gateway.").arg(joined->database, joined->host, joined->login) : QString();
        info.secretsPlace = tr("The system's keyring (your password)");
        return info;
    }
    if (m_workspace.isPractice()) {
        info.kind = tr("Practice workspace");
        info.about = tr("A pretended platform, phone and customers on this computer. Nothing leaves it.");
        info.secretsPlace = tr("A file of this profile that only you may read. These secrets are made up, so practising needs no keyring; those of a Meta app go to the system's keyring.");
        const auto *practice = m_workspace.practice();
        if (practice) {
            info.links << WorkspaceLink{tr("The practice phone"), tr("Scan the code and type on the owner's phone here."), practice->address(u"/phone"_s)}
                       << WorkspaceLink{tr("The practice customers"), tr("Write to the shop as one of its customers."), practice->address(u"/customers"_s)};
        }
    } else {
        info.kind = tr("Your Meta app");
        info.about = tr("Real numbers and customers.");
        info.secretsPlace = tr("The system's keyring");
        info.editable = true;
    }
    return info;
}

std::optional<Invite> DesktopControl::teamInvite(const QString &login) const
{
    auto joined = m_workspace.isTeam() ? TeamConnection::joined(m_workspace.profile()) : std::nullopt;
    if (joined) joined->login = login;
    return joined;
}

void DesktopControl::joinTeam()
{
    // Another profile, so that this workspace stays as it is.
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--profile"_s, ProfileChoice::unused()});
}

FutureResult<bool> DesktopControl::changePassword(const Secret &present, const Secret &next)
{
    if (!m_team) return readyFuture<bool>(failure(ErrorCode::Usage, QString()));
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    const auto onServer = [this, next] {
        auto asked = std::make_shared<QPromise<Result<bool>>>();
        asked->start();
        const auto answer = [asked](const Result<bool> &result) {
            asked->addResult(result);
            asked->finish();
        };
        onFinished(this, m_workspace.store().agents().me(), [this, next, answer](const Result<Agent> &me) {
            if (!me) return answer(failure(me.error()));
            onFinished(this, m_workspace.store().teamAdmin().setPassword(me->id, next.reveal()), answer);
        });
        return asked->future();
    };
    m_team->changePassword(present, next, onServer, [promise, control = QPointer(this)](const Result<bool> &done) {
        promise->addResult(done);
        promise->finish();
        // The store would come back with the old one after the next break of the connection.
        if (done && *done && control) QTimer::singleShot(reopenMs, control.data(), &DesktopControl::reopenRequested);
    });
    return promise->future();
}

FutureResult<bool> DesktopControl::change(const WorkspaceChange &change)
{
    return m_workspace.change(change);
}

FutureResult<QString> DesktopControl::sendTestWebhook()
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto finish = [promise](const Result<QString> &result) {
        promise->addResult(result);
        promise->finish();
    };
    onFinished(this, m_workspace.appSecret(), [this, finish](const Result<Secret> &secret) {
        secret ? post(*secret, finish) : finish(failure(secret.error()));
    });
    return promise->future();
}

void DesktopControl::post(const Secret &secret, std::function<void(Result<QString>)> done)
{
    auto address = m_workspace.settings().publicUrl;
    address.setPath(address.path().isEmpty() || address.path() == "/"_L1 ? u"/webhooks/meta"_s : address.path() + u"/webhooks/meta"_s);
    // An object of the platform's kind without entries: taken, stored and applied like any other, and it changes nothing.
    const QByteArray body = R"({"object":"whatsapp_business_account","entry":[]})";
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const auto mac = QMessageAuthenticationCode::hash(body, secret.reveal().toUtf8(), QCryptographicHash::Sha256).toHex();
    request.setRawHeader("X-Hub-Signature-256", "sha256=" + mac);
    request.setTransferTimeout(testTimeoutMs);
    QElapsedTimer clock;
    clock.start();
    auto *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [reply, clock, done = std::move(done)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto host = reply->url().host();
        if (status == okStatus) return done(tr("The delivery came through %1 and was stored, %2 ms there and back.").arg(host).arg(clock.elapsed()));
        if (status == unauthorised) return done(failure(ErrorCode::Auth, tr("%1 answers, but refuses the signature: another program or another app secret is behind it.").arg(host)));
        if (status > 0) return done(failure(ErrorCode::Network, tr("%1 answered with status %2 instead of taking the delivery.").arg(host).arg(status)));
        done(failure(ErrorCode::Network, tr("Nothing came back from %1. Check the tunnel or proxy, and that the address is right.").arg(host)));
    });
}

QString DesktopControl::diagnostics() const
{
    const auto &settings = m_workspace.settings();
    const QFileInfo database(m_workspace.profile().database());
    const auto host = [](const QUrl &url) { return url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString()); };
    return QStringList{u"Tandem "_s + QCoreApplication::applicationVersion(), u"Qt "_s + QLatin1StringView(qVersion()),
        u"system "_s + QSysInfo::prettyProductName() + u' ' + QSysInfo::currentCpuArchitecture(),
        u"platform plugin "_s + QGuiApplication::platformName(), u"workspace "_s + settings.kind,
        u"gateway "_s + (m_workspace.gatewayAddress().isEmpty() ? u"does not listen"_s : u"listens on port %1"_s.arg(settings.listenPort)),
        u"graph "_s + host(settings.graphUrl), u"public address "_s + (settings.publicUrl.isEmpty() ? u"not set"_s : settings.publicUrl.scheme()),
        u"database %1 bytes"_s.arg(database.size())}
        .join(u'\n');
}

} // namespace Tandem
