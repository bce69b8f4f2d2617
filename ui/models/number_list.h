#pragma once

#include "core/domain/changes.h"
#include "core/domain/number.h"

#include <QList>
#include <QObject>

namespace Tandem {

class NumberStore;

/// All numbers of the workspace, kept up to date; there are few, so it is simply the whole list. GUI thread.
class NumberList final : public QObject
{
    Q_OBJECT
public:
    explicit NumberList(NumberStore &store, QObject *parent = nullptr);

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const QList<Number> &numbers() const { return m_numbers; }
    [[nodiscard]] const Number *find(NumberId id) const; ///< null when unknown
    void load();

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void changed();

private:
    NumberStore &m_store;
    QList<Number> m_numbers;
    bool m_loaded = false;
    bool m_busy = false;
    bool m_again = false;
};

} // namespace Tandem
