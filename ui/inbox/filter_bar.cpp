#include "ui/inbox/filter_bar.h"

#include "ui/format/message_text.h"
#include "ui/inbox/tab_button.h"
#include "ui/theme/chip.h"
#include "ui/theme/flow_layout.h"

#include <QButtonGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto closingSoon = std::chrono::hours(2);

QIcon dot(const Theme &theme, int colorIndex)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.stripe(colorIndex));
    painter.drawEllipse(QRectF(4, 4, 8, 8));
    return pixmap;
}

} // namespace

FilterBar::FilterBar(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_clock(clock), m_open(new TabButton(theme, this)), m_closed(new TabButton(theme, this)),
      m_numberButton(new QPushButton(this)), m_unread(new Chip(theme, this)), m_waiting(new Chip(theme, this)),
      m_closing(new Chip(theme, this)), m_phone(new Chip(theme, this))
{
    m_open->setObjectName(u"inbox.open"_s);
    m_closed->setObjectName(u"inbox.closed"_s);
    m_unread->setObjectName(u"inbox.unread"_s);
    m_waiting->setObjectName(u"inbox.waiting"_s);
    m_closing->setObjectName(u"inbox.closing"_s);
    m_phone->setObjectName(u"inbox.onPhone"_s);
    auto *group = new QButtonGroup(this);
    group->addButton(m_open);
    group->addButton(m_closed);
    m_open->setChecked(true);
    m_numberButton->setObjectName(u"inbox.number"_s);
    m_numberButton->setProperty("role", u"quiet"_s);
    m_numberButton->setCursor(Qt::PointingHandCursor);
    m_numberButton->hide();

    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(4 * Theme::Grid, 0, 2 * Theme::Grid, 0);
    tabs->setSpacing(4 * Theme::Grid);
    tabs->addWidget(m_open);
    tabs->addWidget(m_closed);
    tabs->addStretch();
    tabs->addWidget(m_numberButton);
    auto *chips = new FlowLayout(Theme::Grid);
    chips->setContentsMargins(3 * Theme::Grid, 10, 2 * Theme::Grid, 2 * Theme::Grid);
    for (auto *chip : {m_unread, m_waiting, m_closing, m_phone}) {
        chips->addWidget(chip);
        connect(chip, &QAbstractButton::toggled, this, &FilterBar::filterChanged);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tabs);
    auto *line = new QFrame(this);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    layout->addWidget(line);
    layout->addLayout(chips);
    connect(m_open, &QAbstractButton::toggled, this, &FilterBar::filterChanged);
    connect(&theme, &Theme::changed, this, &FilterBar::retranslate);
    connect(m_numberButton, &QPushButton::clicked, this, &FilterBar::showNumberMenu);
    retranslate();
}

ConversationFilter FilterBar::filter() const
{
    ConversationFilter filter;
    filter.state = m_open->isChecked() ? ConversationState::Open : ConversationState::Closed;
    filter.unreadOnly = m_unread->isChecked();
    filter.customerWaiting = m_waiting->isChecked();
    filter.answeredOnPhone = m_phone->isChecked();
    if (m_closing->isChecked()) filter.windowClosesBefore = m_clock.now() + closingSoon;
    filter.number = m_number;
    return filter;
}

bool FilterBar::isNarrowed() const
{
    return m_number || m_unread->isChecked() || m_waiting->isChecked() || m_closing->isChecked() || m_phone->isChecked();
}

void FilterBar::clearNarrowing()
{
    const QSignalBlocker quiet(this);
    for (auto *chip : {m_unread, m_waiting, m_closing, m_phone}) chip->setChecked(false);
    m_number.reset();
    retranslate();
    blockSignals(false);
    Q_EMIT numberChanged();
    Q_EMIT filterChanged();
}

void FilterBar::setState(ConversationState state)
{
    (state == ConversationState::Closed ? m_closed : m_open)->setChecked(true);
}

void FilterBar::toggle(const QString &chip)
{
    if (chip == "unread"_L1) m_unread->toggle();
    else if (chip == "waiting"_L1) m_waiting->toggle();
    else if (chip == "closing"_L1) m_closing->toggle();
    else if (chip == "phone"_L1) m_phone->toggle();
}

void FilterBar::setCounts(const ConversationCounts &counts)
{
    m_open->setNumber(counts.open);
    m_closed->setNumber(counts.closed);
    m_unread->setNumber(counts.unread);
    m_waiting->setNumber(counts.waiting);
    m_closing->setNumber(counts.windowClosing);
    m_phone->setNumber(counts.answeredOnPhone);
}

void FilterBar::setNumbers(const QList<Number> &numbers)
{
    m_numbers = numbers;
    m_numberButton->setVisible(numbers.size() > 1);
    const bool known = std::any_of(numbers.cbegin(), numbers.cend(), [this](const Number &n) { return m_number == n.id; });
    if (m_number && !known) chooseNumber(std::nullopt);
    retranslate();
}

void FilterBar::chooseNumber(std::optional<NumberId> number)
{
    if (m_number == number) return;
    m_number = number;
    retranslate();
    Q_EMIT numberChanged();
    Q_EMIT filterChanged();
}

void FilterBar::showNumberMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QIcon &icon, std::optional<NumberId> number) {
        auto *action = menu->addAction(icon, text);
        action->setCheckable(true);
        action->setChecked(m_number == number);
        connect(action, &QAction::triggered, this, [this, number] { chooseNumber(number); });
    };
    add(tr("All numbers"), {}, std::nullopt);
    for (const auto &number : std::as_const(m_numbers)) {
        // An ampersand in a business name is not a mnemonic.
        add(Format::numberName(number).replace(u'&', u"&&"_s), dot(m_theme, number.colorIndex), number.id);
    }
    menu->popup(m_numberButton->mapToGlobal(QPoint(0, m_numberButton->height())));
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_open->setText(tr("Open"));
    m_closed->setText(tr("Closed"));
    m_unread->setText(tr("Unread"));
    m_unread->setToolTip(tr("Conversations with unread messages"));
    m_waiting->setText(tr("Waiting", "customer waiting for an answer"));
    m_waiting->setToolTip(tr("The customer wrote last and waits for an answer"));
    m_closing->setText(tr("Closing", "reply window closing soon"));
    m_closing->setToolTip(tr("The 24-hour reply window closes within two hours"));
    m_phone->setText(tr("On phone", "answered on the phone"));
    m_phone->setToolTip(tr("Last answered on the phone"));
    for (auto *chip : {m_unread, m_waiting, m_closing, m_phone}) {
        chip->setAccessibleName(chip->toolTip());
        chip->updateGeometry();
    }
    auto name = tr("All numbers");
    for (const auto &number : std::as_const(m_numbers)) {
        if (m_number == number.id) name = Format::numberName(number);
    }
    m_numberButton->setAccessibleName(tr("Number shown: %1").arg(name));
    m_numberButton->setIcon(m_theme.icon(u"chevron-down"_s));
    // A button has its icon before its text; turned round, after it.
    m_numberButton->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    m_numberButton->setText(QFontMetrics(m_numberButton->font()).elidedText(name, Qt::ElideRight, 112).replace(u'&', u"&&"_s));
}

} // namespace Tandem
