#include "ui/numbers/use/usage_column.h"

#include "ui/numbers/use/usage_words.h"
#include "ui/theme/icon_button.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int arrowSide = 5 * Theme::Grid;

} // namespace

UsageColumn::UsageColumn(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    m_heading = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Muted, this);
    m_back = new IconButton(theme, u"chevron-left"_s, this);
    m_back->setObjectName(u"usage.back"_s);
    m_forward = new IconButton(theme, u"chevron-right"_s, this);
    m_forward->setObjectName(u"usage.forward"_s);
    m_name = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this);
    m_name->setObjectName(u"usage.month"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_heading, 1);
    head->addWidget(m_back);
    head->addWidget(m_name);
    head->addWidget(m_forward);
    for (auto *button : {m_back, m_forward}) {
        button->setIconSize(14);
        button->setFixedSize(arrowSide, arrowSide); // no taller than the heading, which stands level with its neighbours'
    }
    m_sum = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this);
    m_sum->setObjectName(u"usage.sum"_s);
    m_lines = new QGridLayout;
    m_lines->setHorizontalSpacing(3 * Theme::Grid);
    m_lines->setVerticalSpacing(Theme::Grid);
    m_lines->setColumnStretch(0, 1);
    m_note = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_note->setWordWrap(true);
    layout->addLayout(head);
    layout->addWidget(m_sum);
    layout->addLayout(m_lines);
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(m_back, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QAbstractButton::clicked, this, [this] { step(1); });
    retranslate();
}

void UsageColumn::retranslate()
{
    m_heading->setText(tr("Messages sent"));
    m_back->setHelp(tr("The month before"));
    m_forward->setHelp(tr("The month after"));
    m_note->setText(tr("Free: what is typed on the phone, and all that customers send. Billed by the platform: what its delivery reports say so of, by category."));
    showMonth();
}

void UsageColumn::setUsage(const QList<UsageRow> &rows, NumberId number, QDate thisMonth)
{
    const bool atNewest = !m_month.isValid() || m_month == m_newest;
    m_rows = rows;
    m_number = number;
    m_newest = thisMonth;
    if (atNewest) m_month = thisMonth;
    showMonth();
}

void UsageColumn::step(int months)
{
    m_month = m_month.addMonths(months);
    showMonth();
}

void UsageColumn::showMonth()
{
    m_back->setEnabled(m_month.isValid() && m_month > m_newest.addMonths(1 - Months));
    m_forward->setEnabled(m_month.isValid() && m_month < m_newest);
    m_name->setText(m_month.isValid() ? UsageWords::monthName(m_month) : QString());
    const auto lines = UsageWords::lines(m_rows, m_number, m_month);
    m_sum->setText(UsageWords::summary(lines));
    while (auto *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < lines.size(); ++i) {
        auto *name = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, this);
        name->setText(lines.at(i).name);
        name->setWordWrap(true);
        auto *value = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, this);
        value->setObjectName(u"usage.value"_s);
        value->setText(lines.at(i).value);
        value->setAccessibleName(lines.at(i).name + u' ' + lines.at(i).value);
        m_lines->addWidget(name, i, 0);
        m_lines->addWidget(value, i, 1, Qt::AlignTrailing | Qt::AlignTop);
    }
}

} // namespace Tandem
