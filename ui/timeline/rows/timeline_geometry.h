#pragma once

#include "core/base/id.h"

#include <vector>

namespace Tandem {

/// Where the rows of the window stand: heights (laid out or estimated) and their running sum. Knows nothing of text
/// or widgets. Row heights include what is drawn above the bubble (day, unread line, gap).
class TimelineGeometry
{
public:
    struct Row
    {
        int above = 0; ///< px for separators and the gap before the bubble
        int bubble = 0; ///< px of the bubble with its reactions
        bool exact = false; ///< laid out, not estimated
    };

    void clear();
    void insert(int first, int count);
    void remove(int first, int count);
    void setRow(int row, const Row &value);
    void setHead(int height); ///< px before the first row: loading row or start of history
    void setTail(int height); ///< px after the last row

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] const Row &row(int index) const { return m_rows[size_t(index)]; }
    [[nodiscard]] int top(int row) const; ///< of the space above the bubble
    [[nodiscard]] int bubbleTop(int row) const { return top(row) + m_rows[size_t(row)].above; }
    [[nodiscard]] int bottom(int row) const { return bubbleTop(row) + m_rows[size_t(row)].bubble; }
    [[nodiscard]] int head() const { return m_head; }
    [[nodiscard]] int height() const; ///< all rows with head and tail
    [[nodiscard]] int rowAt(int y) const; ///< the row that covers y, clamped; −1 when there is none

private:
    void settle() const;

    std::vector<Row> m_rows;
    mutable std::vector<int> m_tops; ///< of each row, plus the end
    mutable bool m_settled = true;
    int m_head = 0;
    int m_tail = 0;
};

} // namespace Tandem
