#include "tests/sandbox/sandbox_process.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

namespace Tandem::Testing {
using namespace Qt::StringLiterals;

static QString program()
{
    return qEnvironmentVariable("TANDEM_BIN") + u"/tandem-sandbox"_s;
}

SandboxProcess::SandboxProcess(const QStringList &more)
{
    QStringList arguments{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--webhook-url"_s, hooks.url(),
        u"--app-secret"_s, u"CANARY-app-secret"_s, u"--verify-token"_s, u"CANARY-verify-token"_s};
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program(), arguments + more);
    while (m_base.isEmpty() && m_process.waitForReadyRead(15'000)) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        if (line.startsWith(u"listening on "_s)) m_base = line.mid(13);
    }
}

SandboxProcess::~SandboxProcess()
{
    stop();
}

int SandboxProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning) return m_process.exitCode();
    m_process.terminate();
    if (m_process.waitForFinished(10'000))
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    m_process.kill();
    m_process.waitForFinished();
    return -1;
}

Answer SandboxProcess::send(
    const QByteArray &verb, const QString &path, const QByteArray &type, const QByteArray &body, const QString &bearer)
{
    QNetworkRequest request{QUrl(path.startsWith(u"http"_s) ? path : m_base + path)};
    request.setTransferTimeout(15'000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!type.isEmpty()) request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(type));
    if (!bearer.isEmpty()) request.setRawHeader("Authorization", "Bearer " + bearer.toUtf8());
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    reply->deleteLater();
    return answer;
}

Answer SandboxProcess::get(const QString &path, const QString &bearer)
{
    return send("GET", path, {}, {}, bearer);
}

Answer SandboxProcess::post(const QString &path, const QJsonObject &body, const QString &bearer)
{
    return send("POST", path, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact), bearer);
}

Answer SandboxProcess::remove(const QString &path, const QString &bearer)
{
    return send("DELETE", path, {}, {}, bearer);
}

void SandboxProcess::link(const QJsonObject &options)
{
    const Answer answer = post(u"/_control/link"_s, options);
    number = answer.json[u"phone_number_id"].toString();
    waba = answer.json[u"waba_id"].toString();
    token = answer.json[u"access_token"].toString();
}

Answer SandboxProcess::text(const QString &to, const QString &body, const QString &opaque)
{
    QJsonObject message{{u"messaging_product"_s, u"whatsapp"_s}, {u"to"_s, to}, {u"type"_s, u"text"_s},
        {u"text"_s, QJsonObject{{u"body"_s, body}}}};
    if (!opaque.isEmpty()) message.insert(u"biz_opaque_callback_data"_s, opaque);
    return post(u"/v25.0/"_s + number + u"/messages"_s, message, token);
}

QString SandboxProcess::customerSays(const QString &from, const QString &body)
{
    return post(u"/_customers/send"_s, {{u"number"_s, number}, {u"from"_s, from}, {u"text"_s, body}})
        .json[u"id"]
        .toString();
}

int runSandbox(const QStringList &arguments, QByteArray *err)
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(10'000)) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    if (err != nullptr) *err = process.readAllStandardError();
    return process.exitCode();
}

} // namespace Tandem::Testing
