#include "ui/composer/input/quote_bar.h"

#include "core/domain/message.h"
#include "ui/format/message_content.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/icon_button.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {

QuoteBar::QuoteBar(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_author(new ElidedLabel(this)), m_text(new ElidedLabel(this)),
      m_close(new IconButton(theme, u"close"_s, this))
{
    auto *rows = new QVBoxLayout;
    rows->setSpacing(1);
    rows->addWidget(m_author);
    rows->addWidget(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::Grid * 3, Theme::Grid, 0, Theme::Grid);
    row->addLayout(rows, 1);
    row->addWidget(m_close);
    m_close->setIconSize(16);
    connect(m_close, &QAbstractButton::clicked, this, &QuoteBar::closed);
    connect(&theme, &Theme::changed, this, &QuoteBar::retranslate);
    retranslate();
    hide();
}

void QuoteBar::show(const Message &message, const QString &customerName)
{
    m_author->setText(message.direction == Direction::In ? customerName : originName(message));
    m_text->setText(summaryOf(message).left(300));
    setVisible(true);
}

void QuoteBar::retranslate()
{
    m_close->setHelp(tr("Don't quote this message"));
    m_author->setFont(m_theme.font(Theme::Text::BodyStrong));
    auto palette = m_author->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Theme::Color::Accent));
    m_author->setPalette(palette);
    palette.setColor(QPalette::WindowText, m_theme.color(Theme::Color::Muted));
    m_text->setPalette(palette);
    update();
}

void QuoteBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Hover));
    painter.drawRoundedRect(rect(), Theme::Radius - 2, Theme::Radius - 2);
    painter.setBrush(m_theme.color(Theme::Color::Accent));
    painter.drawRoundedRect(QRectF(0, 0, 3, height()), 1.5, 1.5);
}

void QuoteBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace Tandem
