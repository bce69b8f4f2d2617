#include "ui/numbers/parts/sending_column.h"

#include "ui/numbers/parts/budget_meter.h"
#include "ui/numbers/number_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int seedLimit = 5; ///< the stricter text: phone and platform together
constexpr int platformLimit = 20; ///< what the platform's own pages say since 2025
constexpr int highestLimit = 80;

} // namespace

SendingColumn::SendingColumn(Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_facts = new FactList(theme, this);
    layout->addWidget(m_facts);

    auto *limit = new QWidget(this);
    auto *row = new QHBoxLayout(limit);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::Grid);
    m_custom = new QSpinBox(limit);
    m_custom->setRange(1, highestLimit);
    m_custom->setKeyboardTracking(false);
    m_custom->setObjectName(u"number.limit.custom"_s);
    m_choice = new QComboBox(limit);
    m_choice->setObjectName(u"number.limit"_s);
    // Scrolling the page must not change a limit in passing.
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_custom->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_custom);
    row->addWidget(m_choice);
    m_limitRow = m_facts->addRow(limit);
    m_meter = new BudgetMeter(theme, this);
    m_meterRow = m_facts->addRow(m_meter);
    m_reserveRow = m_facts->addRow();
    m_facts->setValueName(m_reserveRow, u"number.reserve"_s);
    m_queueRow = m_facts->addRow();
    m_overRow = m_facts->addRow();
    connect(m_choice, &QComboBox::activated, this, &SendingColumn::choose);
    connect(m_custom, &QSpinBox::valueChanged, this, [this](int value) { Q_EMIT limitChosen(value); });
    retranslate();
}

void SendingColumn::setMayTune(bool may)
{
    m_choice->setEnabled(may);
    m_custom->setEnabled(may);
}

void SendingColumn::retranslate()
{
    m_facts->setHeading(tr("Sending"));
    m_facts->setName(m_limitRow, tr("Limit, phone and Tandem together"),
        tr("5 is the stricter figure and always safe. The platform's own pages now say 20: choose it when your number allows it."));
    m_facts->setName(m_meterRow, tr("This second"));
    m_facts->setName(m_reserveRow, tr("Kept free for the phone"),
        tr("For two minutes after each message typed on the phone, Tandem leaves room for more of them."));
    m_facts->setName(m_queueRow, tr("Waiting to be sent"));
    m_facts->setName(m_overRow, tr("Seconds over the limit since start"),
        tr("Only possible when the phone sent messages before Tandem could know of them. What Tandem sends alone never passes the limit."));
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("%n a second", nullptr, seedLimit), seedLimit);
    m_choice->addItem(tr("%n a second", nullptr, platformLimit), platformLimit);
    m_choice->addItem(tr("Other"), 0);
    m_choice->setAccessibleName(tr("Messages a second, phone and Tandem together"));
    m_custom->setAccessibleName(m_choice->accessibleName());
    showLimit(m_limit);
    setNumber(m_number);
}

void SendingColumn::showLimit(int limit)
{
    const QSignalBlocker quietChoice(m_choice);
    const QSignalBlocker quietCustom(m_custom);
    m_limit = limit;
    if (limit != seedLimit && limit != platformLimit) m_isCustom = true;
    m_choice->setCurrentIndex(m_isCustom ? m_choice->findData(0) : m_choice->findData(limit));
    m_custom->setValue(limit);
    m_custom->setVisible(m_isCustom);
}

void SendingColumn::choose(int index)
{
    const int limit = m_choice->itemData(index).toInt();
    m_isCustom = limit == 0;
    if (m_isCustom) {
        showLimit(m_limit);
        m_custom->setFocus();
        m_custom->selectAll();
        return;
    }
    showLimit(limit);
    Q_EMIT limitChosen(limit);
}

void SendingColumn::setNumber(const Number &number)
{
    m_number = number;
    if (!m_custom->hasFocus()) showLimit(number.limitPerSecond);
    m_budget.limit = number.limitPerSecond;
    setBudget(m_budget);
}

void SendingColumn::setBudget(const BudgetSnapshot &budget)
{
    m_budget = budget;
    m_meter->setBudget(budget);
    m_facts->setValue(m_reserveRow, NumberWords::count(budget.reserve));
    m_facts->setValue(m_queueRow, NumberWords::count(budget.queued));
    m_facts->setValue(m_overRow, NumberWords::count(budget.overLimitMoments), Theme::Color::Warning);
    m_facts->setRowVisible(m_overRow, budget.overLimitMoments > 0);
}

} // namespace Tandem
