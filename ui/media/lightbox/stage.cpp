#include "ui/media/lightbox/stage.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qreal MarkSize = Theme::Grid * 18;

} // namespace

Stage::Stage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) { setMouseTracking(true); }

void Stage::clear(const QString &words)
{
    m_picture = {};
    m_words = words;
    m_zoom = 1;
    m_shift = {};
    update();
}

void Stage::setPicture(const QPixmap &picture, bool keepZoom)
{
    m_picture = picture;
    if (!keepZoom) {
        m_zoom = 1;
        m_shift = {};
    }
    update();
}

QRectF Stage::shown() const
{
    auto fit = QSizeF(m_picture.size()) / m_picture.devicePixelRatio();
    if (fit.width() > width() || fit.height() > height()) fit.scale(QSizeF(size()), Qt::KeepAspectRatio);
    QRectF target(QPointF(), fit * m_zoom);
    target.moveCenter(QRectF(rect()).center() + m_shift);
    return target;
}

void Stage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    if (m_picture.isNull()) {
        painter.setPen(m_theme.color(Theme::Color::RailText));
        painter.setFont(m_theme.font(Theme::Text::Heading));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_words);
    } else {
        painter.drawPixmap(shown(), m_picture, QRectF(m_picture.rect()));
    }
    if (!m_playMark) return;
    const QRectF mark(QRectF(rect()).center() - QPointF(MarkSize, MarkSize) / 2, QSizeF(MarkSize, MarkSize));
    auto disc = m_theme.color(Theme::Color::Rail);
    disc.setAlphaF(0.72f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(disc);
    painter.drawEllipse(mark);
    const auto icon = m_theme.pixmap(u"play"_s, 36, m_theme.color(Theme::Color::RailText).lighter(130), devicePixelRatioF());
    painter.drawPixmap(mark.center() - QPointF(16, 18), icon);
}

void Stage::zoom(qreal factor, QPointF around)
{
    if (m_picture.isNull()) return;
    const qreal before = m_zoom;
    m_zoom = std::clamp(m_zoom * factor, 1.0, MaxZoom);
    const auto centre = QRectF(rect()).center() + m_shift;
    m_shift += (centre - around) * (m_zoom / before - 1);
    keepInView();
    setCursor(m_zoom > 1 ? Qt::OpenHandCursor : Qt::ArrowCursor);
    update();
}

void Stage::keepInView()
{
    const auto size = shown().size();
    const qreal x = std::max(0.0, (size.width() - width()) / 2);
    const qreal y = std::max(0.0, (size.height() - height()) / 2);
    m_shift = {std::clamp(m_shift.x(), -x, x), std::clamp(m_shift.y(), -y, y)};
}

void Stage::wheelEvent(QWheelEvent *event)
{
    zoom(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void Stage::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position();
    m_moved = false;
    if (m_zoom > 1) setCursor(Qt::ClosedHandCursor);
}

void Stage::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton)) return;
    if (m_zoom <= 1) {
        const bool far = (event->position() - m_grabbed).manhattanLength() > QApplication::startDragDistance();
        if (far && !m_moved && shown().contains(m_grabbed)) Q_EMIT dragWanted();
        m_moved |= far;
        return;
    }
    m_shift += event->position() - m_grabbed;
    m_grabbed = event->position();
    m_moved = true;
    keepInView();
    update();
}

void Stage::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_zoom > 1) setCursor(Qt::OpenHandCursor);
    if (m_moved || event->button() != Qt::LeftButton) return;
    if (m_picture.isNull() || !shown().contains(event->position())) {
        Q_EMIT clickedBeside();
    } else {
        Q_EMIT clicked();
    }
}

void Stage::mouseDoubleClickEvent(QMouseEvent *event) { zoom(m_zoom > 1 ? 1 / m_zoom : 2.5, event->position()); }

} // namespace Tandem
