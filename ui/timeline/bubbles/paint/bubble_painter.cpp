#include "ui/timeline/bubbles/paint/bubble_painter.h"

#include "ui/timeline/bubbles/paint/media_painter.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

namespace {

/// Buttons that are words without a frame.
bool isWords(BubbleAction action)
{
    return action == BubbleAction::ReadMore || action == BubbleAction::StartChat || action == BubbleAction::SaveContact
        || action == BubbleAction::OpenPlace || action == BubbleAction::FetchMedia || action == BubbleAction::CycleSpeed;
}

} // namespace

void BubblePainter::paint(const BubbleLayout &layout, QPointF at, const BubbleState &state) const
{
    const auto origin = at + layout.origin();
    paintFrame(layout, at, state);
    for (const auto &box : layout.boxes()) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(box.fill, box.alpha));
        m_painter.drawRoundedRect(box.rect.translated(origin), box.radius, box.radius);
    }
    MediaPainter(m_painter, m_style).paint(layout, origin, state);
    paintButtons(layout, origin, state);
    for (const auto &icon : layout.icons()) {
        const auto rect = icon.rect.translated(origin);
        m_painter.drawPixmap(rect.topLeft(), m_style.theme->pixmap(icon.name, int(rect.width()), m_style.color(icon.color), m_style.ratio));
    }
    paintTexts(layout, origin, state);
    paintMeta(layout, origin, state);
    paintChips(layout, at, state);
}

void BubblePainter::paintFrame(const BubbleLayout &layout, QPointF at, const BubbleState &state) const
{
    const auto rect = layout.bubble().translated(at);
    if (state.highlight > 0) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Accent, 0.16 * state.highlight));
        m_painter.drawRoundedRect(rect.adjusted(-6, -3, 6, 3), Theme::Radius + 4, Theme::Radius + 4);
    }
    if (state.current) {
        const auto ring = state.currentMember < 0 ? rect : layout.memberRect(state.currentMember).translated(at);
        m_painter.setPen(QPen(m_style.color(Color::Accent), 1.5));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(ring.adjusted(-3, -3, 3, 3), Theme::Radius + 2, Theme::Radius + 2);
    }
    if (!layout.hasFrame()) return;
    if (layout.isDashed()) {
        m_painter.setPen(QPen(m_style.color(Color::Muted, 0.55), 1, Qt::DashLine));
        m_painter.setBrush(m_style.color(layout.fill(), 0.35));
        m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
        return;
    }
    const bool outlined = layout.fill() == Color::BubbleCustomer || layout.fill() == Color::Chip;
    m_painter.setPen(outlined ? QPen(m_style.color(Color::BubbleBorder), 1) : QPen(Qt::NoPen));
    m_painter.setBrush(m_style.color(layout.fill()));
    m_painter.drawRoundedRect(outlined ? rect.adjusted(0.5, 0.5, -0.5, -0.5) : rect, Theme::Radius, Theme::Radius);
}

void BubblePainter::paintButtons(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const
{
    for (const auto &button : layout.buttons()) {
        const auto rect = button.rect.translated(origin);
        const bool hovered = state.hovered == button.action && state.hoveredRect == button.rect.translated(layout.origin());
        const bool pressed = hovered && state.pressed == button.action;
        if (button.framed) {
            m_painter.setPen(QPen(m_style.color(Color::Text, hovered ? 0.35 : 0.2), 1));
            m_painter.setBrush(pressed ? m_style.color(Color::Hover) : m_style.color(Color::Panel, hovered ? 1 : 0.7));
            m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius - 2, Theme::Radius - 2);
        } else if (hovered && (button.stretch || isWords(button.action))) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_style.color(Color::Text, 0.05));
            m_painter.drawRoundedRect(button.stretch ? rect : rect.adjusted(-6, 1, 6, -1), 4, 4);
        }
    }
}

void BubblePainter::paintTexts(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const
{
    m_painter.save();
    // Stacked combining marks must not paint over the neighbours.
    m_painter.setClipRect(layout.bubble().translated(origin - layout.origin()).adjusted(-1, -1, 1, 1), Qt::IntersectClip);
    for (size_t i = 0; i < layout.texts().size(); ++i) {
        const auto &part = layout.texts()[i];
        m_painter.setPen(m_style.color(part.color));
        QList<QTextLayout::FormatRange> selection;
        if (int(i) == layout.bodyIndex()) {
            for (const auto &[start, length] : state.found) {
                QTextCharFormat format;
                format.setBackground(m_style.color(state.foundHere ? Color::FoundHere : Color::FoundMark));
                if (state.foundHere) format.setForeground(m_style.color(Color::OnFoundHere));
                selection.append({start, length, format});
            }
        }
        if (int(i) == layout.bodyIndex() && state.selectionLength > 0) {
            QTextCharFormat format;
            format.setBackground(m_style.color(Color::Accent));
            format.setForeground(m_style.color(Color::OnAccent));
            selection.append({state.selectionStart, state.selectionLength, format});
        }
        part.layout->draw(&m_painter, origin + part.pos, selection);
    }
    m_painter.restore();
}

void BubblePainter::paintMeta(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const
{
    const auto &meta = layout.meta();
    if (meta.text.isEmpty()) return;
    auto muted = m_style.color(Color::Muted);
    if (meta.onPicture) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.color(Color::Rail, 0.62));
        const auto pill = meta.rect.translated(origin).adjusted(-7, -1, 7, 1);
        m_painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        muted = m_style.color(Color::RailText).lighter(125);
    } else if (state.hovered == BubbleAction::ToggleEdits) {
        muted = m_style.color(Color::Text);
    }
    if (meta.starred) {
        const auto star = m_style.theme->pixmap(u"star-filled"_s, 11, meta.onPicture ? muted : m_style.color(Color::Warning), m_style.ratio);
        m_painter.drawPixmap(QPointF(origin.x() + meta.rect.left(), std::floor(origin.y() + meta.rect.center().y() - 5.5)), star);
    }
    m_painter.setPen(muted);
    m_painter.setFont(m_style.small);
    m_painter.drawText(origin + meta.pos, meta.text);
    paintTick(meta.tick, origin + meta.tickPos, muted);
}

void BubblePainter::paintTick(Tick tick, QPointF leftCenter, const QColor &muted) const
{
    if (tick == Tick::None) return;
    auto color = muted;
    if (tick == Tick::Read) color = m_style.color(Color::PhoneAccent);
    if (tick == Tick::Failed) color = m_style.color(Color::Error);
    if (tick == Tick::Doubt) color = m_style.color(Color::Warning);
    m_painter.save();
    m_painter.translate(leftCenter);
    m_painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    const auto check = [this](qreal x) {
        const QPointF points[] = {{x, 0.5}, {x + 3, 3.5}, {x + 9, -3.5}};
        m_painter.drawPolyline(points, 3);
    };
    switch (tick) {
    case Tick::None: break;
    case Tick::One: check(4); break;
    case Tick::Two:
    case Tick::Read: {
        check(1.5);
        // The second mark starts where the first one's stroke leaves room.
        const QPointF points[] = {{7.2, 2.6}, {8, 3.5}, {14, -3.5}};
        m_painter.drawPolyline(points, 3);
        break;
    }
    case Tick::Clock: {
        m_painter.drawEllipse(QPointF(9, 0), 4.75, 4.75);
        const QPointF hands[] = {{9, -2.6}, {9, 0.2}, {11, 1.4}};
        m_painter.drawPolyline(hands, 3);
        break;
    }
    case Tick::Doubt:
    case Tick::Failed: {
        m_painter.drawEllipse(QPointF(9, 0), 5, 5);
        m_painter.drawLine(QPointF(9, -2.4), QPointF(9, 0.6));
        m_painter.drawPoint(QPointF(9, 2.5));
        break;
    }
    }
    m_painter.restore();
}

void BubblePainter::paintChips(const BubbleLayout &layout, QPointF at, const BubbleState &state) const
{
    for (const auto &chip : layout.chips()) {
        const auto rect = chip.rect.translated(at);
        const bool hovered = state.hovered == BubbleAction::React && state.hoveredRect == chip.rect;
        // Our own one can be taken back by pressing it: it is marked.
        m_painter.setPen(QPen(m_style.color(chip.own || hovered ? Color::Accent : Color::BubbleBorder, chip.own && !hovered ? 0.6 : 1), 1));
        m_painter.setBrush(m_style.color(chip.own ? Color::AccentWash : Color::Panel));
        m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2);
        m_painter.setPen(m_style.color(Color::Text));
        const auto height = chip.text->boundingRect().height();
        chip.text->draw(&m_painter, rect.topLeft() + QPointF(8, (rect.height() - height) / 2));
    }
}

} // namespace Tandem
