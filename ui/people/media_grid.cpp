#include "ui/people/media_grid.h"

#include "ui/format/message_content.h"
#include "ui/format/time_text.h"
#include "ui/media/pictures/picture_loader.h"
#include "ui/media/pictures/poster_loader.h"
#include "ui/media/playback/media_plugin_loader.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int columns = 3;
constexpr int gap = 4;
constexpr int newestCells = 9;
constexpr int radius = 6;
constexpr int iconSide = 24;
constexpr int suffixLift = 8;
constexpr int playSide = 16;
constexpr qreal discRadius = 14;
constexpr qreal discOpacity = 0.66;

} // namespace

MediaGrid::MediaGrid(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_loader(new PictureLoader(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_loader, &PictureLoader::ready, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MediaGrid::setMedia(const QList<Message> &newestFirst)
{
    m_media.clear();
    for (const auto &message : newestFirst) {
        if (message.media.state == MediaState::Available && !message.revoked) m_media.append(message);
    }
    m_hovered = -1;
    m_focused = 0;
    fill();
}

void MediaGrid::setAll(bool all)
{
    m_all = all;
    fill();
}

void MediaGrid::fill()
{
    m_cells.clear();
    for (const auto &message : std::as_const(m_media)) {
        if (!m_all && m_cells.size() == newestCells) break;
        const auto content = contentOf(message);
        Cell cell;
        cell.video = content.form == ContentForm::Video;
        if (content.form == ContentForm::Image || cell.video) cell.path = message.media.path;
        if (content.form == ContentForm::File) cell.suffix = content.suffix;
        cell.icon = content.icon.isEmpty() ? u"image"_s : content.icon;
        cell.words = tr("%1, %2").arg(kindName(message.type, message.media.ref.voice), Format::dateAndTime(message.timestamp));
        m_cells.append(cell);
    }
    updateGeometry();
    update();
}

int MediaGrid::side() const
{
    return (width() - (columns - 1) * gap) / columns;
}

int MediaGrid::heightForWidth(int width) const
{
    const int rows = (int(m_cells.size()) + columns - 1) / columns;
    const int cell = (width - (columns - 1) * gap) / columns;
    return rows == 0 ? 0 : rows * cell + (rows - 1) * gap;
}

QSize MediaGrid::sizeHint() const
{
    const int width = Theme::PanelWidth - 8 * Theme::Grid;
    return {width, heightForWidth(width)};
}

QRect MediaGrid::cellRect(int index) const
{
    const QRect box((index % columns) * (side() + gap), (index / columns) * (side() + gap), side(), side());
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

int MediaGrid::cellAt(const QPoint &pos) const
{
    for (int i = 0; i < m_cells.size(); ++i) {
        if (cellRect(i).contains(pos)) return i;
    }
    return -1;
}

void MediaGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < m_cells.size(); ++i) {
        const auto &cell = m_cells.at(i);
        const QRectF box(cellRect(i));
        if (!event->region().intersects(cellRect(i))) continue; // what is scrolled away is not decoded
        paintCell(painter, cell, box);
        if (i == m_hovered || (hasFocus() && i == m_focused)) Paint::focusRing(painter, m_theme, box, radius);
    }
}

void MediaGrid::paintCell(QPainter &painter, const Cell &cell, const QRectF &box)
{
    PictureLoader::State state{};
    const PictureRequest wish{cell.path, QSize(side(), side()), devicePixelRatioF(), false, false, true};
    const auto picture = cell.path.isEmpty() || cell.video ? QPixmap() : m_loader->picture(wish, &state);
    const auto frame = cell.video ? posterOf(cell.path) : QImage();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Chip));
    painter.drawRoundedRect(box, radius, radius);
    if (!picture.isNull()) {
        QPainterPath outline;
        outline.addRoundedRect(box, radius, radius);
        painter.save();
        painter.setClipPath(outline);
        painter.drawPixmap(box.toRect(), picture);
        painter.restore();
        return;
    }
    if (!frame.isNull()) return paintPoster(painter, frame, box);
    const int lift = cell.suffix.isEmpty() ? 0 : suffixLift;
    const auto corner = box.center() - QPointF(iconSide / 2.0, iconSide / 2.0 + lift);
    Paint::icon(painter, m_theme, QRectF(std::floor(corner.x()), std::floor(corner.y()), iconSide, iconSide), cell.icon, m_theme.color(Theme::Color::Muted));
    if (cell.suffix.isEmpty()) return;
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.setPen(m_theme.color(Theme::Color::Muted));
    painter.drawText(box.adjusted(2, box.height() / 2 + suffixLift / 2.0, -2, 0), Qt::AlignHCenter | Qt::AlignTop, cell.suffix);
}

void MediaGrid::paintPoster(QPainter &painter, const QImage &frame, const QRectF &box) const
{
    const auto size = QSizeF(frame.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    const auto at = box.center() - QPointF(size.width() / 2, size.height() / 2);
    // As a brush the corners stay smooth, which a clip would not.
    QBrush brush(frame);
    brush.setTransform(QTransform::fromTranslate(at.x(), at.y()).scale(size.width() / frame.width(), size.height() / frame.height()));
    painter.setBrush(brush);
    painter.drawRoundedRect(box, radius, radius);
    auto disc = m_theme.color(Theme::Color::Rail);
    disc.setAlphaF(discOpacity);
    painter.setBrush(disc);
    painter.drawEllipse(box.center(), discRadius, discRadius);
    Paint::icon(painter, m_theme, QRectF(box.center() - QPointF(playSide / 2.0 - 1, playSide / 2.0), QSizeF(playSide, playSide)), u"play"_s,
        m_theme.color(Theme::Color::RailText).lighter(130));
}

QImage MediaGrid::posterOf(const QString &path)
{
    if (!m_posters) {
        m_posters = new PosterLoader([] { return MediaPluginLoader::load(); }, this);
        connect(m_posters, &PosterLoader::ready, this, qOverload<>(&QWidget::update));
    }
    const auto *poster = m_posters->poster(path);
    return poster ? poster->frame : QImage();
}

void MediaGrid::mouseMoveEvent(QMouseEvent *event)
{
    const int at = cellAt(event->pos());
    setCursor(at >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (at == m_hovered) return;
    m_hovered = at;
    update();
}

void MediaGrid::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void MediaGrid::mouseReleaseEvent(QMouseEvent *event)
{
    const int at = cellAt(event->pos());
    if (event->button() == Qt::LeftButton && at >= 0) Q_EMIT chosen(m_media.at(at));
}

void MediaGrid::keyPressEvent(QKeyEvent *event)
{
    int to = m_focused;
    switch (event->key()) {
    case Qt::Key_Left: to -= layoutDirection() == Qt::RightToLeft ? -1 : 1; break;
    case Qt::Key_Right: to += layoutDirection() == Qt::RightToLeft ? -1 : 1; break;
    case Qt::Key_Up: to -= columns; break;
    case Qt::Key_Down: to += columns; break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focused < m_cells.size()) Q_EMIT chosen(m_media.at(m_focused));
        return;
    default: QWidget::keyPressEvent(event); return;
    }
    m_focused = std::clamp(to, 0, std::max(0, int(m_cells.size()) - 1));
    update();
}

bool MediaGrid::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), at < 0 ? QString() : plainTip(m_cells.at(at).words), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Tandem
