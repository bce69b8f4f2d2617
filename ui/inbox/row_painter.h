#pragma once

#include "core/domain/conversation.h"
#include "ui/theme/theme.h"

#include <QRect>

class QPainter;

namespace Tandem {

/// How one row of the inbox list is to look, apart from what it says.
struct RowStyle
{
    UtcTime now;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool selected = false;
    bool hovered = false;
    bool focused = false;
    bool team = false; ///< who has it is of interest
    QList<int> labels; ///< colour indexes
};

/// Paints one conversation row: stripe, avatar with window ring and badge, title, time, preview with its marks, unread
/// pill. Knows nothing of views, so that it can be tested and measured alone.
class RowPainter
{
public:
    explicit RowPainter(const Theme &theme);
    void paint(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const;

private:
    struct Line; // one text line being filled from both ends

    void paintGround(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const;
    void paintAvatar(QPainter &painter, const QRect &rect, const ConversationRow &row, const RowStyle &style) const;
    void paintTitle(Line &line, const ConversationRow &row, const RowStyle &style) const;
    void paintTeam(Line &line, const ConversationRow &row, const RowStyle &style) const; ///< assignee, mention, snooze
    void paintPreview(Line &line, const ConversationRow &row, const RowStyle &style) const;
    [[nodiscard]] QColor ground(const RowStyle &style) const;

    const Theme &m_theme;
};

} // namespace Tandem
