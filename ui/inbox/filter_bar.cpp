#include "ui/inbox/filter_bar.h"

#include "ui/format/message_text.h"
#include "ui/inbox/view_tabs.h"
#include "ui/theme/chip.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto closingSoon = std::chrono::hours(2);
constexpr int longestLabel = 90;

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

/// An ampersand in a name is not a mnemonic.
QString plain(QString name) { return name.replace(u'&', u"&&"_s); }

} // namespace

FilterBar::FilterBar(const Theme &theme, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_clock(clock), m_tabs(new ViewTabs(theme, this)), m_numberButton(new QPushButton(this)),
      m_state(new Chip(theme, this)), m_unread(new Chip(theme, this)), m_waiting(new Chip(theme, this)), m_closing(new Chip(theme, this)),
      m_phone(new Chip(theme, this)), m_labelChip(new Chip(theme, this))
{
    build();
    for (auto *chip : narrowing()) connect(chip, &QAbstractButton::toggled, this, &FilterBar::filterChanged);
    connect(m_tabs, &ViewTabs::changed, this, [this] {
        retranslate();
        Q_EMIT filterChanged();
    });
    connect(m_state, &QAbstractButton::clicked, this, &FilterBar::showStateMenu);
    connect(m_labelChip, &QAbstractButton::clicked, this, &FilterBar::showLabelMenu);
    connect(m_numberButton, &QPushButton::clicked, this, &FilterBar::showNumberMenu);
    connect(&theme, &Theme::changed, this, &FilterBar::retranslate);
    retranslate();
}

void FilterBar::build()
{
    m_state->setObjectName(u"inbox.state"_s);
    m_unread->setObjectName(u"inbox.unread"_s);
    m_waiting->setObjectName(u"inbox.waiting"_s);
    m_closing->setObjectName(u"inbox.closing"_s);
    m_phone->setObjectName(u"inbox.onPhone"_s);
    m_labelChip->setObjectName(u"inbox.label"_s);
    m_numberButton->setObjectName(u"inbox.number"_s);
    m_numberButton->setProperty("role", u"quiet"_s);
    m_numberButton->setCursor(Qt::PointingHandCursor);
    m_numberButton->hide();
    m_state->hide();
    m_labelChip->hide();
    auto *chips = new FlowLayout(Theme::Grid);
    chips->setContentsMargins(3 * Theme::Grid, 10, 2 * Theme::Grid, 2 * Theme::Grid);
    chips->addWidget(m_state);
    for (auto *chip : narrowing()) chips->addWidget(chip);
    chips->addWidget(m_labelChip);
    chips->addWidget(m_numberButton);
    auto *line = new QFrame(this);
    line->setProperty("role", u"line"_s);
    line->setFixedHeight(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(line);
    layout->addLayout(chips);
}

ConversationFilter FilterBar::filter() const
{
    ConversationFilter filter;
    if (const auto *view = m_tabs->view()) {
        filter.state.reset();
        filter.condition = view->condition;
    } else {
        filter.state = m_tabs->state();
        filter.whose = m_tabs->whose();
    }
    filter.unreadOnly = m_unread->isChecked();
    filter.customerWaiting = m_waiting->isChecked();
    filter.answeredOnPhone = m_phone->isChecked();
    if (m_closing->isChecked()) filter.windowClosesBefore = m_clock.now() + closingSoon;
    filter.number = m_number;
    filter.label = m_label;
    return filter;
}

bool FilterBar::isNarrowed() const
{
    const auto chips = narrowing();
    return m_number || m_label || std::any_of(chips.cbegin(), chips.cend(), [](const Chip *chip) { return chip->isChecked(); });
}

void FilterBar::clearNarrowing()
{
    const QSignalBlocker quiet(this);
    for (auto *chip : narrowing()) chip->setChecked(false);
    m_number.reset();
    m_label.reset();
    retranslate();
    blockSignals(false);
    Q_EMIT numberChanged();
    Q_EMIT filterChanged();
}

void FilterBar::setState(ConversationState state)
{
    m_tabs->setState(state);
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
    m_tabs->setCounts(counts);
    for (const auto &[chip, number] : {std::pair{m_unread, counts.unread}, {m_waiting, counts.waiting}, {m_closing, counts.windowClosing},
             {m_phone, counts.answeredOnPhone}}) {
        chip->setNumber(number, counts.capped && number >= ConversationCounts::CountLimit);
    }
}

void FilterBar::setTeam(bool team)
{
    m_tabs->setTeam(team);
    retranslate();
}

void FilterBar::setNumbers(const QList<Number> &numbers)
{
    m_numbers = numbers;
    m_numberButton->setVisible(numbers.size() > 1);
    const bool known = std::any_of(numbers.cbegin(), numbers.cend(), [this](const Number &n) { return m_number == n.id; });
    if (m_number && !known) chooseNumber(std::nullopt);
    retranslateNumber();
}

void FilterBar::setLabels(const QList<Label> &labels)
{
    if (labels == m_labels) return;
    m_labels = labels;
    const bool known = std::any_of(labels.cbegin(), labels.cend(), [this](const Label &l) { return m_label == l.id; });
    if (m_label && !known) chooseLabel(std::nullopt);
    retranslate();
}

void FilterBar::chooseNumber(std::optional<NumberId> number)
{
    if (m_number == number) return;
    m_number = number;
    retranslateNumber();
    Q_EMIT numberChanged();
    Q_EMIT filterChanged();
}

void FilterBar::chooseLabel(std::optional<LabelId> label)
{
    const bool another = m_label != label;
    m_label = label;
    retranslate();
    if (another) Q_EMIT filterChanged();
}

void FilterBar::showStateMenu()
{
    m_state->setChecked(true); // it is always on: only which state is chosen
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using enum ConversationState;
    for (const auto state : {Open, Pending, Snoozed, Closed}) {
        auto *action = menu->addAction(ViewTabs::stateName(state));
        action->setCheckable(true);
        action->setChecked(!m_tabs->view() && m_tabs->state() == state);
        connect(action, &QAction::triggered, this, [this, state] { setState(state); });
    }
    menu->popup(m_state->mapToGlobal(QPoint(0, m_state->height())));
}

void FilterBar::showLabelMenu()
{
    m_labelChip->setChecked(m_label.has_value());
    auto *menu = new QMenu(this);
    menu->setObjectName(u"inbox.labelMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QIcon &icon, std::optional<LabelId> label) {
        auto *action = menu->addAction(icon, text);
        action->setCheckable(true);
        action->setChecked(m_label == label);
        connect(action, &QAction::triggered, this, [this, label] { chooseLabel(label); });
    };
    add(tr("Any label or none"), {}, std::nullopt);
    for (const auto &label : std::as_const(m_labels)) add(plain(label.name), dot(m_theme, label.colorIndex), label.id);
    menu->popup(m_labelChip->mapToGlobal(QPoint(0, m_labelChip->height())));
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
    for (const auto &number : std::as_const(m_numbers)) add(plain(Format::numberName(number)), dot(m_theme, number.colorIndex), number.id);
    menu->popup(m_numberButton->mapToGlobal(QPoint(0, m_numberButton->height())));
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) retranslate();
    QWidget::changeEvent(event);
}

void FilterBar::retranslateNumber()
{
    auto name = tr("All numbers");
    for (const auto &number : std::as_const(m_numbers)) {
        if (m_number == number.id) name = Format::numberName(number);
    }
    m_numberButton->setAccessibleName(tr("Number shown: %1").arg(name));
    m_numberButton->setIcon(m_theme.icon(u"chevron-down"_s));
    // A button has its icon before its text; turned round, after it.
    m_numberButton->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    m_numberButton->setText(plain(QFontMetrics(m_numberButton->font()).elidedText(name, Qt::ElideRight, 112)));
}

void FilterBar::retranslate()
{
    m_unread->setText(tr("Unread"));
    m_unread->setToolTip(tr("Conversations with unread messages"));
    m_waiting->setText(tr("Waiting", "customer waiting for an answer"));
    m_waiting->setToolTip(tr("The customer wrote last and waits for an answer"));
    m_closing->setText(tr("Closing", "reply window closing soon"));
    m_closing->setToolTip(tr("The 24-hour reply window closes within two hours"));
    m_phone->setText(tr("On phone", "answered on the phone"));
    m_phone->setToolTip(tr("Last answered on the phone"));
    m_state->setVisible(m_tabs->isTeam() && !m_tabs->view());
    m_state->setChecked(true);
    m_state->setIconName(u"chevron-down"_s);
    m_state->setText(ViewTabs::stateName(m_tabs->state()));
    m_state->setToolTip(plainTip(tr("State shown: %1").arg(m_state->text())));
    auto label = tr("Label");
    for (const auto &one : std::as_const(m_labels)) {
        if (m_label == one.id) label = one.name;
    }
    m_labelChip->setVisible(!m_labels.isEmpty());
    m_labelChip->setChecked(m_label.has_value());
    m_labelChip->setIconName(u"tag"_s);
    m_labelChip->setText(QFontMetrics(m_theme.font(Theme::Text::Small)).elidedText(label, Qt::ElideRight, longestLabel));
    m_labelChip->setToolTip(plainTip(m_label ? tr("Only with the label %1").arg(label) : tr("Show one label only")));
    for (auto *chip : narrowing() + QList<Chip *>{m_state, m_labelChip}) {
        chip->setAccessibleName(chip->toolTip());
        chip->updateGeometry();
    }
    retranslateNumber();
}

} // namespace Tandem
