#pragma once

#include "core/domain/changes.h"

#include <QObject>
#include <QTimer>

namespace Tandem {

class Store;

/// Tells models in its own thread what changed, coalesced: the first change is passed on at once, those within the
/// next `interval` together. Never carries content.
class ChangeFeed final : public QObject
{
    Q_OBJECT
public:
    explicit ChangeFeed(Store &store, int intervalMs = 30, QObject *parent = nullptr);

Q_SIGNALS:
    void changed(const Tandem::Changes &changes);

private:
    void take(const Changes &changes);
    void flush();

    QTimer m_timer;
    Changes m_pending;
};

} // namespace Tandem
