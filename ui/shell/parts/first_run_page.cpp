#include "ui/shell/parts/first_run_page.h"

#include "ui/theme/paint.h"
#include "ui/theme/widgets.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pictureHeight = 168;
constexpr int columnWidth = 460;
constexpr int pointsWidth = 400;
constexpr int pointsIcon = 20 + 3 * Theme::Grid;

} // namespace

FirstRunPage::FirstRunPage(UiContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_picture(new QWidget(this)),
      m_title(new ThemedLabel(context.theme, Theme::Text::Title, Theme::Color::Text, this)),
      m_text(new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Muted, this)), m_link(new QPushButton(this)),
      m_hint(new ThemedLabel(context.theme, Theme::Text::Small, Theme::Color::Muted, this))
{
    setObjectName(u"firstRun"_s);
    m_picture->setFixedHeight(pictureHeight);
    m_link->setObjectName(u"firstRun.link"_s);
    m_link->setProperty("role", u"primary"_s);
    m_link->setMinimumHeight(40);
    m_link->setMinimumWidth(200);
    for (auto *label : {m_title, m_text, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setFixedWidth(columnWidth);
    }
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addSpacing(6 * Theme::Grid);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(2 * Theme::Grid);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addSpacing(6 * Theme::Grid);
    for (const auto &icon : {u"phone"_s, u"history"_s, u"shield"_s}) {
        auto *line = new QWidget(this);
        line->setFixedWidth(pointsWidth);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 3 * Theme::Grid);
        row->setSpacing(3 * Theme::Grid);
        row->addWidget(new ThemedIcon(context.theme, icon, 20, Theme::Color::Accent, line), 0, Qt::AlignTop);
        auto *label = new ThemedLabel(context.theme, Theme::Text::Body, Theme::Color::Text, line);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        m_points.append(label);
        column->addWidget(line, 0, Qt::AlignHCenter);
    }
    column->addSpacing(3 * Theme::Grid);
    column->addWidget(m_link, 0, Qt::AlignHCenter);
    column->addSpacing(3 * Theme::Grid);
    column->addWidget(m_hint, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_link, &QPushButton::clicked, this, &FirstRunPage::linkRequested);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void FirstRunPage::retranslate()
{
    m_title->setText(m_mayLink ? tr("One inbox for your phone and your desk") : tr("No number is yours yet"));
    m_text->setText(m_mayLink ? tr("Link a number that you already use in the WhatsApp Business app. The app on the phone goes on as before.")
                              : tr("Ask your administrator to give you one, or to add you to a team that has one. Its conversations appear here by themselves."));
    m_link->setVisible(m_mayLink);
    m_hint->setVisible(m_mayLink);
    for (auto *label : std::as_const(m_points)) label->parentWidget()->setVisible(m_mayLink);
    const QStringList points{tr("Answer here by day and on the phone by evening: both see every message."),
        tr("Contacts and up to six months of chats come along, if you allow it on the phone."),
        tr("Tandem keeps to the limit that phone and desk share, so nothing is refused.")};
    for (qsizetype i = 0; i < m_points.size(); ++i) m_points.at(i)->setText(points.at(i));
    m_link->setText(tr("Link a number"));
    m_hint->setText(tr("It takes about five minutes. Have the phone at hand."));
    // Wrapped labels in centred rows get the height of one line unless told.
    for (auto *label : {m_title, m_text, m_hint}) label->setFixedHeight(label->heightForWidth(columnWidth));
    for (auto *label : std::as_const(m_points)) label->setFixedHeight(label->heightForWidth(pointsWidth - pointsIcon));
}

void FirstRunPage::setMayLink(bool may)
{
    if (may == m_mayLink) return;
    m_mayLink = may;
    retranslate();
}

void FirstRunPage::focusLink()
{
    m_link->setFocus(Qt::OtherFocusReason);
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void FirstRunPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    painter.setRenderHint(QPainter::Antialiasing);
    paintPicture(painter, m_picture->geometry());
}

void FirstRunPage::paintPicture(QPainter &painter, const QRectF &area) const
{
    using C = Theme::Color;
    const auto &theme = m_context.theme;
    const auto color = [&theme](C c) { return theme.color(c); };
    const QPointF c = area.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(C::AccentWash));
    painter.drawEllipse(c, 84, 84);
    const auto sheet = [&](const QRectF &box, qreal radius) {
        painter.setPen(QPen(color(C::Line), 1.5));
        painter.setBrush(color(C::Panel));
        painter.drawRoundedRect(box, radius, radius);
        painter.setPen(Qt::NoPen);
    };
    const auto bubble = [&](qreal x, qreal y, qreal w, C fill) {
        painter.setBrush(color(fill));
        painter.drawRoundedRect(QRectF(c.x() + x, c.y() + y, w, 14), 5, 5);
    };
    // The desk's window, the phone before it, and the same three messages in both.
    sheet(QRectF(c.x() - 56, c.y() - 58, 148, 104), 8);
    painter.setBrush(color(C::Chip));
    painter.drawRoundedRect(QRectF(c.x() - 28, c.y() - 48, 20, 84), 4, 4);
    bubble(4, -44, 46, C::Chip);
    bubble(34, -22, 50, C::BubbleAgent);
    bubble(24, 0, 60, C::BubblePhone);
    bubble(4, 22, 38, C::Chip);
    sheet(QRectF(c.x() - 100, c.y() - 44, 62, 112), 11);
    bubble(-92, -30, 30, C::Chip);
    bubble(-80, -10, 34, C::BubbleAgent);
    bubble(-86, 10, 40, C::BubblePhone);
    bubble(-92, 30, 26, C::Chip);
    painter.setBrush(color(C::Line));
    painter.drawRoundedRect(QRectF(c.x() - 78, c.y() + 58, 18, 3), 1.5, 1.5);
    painter.setBrush(color(C::Panel));
    painter.drawEllipse(QPointF(c.x() - 40, c.y() + 58), 22, 22);
    painter.setBrush(color(C::Accent));
    painter.drawEllipse(QPointF(c.x() - 40, c.y() + 58), 18, 18);
    Paint::icon(painter, theme, QRectF(c.x() - 50, c.y() + 48, 20, 20), u"link"_s, color(C::OnAccent));
}

} // namespace Tandem
