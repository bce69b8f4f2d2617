#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace Tandem::Testing {

inline constexpr auto appSecret = "CANARY-app-secret";
inline constexpr auto verifyToken = "CANARY-verify-token";
inline constexpr auto accessToken = "CANARY-access-token";
inline constexpr auto phoneNumberId = "600000000000001";
inline constexpr auto wabaId = "700000000000001";

/// "sha256=…" of this body under this secret.
[[nodiscard]] QByteArray signature(const QByteArray &body, const QByteArray &secret = appSecret);
/// A whole signed POST to /webhooks/meta, as raw bytes.
[[nodiscard]] QByteArray signedPost(const QByteArray &body, const QByteArray &secret = appSecret);
/// A live text of a customer.
[[nodiscard]] QByteArray liveText(const QString &wamid, const QString &from, const QString &text, qint64 seconds);
/// A status webhook; `opaque` may be empty.
[[nodiscard]] QByteArray statusHook(const QString &wamid, const QString &status, qint64 seconds, const QString &opaque = {});
/// A text typed on the phone.
[[nodiscard]] QByteArray echoText(const QString &wamid, const QString &to, const QString &text, qint64 seconds);
/// Any value of a field of the test number.
[[nodiscard]] QByteArray hook(const QString &field, const QJsonObject &value);

struct Finished
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

/// The real tandem-gateway on a folder of its own.
class GatewayProcess
{
public:
    explicit GatewayProcess(const QUrl &graphUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v25.0")));
    ~GatewayProcess();

    [[nodiscard]] QString file(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString database() const { return m_database.isEmpty() ? QStringLiteral("sqlite:") + file(QStringLiteral("tandem.db")) : m_database; }
    void useDatabase(const QString &url) { m_database = url; } ///< instead of a file of its own
    void useOptions(const QStringList &options) { m_options = options; } ///< more words for `serve`
    void writeCredentials(const QJsonObject &meta, QFileDevice::Permissions mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    [[nodiscard]] static QJsonObject defaultCredentials();

    /// Starts `serve` and waits for its line; the port, or 0.
    quint16 serve(const QString &listen = QStringLiteral("127.0.0.1:0"));
    [[nodiscard]] quint16 port() const { return m_port; }
    void signal(int number) const; ///< SIGSTOP, SIGCONT
    void kill(); ///< SIGKILL
    int terminate(int ms = 10000); ///< SIGTERM; the exit code, −1 when it hangs
    [[nodiscard]] QByteArray serveErr();
    [[nodiscard]] QByteArray nextLine(int ms = 5000); ///< of its output, after the first
    [[nodiscard]] QByteArray firstLine() const { return m_firstLine; }
    [[nodiscard]] qint64 pid() const { return m_process ? m_process->processId() : 0; }
    [[nodiscard]] bool isRunning() const { return m_process && m_process->state() == QProcess::Running; }

    /// Runs the program to its end with these arguments.
    [[nodiscard]] Finished run(const QStringList &arguments, int ms = 30000) const;
    [[nodiscard]] Finished send(const QString &to, const QString &text, int count = 1, const QString &number = QString::fromLatin1(phoneNumberId)) const;
    [[nodiscard]] QList<QJsonObject> exported(const QString &kind = {}) const;
    /// Posts over a fresh connection; the status, 0 when the connection was cut.
    int post(const QByteArray &body, const QByteArray &secret = appSecret) const;

private:
    QTemporaryDir m_dir;
    QUrl m_graphUrl;
    QString m_database;
    QStringList m_options;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QByteArray m_firstLine;
    QByteArray m_err;
};

} // namespace Tandem::Testing
