#include "ui/timeline/pictures/picture_viewer.h"

#include "core/base/on_finished.h"
#include "ui/theme/theme.h"
#include "ui/timeline/pictures/picture_loader.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QThreadPool>
#include <QWheelEvent>

namespace Tandem {
namespace {

constexpr qreal MaxZoom = 5;
constexpr int Border = Theme::Grid * 8;
constexpr int LongestSide = 2560; ///< decoded to this at most: sharp at high zoom, bounded in memory

} // namespace

PictureViewer::PictureViewer(const Theme &theme, const QString &path, QWidget *window) : QWidget(window), m_theme(theme)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture"));
    setGeometry(window->rect());
    window->installEventFilter(this);
    auto promise = std::make_shared<QPromise<Result<DecodedPicture>>>();
    promise->start();
    onFinished(this, promise->future(), [this](const Result<DecodedPicture> &result) {
        if (result) m_picture = QPixmap::fromImage(result->image);
        m_failed = !result;
        update();
    });
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(decodePicture({path, QSize(LongestSide, LongestSide), 1, true, true}));
        promise->finish();
    });
    show();
    raise();
    setFocus();
}

QRectF PictureViewer::shown() const
{
    const auto room = QSizeF(size()) - QSizeF(2 * Border, 2 * Border);
    auto fit = QSizeF(m_picture.size());
    if (fit.width() > room.width() || fit.height() > room.height()) fit.scale(room, Qt::KeepAspectRatio);
    QRectF target(QPointF(), fit * m_zoom);
    target.moveCenter(QRectF(rect()).center() + m_shift);
    return target;
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    auto scrim = m_theme.color(Theme::Color::Rail);
    scrim.setAlphaF(0.9f);
    painter.fillRect(rect(), scrim);
    if (!m_picture.isNull()) {
        painter.drawPixmap(shown(), m_picture, QRectF(m_picture.rect()));
        return;
    }
    painter.setPen(m_theme.color(Theme::Color::RailText));
    painter.setFont(m_theme.font(Theme::Text::Heading));
    painter.drawText(rect(), Qt::AlignCenter, m_failed ? tr("This picture cannot be shown.") : tr("Loading…"));
}

void PictureViewer::zoom(qreal factor, QPointF around)
{
    const qreal before = m_zoom;
    m_zoom = std::clamp(m_zoom * factor, 1.0, MaxZoom);
    const auto centre = QRectF(rect()).center() + m_shift;
    m_shift += (centre - around) * (m_zoom / before - 1);
    if (m_zoom <= 1) m_shift = {};
    update();
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Space: close(); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1.25, QRectF(rect()).center()); break;
    case Qt::Key_Minus: zoom(0.8, QRectF(rect()).center()); break;
    case Qt::Key_0: zoom(1 / m_zoom, QRectF(rect()).center()); break;
    default: break; // nothing below the picture may be reached by keys
    }
}

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    zoom(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position();
    m_moved = false;
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_zoom <= 1) return;
    m_shift += event->position() - m_grabbed;
    m_grabbed = event->position();
    m_moved = true;
    update();
}

void PictureViewer::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_moved && (m_picture.isNull() || !shown().contains(event->position()))) close();
}

bool PictureViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Tandem
