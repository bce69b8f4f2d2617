#include "ui/numbers/numbers_page.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/models/team/team_desk.h"
#include "ui/numbers/number_card.h"
#include "ui/numbers/number_words.h"
#include "ui/numbers/parts/unlink_guide.h"
#include "ui/numbers/use/disk_column.h"
#include "ui/numbers/use/usage_column.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int margin = 8 * Theme::Grid;
constexpr int widest = 1240; ///< cards do not stretch over a whole wide screen
constexpr int ageTickMs = 5000;
constexpr int countMs = 3000;
enum Page { Loading, Empty, Failed, Cards };

} // namespace

NumbersPage::NumbersPage(UiContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"numbersPage"_s);
    build();
    retranslate();
    m_tick = new QTimer(this);
    m_tick->setInterval(ageTickMs);
    connect(m_tick, &QTimer::timeout, this, [this] { for (auto *card : std::as_const(m_cardOf)) card->refreshAges(); });
    m_count = new QTimer(this);
    m_count->setSingleShot(true);
    m_count->setInterval(countMs);
    connect(m_count, &QTimer::timeout, this, &NumbersPage::askUsage);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const Changes &changes) {
        if (!changes.numbers.isEmpty() || changes.all || !m_loaded) reload();
        if (isVisible() && (changes.media || !changes.conversations.isEmpty()) && !m_count->isActive()) m_count->start();
    });
    if (context.team) connect(&context.team->directory(), &TeamDirectory::changed, this, &NumbersPage::showRights);
    if (context.gateway) connect(context.gateway, &Gateway::budgetChanged, this, &NumbersPage::setBudgets);
    reload();
}

void NumbersPage::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"numbers.scroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    auto *centred = new QHBoxLayout(content);
    centred->setContentsMargins(margin, margin, margin, margin);
    auto *column = new QWidget(content);
    column->setMaximumWidth(widest);
    centred->addWidget(column, 1);
    auto *inside = new QVBoxLayout(column);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(5 * Theme::Grid);

    auto *top = new QHBoxLayout;
    m_title = new ThemedLabel(m_context.theme, Theme::Text::Title, Theme::Color::Text, column);
    m_link = new QPushButton(column);
    m_link->setObjectName(u"numbers.link"_s);
    m_link->setProperty("role", u"primary"_s);
    connect(m_link, &QPushButton::clicked, this, &NumbersPage::linkRequested);
    top->addWidget(m_title, 1);
    top->addWidget(m_link);
    inside->addLayout(top);

    m_stack = new QStackedWidget(column);
    m_stack->setObjectName(u"numbers.stack"_s);
    m_loading = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, m_stack);
    m_loading->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_stack->insertWidget(Loading, m_loading);
    m_stack->insertWidget(Empty, makeEmptyState());
    m_stack->insertWidget(Failed, makeErrorState());
    auto *cards = new QWidget(m_stack);
    m_cards = new QVBoxLayout(cards);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(4 * Theme::Grid);
    m_cards->addStretch(1); // a plain one would share the rest with the cards
    m_stack->insertWidget(Cards, cards);
    inside->addWidget(m_stack, 1);
    scroll->setWidget(content);
    layout->addWidget(scroll);
}

QWidget *NumbersPage::makeEmptyState()
{
    auto *page = new QWidget(m_stack);
    page->setObjectName(u"numbers.empty"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(3 * Theme::Grid);
    layout->addStretch(2);
    auto *picture = new ThemedIcon(m_context.theme, u"badge"_s, 14 * Theme::Grid, Theme::Color::Accent, page);
    m_emptyTitle = new ThemedLabel(m_context.theme, Theme::Text::Heading, Theme::Color::Text, page);
    m_emptyText = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Muted, page);
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setFixedWidth(440);
    m_emptyLink = new QPushButton(page);
    m_emptyLink->setObjectName(u"numbers.empty.link"_s);
    m_emptyLink->setProperty("role", u"primary"_s);
    connect(m_emptyLink, &QPushButton::clicked, this, &NumbersPage::linkRequested);
    for (QWidget *widget : std::initializer_list<QWidget *>{picture, m_emptyTitle, m_emptyText, m_emptyLink}) {
        addCentred(layout, widget);
    }
    layout->addStretch(3);
    return page;
}

QWidget *NumbersPage::makeErrorState()
{
    auto *page = new QWidget(m_stack);
    page->setObjectName(u"numbers.error"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(3 * Theme::Grid);
    layout->addStretch(2);
    m_errorText = new ThemedLabel(m_context.theme, Theme::Text::Body, Theme::Color::Error, page);
    m_errorText->setWordWrap(true);
    m_errorText->setAlignment(Qt::AlignHCenter);
    m_errorText->setFixedWidth(440);
    m_retry = new QPushButton(page);
    connect(m_retry, &QPushButton::clicked, this, &NumbersPage::reload);
    addCentred(layout, m_errorText);
    addCentred(layout, m_retry);
    layout->addStretch(3);
    return page;
}

void NumbersPage::retranslate()
{
    m_title->setText(tr("Numbers"));
    m_link->setText(tr("Link a number"));
    m_loading->setText(tr("Loading…"));
    m_emptyTitle->setText(mayLink() ? tr("No number is linked yet") : tr("No number is yours yet"));
    m_emptyText->setText(mayLink() ? tr("Link the number of your WhatsApp Business app. It keeps working on the phone as before, and its chats appear here, with the last six months if you share them.")
                                   : tr("Ask your administrator to give you one, or to add you to a team that has one."));
    m_emptyLink->setText(tr("Link a number"));
    m_retry->setText(tr("Try again"));
    for (auto *card : std::as_const(m_cardOf)) card->retranslate();
}

bool NumbersPage::mayLink() const { return !m_context.team || m_context.team->directory().mayLink(); }

/// What a person may not do is not offered; the database would refuse it anyway.
void NumbersPage::showRights()
{
    m_link->setVisible(mayLink() && !m_cardOf.isEmpty());
    m_emptyLink->setVisible(mayLink());
    retranslate();
    for (auto *card : std::as_const(m_cardOf)) giveRights(*card);
}

void NumbersPage::giveRights(NumberCard &card)
{
    card.setRights(mayLink(), !m_context.team || m_context.team->directory().mayTuneNumbers());
}

void NumbersPage::reload()
{
    const int generation = ++m_generation;
    onFinished(this, m_context.store.numbers().all(), [this, generation](const Result<QList<Number>> &numbers) {
        if (generation != m_generation) return;
        if (numbers) {
            showNumbers(*numbers);
            return;
        }
        if (numbers.error().code == ErrorCode::Cancelled) return;
        m_errorText->setText(numbers.error().text.isEmpty() ? tr("The numbers could not be read.") : numbers.error().text);
        m_stack->setCurrentIndex(Failed);
    });
}

void NumbersPage::showNumbers(const QList<Number> &numbers)
{
    m_loaded = true;
    QSet<NumberId> present;
    for (const auto &number : numbers) {
        present.insert(number.id);
        auto *&card = m_cardOf[number.id];
        if (!card) {
            card = makeCard();
            m_cards->insertWidget(m_cards->count() - 1, card);
        }
        card->setNumber(number);
        giveRights(*card);
        showBudget(*card);
    }
    showUsage();
    for (auto it = m_cardOf.begin(); it != m_cardOf.end();) {
        if (present.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it = m_cardOf.erase(it);
        }
    }
    m_link->setVisible(mayLink() && !numbers.isEmpty());
    m_stack->setCurrentIndex(numbers.isEmpty() ? Empty : Cards);
}

NumberCard *NumbersPage::makeCard()
{
    auto *card = new NumberCard(m_context.theme, m_context.clock, this);
    connect(card, &NumberCard::linkRequested, this, &NumbersPage::linkRequested);
    connect(card, &NumberCard::unlinkGuideRequested, this, [this] {
        auto *guide = new UnlinkGuide(m_context.theme, window());
        guide->show();
    });
    connect(card, &NumberCard::limitChosen, this, [this](NumberId id, int limit) {
        onFinished(this, m_context.store.numbers().setLimit(id, limit), [this](const Result<bool> &) { reload(); });
    });
    connect(card, &NumberCard::policyChosen, this, [this](NumberId id, ReadReceipts receipts, bool typing) {
        onFinished(this, m_context.store.numbers().setPolicy(id, receipts, typing), [this](const Result<bool> &) { reload(); });
    });
    connect(card, &NumberCard::purgeRequested, this, [this, card](NumberId id, UtcTime before) { purge(*card, id, before); });
    return card;
}

void NumbersPage::askUsage()
{
    if (!isVisible()) return;
    const auto today = QDateTime::fromMSecsSinceEpoch(toEpochMillis(m_context.clock.now()), QTimeZone::utc()).date();
    const QDate month(today.year(), today.month(), 1);
    onFinished(this, m_context.store.usage().byMonth(month.addMonths(1 - UsageColumn::Months), month), [this](const Result<QList<UsageRow>> &rows) {
        if (!rows) return;
        m_usage = *rows;
        showUsage();
    });
    onFinished(this, m_context.store.usage().mediaUsage(), [this](const Result<QList<MediaUsage>> &rows) {
        if (!rows) return;
        m_disk = *rows;
        showUsage();
    });
}

void NumbersPage::showUsage()
{
    for (auto it = m_cardOf.cbegin(); it != m_cardOf.cend(); ++it) {
        it.value()->setUsage(m_usage);
        const auto at = std::find_if(m_disk.cbegin(), m_disk.cend(), [&](const MediaUsage &row) { return row.numberId == it.key(); });
        it.value()->setDisk(at == m_disk.cend() ? MediaUsage{it.key()} : *at);
    }
}

void NumbersPage::purge(NumberCard &card, NumberId id, UtcTime before)
{
    onFinished(&card, m_context.store.usage().purgeMedia(id, before), [this, &card](const Result<qint64> &freed) {
        if (freed) card.disk().setFreed(*freed);
        else card.disk().setProblem(freed.error().text);
        askUsage();
    });
}

void NumbersPage::setBudgets(const BudgetSnapshots &budgets)
{
    m_budgets = budgets;
    for (auto *card : std::as_const(m_cardOf)) showBudget(*card);
}

void NumbersPage::showBudget(NumberCard &card)
{
    const auto at = std::find_if(m_budgets.cbegin(), m_budgets.cend(),
        [&card](const BudgetSnapshot &budget) { return budget.phoneNumberId == card.number().phoneNumberId; });
    if (at != m_budgets.cend()) card.setBudget(*at);
}

void NumbersPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void NumbersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tick->start();
    reload();
    askUsage();
}

void NumbersPage::hideEvent(QHideEvent *event)
{
    m_tick->stop();
    QWidget::hideEvent(event);
}

} // namespace Tandem
