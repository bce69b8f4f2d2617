#include "ui/media/lightbox/film_strip.h"

#include "ui/media/pictures/picture_loader.h"
#include "ui/media/pictures/poster_loader.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int Side = Theme::Grid * 13;
constexpr int Gap = Theme::Grid;

} // namespace

FilmStrip::FilmStrip(const Theme &theme, PictureLoader &pictures, PosterLoader &posters, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_pictures(pictures), m_posters(posters)
{
    setFixedHeight(Side + Gap * 2);
    connect(&pictures, &PictureLoader::ready, this, qOverload<>(&QWidget::update));
    connect(&posters, &PosterLoader::ready, this, qOverload<>(&QWidget::update));
}

void FilmStrip::setItems(const QList<Message> &items)
{
    m_items = items;
    setVisible(items.size() > 1);
    update();
}

void FilmStrip::setCurrent(int index)
{
    m_current = index;
    update();
}

QSize FilmStrip::sizeHint() const { return {Side * 9, Side + Gap * 2}; }

QRect FilmStrip::cell(int index) const
{
    const int middle = (width() - Side) / 2;
    const int step = (index - m_current) * (Side + Gap);
    return {middle + (layoutDirection() == Qt::RightToLeft ? -step : step), Gap, Side, Side};
}

void FilmStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < m_items.size(); ++i) {
        if (cell(i).intersects(rect())) paintCell(painter, i);
    }
}

void FilmStrip::paintCell(QPainter &painter, int index)
{
    const auto area = cell(index);
    const auto &message = m_items.at(index);
    painter.setOpacity(index == m_current ? 1 : 0.6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::RailActive));
    painter.drawRoundedRect(area, 4, 4);
    if (message.type == "video"_L1) {
        if (const auto *poster = m_posters.poster(message.media.path); poster && !poster->frame.isNull()) {
            const auto side = std::min(poster->frame.width(), poster->frame.height());
            const QRect middle((poster->frame.width() - side) / 2, (poster->frame.height() - side) / 2, side, side);
            painter.drawImage(area, poster->frame, middle);
        }
        painter.drawPixmap(area.center() - QPoint(9, 9), m_theme.pixmap(u"play"_s, 20, m_theme.color(Theme::Color::RailText).lighter(130), devicePixelRatioF()));
    } else {
        PictureLoader::State state;
        const PictureRequest request{message.media.path, area.size(), devicePixelRatioF(), false, false, true};
        painter.drawPixmap(area.topLeft(), m_pictures.picture(request, &state));
    }
    painter.setOpacity(1);
    if (index != m_current) return;
    painter.setPen(QPen(m_theme.color(Theme::Color::RailMark), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(area).adjusted(-1, -1, 1, 1), 5, 5);
}

void FilmStrip::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_items.size(); ++i) {
        if (cell(i).contains(event->position().toPoint())) {
            Q_EMIT chosen(i);
            return;
        }
    }
}

} // namespace Tandem
