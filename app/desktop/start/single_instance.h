#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace Tandem {

/// One program per profile and user: a second start asks the first to show its window, and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// `folder` of the profile names the instance.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    /// False when another instance runs; it was asked to come to the front.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace Tandem
