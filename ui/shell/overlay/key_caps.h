#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QPainter;
class QRect;

namespace Tandem {

/// Keys drawn as caps.
class KeyCaps
{
public:
    explicit KeyCaps(const Theme &theme) : m_theme(theme) { }
    /// Draws the caps so that they end at the right edge of `rect` (or start there, right to left); returns the width.
    int paint(QPainter &painter, const QRect &rect, const QStringList &caps, Qt::LayoutDirection direction) const;

private:
    const Theme &m_theme;
};

} // namespace Tandem
