#include "ui/models/timeline_model.h"
#include "ui/timeline/view/jump_pill.h"
#include "ui/timeline/view/read_marker.h"
#include "ui/timeline/actions/hover_bar.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/timeline_view.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>

namespace Tandem {
namespace {

constexpr int IdleRows = 6; ///< laid out ahead in one go: below a frame's time
constexpr int WheelStep = 100; ///< px for one notch

} // namespace

int TimelineView::maximum() const { return std::max(0, m_rows->geometry().height() - viewport()->height()); }

int TimelineView::contentTop() const
{
    // A short conversation stands at the bottom, next to the composer.
    return std::max(0, viewport()->height() - m_rows->geometry().height()) - verticalScrollBar()->value();
}

bool TimelineView::isAtEnd() const { return !m_model->hasNewer() && verticalScrollBar()->value() >= maximum() - FollowDistance; }

TimelineView::Anchor TimelineView::anchorAt(int value) const
{
    const auto &geometry = m_rows->geometry();
    int row = geometry.rowAt(value);
    if (row < 0) return {};
    // The first bubble that is whole: what is above it may grow without moving it.
    if (geometry.bubbleTop(row) < value && row + 1 < geometry.count() && geometry.bubbleTop(row + 1) < value + viewport()->height()) ++row;
    return {TimelineModel::cursorOf(m_model->message(row)), geometry.bubbleTop(row) - value, false};
}

void TimelineView::noteAnchor()
{
    if (m_anchored) return;
    m_anchored = true;
    const int value = verticalScrollBar()->value();
    const bool end = value >= verticalScrollBar()->maximum() && !m_model->hasNewer();
    m_anchor = end ? Anchor{} : anchorAt(value);
}

void TimelineView::settleLater()
{
    if (!m_settleTimer.isActive()) m_settleTimer.start(0);
}

int TimelineView::valueFor(const Anchor &anchor) const
{
    if (anchor.end || m_model->rowCount() == 0) return maximum();
    int row = m_model->rowOf(anchor.cursor.id);
    if (row < 0) row = std::min(m_model->rowAtOrAfter(anchor.cursor), m_model->rowCount() - 1);
    return std::clamp(m_rows->geometry().bubbleTop(row) - anchor.offset, 0, maximum());
}

void TimelineView::settle()
{
    if (!m_anchored) {
        if (!m_settleTimer.isActive()) return;
        noteAnchor();
    }
    m_settleTimer.stop();
    m_anchored = false;
    showAnchor(m_anchor);
}

void TimelineView::showAnchor(const Anchor &anchor)
{
    const int before = verticalScrollBar()->value();
    int value = valueFor(anchor);
    // Estimates become heights, heights move the value, the value shows other rows: it ends within a few rounds.
    for (int round = 0; round < 8; ++round) {
        if (!m_rows->layOut(value, value + viewport()->height())) break;
        value = valueFor(anchor);
    }
    setRange(value);
    if (m_glide.state() == QAbstractAnimation::Running) {
        m_gliding.from += value - before;
        m_gliding.to += value - before;
    }
    afterScroll();
}

void TimelineView::setRange(int value)
{
    m_adjusting = true;
    auto *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(Theme::Grid * 10);
    bar->setRange(0, maximum());
    bar->setValue(value);
    m_adjusting = false;
    viewport()->update();
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_adjusting) return;
    // A user moved: the rows that come into view get their heights while what is in view stays where it is.
    if (m_anchored) settle();
    const int value = verticalScrollBar()->value();
    m_anchored = false;
    showAnchor(value >= maximum() ? Anchor{} : anchorAt(value));
    m_follow = isAtEnd();
    if (m_follow) m_newCount = 0;
    m_hoverBar->hide();
    m_dayFade.stop();
    m_dayTimer.start();
    placePills();
}

void TimelineView::afterScroll()
{
    viewport()->update();
    reportVisible();
    placePills();
    if (!m_idleTimer.isActive()) m_idleTimer.start(0);
}

void TimelineView::reportVisible()
{
    if (m_model->rowCount() == 0) return;
    const int value = verticalScrollBar()->value();
    const int screen = viewport()->height();
    const auto &geometry = m_rows->geometry();
    m_model->setVisibleRows(geometry.rowAt(value), geometry.rowAt(value + screen));
    if (value < 2 * screen) m_model->fetchOlder();
    if (maximum() - value < 2 * screen) m_model->fetchNewer();
}

void TimelineView::idle()
{
    if (m_anchored || m_model->rowCount() == 0) return;
    const int screen = viewport()->height();
    const int value = verticalScrollBar()->value();
    const bool end = value >= maximum() && !m_model->hasNewer();
    const auto anchor = end ? Anchor{} : anchorAt(value);
    int made = 0;
    if (m_rows->layOut(value - 2 * screen, value + 3 * screen, IdleRows, &made)) {
        const int now = valueFor(anchor);
        if (m_glide.state() == QAbstractAnimation::Running) {
            m_gliding.from += now - value;
            m_gliding.to += now - value;
        }
        setRange(now);
        reportVisible();
    }
    if (made > 0) {
        m_idleTimer.start(1);
    } else {
        m_rows->release(value - 5 * screen, value + 6 * screen);
    }
}

void TimelineView::centre(int row)
{
    if (row < 0 || row >= m_model->rowCount()) return;
    const auto marked = m_model->message(row).id;
    row = m_rows->leader(row);
    (void)m_rows->layout(row);
    const int bubble = m_rows->geometry().row(row).bubble;
    const int offset = std::max(TimelineRows::DayHeight, (viewport()->height() - bubble) / 2);
    m_anchored = false;
    showAnchor({TimelineModel::cursorOf(m_model->message(row)), offset, false});
    m_follow = isAtEnd();
    m_marked = marked;
    m_mark.stop();
    m_mark.start();
    placePills();
}

void TimelineView::scrollToEnd()
{
    m_newCount = 0;
    m_back.reset();
    if (m_model->hasNewer()) {
        m_restore.reset();
        m_jump.reset();
        m_model->showNewest();
        return;
    }
    glideToEnd();
}

void TimelineView::glideToEnd()
{
    settle();
    const int value = verticalScrollBar()->value();
    const bool animate = isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0
        && maximum() - value < viewport()->height() && maximum() > value;
    if (!animate) {
        stopGlide();
        m_anchored = false;
        showAnchor({});
        m_follow = true;
        placePills();
        return;
    }
    m_gliding = {value, maximum(), true};
    m_glide.stop();
    m_glide.setDuration(180);
    m_glide.start();
}

void TimelineView::glideBy(int pixels)
{
    const bool running = m_glide.state() == QAbstractAnimation::Running && !m_gliding.end;
    const int value = verticalScrollBar()->value();
    const int to = std::clamp((running ? m_gliding.to : value) + pixels, 0, maximum());
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0) {
        verticalScrollBar()->setValue(to);
        return;
    }
    m_glide.stop();
    m_gliding = {value, to, false};
    m_glide.setDuration(140);
    m_glide.start();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    if (const int pixels = event->pixelDelta().y(); pixels != 0) {
        stopGlide();
        verticalScrollBar()->setValue(verticalScrollBar()->value() - pixels);
    } else if (const int angle = event->angleDelta().y(); angle != 0) {
        glideBy(-angle * WheelStep / 120);
    }
    event->accept();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    noteAnchor();
    m_rows->setWidth(viewport()->width());
    settle();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    placePills();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_reader->seen(m_model->conversation(), std::nullopt);
    m_media->painted();
    m_media->painted(); // nothing moves that nobody sees
}

void TimelineView::placePills()
{
    const bool ready = m_model->state() == TimelineModel::State::Ready && m_model->rowCount() > 0;
    const bool away = ready && (m_model->hasNewer() || verticalScrollBar()->value() < maximum() - 2 * FollowDistance);
    // What arrives beyond the window's end is not counted here; nobody has read it, so the row's figure knows it.
    const int fresh = m_model->hasNewer() ? std::max(m_newCount, m_row.unread) : m_newCount;
    m_endPill->setText(fresh > 0 ? tr("%n new", nullptr, fresh) : QString());
    m_endPill->setStrong(fresh > 0);
    m_endPill->setVisible(away || (ready && fresh > 0));
    m_backPill->setVisible(ready && m_back.has_value());
    const auto area = viewport()->geometry();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](JumpPill *pill, int rise) {
        pill->resize(pill->sizeHint());
        const int x = mirrored ? area.left() + Theme::Grid * 4 : area.right() - Theme::Grid * 4 - pill->width();
        pill->move(x, area.bottom() - Theme::Grid * 3 - pill->height() - rise);
        pill->raise();
    };
    place(m_endPill, 0);
    place(m_backPill, m_endPill->isHidden() ? 0 : m_endPill->height() + Theme::Grid);
}

} // namespace Tandem
