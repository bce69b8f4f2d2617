#pragma once

#include <QObject>

namespace Tandem {

/// Turns SIGTERM and SIGINT (on Windows: Ctrl-C, Ctrl-Break, a closed console, log-off) into one signal in the event loop; a second one ends the program at once. One object a program.
class StopSignal final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void requested();
};

} // namespace Tandem
