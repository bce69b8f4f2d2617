#include "core/base/clock.h"
#include "ui/format/message_content.h"
#include "ui/models/timeline_model.h"
#include "ui/media/files/media_files.h"
#include "ui/media/playback/playback.h"
#include "ui/theme/plain_tip.h"
#include "ui/timeline/actions/hover_bar.h"
#include "ui/timeline/actions/message_commands.h"
#include "ui/timeline/media/timeline_media.h"
#include "ui/timeline/rows/timeline_rows.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// Parts that can be dragged out of the program.
bool isMedia(BubbleAction action)
{
    return action == BubbleAction::ShowMedia || action == BubbleAction::PlayMedia || action == BubbleAction::OpenFile || action == BubbleAction::SaveFile;
}

} // namespace

int TimelineView::rowAt(QPoint viewportPoint) const { return m_rows->geometry().rowAt(viewportPoint.y() - contentTop()); }

QRect TimelineView::bubbleRect(int row) const
{
    const auto *layout = m_rows->layoutIfKnown(row);
    const int leader = m_rows->leader(row);
    return layout ? layout->memberRect(row - leader).translated(0, contentTop() + m_rows->geometry().bubbleTop(leader)).toAlignedRect() : QRect();
}

TimelineView::Spot TimelineView::spotAt(QPoint point) const
{
    Spot spot;
    const int row = m_rows->leader(std::max(0, rowAt(point)));
    if (rowAt(point) < 0 || m_model->state() != TimelineModel::State::Ready) return spot;
    const auto &geometry = m_rows->geometry();
    if (m_rows->startsDay(row)) {
        const auto text = dayName(m_rows->day(row), localDay(m_context.clock.now()));
        spot.day = dayChipRect(text, contentTop() + geometry.top(row)).contains(point);
    }
    const auto *layout = m_rows->layoutIfKnown(row);
    if (!layout) return spot;
    const QPointF local(point.x(), point.y() - contentTop() - geometry.bubbleTop(row));
    spot.hit = layout->hit(local);
    if (!layout->bubble().contains(local) && spot.hit.action == BubbleAction::None) return spot;
    spot.leader = row;
    spot.row = row + std::min(spot.hit.member, m_rows->albumSize(row) - 1);
    spot.id = m_model->message(spot.row).id;
    return spot;
}

void TimelineView::hover(QPoint point)
{
    const auto spot = spotAt(point);
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (spot.hit.action == BubbleAction::SelectText) shape = Qt::IBeamCursor;
    const bool clickable = spot.day || (spot.hit.action != BubbleAction::None && spot.hit.action != BubbleAction::SelectText);
    if (clickable || m_model->state() == TimelineModel::State::Failed) shape = Qt::PointingHandCursor;
    if (viewport()->cursor().shape() != shape) viewport()->setCursor(shape);
    const bool same = spot.id == m_hover.id && spot.hit.action == m_hover.hit.action && spot.hit.rect == m_hover.hit.rect && spot.day == m_hover.day;
    m_hover = spot;
    if (same) return;
    viewport()->update();
    showHoverBar();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return;
    if (m_model->state() == TimelineModel::State::Failed) {
        m_model->reload();
        return;
    }
    m_pressed = spotAt(event->position().toPoint());
    m_pressedAt = event->position().toPoint();
    m_current = {};
    m_selection = {};
    if (m_pressed.row >= 0 && m_pressed.hit.cursor >= 0) {
        // The text of an album is its leader's as far as the selection goes.
        m_selection = {m_model->message(m_pressed.leader).id, m_pressed.hit.cursor, m_pressed.hit.cursor};
    } else if (m_pressed.row >= 0 && isMedia(m_pressed.hit.action)) {
        m_media->files().prepareDrag(m_model->message(m_pressed.row));
    }
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const auto point = event->position().toPoint();
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        hover(point);
        return;
    }
    const bool far = (point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_pressed.row >= 0 && isMedia(m_pressed.hit.action) && far) {
        const auto message = m_model->message(m_pressed.row);
        const auto at = bubbleRect(m_pressed.row);
        const auto picture = message.type == "image"_L1 ? viewport()->grab(at) : QPixmap();
        if (m_media->files().drag(viewport(), message, picture)) m_pressed = {};
        return;
    }
    const int row = m_selection.id ? m_model->rowOf(m_selection.id) : -1;
    const auto *layout = row >= 0 ? m_rows->layoutIfKnown(row) : nullptr;
    if (!layout) return;
    m_selection.to = layout->cursorAt(QPointF(point.x(), point.y() - contentTop() - m_rows->geometry().bubbleTop(row)));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) return;
    const auto pressed = std::exchange(m_pressed, Spot{});
    const auto spot = spotAt(event->position().toPoint());
    const bool still = (event->position().toPoint() - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    viewport()->update();
    if (m_selection.length() > 0) {
        if (QApplication::clipboard()->supportsSelection()) QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
        return;
    }
    m_selection = {};
    if (pressed.day && spot.day && still) {
        chooseDay();
    } else if (still && pressed.row >= 0 && pressed.id == spot.id && pressed.hit.action == spot.hit.action) {
        trigger(spot);
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto spot = spotAt(event->position().toPoint());
    const auto *layout = spot.row >= 0 ? m_rows->layoutIfKnown(spot.leader) : nullptr;
    if (!layout || spot.hit.cursor < 0) return;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, layout->body().text);
    words.setPosition(spot.hit.cursor);
    const int from = words.isAtBoundary() ? spot.hit.cursor : int(words.toPreviousBoundary());
    words.setPosition(from);
    const int to = int(words.toNextBoundary());
    m_selection = {m_model->message(spot.leader).id, from, to < 0 ? from : to};
    viewport()->update();
}

void TimelineView::trigger(const Spot &spot)
{
    const auto message = m_model->message(spot.row);
    switch (spot.hit.action) {
    case BubbleAction::None:
    case BubbleAction::SelectText: break;
    case BubbleAction::OpenLink: m_commands->openLink(spot.hit.url); break;
    case BubbleAction::GoToQuote: goToQuote(message); break;
    case BubbleAction::ToggleEdits: m_rows->toggleEdits(m_model->message(spot.leader).id); break;
    case BubbleAction::ReadMore: m_rows->unfold(m_model->message(spot.leader).id); break;
    case BubbleAction::SendAgain: m_commands->sendAgain(message); break;
    case BubbleAction::SendNow: m_commands->sendNow(message); break;
    case BubbleAction::Discard: m_commands->discard(message); break;
    case BubbleAction::NextStep: m_commands->nextStep(message); break;
    case BubbleAction::FetchMedia: m_commands->fetchMedia(message); break;
    case BubbleAction::ShowMedia: showMedia(message); break;
    case BubbleAction::PlayMedia: m_media->toggle(message, m_rows->layout(spot.leader), m_rows->style().ratio); break;
    case BubbleAction::SeekMedia: m_media->seek(message, spot.hit.fraction); break;
    case BubbleAction::CycleSpeed: m_media->playback().cycleRate(); break;
    case BubbleAction::OpenFile: m_media->files().open(message); break;
    case BubbleAction::SaveFile: m_media->files().saveAs(this, message); break;
    case BubbleAction::OpenPlace: m_commands->openPlace(message); break;
    case BubbleAction::SaveContact: m_commands->saveContact(message, spot.hit.index); break;
    case BubbleAction::StartChat: m_commands->startChat(message, spot.hit.index); break;
    case BubbleAction::React: m_commands->react(message, spot.hit.emoji); break;
    }
}

QString TimelineView::selectedText() const
{
    const int row = m_selection.length() > 0 ? m_model->rowOf(m_selection.id) : -1;
    const auto *layout = row >= 0 ? m_rows->layoutIfKnown(row) : nullptr;
    return layout ? layout->body().text.mid(m_selection.start(), m_selection.length()) : QString();
}

void TimelineView::copySelection() const
{
    auto text = selectedText();
    if (text.isEmpty() && m_current) {
        const int row = m_model->rowOf(m_current);
        if (row >= 0) text = m_model->message(row).text;
    }
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

void TimelineView::setCurrent(int row)
{
    if (row < 0 || row >= m_model->rowCount()) return;
    m_current = m_model->message(row).id;
    const auto place = m_rows->place(row).toAlignedRect();
    const int value = verticalScrollBar()->value();
    if (place.top() < value + Theme::Grid) {
        glideBy(place.top() - value - Theme::Grid * 2);
    } else if (place.bottom() > value + viewport()->height() - Theme::Grid) {
        glideBy(place.bottom() - value - viewport()->height() + Theme::Grid * 2);
    }
    announceRow(row);
    viewport()->update();
}

bool TimelineView::scrollKey(int key)
{
    // A twentieth of the screen stays, so that the eye finds its line again.
    const int page = viewport()->height() * 19 / 20;
    switch (key) {
    case Qt::Key_PageUp: glideBy(-page); return true;
    case Qt::Key_PageDown: glideBy(page); return true;
    case Qt::Key_Up: glideBy(-Theme::Grid * 15); return true;
    case Qt::Key_Down: glideBy(Theme::Grid * 15); return true;
    case Qt::Key_End: scrollToEnd(); return true;
    case Qt::Key_Home:
        if (m_model->hasOlder()) {
            jumpTo({});
        } else {
            glideBy(-verticalScrollBar()->value());
        }
        return true;
    default: return false;
    }
}

void TimelineView::activate(int row)
{
    const int leader = m_rows->leader(row);
    const auto &layout = m_rows->layout(leader);
    for (const auto &button : layout.buttons()) {
        if (button.action == BubbleAction::None || button.member != row - leader) continue;
        BubbleHit hit{button.action, -1, button.url, button.rect, button.index, button.member, 0, {}};
        if (button.action == BubbleAction::SeekMedia) continue;
        trigger({row, leader, m_model->message(row).id, hit, false});
        return;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int last = m_model->rowCount() - 1;
    const int current = m_current ? m_model->rowOf(m_current) : -1;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Left && m_back) {
        goBack();
    } else if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_Up && last >= 0) {
        setCurrent(current < 0 ? std::max(0, rowAt({0, viewport()->height() - 1})) : std::max(0, current - 1));
    } else if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_Down && current >= 0) {
        setCurrent(std::min(last, current + 1));
    } else if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Escape && (m_current || m_selection.id)) {
        m_current = {};
        m_selection = {};
        viewport()->update();
    } else if (current >= 0 && modifiers == Qt::NoModifier && event->key() == Qt::Key_Space) {
        activate(current);
    } else if (current >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Menu)) {
        openMenu(current, {}, viewport()->mapToGlobal(bubbleRect(current).center()));
    } else if (modifiers != Qt::NoModifier || !scrollKey(event->key())) {
        QAbstractScrollArea::keyPressEvent(event);
        event->ignore();
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const auto spot = spotAt(event->pos());
    if (spot.row >= 0) openMenu(spot.row, spot.hit, event->globalPos());
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && !m_hoverBar->underMouse()) {
        m_hover = {};
        m_hoverBar->hide();
        viewport()->update();
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto spot = spotAt(help->pos());
        const auto text = toolTipFor(spot);
        QToolTip::showText(help->globalPos(), plainTip(text), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::FontChange: restyle(); break;
    case QEvent::ActivationChange: viewport()->update(); break;
    default: break;
    }
}

} // namespace Tandem
