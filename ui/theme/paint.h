#pragma once

#include "ui/theme/theme.h"

#include <QRectF>
#include <QString>

class QPainter;

/// The few shapes that several panes draw alike. Logical pixels; `rect` is where the thing stands.
namespace Tandem::Paint {

/// Round picture with initials; a person where there are none. `seed` chooses the colour.
void avatar(QPainter &painter, const Theme &theme, const QRectF &rect, qint64 seed, const QString &initials);
/// The coexistence badge: our phone-with-a-link on a small disc that is cut out of what lies below it in `under`.
void badge(QPainter &painter, const Theme &theme, const QRectF &rect, const QColor &under);
void icon(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &name, const QColor &color);
/// Filled pill with centred text; returns its width, which is at least its height.
qreal pill(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &fill, const QColor &ink);
[[nodiscard]] qreal pillWidth(const QString &text, const QFont &font, qreal height);
/// Soft shadow around `rect`, `depth` pixels deep, falling `drop` pixels; drawn before the thing itself.
void shadow(QPainter &painter, const QRectF &rect, qreal radius, int depth, int drop);
/// Ink of the chosen page's icon on the dark rail.
[[nodiscard]] QColor onRail();
/// Ring of keyboard focus just inside `rect`.
void focusRing(QPainter &painter, const Theme &theme, const QRectF &rect, qreal radius);

} // namespace Tandem::Paint
