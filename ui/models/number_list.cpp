#include "ui/models/number_list.h"

#include "core/store/stores.h"

#include <algorithm>

namespace Tandem {

NumberList::NumberList(NumberStore &store, QObject *parent) : QObject(parent), m_store(store) { }

const Number *NumberList::find(NumberId id) const
{
    const auto at = std::find_if(m_numbers.cbegin(), m_numbers.cend(), [id](const Number &n) { return n.id == id; });
    return at == m_numbers.cend() ? nullptr : &*at;
}

void NumberList::applyChanges(const Changes &changes)
{
    if (!changes.numbers.isEmpty() || changes.all) load();
}

void NumberList::load()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    onFinished(this, m_store.all(), [this](const auto &numbers) {
        m_busy = false;
        if (numbers) {
            m_numbers = *numbers;
            m_loaded = true;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false)) load();
    });
}

} // namespace Tandem
