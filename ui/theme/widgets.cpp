#include "ui/theme/widgets.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace Tandem {
namespace {

constexpr int pillPadding = 2 * Theme::Grid;
constexpr int pillIcon = 14;

} // namespace

ThemedLabel::ThemedLabel(Theme &theme, Theme::Text text, Theme::Color color, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_text(text), m_color(color)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &ThemedLabel::restyle);
    restyle();
}

void ThemedLabel::setColor(Theme::Color color)
{
    if (m_color == color) return;
    m_color = color;
    restyle();
}

void ThemedLabel::setRole(Theme::Text text)
{
    m_text = text;
    restyle();
}

void ThemedLabel::restyle()
{
    // Under a style sheet either call re-polishes the label, so only what differs is set.
    if (const auto wanted = m_theme.font(m_text); font() != wanted) setFont(wanted);
    auto colors = palette();
    if (colors.color(QPalette::WindowText) == m_theme.color(m_color)) return;
    colors.setColor(QPalette::WindowText, m_theme.color(m_color));
    setPalette(colors);
}

void addCentred(QBoxLayout *column, QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(widget);
    row->addStretch();
    column->addLayout(row);
}

Pill::Pill(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Pill::set(const QString &text, Theme::Color color, Theme::Color wash, const QString &icon)
{
    m_text = text;
    m_color = color;
    m_wash = wash;
    m_icon = icon;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(Theme::Text::Small));
    const int icon = m_icon.isEmpty() ? 0 : pillIcon + Theme::Grid;
    return {metrics.horizontalAdvance(m_text) + icon + 2 * pillPadding, metrics.height() + Theme::Grid + 2};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_wash));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    auto area = rect().adjusted(pillPadding, 0, -pillPadding, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!m_icon.isEmpty()) {
        const int x = mirrored ? area.right() - pillIcon + 1 : area.left();
        painter.drawPixmap(x, (height() - pillIcon) / 2, m_theme.pixmap(m_icon, pillIcon, m_theme.color(m_color), devicePixelRatioF()));
        mirrored ? area.setRight(area.right() - pillIcon - Theme::Grid) : area.setLeft(area.left() + pillIcon + Theme::Grid);
    }
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.setPen(m_theme.color(m_color));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeading, m_text);
}

Card::Card(Theme &theme, QWidget *parent, Theme::Color fill) : QFrame(parent), m_theme(theme), m_fill(fill)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setFill(Theme::Color fill)
{
    m_fill = fill;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = m_fill == Theme::Color::Panel;
    painter.setPen(outlined ? QPen(m_theme.color(Theme::Color::Line)) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.color(m_fill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::Radius, Theme::Radius);
}

ThemedIcon::ThemedIcon(Theme &theme, const QString &name, int size, Theme::Color color, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_name(name), m_color(color)
{
    setFixedSize(size, size);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ThemedIcon::set(const QString &name, Theme::Color color)
{
    m_name = name;
    m_color = color;
    update();
}

void ThemedIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_theme.pixmap(m_name, width(), m_theme.color(m_color), devicePixelRatioF()));
}

ProgressLine::ProgressLine(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressLine::setValue(int percent, Theme::Color color)
{
    if (m_percent == percent && m_color == color) return;
    m_percent = percent;
    m_color = color;
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF track(rect());
    const qreal radius = height() / 2.0;
    painter.setBrush(m_theme.color(Theme::Color::Line));
    painter.drawRoundedRect(track, radius, radius);
    if (m_percent <= 0) return;
    auto filled = track;
    filled.setWidth(qMax(track.height(), track.width() * qMin(m_percent, 100) / 100.0));
    if (layoutDirection() == Qt::RightToLeft) filled.moveRight(track.right());
    painter.setBrush(m_theme.color(m_color));
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace Tandem
