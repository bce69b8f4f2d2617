#include "ui/shell/overlay/overlay.h"

#include "ui/theme/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <utility>

namespace Tandem {
namespace {

constexpr int topGap = 96;
constexpr int sideGap = 24;
constexpr int shadow = 16;

} // namespace

Overlay::Overlay(const Theme &theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    window->installEventFilter(this);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void Overlay::open()
{
    if (isVisible()) return;
    m_focusBefore = QApplication::focusWidget();
    for (auto *other : parentWidget()->findChildren<Overlay *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (other->m_below == this) other->m_below = nullptr;
        if (!other->isVisible()) continue;
        m_below = other;
        other->hide();
    }
    setGeometry(parentWidget()->rect());
    raise();
    show();
    opened();
    // Whatever it did with the keyboard, no key may go below: not even where nothing in the card takes one.
    const auto *focus = QApplication::focusWidget();
    if (!focus || (focus != this && !isAncestorOf(focus)) || !focus->isVisible()) setFocus(Qt::ShortcutFocusReason);
}

void Overlay::close()
{
    if (!isVisible()) return;
    hide();
    if (auto *below = std::exchange(m_below, nullptr).data()) {
        below->setGeometry(parentWidget()->rect());
        below->raise();
        below->show();
    }
    if (m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
}

QRect Overlay::cardRect() const
{
    const auto wanted = cardSize().boundedTo(size() - QSize(2 * sideGap, 2 * sideGap));
    const int top = std::min(topGap, (height() - wanted.height()) / 2);
    return {(width() - wanted.width()) / 2, std::max(sideGap, top), wanted.width(), wanted.height()};
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::Scrim));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card(cardRect());
    Paint::shadow(painter, card, 12, shadow, 4);
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.setPen(QPen(m_theme.color(Theme::Color::Line), 1));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!cardRect().contains(event->pos())) close();
    event->accept();
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) close();
    event->accept(); // nothing below may act while this is open
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Tandem
