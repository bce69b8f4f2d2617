#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace Tandem {

/// One line of the palette: icon or avatar, words, keys.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PaletteDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Tandem
