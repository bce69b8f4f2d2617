#include "tests/support/gateway_process.h"

#include "tests/support/raw_client.h"

#include <QElapsedTimer>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#ifdef Q_OS_UNIX
#    include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

QString program()
{
    const auto folder = qEnvironmentVariable("TANDEM_BIN");
    return (folder.isEmpty() ? QCoreApplication::applicationDirPath() + u"/../bin"_s : folder) + u"/tandem-gateway"_s;
}

} // namespace

QByteArray signature(const QByteArray &body, const QByteArray &secret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

QByteArray signedPost(const QByteArray &body, const QByteArray &secret)
{
    return Testing::post("/webhooks/meta", body, "X-Hub-Signature-256: " + signature(body, secret) + "\r\n");
}

QByteArray hook(const QString &field, const QJsonObject &value)
{
    auto whole = value;
    whole[u"messaging_product"_s] = u"whatsapp"_s;
    if (!whole.contains(u"metadata"_s)) {
        whole[u"metadata"_s] = QJsonObject{{u"display_phone_number"_s, u"15550783881"_s}, {u"phone_number_id"_s, QString::fromLatin1(phoneNumberId)}};
    }
    const QJsonObject change{{u"field"_s, field}, {u"value"_s, whole}};
    const QJsonObject entry{{u"id"_s, QString::fromLatin1(wabaId)}, {u"changes"_s, QJsonArray{change}}};
    return QJsonDocument(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}}).toJson(QJsonDocument::Compact);
}

QByteArray liveText(const QString &wamid, const QString &from, const QString &text, qint64 seconds)
{
    const QJsonObject message{{u"from"_s, from}, {u"id"_s, wamid}, {u"timestamp"_s, QString::number(seconds)}, {u"type"_s, u"text"_s},
        {u"text"_s, QJsonObject{{u"body"_s, text}}}};
    const QJsonObject contact{{u"wa_id"_s, from}, {u"profile"_s, QJsonObject{{u"name"_s, u"Customer "_s + from.right(2)}}}};
    return hook(u"messages"_s, {{u"messages"_s, QJsonArray{message}}, {u"contacts"_s, QJsonArray{contact}}});
}

QByteArray statusHook(const QString &wamid, const QString &status, qint64 seconds, const QString &opaque)
{
    QJsonObject one{{u"id"_s, wamid}, {u"status"_s, status}, {u"timestamp"_s, QString::number(seconds)}, {u"recipient_id"_s, u"16505551234"_s}};
    if (!opaque.isEmpty()) one[u"biz_opaque_callback_data"_s] = opaque;
    return hook(u"messages"_s, {{u"statuses"_s, QJsonArray{one}}});
}

QByteArray echoText(const QString &wamid, const QString &to, const QString &text, qint64 seconds)
{
    const QJsonObject echo{{u"from"_s, u"15550783881"_s}, {u"to"_s, to}, {u"id"_s, wamid}, {u"timestamp"_s, QString::number(seconds)},
        {u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}};
    return hook(u"smb_message_echoes"_s, {{u"message_echoes"_s, QJsonArray{echo}}});
}

GatewayProcess::GatewayProcess(const QUrl &graphUrl) : m_graphUrl(graphUrl)
{
    writeCredentials(defaultCredentials());
}

GatewayProcess::~GatewayProcess()
{
    kill();
}

QJsonObject GatewayProcess::defaultCredentials()
{
    const QJsonObject number{{u"phone_number_id"_s, QString::fromLatin1(phoneNumberId)}, {u"waba_id"_s, QString::fromLatin1(wabaId)},
        {u"display_phone_number"_s, u"+1 555-078-3881"_s}, {u"access_token"_s, QString::fromLatin1(accessToken)}};
    return {{u"app_id"_s, u"500000000000001"_s}, {u"app_secret"_s, QString::fromLatin1(appSecret)},
        {u"verify_token"_s, QString::fromLatin1(verifyToken)}, {u"config_id"_s, u"400000000000001"_s},
        {u"public_url"_s, u"https://tandem.example"_s}, {u"numbers"_s, QJsonArray{number}}};
}

void GatewayProcess::writeCredentials(const QJsonObject &meta, QFileDevice::Permissions mode)
{
    QFile::remove(file(u"credentials.json"_s));
    QFile out(file(u"credentials.json"_s));
    if (!out.open(QIODevice::WriteOnly)) return;
    out.setPermissions(mode);
    out.write(QJsonDocument(QJsonObject{{u"meta"_s, meta}}).toJson());
}

quint16 GatewayProcess::serve(const QString &listen)
{
    m_process = std::make_unique<QProcess>();
    m_process->start(program(), QStringList{u"serve"_s, u"--database"_s, database(), u"--listen"_s, listen, u"--graph-url"_s, m_graphUrl.toString(),
        u"--credentials"_s, file(u"credentials.json"_s)} + m_options);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 15000 && !m_process->canReadLine() && m_process->state() != QProcess::NotRunning) m_process->waitForReadyRead(50);
    m_firstLine = m_process->readLine().trimmed();
    const auto colon = m_firstLine.lastIndexOf(':');
    m_port = m_firstLine.startsWith("listening on http://") ? quint16(m_firstLine.mid(colon + 1).toUInt()) : quint16(0);
    return m_port;
}

void GatewayProcess::signal(int number) const
{
#ifdef Q_OS_UNIX
    if (m_process) ::kill(pid_t(m_process->processId()), number);
#else
    Q_UNUSED(number)
#endif
}

void GatewayProcess::kill()
{
    if (!m_process) return;
    m_process->kill();
    m_process->waitForFinished(10000);
    m_err += m_process->readAllStandardError();
    m_process.reset();
}

int GatewayProcess::terminate(int ms)
{
    if (!m_process) return -1;
    m_process->terminate();
    const bool ended = m_process->waitForFinished(ms);
    const int code = ended && m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    kill();
    return code;
}

QByteArray GatewayProcess::nextLine(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (m_process && timer.elapsed() < ms && !m_process->canReadLine()) m_process->waitForReadyRead(50);
    return m_process ? m_process->readLine().trimmed() : QByteArray();
}

QByteArray GatewayProcess::serveErr()
{
    if (m_process) m_err += m_process->readAllStandardError();
    return m_err;
}

Finished GatewayProcess::run(const QStringList &arguments, int ms) const
{
    QProcess process;
    process.start(program(), arguments);
    Finished finished;
    if (!process.waitForFinished(ms)) {
        process.kill();
        process.waitForFinished();
        return finished;
    }
    finished.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

Finished GatewayProcess::send(const QString &to, const QString &text, int count, const QString &number) const
{
    QStringList arguments{u"send"_s, u"--database"_s, database(), u"--number"_s, number, u"--to"_s, to, u"--text"_s, text};
    if (count != 1) arguments << u"--count"_s << QString::number(count);
    return run(arguments);
}

QList<QJsonObject> GatewayProcess::exported(const QString &kind) const
{
    QList<QJsonObject> lines;
    const auto finished = run({u"export"_s, u"--database"_s, database()});
    for (const auto &line : finished.out.split('\n')) {
        if (line.isEmpty()) continue;
        const auto object = QJsonDocument::fromJson(line).object();
        if (kind.isEmpty() || object["kind"_L1].toString() == kind) lines.append(object);
    }
    return lines;
}

int GatewayProcess::post(const QByteArray &body, const QByteArray &secret) const
{
    RawClient client(m_port);
    client.send(signedPost(body, secret));
    return client.status(10000);
}

} // namespace Tandem::Testing
