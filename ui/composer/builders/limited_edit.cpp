#include "ui/composer/builders/limited_edit.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace Tandem {

LimitedEdit::LimitedEdit(int limit, const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setPlaceholderText(name);
    setLimit(limit);
    connect(this, &QLineEdit::textChanged, this, qOverload<>(&QWidget::update));
}

void LimitedEdit::setLimit(int limit) { setMaxLength(limit > 0 ? limit : 32767); }

void LimitedEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const auto left = maxLength() - text().size();
    if (!hasFocus() || left > maxLength() / 4 || maxLength() > 5000) return;
    QPainter painter(this);
    auto font = this->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(0, 0, -Theme::Grid * 2, -1), Qt::AlignTrailing | Qt::AlignBottom, locale().toString(left));
}

} // namespace Tandem
