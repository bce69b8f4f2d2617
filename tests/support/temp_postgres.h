#pragma once

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Tandem::Testing {

/// A throw-away PostgreSQL cluster on a Unix socket, gone with the object. As root it runs as user postgres or nobody,
/// because initdb refuses root. Where PostgreSQL is missing, error() says so and the test must fail.
class TempPostgres
{
public:
    TempPostgres();
    /// A standby of a running one, following it.
    explicit TempPostgres(const TempPostgres *primary);
    ~TempPostgres();
    Q_DISABLE_COPY_MOVE(TempPostgres)

    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] QString error() const { return m_error; }
    /// Folder of the socket, for libpq's `host`; the superuser is "postgres", the database "postgres".
    [[nodiscard]] QString host() const { return m_folder.path(); }
    /// The address of a database on it.
    [[nodiscard]] QString url(const QString &database = QStringLiteral("postgres"), const QString &user = QStringLiteral("postgres")) const;

    bool stop(); ///< `immediate`, as in a crash
    bool start(const QString &more = {}); ///< `more`: further options of the server, as on its command line
    bool promote(); ///< a standby becomes the primary
    bool sql(const QString &text); ///< as superuser, in the database "postgres"
    void leaveRunning(); ///< for a server that several test programs share; stopAt() ends it
    static void stopAt(const QString &host);

private:
    bool prepareFolder();
    bool run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_bin;
    QString m_error;
    bool m_running = false;
};

} // namespace Tandem::Testing
