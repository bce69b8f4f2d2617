#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace Tandem {

/// Paints a PickModel's rows: who, why not, and a tick box.
class PickDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PickDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTick(QPainter &painter, const QRectF &box, bool on) const;

    const Theme &m_theme;
};

} // namespace Tandem
