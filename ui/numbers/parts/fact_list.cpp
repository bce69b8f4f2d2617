#include "ui/numbers/parts/fact_list.h"

#include <QGridLayout>

namespace Tandem {

FactList::FactList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(3 * Theme::Grid);
    m_grid->setVerticalSpacing(2 * Theme::Grid);
    m_grid->setColumnStretch(0, 1);
    m_heading = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Muted, this);
    m_grid->addWidget(m_heading, 0, 0, 1, 2);
    m_grid->setRowStretch(100, 1);
}

void FactList::setHeading(const QString &text)
{
    m_heading->setText(text);
    m_heading->setVisible(!text.isEmpty());
}

int FactList::addRow()
{
    auto *value = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, this);
    value->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = addRow(value);
    m_rows[row].value = value;
    return row;
}

int FactList::addRow(QWidget *value)
{
    const int row = int(m_rows.size());
    auto *name = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, this);
    m_grid->addWidget(name, row + 1, 0, Qt::AlignLeading | Qt::AlignVCenter);
    m_grid->addWidget(value, row + 1, 1, Qt::AlignTrailing | Qt::AlignVCenter);
    m_rows.append({name, nullptr, value});
    return row;
}

void FactList::setName(int row, const QString &text, const QString &toolTip)
{
    m_rows[row].name->setText(text);
    m_rows[row].name->setToolTip(toolTip);
    m_rows[row].widget->setAccessibleName(text);
}

void FactList::setValueName(int row, const QString &objectName)
{
    m_rows[row].widget->setObjectName(objectName);
}

void FactList::setValue(int row, const QString &text, Theme::Color color)
{
    auto *label = m_rows[row].value;
    label->setText(text);
    label->setColor(color);
    label->setAccessibleName(m_rows[row].name->text() + u' ' + text);
}

void FactList::setRowVisible(int row, bool visible)
{
    m_rows[row].name->setVisible(visible);
    m_rows[row].widget->setVisible(visible);
}

} // namespace Tandem
