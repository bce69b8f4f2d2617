#pragma once

#include "core/base/clock.h"
#include "ui/inbox/row_painter.h"

#include <QStyledItemDelegate>

namespace Tandem {

class TeamDirectory;

/// Hands each row of a ConversationListModel to the RowPainter.
class ConversationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `directory` knows the labels' colours; null: none are shown.
    ConversationDelegate(const Theme &theme, const Clock &clock, const TeamDirectory *directory, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    RowPainter m_painter;
    const Clock &m_clock;
    const TeamDirectory *m_directory;
};

} // namespace Tandem
