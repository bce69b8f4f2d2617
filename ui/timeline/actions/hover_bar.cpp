#include "ui/timeline/actions/hover_bar.h"

#include "ui/theme/icon_button.h"
#include "ui/theme/theme.h"
#include "ui/timeline/actions/message_commands.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

HoverBar::HoverBar(const Theme &theme, QWidget *viewport)
    : QWidget(viewport), m_theme(theme), m_react(new IconButton(theme, u"smile"_s, this)), m_reply(new IconButton(theme, u"reply"_s, this)),
      m_forward(new IconButton(theme, u"forward"_s, this)), m_more(new IconButton(theme, u"more"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    for (auto *button : {m_react, m_reply, m_forward, m_more}) {
        button->setIconSize(16);
        button->setFixedSize(Theme::Grid * 7, Theme::Grid * 7);
        button->setKeepFocusAway(true);
        button->setFocusPolicy(Qt::NoFocus); // by keyboard the same stands in the message's menu
        row->addWidget(button);
    }
    connect(m_reply, &QAbstractButton::clicked, this, &HoverBar::replyWanted);
    connect(m_forward, &QAbstractButton::clicked, this, &HoverBar::forwardWanted);
    connect(m_react, &QAbstractButton::clicked, this, [this] { Q_EMIT reactWanted(m_react->mapToGlobal(QPoint(m_react->width() / 2, 0))); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { Q_EMIT menuWanted(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    setAttribute(Qt::WA_NoMousePropagation);
    setCursor(Qt::ArrowCursor);
    retranslate();
    hide();
}

void HoverBar::retranslate()
{
    m_react->setHelp(tr("React"));
    m_reply->setHelp(tr("Reply"));
    m_forward->setHelp(tr("Forward"));
    m_more->setHelp(tr("More"));
}

void HoverBar::showFor(const Message &message, const QRect &bubble, const QRect &part)
{
    m_message = message.id;
    const bool sent = !message.wamid.isEmpty();
    m_react->setVisible(MessageCommands::canReact(message));
    m_reply->setVisible(sent);
    m_forward->setVisible(sent && !message.revoked);
    adjustSize();
    const auto room = parentWidget()->rect();
    const int gap = Theme::Grid;
    int x = bubble.right() + gap;
    if (x + width() > room.right() - gap) x = bubble.left() - gap - width();
    if (x < gap) x = std::max(gap, std::min(bubble.right() - width(), room.right() - gap - width()));
    const int wanted = part.isEmpty() || part.height() > bubble.height() / 2 ? bubble.top() + gap : part.top();
    const int y = std::clamp(wanted, gap, std::max(gap, room.bottom() - height() - gap));
    move(x, std::max(y, std::min(bubble.top(), room.bottom() - height())));
    show();
    raise();
}

void HoverBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Theme::Color::Line), 1));
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

void HoverBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace Tandem
