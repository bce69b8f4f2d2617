#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

class QLocalSocket;

namespace Tandem {

/// One program per profile and user: a second start asks the first to show its window, hands over what it was opened
/// with, and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// `folder` of the profile names the instance.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    /// False when another instance runs; it was asked to come to the front and given `message`.
    [[nodiscard]] bool claim(const QByteArray &message = {});

Q_SIGNALS:
    void raiseRequested();
    void messageReceived(const QByteArray &message); ///< not empty; from a start of the same user, of what anyone may have sent them

private:
    void listen(QLocalSocket *socket);
    void read(QLocalSocket *socket);

    QString m_name;
    QLocalServer m_server;
};

} // namespace Tandem
