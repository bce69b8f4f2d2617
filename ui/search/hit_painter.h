#pragma once

#include "core/base/clock.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace Tandem {

/// Paints a SearchModel's rows: headings, people, messages with the found words marked.
class HitPainter final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    HitPainter(const Theme &theme, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// One line of `text` with the words of `query` marked; when the first one stands too far right, the start is
    /// left out. In `rect`, in the painter's font.
    void markedText(QPainter &painter, const QRect &rect, const QString &text, const QString &query, const QColor &color,
        Qt::LayoutDirection direction) const;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintHit(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme &m_theme;
    const Clock &m_clock;
};

} // namespace Tandem
