#include "ui/timeline/bubbles/paint/media_painter.h"

#include "ui/theme/paint.h"
#include "ui/timeline/bubbles/content/media/picture_part.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Color = Theme::Color;

constexpr qreal PictureRadius = Theme::Radius - 3;
constexpr qreal RingSize = 15; ///< its radius
constexpr qreal DiscSize = Theme::Grid * 12;
constexpr qreal BarWidth = 2.5;
constexpr qreal BarStep = 4.5;

} // namespace

void MediaPainter::paint(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const
{
    static const BubbleState::Picture nothing;
    for (size_t i = 0; i < layout.pictures().size(); ++i) {
        const auto &part = layout.pictures()[i];
        const bool hovered = !state.hoveredRect.isEmpty() && part.rect.translated(layout.origin()).contains(state.hoveredRect.center());
        paintPicture(part, origin, i < state.pictures.size() ? state.pictures[i] : nothing, hovered);
    }
    if (layout.sound()) paintSound(*layout.sound(), origin, state);
    if (layout.place()) paintPlace(*layout.place(), origin);
    if (layout.file()) paintFile(*layout.file(), origin, state.fileTransfer);
    for (const auto &avatar : layout.avatars()) Paint::avatar(m_painter, *m_style.theme, avatar.rect.translated(origin), avatar.seed, avatar.initials);
}

void MediaPainter::icon(const QString &name, QPointF centre, int size, const QColor &color) const
{
    m_painter.drawPixmap(centre - QPointF(size / 2.0, size / 2.0), m_style.theme->pixmap(name, size, color, m_style.ratio));
}

void MediaPainter::paintPicture(const BubbleLayout::PicturePart &part, QPointF origin, const BubbleState::Picture &state, bool hovered) const
{
    const auto rect = part.rect.translated(origin);
    const bool empty = state.pixmap.isNull() && state.frame.isNull();
    if (!part.sticker || empty) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Text, 0.07));
        if (empty) m_painter.drawRoundedRect(rect, PictureRadius, PictureRadius);
    }
    if (part.video) {
        paintVideo(rect, state, part.cell, hovered);
    } else if (!state.pixmap.isNull()) {
        m_painter.drawPixmap(rect.topLeft(), state.pixmap);
    } else if (state.failed) {
        icon(u"image"_s, rect.center(), 24, m_style.color(Color::Muted));
    }
    if (state.transfer > BubbleState::NoTransfer) paintRing(rect.center() - QPointF(0, empty ? 8 : 0), RingSize, state.transfer, !empty);
}

void MediaPainter::paintFrame(const QRectF &rect, const QImage &frame, qreal radius) const
{
    const qreal ratio = (rect.width() / rect.height()) / (qreal(frame.width()) / frame.height());
    const bool whole = ratio > 1.5 || ratio < 1 / 1.5;
    if (whole) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Rail));
        m_painter.drawRoundedRect(rect, radius, radius);
    }
    const auto size = QSizeF(frame.size()).scaled(rect.size(), whole ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding);
    QRectF target(QPointF(), size);
    target.moveCenter(rect.center());
    // As a brush the corners stay smooth, which a clip would not.
    QBrush brush(frame);
    brush.setTransform(QTransform::fromTranslate(target.x(), target.y()).scale(target.width() / frame.width(), target.height() / frame.height()));
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(brush);
    m_painter.drawRoundedRect(target.intersected(rect), whole ? 0 : radius, whole ? 0 : radius);
}

void MediaPainter::paintVideo(const QRectF &rect, const BubbleState::Picture &state, bool cell, bool hovered) const
{
    if (!state.frame.isNull()) {
        paintFrame(rect, state.frame, PictureRadius);
    } else if (state.transfer <= BubbleState::NoTransfer) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Rail, 0.85));
        m_painter.drawRoundedRect(rect, PictureRadius, PictureRadius);
    }
    if (state.transfer > BubbleState::NoTransfer || state.failed) return;
    if (!state.playing) paintDisc(rect.center(), cell ? DiscSize * 0.75 : DiscSize, u"play"_s);
    const auto words = state.active ? playTime(state.position) + u" / "_s + playTime(state.length) : playTime(state.length);
    if (state.length > 0) paintPill(QRectF(rect.left() + 6, cell ? rect.bottom() - 24 : rect.top() + 6, 0, 18), words);
    if (cell || !(hovered || state.active)) return;
    const auto corner = PicturePart::expandRect(rect);
    paintDisc(corner.center(), corner.width() - 4, u"expand"_s);
    if (!state.active || state.length <= 0) return;
    QRectF bar(rect.left() + 6, rect.bottom() - 5, rect.width() - 12, 3);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::RailText, 0.5));
    m_painter.drawRoundedRect(bar, 1.5, 1.5);
    bar.setWidth(bar.width() * std::min(1.0, double(state.position) / double(state.length)));
    m_painter.setBrush(m_style.color(Color::RailMark));
    m_painter.drawRoundedRect(bar, 1.5, 1.5);
}

void MediaPainter::paintDisc(QPointF centre, qreal size, const QString &name) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Rail, 0.66));
    m_painter.drawEllipse(centre, size / 2, size / 2);
    const int inner = int(size / 2);
    icon(name, centre + QPointF(name == "play"_L1 ? 1.0 : 0, 0), inner, m_style.color(Color::RailText).lighter(130));
}

void MediaPainter::paintPill(const QRectF &place, const QString &text) const
{
    const QFontMetricsF metrics(m_style.small);
    const QRectF pill(place.topLeft(), QSizeF(metrics.horizontalAdvance(text) + 14, std::max(place.height(), metrics.height() + 2)));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Rail, 0.62));
    m_painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    m_painter.setPen(m_style.color(Color::RailText).lighter(125));
    m_painter.setFont(m_style.small);
    m_painter.drawText(pill, Qt::AlignCenter, text);
}

void MediaPainter::paintRing(QPointF centre, qreal radius, double done, bool onPicture) const
{
    if (onPicture) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Rail, 0.66));
        m_painter.drawEllipse(centre, radius + 6, radius + 6);
    }
    const QRectF circle(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(onPicture ? m_style.color(Color::RailText, 0.35) : m_style.color(Color::Text, 0.14), 2.5));
    m_painter.drawEllipse(circle);
    const double shown = done < 0 ? 0.12 : std::clamp(done, 0.03, 1.0);
    m_painter.setPen(QPen(m_style.color(onPicture ? Color::RailMark : Color::Accent), 2.5, Qt::SolidLine, Qt::RoundCap));
    m_painter.drawArc(circle, 90 * 16, int(-shown * 360 * 16));
    if (done < 0) return;
    auto font = m_style.small;
    font.setPointSizeF(font.pointSizeF() * 0.78);
    m_painter.setFont(font);
    m_painter.setPen(onPicture ? m_style.color(Color::RailText).lighter(125) : m_style.color(Color::Muted));
    m_painter.drawText(circle, Qt::AlignCenter, QString::number(int(done * 100)) + u'%');
}

void MediaPainter::paintWave(const QRectF &rect, const BubbleState::Sound &state) const
{
    const qreal share = state.length > 0 ? double(state.position) / double(state.length) : 0;
    const auto rest = m_style.color(Color::Text, 0.28);
    const auto played = m_style.color(Color::Accent);
    m_painter.setPen(Qt::NoPen);
    if (state.bars.isEmpty()) {
        QRectF line(rect.left(), rect.center().y() - 1.5, rect.width(), 3);
        m_painter.setBrush(rest);
        m_painter.drawRoundedRect(line, 1.5, 1.5);
        line.setWidth(line.width() * share);
        m_painter.setBrush(played);
        m_painter.drawRoundedRect(line, 1.5, 1.5);
    } else {
        const int count = std::max(1, int(rect.width() / BarStep));
        for (int i = 0; i < count; ++i) {
            const auto from = qsizetype(i) * state.bars.size() / count;
            const auto to = std::max(from + 1, qsizetype(i + 1) * state.bars.size() / count);
            const int loud = *std::max_element(state.bars.cbegin() + from, state.bars.cbegin() + to);
            const qreal height = std::max(2.5, rect.height() * loud / 255.0);
            m_painter.setBrush(qreal(i) / count < share ? played : rest);
            m_painter.drawRoundedRect(QRectF(rect.left() + i * BarStep, rect.center().y() - height / 2, BarWidth, height), BarWidth / 2, BarWidth / 2);
        }
    }
    if (!state.active) return;
    m_painter.setBrush(played);
    m_painter.drawEllipse(QPointF(rect.left() + rect.width() * share, rect.center().y()), 5, 5);
}

void MediaPainter::paintSound(const BubbleLayout::SoundPart &part, QPointF origin, const BubbleState &state) const
{
    const auto &sound = state.sound;
    const auto play = part.play.translated(origin);
    if (sound.transfer > BubbleState::NoTransfer) {
        paintRing(play.center(), play.width() / 2 - 2, sound.transfer, false);
    } else {
        const bool hovered = state.hovered == BubbleAction::PlayMedia || (sound.failed && state.hovered == BubbleAction::FetchMedia);
        auto fill = sound.ready ? m_style.color(Color::Accent) : m_style.color(Color::Text, 0.14);
        if (sound.ready && hovered) fill = fill.lighter(112);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawEllipse(play);
        const auto name = sound.failed ? u"refresh"_s : sound.playing ? u"pause"_s : u"play"_s;
        icon(name, play.center() + QPointF(name == "play"_L1 ? 1 : 0, 0), 20, sound.ready ? m_style.color(Color::OnAccent) : m_style.color(Color::Muted));
    }
    if (!sound.failed) paintWave(part.wave.translated(origin), sound); // why stands in its room
    m_painter.setFont(m_style.small);
    m_painter.setPen(m_style.color(Color::Muted));
    const auto time = part.time.translated(origin);
    if (sound.length > 0) {
        const auto words = sound.active ? playTime(sound.position) + u" / "_s + playTime(sound.length) : playTime(sound.length);
        m_painter.drawText(time, Qt::AlignLeft | Qt::AlignVCenter, words);
    } else {
        m_painter.drawText(time, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, sound.note);
    }
    if (!sound.ready || !(sound.active || sound.rate > 1.1)) return;
    const auto speed = part.speed.translated(origin);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Text, state.hovered == BubbleAction::CycleSpeed ? 0.14 : 0.07));
    m_painter.drawRoundedRect(speed, speed.height() / 2, speed.height() / 2);
    m_painter.setPen(m_style.color(Color::Text));
    m_painter.drawText(speed, Qt::AlignCenter, QLocale().toString(sound.rate, 'g', 2) + u'×');
}

void MediaPainter::paintPlace(const BubbleLayout::PlacePart &part, QPointF origin) const
{
    const auto rect = part.rect.translated(origin);
    m_painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, PictureRadius, PictureRadius);
    m_painter.fillPath(shape, m_style.color(Color::Text, 0.08));
    m_painter.setClipPath(shape);
    // No map is asked of anyone: streets drawn from the coordinates, the same for the same place, so that one is told from
    // another at a glance.
    auto seed = quint32(qHashMulti(0, std::lround(part.latitude * 1000), std::lround(part.longitude * 1000)));
    const auto next = [&seed](int range) {
        seed = seed * 1664525u + 1013904223u;
        return int((seed >> 8) % quint32(range));
    };
    m_painter.translate(rect.center());
    m_painter.rotate(next(50) - 25);
    const qreal reach = rect.width();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Accent, 0.16));
    m_painter.drawRoundedRect(QRectF(next(90) - 130, next(40) - 60, 60 + next(50), 40 + next(30)), 6, 6);
    m_painter.setBrush(m_style.color(Color::PhoneAccent, 0.16));
    m_painter.drawRect(QRectF(-reach, 46 + next(24), 2 * reach, 60));
    const auto street = m_style.color(Color::Panel, m_style.theme->isDark() ? 0.85 : 1);
    for (int i = -5; i <= 5; ++i) {
        m_painter.setPen(QPen(street, i == 0 ? 8 : i % 2 == 0 ? 4.5 : 2.5));
        const qreal x = i * 34 + next(14) - (i == 0 ? 7 : 0);
        m_painter.drawLine(QPointF(x, -reach), QPointF(x + next(16) - 8, reach));
        const qreal y = i * 26 + next(10) - (i == 0 ? 5 : 0);
        m_painter.drawLine(QPointF(-reach, y), QPointF(reach, y + next(10) - 5));
    }
    m_painter.restore();
    paintPin(rect.center() + QPointF(0, 8));
}

void MediaPainter::paintPin(QPointF tip) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Scrim, 0.28));
    m_painter.drawEllipse(tip + QPointF(0, 1), 8, 3);
    QPainterPath pin;
    pin.moveTo(tip);
    pin.cubicTo(tip + QPointF(-3, -9), tip + QPointF(-12, -14), tip + QPointF(-12, -23));
    pin.arcTo(QRectF(tip.x() - 12, tip.y() - 35, 24, 24), 180, -180);
    pin.cubicTo(tip + QPointF(12, -14), tip + QPointF(3, -9), tip);
    m_painter.setPen(QPen(m_style.color(Color::Panel), 1.5));
    m_painter.setBrush(m_style.color(Color::Error));
    m_painter.drawPath(pin);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(Color::Panel));
    m_painter.drawEllipse(tip + QPointF(0, -23), 4.5, 4.5);
}

void MediaPainter::paintFile(const BubbleLayout::FilePart &part, QPointF origin, double transfer) const
{
    const auto rect = part.rect.translated(origin);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_style.color(part.dangerous ? Color::Warning : Color::Accent, 0.13));
    m_painter.drawRoundedRect(rect, Theme::Radius, Theme::Radius);
    if (transfer > BubbleState::NoTransfer) {
        paintRing(rect.center(), RingSize, transfer, false);
        return;
    }
    if (part.dangerous || part.suffix.isEmpty()) {
        icon(part.dangerous ? u"shield"_s : u"document"_s, rect.center(), 20, m_style.color(part.dangerous ? Color::Warning : Color::Accent));
        return;
    }
    auto font = m_style.smallStrong;
    if (part.suffix.size() > 3) font.setPointSizeF(font.pointSizeF() * 0.85);
    m_painter.setFont(font);
    m_painter.setPen(m_style.color(Color::Accent));
    m_painter.drawText(rect, Qt::AlignCenter, part.suffix);
}

} // namespace Tandem
