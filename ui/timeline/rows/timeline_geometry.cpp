#include "ui/timeline/rows/timeline_geometry.h"

#include <algorithm>

namespace Tandem {

void TimelineGeometry::clear()
{
    m_rows.clear();
    m_settled = false;
}

void TimelineGeometry::insert(int first, int count)
{
    m_rows.insert(m_rows.begin() + first, size_t(count), Row{});
    m_settled = false;
}

void TimelineGeometry::remove(int first, int count)
{
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    m_settled = false;
}

void TimelineGeometry::setRow(int row, const Row &value)
{
    auto &old = m_rows[size_t(row)];
    if (old.above != value.above || old.bubble != value.bubble) m_settled = false;
    old = value;
}

void TimelineGeometry::setHead(int height)
{
    if (m_head == height) return;
    m_head = height;
    m_settled = false;
}

void TimelineGeometry::setTail(int height)
{
    if (m_tail == height) return;
    m_tail = height;
    m_settled = false;
}

void TimelineGeometry::settle() const
{
    if (m_settled && m_tops.size() == m_rows.size() + 1) return;
    // The window holds some hundred rows: a plain sum costs microseconds and cannot drift.
    m_tops.resize(m_rows.size() + 1);
    int y = m_head;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_tops[i] = y;
        y += m_rows[i].above + m_rows[i].bubble;
    }
    m_tops.back() = y;
    m_settled = true;
}

int TimelineGeometry::top(int row) const
{
    settle();
    return m_tops[size_t(row)];
}

int TimelineGeometry::height() const
{
    settle();
    return m_tops.back() + m_tail;
}

int TimelineGeometry::rowAt(int y) const
{
    if (m_rows.empty()) return -1;
    settle();
    const auto above = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return std::max(0, int(above - m_tops.begin()) - 1);
}

} // namespace Tandem
