#include "app/desktop/workspace/practice_workspace.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QTcpServer>

#ifdef Q_OS_LINUX
#include <signal.h>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int startMs = 15000;
constexpr int stopMs = 2000;
constexpr int restartMs = 500;
constexpr int mostRestarts = 5;

bool isFree(quint16 port)
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, port);
}

/// A port that nobody has now; someone may take it before we do, which start() then finds out.
quint16 freePort(quint16 wanted)
{
    if (wanted && isFree(wanted)) return wanted;
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

} // namespace

PracticeWorkspace::PracticeWorkspace(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A crash of ours must not leave the platform behind, holding its port.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_deadline.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PracticeWorkspace::readOutput);
    connect(&m_process, &QProcess::finished, this, &PracticeWorkspace::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) Q_EMIT failed(tr("The practice platform (%1) could not be started.").arg(QDir::toNativeSeparators(program())));
    });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (!m_ready) Q_EMIT failed(tr("The practice platform did not start in time."));
    });
}

PracticeWorkspace::~PracticeWorkspace()
{
    stop();
}

QString PracticeWorkspace::program()
{
    const QDir folder(QCoreApplication::applicationDirPath());
#ifdef Q_OS_WIN
    return folder.absoluteFilePath(u"tandem-sandbox.exe"_s);
#else
    return folder.absoluteFilePath(u"tandem-sandbox"_s);
#endif
}

void PracticeWorkspace::choosePorts()
{
    QSettings kept(m_folder + u"/practice.ini"_s, QSettings::IniFormat);
    m_port = freePort(quint16(kept.value(u"platform_port"_s).toUInt()));
    m_gatewayPort = freePort(quint16(kept.value(u"gateway_port"_s).toUInt()));
    while (m_gatewayPort == m_port && m_port) m_gatewayPort = freePort(0);
    kept.setValue(u"platform_port"_s, m_port);
    kept.setValue(u"gateway_port"_s, m_gatewayPort);
}

void PracticeWorkspace::chooseOtherGatewayPort()
{
    QSettings kept(m_folder + u"/practice.ini"_s, QSettings::IniFormat);
    m_gatewayPort = freePort(0);
    kept.setValue(u"gateway_port"_s, m_gatewayPort);
}

QUrl PracticeWorkspace::address(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

void PracticeWorkspace::start(const Secret &appSecret, const Secret &verifyToken)
{
    m_appSecret = appSecret;
    m_verifyToken = verifyToken;
    m_restarts = 0;
    launch();
}

void PracticeWorkspace::launch()
{
    m_ready = false;
    m_stopping = false;
    m_process.start(program(),
        {u"serve"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--webhook-url"_s,
            u"http://127.0.0.1:%1/webhooks/meta"_s.arg(m_gatewayPort), u"--app-secret"_s, m_appSecret.reveal(),
            u"--verify-token"_s, m_verifyToken.reveal(), u"--state"_s, m_folder + u"/practice-state.json"_s});
    m_deadline.start(startMs);
}

void PracticeWorkspace::readOutput()
{
    while (m_process.canReadLine()) {
        if (!m_process.readLine().startsWith("listening on ") || m_ready) continue;
        m_ready = true;
        m_deadline.stop();
        qCInfo(lcUi) << "practice platform: listening on port" << m_port;
        Q_EMIT ready();
    }
}

void PracticeWorkspace::ended()
{
    m_deadline.stop();
    if (m_stopping) return;
    qCWarning(lcUi) << "practice platform: ended, code" << m_process.exitCode();
    if (++m_restarts > mostRestarts) {
        Q_EMIT failed(tr("The practice platform stopped and could not be started again."));
        return;
    }
    // Its port may have been taken since it was chosen.
    if (!m_ready) {
        QSettings kept(m_folder + u"/practice.ini"_s, QSettings::IniFormat);
        m_port = freePort(0);
        kept.setValue(u"platform_port"_s, m_port);
    }
    QTimer::singleShot(restartMs, this, &PracticeWorkspace::launch);
}

void PracticeWorkspace::stop()
{
    m_stopping = true;
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.terminate();
    if (!m_process.waitForFinished(stopMs)) {
        m_process.kill();
        m_process.waitForFinished(stopMs);
    }
}

} // namespace Tandem
