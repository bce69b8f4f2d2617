#include "ui/theme/state_view.h"

#include "ui/theme/paint.h"

#include <QVBoxLayout>

namespace Tandem {
namespace {

constexpr int discSide = 64;
constexpr int iconSide = 28;
constexpr int textWidth = 300;

} // namespace

StateView::StateView(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_space(new QWidget(this)), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_button(new QPushButton(this))
{
    m_space->setFixedHeight(discSide);
    for (auto *label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(textWidth);
    }
    m_button->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6 * Theme::Grid, 6 * Theme::Grid, 6 * Theme::Grid, 6 * Theme::Grid);
    layout->setSpacing(0);
    layout->addStretch(2);
    layout->addWidget(m_space);
    layout->addSpacing(4 * Theme::Grid);
    // Width comes from the pane, so that wrapped lines get the height they need.
    const auto addCentered = [layout](QLabel *label) {
        auto *row = new QHBoxLayout;
        row->addStretch(0);
        row->addWidget(label, 1);
        row->addStretch(0);
        layout->addLayout(row);
    };
    addCentered(m_title);
    layout->addSpacing(Theme::Grid);
    addCentered(m_text);
    layout->addSpacing(4 * Theme::Grid);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &StateView::buttonPressed);
    connect(&theme, &Theme::changed, this, &StateView::restyle);
    restyle();
}

void StateView::restyle()
{
    m_title->setFont(m_theme.font(Theme::Text::Heading));
    auto palette = m_text->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Theme::Color::Muted));
    m_text->setPalette(palette);
    palette.setColor(QPalette::WindowText, m_theme.color(Theme::Color::Text));
    m_title->setPalette(palette);
    update();
}

void StateView::set(const QString &icon, const QString &title, const QString &text, const QString &button)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    update();
}

void StateView::setTone(Theme::Color tone)
{
    m_tone = tone;
    update();
}

QString StateView::title() const
{
    return m_title->text();
}

void StateView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto area = m_space->geometry();
    const QRectF disc(area.center().x() - discSide / 2, area.y(), discSide, discSide);
    auto wash = m_theme.color(m_tone == Theme::Color::Error ? Theme::Color::ErrorWash
            : m_tone == Theme::Color::Accent                ? Theme::Color::AccentWash
                                                            : Theme::Color::Chip);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawEllipse(disc);
    const qreal inset = (discSide - iconSide) / 2.0;
    Paint::icon(painter, m_theme, disc.adjusted(inset, inset, -inset, -inset), m_icon, m_theme.color(m_tone));
}

} // namespace Tandem
