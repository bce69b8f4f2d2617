#pragma once

#include <QObject>

namespace Tandem::Sandbox {

/// SIGTERM, SIGINT and Ctrl-C end the event loop instead of the process.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;
};

} // namespace Tandem::Sandbox
