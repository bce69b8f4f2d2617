#include "ui/search/search_field.h"

#include "ui/theme/paint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int fieldHeight = 36;
constexpr int iconSide = 16;

} // namespace

SearchField::SearchField(const Theme &theme, QWidget *parent) : QLineEdit(parent), m_theme(theme)
{
    setObjectName(u"search.edit"_s);
    setProperty("role", u"search"_s);
    setFixedHeight(fieldHeight);
    setMaxLength(200);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

QString SearchField::hint() const
{
    return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
}

QRect SearchField::endBox() const
{
    const int width = text().isEmpty() ? QFontMetrics(m_theme.font(Theme::Text::Small)).horizontalAdvance(hint()) + 12 : 24;
    return QStyle::visualRect(layoutDirection(), rect(), {this->width() - width - 6, (fieldHeight - 22) / 2, width, 22});
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = QStyle::visualRect(layoutDirection(), rect(), {11, (fieldHeight - iconSide) / 2, iconSide, iconSide});
    Paint::icon(painter, m_theme, at, u"search"_s, m_theme.color(Theme::Color::Muted));
    const auto box = endBox();
    if (!text().isEmpty()) {
        const QRect cross(box.center().x() - 6, box.center().y() - 6, 14, 14);
        Paint::icon(painter, m_theme, cross, u"close"_s, m_theme.color(Theme::Color::Muted));
        return;
    }
    painter.setPen(QPen(m_theme.color(Theme::Color::Line), 1));
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.setPen(m_theme.color(Theme::Color::Muted));
    painter.drawText(box, Qt::AlignCenter, hint());
}

void SearchField::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && endBox().contains(event->pos())) {
        if (text().isEmpty()) Q_EMIT paletteRequested();
        else clear();
        return;
    }
    QLineEdit::mousePressEvent(event);
}

void SearchField::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(endBox().contains(event->pos()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QLineEdit::mouseMoveEvent(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: Q_EMIT moved(1); return;
    case Qt::Key_Up: Q_EMIT moved(-1); return;
    case Qt::Key_PageDown: Q_EMIT moved(8); return;
    case Qt::Key_PageUp: Q_EMIT moved(-8); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT entered(); return;
    case Qt::Key_Escape: Q_EMIT escaped(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLineEdit::changeEvent(event);
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Names and messages"));
    setAccessibleName(placeholderText());
}

} // namespace Tandem
