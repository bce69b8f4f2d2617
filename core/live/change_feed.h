#pragma once

#include "core/domain/changes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Tandem {

class Store;

/// Tells models in its own thread what changed, coalesced: the first change is passed on at once, those within the
/// next `interval` together. While a team is busy the interval is longer, for all of its desktops read from one server what
/// each change names. Never carries content.
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
    [[nodiscard]] int interval();

    static constexpr int BusyMs = 120;
    static constexpr int WindowMs = 500;
    static constexpr int ManyInWindow = 5; ///< ten a second

    QTimer m_timer;
    QElapsedTimer m_window;
    const int m_intervalMs;
    const bool m_server;
    int m_inWindow = 0;
    bool m_busy = false;
    Changes m_pending;
};

} // namespace Tandem
