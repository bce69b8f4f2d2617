#include "ui/timeline/actions/reaction_row.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int Cell = Theme::Grid * 9;
constexpr int Edge = Theme::Grid;

} // namespace

ReactionRow::ReactionRow(const Theme &theme, const QString &own, bool more, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_emoji{u"👍"_s, u"❤️"_s, u"😂"_s, u"😮"_s, u"😢"_s, u"🙏"_s}, m_own(own), m_more(more)
{
    if (!own.isEmpty() && !m_emoji.contains(own)) m_emoji.last() = own;
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("React to the message"));
}

QSize ReactionRow::sizeHint() const { return {count() * Cell + 2 * Edge, Cell + 2 * Edge}; }

QRect ReactionRow::cell(int index) const { return {Edge + index * Cell, Edge, Cell, Cell}; }

void ReactionRow::popUp(QPoint global)
{
    m_popup = true;
    setWindowFlags(Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground);
    resize(sizeHint());
    const auto *screen = QGuiApplication::screenAt(global);
    auto at = global - QPoint(width() / 2, height() + Theme::Grid);
    if (screen) {
        const auto room = screen->availableGeometry();
        at = {std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())), std::max(room.top(), at.y())};
    }
    move(at);
    m_current = 0;
    show();
    setFocus();
}

void ReactionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_popup) {
        painter.setPen(QPen(m_theme.color(Theme::Color::Line), 1));
        painter.setBrush(m_theme.color(Theme::Color::Panel));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    }
    auto font = m_theme.font(Theme::Text::Body);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    painter.setFont(font);
    for (int i = 0; i < count(); ++i) {
        const auto area = QRectF(cell(i)).adjusted(2, 2, -2, -2);
        const bool own = i < m_emoji.size() && m_emoji.at(i) == m_own;
        if (i == m_current || own) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(own ? Theme::Color::AccentWash : Theme::Color::Hover));
            painter.drawEllipse(area);
        }
        painter.setPen(m_theme.color(Theme::Color::Text));
        if (i < m_emoji.size()) {
            painter.drawText(area, Qt::AlignCenter, m_emoji.at(i));
        } else {
            Paint::icon(painter, m_theme, QRectF(area.center() - QPointF(10, 10), QSizeF(20, 20)), u"plus"_s, m_theme.color(Theme::Color::Muted));
        }
    }
}

void ReactionRow::choose(int index)
{
    if (index < 0 || index >= count()) return;
    const auto emoji = index < m_emoji.size() ? m_emoji.at(index) : QString();
    if (m_popup) close();
    if (emoji.isEmpty()) {
        Q_EMIT moreWanted();
    } else {
        Q_EMIT chosen(emoji);
    }
}

void ReactionRow::mouseMoveEvent(QMouseEvent *event)
{
    int at = -1;
    for (int i = 0; i < count(); ++i) {
        if (cell(i).contains(event->position().toPoint())) at = i;
    }
    if (at == m_current) return;
    m_current = at;
    update();
}

void ReactionRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (rect().contains(event->position().toPoint())) choose(m_current);
}

void ReactionRow::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < m_emoji.size()) {
        choose(digit);
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        m_current = std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, count() - 1);
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        choose(m_current);
    } else if (event->key() == Qt::Key_Escape && m_popup) {
        close();
    } else {
        event->ignore();
    }
}

void ReactionRow::leaveEvent(QEvent *)
{
    if (!m_popup) m_current = -1;
    update();
}

} // namespace Tandem
