#include "ui/settings/setting_section.h"

#include <QGridLayout>

namespace Tandem {
namespace {

constexpr int nameWidth = 280;

} // namespace

SettingSection::SettingSection(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, this);
    layout->addWidget(m_title);
    auto *card = new Card(theme, this);
    layout->addWidget(card);
    m_grid = new QGridLayout(card);
    m_grid->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    m_grid->setHorizontalSpacing(6 * Theme::Grid);
    m_grid->setVerticalSpacing(3 * Theme::Grid);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
}

void SettingSection::setTitle(const QString &text)
{
    m_title->setText(text);
}

int SettingSection::addRow(QWidget *control)
{
    Row row;
    auto *words = new QWidget(this);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    row.name = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, words);
    row.hint = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Muted, words);
    row.hint->setWordWrap(true);
    row.hint->setFixedWidth(nameWidth);
    row.hint->hide();
    row.control = control;
    row.name->setBuddy(control);
    column->addWidget(row.name);
    column->addWidget(row.hint);
    m_grid->addWidget(words, m_line, 0, Qt::AlignVCenter);
    m_grid->addWidget(control, m_line, 1, Qt::AlignLeading | Qt::AlignVCenter);
    ++m_line;
    m_rows.append(row);
    return int(m_rows.size()) - 1;
}

int SettingSection::addText()
{
    auto *value = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, this);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = addRow(value);
    m_grid->setAlignment(value, Qt::AlignVCenter);
    m_rows[row].value = value;
    return row;
}

void SettingSection::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_line++, 0, 1, 2);
}

void SettingSection::setRow(int row, const QString &name, const QString &hint)
{
    m_rows[row].name->setText(name);
    m_rows[row].hint->setText(hint);
    m_rows[row].hint->setVisible(!hint.isEmpty());
    m_rows[row].control->setAccessibleName(name);
    m_rows[row].control->setAccessibleDescription(hint);
}

void SettingSection::setValue(int row, const QString &text, Theme::Color color)
{
    m_rows[row].value->setText(text);
    m_rows[row].value->setColor(color);
}

void SettingSection::setRowVisible(int row, bool visible)
{
    m_rows[row].name->parentWidget()->setVisible(visible);
    m_rows[row].control->setVisible(visible);
}

} // namespace Tandem
