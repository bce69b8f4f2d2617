#include "ui/shell/parts/rail.h"

#include "ui/format/phone_text.h"
#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QButtonGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int buttonSide = 40;
constexpr int iconSide = 20;
constexpr int markHeight = 16;

} // namespace

RailButton::RailButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
}

void RailButton::setHelp(const QString &text, const QString &keys)
{
    setAccessibleName(text);
    setToolTip(plainTip(keys.isEmpty() ? text : u"%1  (%2)"_s.arg(text, keys)));
}

void RailButton::setCount(qint64 count)
{
    if (count == m_count) return;
    m_count = count;
    update();
}

QSize RailButton::sizeHint() const
{
    return {buttonSide, buttonSide};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    if (isChecked() || underMouse()) {
        auto fill = m_theme.color(Theme::Color::RailActive);
        if (!isChecked()) fill.setAlphaF(0.55F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(area, Theme::Radius, Theme::Radius);
    }
    const auto ink = isChecked() ? Paint::onRail() : m_theme.color(Theme::Color::RailText);
    const qreal inset = (buttonSide - iconSide) / 2.0;
    Paint::icon(painter, m_theme, area.adjusted(inset, inset, -inset, -inset), m_icon, ink);
    if (m_count > 0) {
        auto font = m_theme.font(Theme::Text::Small);
        font.setPixelSize(10);
        font.setWeight(QFont::DemiBold);
        const auto text = Format::shortCount(m_count);
        const auto width = Paint::pillWidth(text, font, markHeight);
        const qreal x = layoutDirection() == Qt::RightToLeft ? 1 : buttonSide - width - 1;
        const QRectF mark(x, 1, width, markHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() || underMouse() ? Theme::Color::RailActive : Theme::Color::Rail));
        painter.drawRoundedRect(mark.adjusted(-2, -2, 2, 2), markHeight / 2.0 + 2, markHeight / 2.0 + 2);
        Paint::pill(painter, mark, text, font, m_theme.color(Theme::Color::RailMark), m_theme.color(Theme::Color::OnRailMark));
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Theme::Color::RailText), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), Theme::Radius - 1, Theme::Radius - 1);
    }
}

Rail::Rail(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_inbox(new RailButton(theme, u"inbox"_s, this)), m_starred(new RailButton(theme, u"star"_s, this)),
      m_mentions(new RailButton(theme, u"at"_s, this)), m_numbers(new RailButton(theme, u"phone"_s, this)), m_team(new RailButton(theme, u"users"_s, this)),
      m_audit(new RailButton(theme, u"shield"_s, this)), m_settings(new RailButton(theme, u"settings"_s, this)),
      m_help(new RailButton(theme, u"keyboard"_s, this)), m_column(new QVBoxLayout(this))
{
    setObjectName(u"rail"_s);
    setFixedWidth(Theme::RailWidth);
    m_inbox->setObjectName(u"rail.inbox"_s);
    m_starred->setObjectName(u"rail.starred"_s);
    m_numbers->setObjectName(u"rail.numbers"_s);
    m_mentions->setObjectName(u"rail.mentions"_s);
    m_team->setObjectName(u"rail.team"_s);
    m_audit->setObjectName(u"rail.audit"_s);
    m_settings->setObjectName(u"rail.settings"_s);
    m_help->setObjectName(u"rail.keys"_s);
    auto *group = new QButtonGroup(this);
    for (auto *button : {m_inbox, m_numbers, m_team, m_audit, m_settings}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    m_inbox->setChecked(true);
    const int side = (Theme::RailWidth - buttonSide) / 2;
    m_column->setContentsMargins(side, 3 * Theme::Grid, side, 3 * Theme::Grid);
    m_column->setSpacing(Theme::Grid);
    for (auto *button : {m_inbox, m_mentions, m_starred, m_numbers, m_team, m_audit}) m_column->addWidget(button);
    m_column->addStretch();
    m_column->addWidget(m_help);
    m_column->addWidget(m_settings);
    setPages(false, false, false);
    connect(m_inbox, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(Inbox); });
    connect(m_numbers, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(Numbers); });
    connect(m_settings, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(Settings); });
    connect(m_team, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(Team); });
    connect(m_audit, &QAbstractButton::clicked, this, [this] { Q_EMIT pageRequested(Audit); });
    connect(m_mentions, &QAbstractButton::clicked, this, &Rail::mentionsRequested);
    connect(m_starred, &QAbstractButton::clicked, this, &Rail::starredRequested);
    connect(m_help, &QAbstractButton::clicked, this, &Rail::helpRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void Rail::setPage(Page page)
{
    switch (page) {
    case Inbox: m_inbox->setChecked(true); break;
    case Numbers: m_numbers->setChecked(true); break;
    case Settings: m_settings->setChecked(true); break;
    case Team: m_team->setChecked(true); break;
    case Audit: m_audit->setChecked(true); break;
    }
}

void Rail::setUnread(qint64 conversations)
{
    m_inbox->setCount(conversations);
}

void Rail::setNumbersNeedCare(int numbers)
{
    m_numbers->setCount(numbers);
}

void Rail::setMentions(int mentions)
{
    m_mentions->setCount(mentions);
}

void Rail::setPages(bool mentions, bool team, bool audit)
{
    m_mentions->setVisible(mentions);
    m_team->setVisible(team);
    m_audit->setVisible(audit);
}

void Rail::addAtFoot(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 2, widget);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Theme::Color::Rail));
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void Rail::retranslate()
{
    const auto keys = [](int key) { return QKeySequence(Qt::CTRL | Qt::Key(key)).toString(QKeySequence::NativeText); };
    m_inbox->setHelp(tr("Inbox"), keys(Qt::Key_1));
    m_starred->setHelp(tr("Starred messages"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S).toString(QKeySequence::NativeText));
    m_mentions->setHelp(tr("Notes that name you"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M).toString(QKeySequence::NativeText));
    m_team->setHelp(tr("Team"), keys(Qt::Key_3));
    m_audit->setHelp(tr("Audit log"), keys(Qt::Key_4));
    m_numbers->setHelp(tr("Numbers"), keys(Qt::Key_2));
    m_settings->setHelp(tr("Settings"), keys(Qt::Key_Comma));
    m_help->setHelp(tr("Keyboard shortcuts"), u"?"_s);
}

} // namespace Tandem
