#include "ui/shell/parts/number_banner.h"

#include "ui/numbers/number_words.h"
#include "ui/theme/widgets.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {

NumberBanner::NumberBanner(UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_icon(new ThemedIcon(context.theme, u"warning"_s, 20, Theme::Color::Warning, this)),
      m_text(new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Text, this)), m_action(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    m_text->setWordWrap(true);
    m_action->setProperty("role", u"compact"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5 * Theme::Grid, 2 * Theme::Grid, 3 * Theme::Grid, 2 * Theme::Grid);
    layout->setSpacing(3 * Theme::Grid);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const bool linkAgain = m_number && (m_number->state == NumberState::Disconnected || m_number->state == NumberState::NotLinked);
        if (linkAgain) Q_EMIT linkRequested();
        else Q_EMIT numbersRequested();
    });
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void NumberBanner::set(const Number *number, qint64 queued)
{
    m_number = number ? std::optional(*number) : std::nullopt;
    m_queued = queued;
    refresh();
}

void NumberBanner::refresh()
{
    const auto words = m_number ? NumberWords::explanation(*m_number, int(m_queued)) : QString();
    setVisible(!words.isEmpty());
    if (words.isEmpty()) return;
    const auto state = m_number->state;
    m_severe = state == NumberState::Disconnected || state == NumberState::Blocked;
    m_icon->set(m_severe ? u"error"_s : u"warning"_s, m_severe ? Theme::Color::Error : Theme::Color::Warning);
    m_text->setText(words);
    setAccessibleName(words);
    m_action->setText(state == NumberState::Disconnected ? tr("Link again")
            : state == NumberState::NotLinked            ? tr("Link this number")
                                                         : tr("See the number"));
    update();
}

void NumberBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(m_severe ? Theme::Color::ErrorWash : Theme::Color::WarningWash));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_context.theme.color(Theme::Color::Line));
}

void NumberBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace Tandem
