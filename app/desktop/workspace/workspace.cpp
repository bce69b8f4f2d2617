#include "app/desktop/workspace/workspace.h"

#include "app/desktop/workspace/practice_workspace.h"
#include "core/base/log.h"
#include "core/secrets/file_secret_store.h"
#include "core/secrets/keychain_secret_store.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr quint16 metaAppPort = 8434; ///< fixed, because a tunnel or proxy has to be pointed at it
constexpr auto graphAddress = "https://graph.facebook.com/v25.0";
constexpr auto sdkAddress = "https://connect.facebook.net/en_US/sdk.js";
constexpr auto practiceAppId = "100000000000001";
constexpr auto practiceConfigId = "100000000000002";
constexpr int secretWords = 4; ///< 128 bits

Secret randomSecret()
{
    QString text;
    for (int i = 0; i < secretWords; ++i) text += QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
    return Secret(text);
}

} // namespace

Workspace::Workspace(const Profile &profile, std::shared_ptr<const Clock> clock, std::unique_ptr<Store> store)
    : m_profile(profile), m_clock(std::move(clock)), m_store(std::move(store)), m_feed(std::make_unique<ChangeFeed>(*m_store))
{
}

Workspace::~Workspace()
{
    shutDown();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const Profile &profile, std::shared_ptr<const Clock> clock)
{
    StoreOptions options;
    options.url = u"sqlite:"_s + profile.database();
    options.mediaFolder = profile.path(u"media"_s);
    auto store = Store::open(options, clock);
    if (!store) return failure(store.error());
    std::unique_ptr<Workspace> workspace(new Workspace(profile, std::move(clock), std::move(*store)));
    const auto rows = waitFor(workspace->m_store->workspace().all());
    if (!rows) return failure(rows.error());
    workspace->m_settings = WorkspaceSettings::from(*rows);
    return workspace;
}

std::unique_ptr<Workspace> Workspace::ofTeam(const Profile &profile, std::shared_ptr<const Clock> clock, std::unique_ptr<Store> store)
{
    std::unique_ptr<Workspace> workspace(new Workspace(profile, std::move(clock), std::move(store)));
    workspace->m_settings.kind = u"team"_s;
    return workspace;
}

std::unique_ptr<SecretStore> Workspace::makeSecretStore() const
{
    const auto scope = u"%1/%2"_s.arg(m_profile.name(), m_settings.kind);
    // Practice secrets are made up and worth nothing outside this computer, so practising needs no keyring.
    if (isPractice()) return std::make_unique<FileSecretStore>(m_profile.path(u"practice-secrets.json"_s), scope);
    return std::make_unique<KeychainSecretStore>(scope);
}

void Workspace::fail(Problem problem, const QString &text)
{
    m_gatewayProblem = text;
    qCWarning(lcUi) << "workspace: problem" << int(problem);
    Q_EMIT changed();
    Q_EMIT failed(problem, text);
}

void Workspace::storeSettings(std::function<void()> then)
{
    onFinished(this, m_store->workspace().set(m_settings.rows()), [this, then = std::move(then)](const Result<bool> &done) {
        if (done) {
            then();
        } else {
            fail(Problem::Other, done.error().text.isEmpty() ? tr("The workspace's settings could not be stored.") : done.error().text);
        }
    });
}

void Workspace::writeSecrets(const WorkspaceChange &values, std::function<void(Result<bool>)> then)
{
    auto writeToken = [this, values, then](const Result<bool> &done) {
        if (!done || values.verifyToken.isEmpty()) return then(done);
        onFinished(this, m_secrets->write(u"verify_token"_s, values.verifyToken), then);
    };
    if (values.appSecret.isEmpty()) return writeToken(true);
    onFinished(this, m_secrets->write(u"app_secret"_s, values.appSecret), writeToken);
}

void Workspace::createPractice()
{
    m_settings = {};
    m_settings.kind = u"practice"_s;
    m_settings.appId = QLatin1StringView(practiceAppId);
    m_settings.configId = QLatin1StringView(practiceConfigId);
    begin();
}

void Workspace::createMetaApp(const WorkspaceChange &values)
{
    m_settings = {};
    m_settings.kind = u"meta_app"_s;
    m_settings.listenPort = metaAppPort;
    m_settings.graphUrl = QUrl(QLatin1StringView(graphAddress));
    m_settings.sdkUrl = QUrl(QLatin1StringView(sdkAddress));
    m_settings.publicUrl = QUrl(values.publicUrl);
    m_settings.appId = values.appId;
    m_settings.configId = values.configId;
    m_secrets = makeSecretStore();
    // The kind is stored last: without its secrets there is no workspace yet.
    writeSecrets(values, [this](const Result<bool> &done) {
        if (!done) return fail(Problem::NoKeyring, done.error().text);
        storeSettings([this] { begin(); });
    });
}

void Workspace::begin()
{
    m_gatewayProblem.clear();
    if (isTeam()) {
        m_ready = true;
        Q_EMIT ready();
        return;
    }
    if (!m_secrets) m_secrets = makeSecretStore();
    isPractice() ? beginPractice() : beginMetaApp();
}

void Workspace::beginPractice()
{
    onFinished(this, m_secrets->read(u"app_secret"_s), [this](const Result<Secret> &secret) {
        WorkspaceChange fresh;
        if (secret) {
            m_appSecret = *secret;
        } else if (secret.error().code == ErrorCode::NotFound) {
            m_appSecret = fresh.appSecret = randomSecret();
        } else {
            return fail(Problem::Practice, secret.error().text);
        }
        // The verify token is asked for anew at each subscription, so it need not outlive a run.
        m_verifyToken = fresh.verifyToken = randomSecret();
        writeSecrets(fresh, [this](const Result<bool> &done) {
            if (!done) return fail(Problem::Practice, done.error().text);
            m_practice = std::make_unique<PracticeWorkspace>(m_profile.folder());
            connect(m_practice.get(), &PracticeWorkspace::failed, this, [this](const QString &text) { fail(Problem::Practice, text); });
            connect(m_practice.get(), &PracticeWorkspace::ready, this, &Workspace::startGateway);
            m_practice->choosePorts();
            m_practice->start(m_appSecret, m_verifyToken);
        });
    });
}

void Workspace::beginMetaApp()
{
    onFinished(this, m_secrets->read(u"app_secret"_s), [this](const Result<Secret> &secret) {
        if (!secret) return fail(secret.error().code == ErrorCode::NotFound ? Problem::SecretsMissing : Problem::NoKeyring, secret.error().text);
        m_appSecret = *secret;
        onFinished(this, m_secrets->read(u"verify_token"_s), [this](const Result<Secret> &token) {
            if (!token) return fail(token.error().code == ErrorCode::NotFound ? Problem::SecretsMissing : Problem::NoKeyring, token.error().text);
            m_verifyToken = *token;
            startGateway();
        });
    });
}

GatewayConfig Workspace::config() const
{
    GatewayConfig config;
    config.listenHost = m_settings.listenHost;
    config.listenPort = m_settings.listenPort;
    config.graphUrl = m_settings.graphUrl;
    config.sdkUrl = m_settings.sdkUrl;
    config.publicUrl = m_settings.publicUrl;
    config.appId = m_settings.appId;
    config.configId = m_settings.configId;
    config.appSecret = m_appSecret;
    config.verifyToken = m_verifyToken;
    return config;
}

void Workspace::createGateway()
{
    if (!m_gateway) m_gateway = std::make_unique<Gateway>(*m_store, makeSecretStore(), m_clock);
}

void Workspace::startGateway()
{
    if (m_practice) {
        m_settings.listenPort = m_practice->gatewayPort();
        m_settings.graphUrl = m_practice->address(u"/v25.0"_s);
        m_settings.sdkUrl = m_practice->address(u"/sdk.js"_s);
        m_settings.publicUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(m_settings.listenPort));
        m_settings.allowedHosts = u"127.0.0.1:%1,127.0.0.1:%2"_s.arg(m_practice->address().port()).arg(m_settings.listenPort);
    }
    createGateway();
    // The practice platform came back after a stop: the gateway runs on.
    if (m_gateway->port() != 0) {
        m_gateway->reconfigure(config());
        return storeSettings([] { });
    }
    const auto port = m_gateway->start(config());
    if (!port) {
        const bool taken = port.error().code == ErrorCode::AddressInUse;
        return fail(taken ? Problem::PortInUse : Problem::Other,
            taken ? tr("Another program uses port %1 on this computer, so messages cannot be received.").arg(m_settings.listenPort) : port.error().text);
    }
    m_settings.listenPort = *port;
    storeSettings([this] {
        Q_EMIT changed();
        if (std::exchange(m_ready, true)) return;
        Q_EMIT ready();
    });
}

void Workspace::useAnotherPort()
{
    if (m_practice) {
        m_practice->stop();
        m_practice->chooseOtherGatewayPort();
        m_practice->start(m_appSecret, m_verifyToken);
        return;
    }
    m_settings.listenPort = 0;
    startGateway();
}

void Workspace::beginWithoutGateway(const QString &why)
{
    m_gatewayProblem = why;
    createGateway();
    m_ready = true;
    Q_EMIT changed();
    Q_EMIT ready();
}

QUrl Workspace::gatewayAddress() const
{
    if (!m_gateway || m_gateway->port() == 0) return {};
    return QUrl(u"http://%1:%2"_s.arg(m_settings.listenHost).arg(m_gateway->port()));
}

FutureResult<bool> Workspace::change(const WorkspaceChange &values)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    auto finish = [promise](const Result<bool> &result) {
        promise->addResult(result);
        promise->finish();
    };
    writeSecrets(values, [this, values, finish](const Result<bool> &done) {
        if (!done) return finish(done);
        if (!values.appSecret.isEmpty()) m_appSecret = values.appSecret;
        if (!values.verifyToken.isEmpty()) m_verifyToken = values.verifyToken;
        m_settings.appId = values.appId;
        m_settings.configId = values.configId;
        m_settings.publicUrl = QUrl(values.publicUrl);
        onFinished(this, m_store->workspace().set(m_settings.rows()), [this, finish](const Result<bool> &stored) {
            if (stored && m_gateway && m_gateway->port() != 0) m_gateway->reconfigure(config());
            Q_EMIT changed();
            finish(stored);
        });
    });
    return promise->future();
}

FutureResult<Secret> Workspace::appSecret()
{
    if (!m_appSecret.isEmpty()) return readyFuture<Secret>(m_appSecret);
    if (!m_secrets) return readyFuture<Secret>(failure(ErrorCode::Secret, tr("No secrets are stored yet.")));
    return m_secrets->read(u"app_secret"_s);
}

void Workspace::shutDown()
{
    // First nothing comes in or goes out any more, then what came in is made durable.
    m_gateway.reset();
    if (m_practice) m_practice->stop();
    if (m_store) m_store->flush();
}

} // namespace Tandem
