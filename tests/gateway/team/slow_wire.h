#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QLocalSocket)
QT_FORWARD_DECLARE_CLASS(QTcpServer)
QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace Tandem::Testing {

/// A wire between a gateway and PostgreSQL's socket that can go silent: nothing arrives and nothing is refused, as when a
/// switch dies. Runs in a thread of its own.
class SlowWire final : public QObject
{
    Q_OBJECT
public:
    explicit SlowWire(const QString &socketPath);
    ~SlowWire() override;

    [[nodiscard]] quint16 port() const { return m_port; }
    void setSilent(bool silent); ///< true: bytes wait; false: they go on
    void cutAll(); ///< resets every connection
    /// The next COMMIT on a connection that has said `marker` reaches the server, its answer gets lost with all connections,
    /// and for `awayMs` nobody gets through.
    void loseAnswerOfCommit(const QByteArray &marker, int awayMs);
    [[nodiscard]] bool hasLostAnswer() const { return m_lost; }

private:
    struct Pair
    {
        QPointer<QTcpSocket> near;
        QPointer<QLocalSocket> far;
        bool marked = false;
        bool doomed = false; ///< its COMMIT is on its way
    };
    void watch(Pair &pair, const QByteArray &bytes);
    void goAway();
    void accept();
    void pump(const std::shared_ptr<Pair> &pair);
    void onThread(const std::function<void()> &act);

    const QString m_socketPath;
    QThread m_thread;
    QTcpServer *m_server = nullptr;
    QList<std::shared_ptr<Pair>> m_pairs;
    std::atomic<bool> m_silent{false};
    std::atomic<bool> m_lost{false};
    QByteArray m_marker;
    int m_awayMs = 0;
    bool m_away = false;
    quint16 m_port = 0;
};

} // namespace Tandem::Testing
