#pragma once

#include <QObject>

class QSocketNotifier;

namespace Tandem {

/// Turns SIGTERM and SIGINT into one signal in the event loop; a second one ends the program at once. One object a program.
class StopSignal final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);

Q_SIGNALS:
    void requested();

private:
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace Tandem
