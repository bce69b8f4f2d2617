#pragma once

#include "tests/sandbox/webhook_recorder.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QStringList>

namespace Tandem::Testing {

/// What came back from the sandbox. `status` 0: the connection was cut.
struct Answer
{
    int status = 0;
    QByteArray body;
    QJsonObject json;
    [[nodiscard]] int code() const { return json[u"error"].toObject()[u"code"].toInt(); }
};

/// The real tandem-sandbox with a recorder behind it, and blocking calls to both its sides.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &more = {QStringLiteral("--scenario"), QStringLiteral("quiet")});
    ~SandboxProcess();

    [[nodiscard]] bool isListening() const { return !m_base.isEmpty(); }
    [[nodiscard]] const QString &base() const { return m_base; }
    /// SIGTERM; the exit code, −1 when it did not end.
    int stop();

    Answer get(const QString &path, const QString &token = {});
    Answer post(const QString &path, const QJsonObject &body = {}, const QString &token = {});
    Answer remove(const QString &path, const QString &token = {});
    Answer send(const QByteArray &verb, const QString &path, const QByteArray &type, const QByteArray &body,
        const QString &token);

    /// Links the first number at once; fills number, waba, token.
    void link(const QJsonObject &options = {});
    /// A text from the API to a customer.
    Answer text(const QString &to, const QString &body, const QString &opaque = {});
    /// A live message of a customer, which opens the window.
    QString customerSays(const QString &from, const QString &body);

    QString number;
    QString waba;
    QString token;
    WebhookRecorder hooks{"CANARY-app-secret", "CANARY-verify-token"};

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QString m_base;
};

/// Runs tandem-sandbox with these arguments to its end; the exit code, and stderr in `err`.
[[nodiscard]] int runSandbox(const QStringList &arguments, QByteArray *err = nullptr);

} // namespace Tandem::Testing
