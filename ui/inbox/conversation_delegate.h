#pragma once

#include "core/base/clock.h"
#include "ui/inbox/row_painter.h"

#include <QStyledItemDelegate>

namespace Tandem {

/// Hands each row of a ConversationListModel to the RowPainter.
class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ConversationDelegate(const Theme &theme, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    RowPainter m_painter;
    const Clock &m_clock;
};

} // namespace Tandem
