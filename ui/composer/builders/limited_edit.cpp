#include "ui/composer/builders/limited_edit.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace Tandem {

LimitedEdit::LimitedEdit(int limit, Name name, QWidget *parent) : QLineEdit(parent), m_name(std::move(name))
{
    retranslate();
    setLimit(limit);
    connect(this, &QLineEdit::textChanged, this, qOverload<>(&QWidget::update));
}

void LimitedEdit::retranslate()
{
    setAccessibleName(m_name());
    setPlaceholderText(m_name());
}

void LimitedEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
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
