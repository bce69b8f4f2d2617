#include "ui/numbers/number_card.h"

#include "core/base/clock.h"
#include "core/coexistence/activity_watch.h"
#include "ui/numbers/parts/fact_list.h"
#include "ui/numbers/parts/feature_table.h"
#include "ui/numbers/parts/history_column.h"
#include "ui/numbers/parts/number_avatar.h"
#include "ui/numbers/number_words.h"
#include "ui/numbers/parts/sending_column.h"
#include "ui/numbers/use/disk_column.h"
#include "ui/numbers/use/policy_column.h"
#include "ui/numbers/use/usage_column.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPushButton>
#include <QResizeEvent>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int padding = 5 * Theme::Grid;
constexpr int columnGap = 8 * Theme::Grid;
constexpr int narrow = 820; ///< below it the three columns stand under each other

QPushButton *makeButton(const char *name, const QString &role, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(QLatin1StringView(name));
    if (!role.isEmpty()) button->setProperty("role", role);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

} // namespace

NumberCard::NumberCard(Theme &theme, const Clock &clock, QWidget *parent) : Card(theme, parent), m_theme(theme), m_clock(clock)
{
    setObjectName(u"number.card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(padding, padding, padding, 4 * Theme::Grid);
    layout->setSpacing(4 * Theme::Grid);
    layout->addLayout(makeHeader());
    layout->addWidget(makeNotice());
    layout->addWidget(makeColumns());
    layout->addWidget(makeUse());
    layout->addLayout(makeActions());
    layout->addWidget(makeDetails());
    retranslate();
}

QLayout *NumberCard::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(3 * Theme::Grid);
    m_avatar = new NumberAvatar(m_theme, this);
    m_title = new ThemedLabel(m_theme, Theme::Text::Heading, Theme::Color::Text, this);
    m_title->setObjectName(u"number.title"_s);
    m_subtitle = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_subtitle->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_badge = new Pill(m_theme, this);
    m_badge->setObjectName(u"number.badge"_s);
    m_state = new Pill(m_theme, this);
    m_state->setObjectName(u"number.state"_s);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(2 * Theme::Grid);
    first->addWidget(m_title);
    first->addWidget(m_badge);
    first->addStretch();
    names->addLayout(first);
    names->addWidget(m_subtitle);
    row->addWidget(m_avatar, 0, Qt::AlignTop);
    row->addLayout(names, 1);
    row->addWidget(m_state, 0, Qt::AlignTop);
    return row;
}

QWidget *NumberCard::makeNotice()
{
    m_notice = new Card(m_theme, this, Theme::Color::WarningWash);
    m_notice->setObjectName(u"number.notice"_s);
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(3 * Theme::Grid, 2 * Theme::Grid, 3 * Theme::Grid, 2 * Theme::Grid);
    row->setSpacing(3 * Theme::Grid);
    m_noticeIcon = new ThemedIcon(m_theme, u"warning"_s, 18, Theme::Color::Warning, m_notice);
    m_noticeText = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, m_notice);
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_noticeIcon, 0, Qt::AlignTop);
    row->addWidget(m_noticeText, 1);
    return m_notice;
}

QWidget *NumberCard::makeColumns()
{
    m_columns = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, m_columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(columnGap);
    m_health = new FactList(m_theme, m_columns);
    m_phoneRow = m_health->addRow();
    m_openRow = m_health->addRow();
    m_webhookRow = m_health->addRow();
    m_reachRow = m_health->addRow();
    m_sinceRow = m_health->addRow();
    m_history = new HistoryColumn(m_theme, m_columns);
    m_sending = new SendingColumn(m_theme, m_columns);
    connect(m_sending, &SendingColumn::limitChosen, this, [this](int limit) { Q_EMIT limitChosen(m_number.id, limit); });
    for (QWidget *column : std::initializer_list<QWidget *>{m_health, m_history, m_sending}) row->addWidget(column, 1);
    return m_columns;
}

QWidget *NumberCard::makeUse()
{
    m_use = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, m_use);
    row->setContentsMargins(0, 2 * Theme::Grid, 0, 0);
    row->setSpacing(columnGap);
    m_policy = new PolicyColumn(m_theme, m_use);
    m_usage = new UsageColumn(m_theme, m_use);
    m_disk = new DiskColumn(m_theme, m_clock, m_use);
    connect(m_policy, &PolicyColumn::chosen, this, [this](ReadReceipts receipts, bool typing) { Q_EMIT policyChosen(m_number.id, receipts, typing); });
    connect(m_disk, &DiskColumn::purgeRequested, this, [this](UtcTime before) { Q_EMIT purgeRequested(m_number.id, before); });
    for (QWidget *column : std::initializer_list<QWidget *>{m_policy, m_usage, m_disk}) row->addWidget(column, 1);
    return m_use;
}

QLayout *NumberCard::makeActions()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Grid);
    m_linkAgain = makeButton("number.linkAgain", u"primary"_s, this);
    m_unlink = makeButton("number.unlinkGuide", u"link"_s, this);
    m_more = makeButton("number.more", u"link"_s, this);
    connect(m_linkAgain, &QPushButton::clicked, this, &NumberCard::linkRequested);
    connect(m_unlink, &QPushButton::clicked, this, &NumberCard::unlinkGuideRequested);
    connect(m_more, &QPushButton::clicked, this, &NumberCard::toggleDetails);
    row->addWidget(m_linkAgain);
    row->addWidget(m_more);
    row->addWidget(m_unlink);
    row->addStretch();
    return row;
}

QWidget *NumberCard::makeDetails()
{
    m_details = new QWidget(this);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, 0, 0, 2 * Theme::Grid);
    layout->setSpacing(3 * Theme::Grid);
    m_features = new FeatureTable(m_theme, m_details);
    m_priceTitle = new ThemedLabel(m_theme, Theme::Text::BodyStrong, Theme::Color::Muted, m_details);
    m_price = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, m_details);
    m_price->setWordWrap(true);
    layout->addWidget(m_features);
    layout->addWidget(m_priceTitle);
    layout->addWidget(m_price);
    m_details->setVisible(false);
    return m_details;
}

void NumberCard::toggleDetails()
{
    m_details->setVisible(m_details->isHidden());
    retranslate();
}

void NumberCard::retranslate()
{
    m_health->setHeading(tr("Health"));
    m_health->setName(m_phoneRow, tr("Last message from the phone"));
    m_health->setName(m_webhookRow, tr("Last news from the platform"));
    m_health->setName(m_openRow, tr("Open the phone's app by"),
        tr("The platform closes the link when the app was not opened for 14 days. Tandem warns from day 13."));
    m_health->setName(m_reachRow, tr("New conversations"), tr("How many people the business may write to first, as the platform says."));
    m_health->setName(m_sinceRow, tr("Linked since"));
    m_history->setHeading(tr("History"));
    m_sending->retranslate();
    m_policy->retranslate();
    m_usage->retranslate();
    m_disk->retranslate();
    m_linkAgain->setText(tr("Link again"));
    m_unlink->setText(tr("How to unlink"));
    m_more->setText(m_details->isHidden() ? tr("What changes with coexistence, and prices") : tr("Hide details"));
    m_features->retranslate();
    m_priceTitle->setText(tr("Prices"));
    m_price->setText(tr("Messages typed on the phone stay free. Messages sent through Tandem use the API, and since October 2026 the platform "
                        "charges each of them by the market and category of the customer; templates are charged by their category. What "
                        "customers send is free. The platform sends the bill to the payment method of the WhatsApp Business account."));
    setNumber(m_number);
}

void NumberCard::setNumber(const Number &number)
{
    m_number = number;
    const auto title = NumberWords::title(number);
    m_avatar->set(title, number.colorIndex, number.coexistence);
    m_title->setText(title);
    m_subtitle->setText(NumberWords::subtitle(number));
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_badge->set(tr("coexistence"), Theme::Color::Accent, Theme::Color::AccentWash, u"badge"_s);
    m_badge->setToolTip(tr("This number also lives in the WhatsApp Business app on a phone."));
    m_badge->setVisible(number.coexistence);
    const auto state = NumberWords::state(number);
    m_state->set(state.text, state.color, state.wash);
    const bool known = number.state != NumberState::NotLinked;
    const bool alive = number.state == NumberState::Linked || number.state == NumberState::Suspended || number.state == NumberState::Linking;
    m_history->setVisible(known);
    m_history->setNumber(number);
    m_sending->setVisible(known);
    m_sending->setNumber(number);
    m_use->setVisible(known);
    m_sending->setMayTune(m_mayTune);
    m_policy->setMayTune(m_mayTune);
    m_policy->setNumber(number);
    m_disk->setVisible(m_mayTune);
    m_linkAgain->setVisible(!alive && m_mayLink);
    m_linkAgain->setText(known ? tr("Link again") : tr("Link this number"));
    m_unlink->setVisible(known && m_mayLink);
    showHealth();
    showNotice();
}

void NumberCard::setRights(bool mayLink, bool mayTune)
{
    if (m_mayLink == mayLink && m_mayTune == mayTune) return;
    m_mayLink = mayLink;
    m_mayTune = mayTune;
    setNumber(m_number);
}

void NumberCard::setBudget(const BudgetSnapshot &budget)
{
    const bool queueMoved = budget.queued != m_budget.queued;
    m_budget = budget;
    m_sending->setBudget(budget);
    if (queueMoved) showNotice();
}

void NumberCard::setUsage(const QList<UsageRow> &rows)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(toEpochMillis(m_clock.now()), QTimeZone::utc()).date();
    m_usage->setUsage(rows, m_number.id, {today.year(), today.month(), 1});
}

void NumberCard::setDisk(const MediaUsage &usage)
{
    m_disk->setUsage(usage);
}

void NumberCard::refreshAges()
{
    showHealth();
    showNotice();
}

void NumberCard::showHealth()
{
    const auto now = m_clock.now();
    m_health->setValue(m_phoneRow, NumberWords::ago(now, m_number.lastPhoneActivityAt));
    m_health->setValue(m_webhookRow, NumberWords::ago(now, m_number.lastWebhookAt));
    const auto sign = ActivityWatch::lastSign(m_number.lastPhoneActivityAt, m_number.onboardedAt);
    const bool late = ActivityWatch::level(sign, now) >= ActivityWatch::Level::Warning;
    m_health->setRowVisible(m_openRow, sign.has_value());
    if (sign) m_health->setValue(m_openRow, NumberWords::date(*sign + ActivityWatch::WarnAfter), late ? Theme::Color::Warning : Theme::Color::Text);
    const auto reach = NumberWords::messagingLimit(m_number.messagingLimit);
    m_health->setValue(m_reachRow, reach);
    m_health->setRowVisible(m_reachRow, !reach.isEmpty());
    m_health->setValue(m_sinceRow, m_number.onboardedAt ? NumberWords::date(*m_number.onboardedAt) : QString());
    m_health->setRowVisible(m_sinceRow, m_number.onboardedAt.has_value());
}

void NumberCard::showNotice()
{
    auto text = NumberWords::explanation(m_number, m_budget.queued);
    if (text.isEmpty()) text = NumberWords::activityWarning(m_number, m_clock.now());
    using Color = Theme::Color;
    auto color = Color::Warning;
    auto wash = Color::WarningWash;
    if (m_number.state == NumberState::Disconnected || m_number.state == NumberState::Blocked) {
        color = Color::Error;
        wash = Color::ErrorWash;
    } else if (m_number.state == NumberState::NotLinked || m_number.state == NumberState::Linking) {
        color = Color::Muted;
        wash = Color::Chip;
    }
    m_notice->setFill(wash);
    m_noticeIcon->set(color == Color::Muted ? u"info"_s : u"warning"_s, color);
    m_noticeText->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void NumberCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    for (auto *part : {m_columns, m_use}) {
        auto *row = static_cast<QBoxLayout *>(part->layout());
        row->setDirection(event->size().width() < narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        // The card asked for its height before the columns stood side by side.
        part->updateGeometry();
    }
}

} // namespace Tandem
