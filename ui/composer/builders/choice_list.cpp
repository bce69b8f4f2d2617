#include "ui/composer/builders/choice_list.h"

#include "ui/composer/builders/limited_edit.h"
#include "ui/theme/icon_button.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

ChoiceList::ChoiceList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this)), m_addSection(new QPushButton(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::Grid * 2);
    m_addSection->setProperty("role", u"link"_s);
    m_column->addWidget(m_addSection, 0, Qt::AlignLeading);
    connect(m_addSection, &QPushButton::clicked, this, &ChoiceList::addSection);
    addSection();
}

void ChoiceList::setSections(const QList<InteractiveDraft::Section> &sections)
{
    for (const auto &section : std::as_const(m_sections)) section.box->deleteLater();
    m_sections.clear();
    for (const auto &section : sections) {
        addSection();
        auto &made = m_sections.last();
        made.title->setText(section.title);
        while (made.rows.size() < section.rows.size()) addRow(m_sections.size() - 1);
        for (qsizetype i = 0; i < section.rows.size(); ++i) {
            made.rows.at(i).title->setText(section.rows.at(i).title);
            made.rows.at(i).description->setText(section.rows.at(i).description);
        }
    }
    if (m_sections.isEmpty()) addSection();
}

void ChoiceList::addSection()
{
    SectionEdit section;
    section.box = new QWidget(this);
    section.column = new QVBoxLayout(section.box);
    section.column->setContentsMargins(0, 0, 0, 0);
    section.column->setSpacing(Theme::Grid);
    section.title = new LimitedEdit(InteractiveDraft::RowTitle, [] { return tr("Title of the section"); }, section.box);
    section.add = new QPushButton(section.box);
    section.add->setProperty("role", u"link"_s);
    section.column->addWidget(section.title);
    section.column->addWidget(section.add, 0, Qt::AlignLeading);
    connect(section.title, &QLineEdit::textEdited, this, &ChoiceList::edited);
    connect(section.add, &QPushButton::clicked, this, [this, box = section.box] {
        const auto found = std::find_if(m_sections.cbegin(), m_sections.cend(), [box](const SectionEdit &s) { return s.box == box; });
        addRow(found - m_sections.cbegin());
        m_sections.at(found - m_sections.cbegin()).rows.last().title->setFocus();
    });
    m_column->insertWidget(m_column->count() - 1, section.box);
    m_sections.append(section);
    addRow(m_sections.size() - 1);
}

void ChoiceList::addRow(qsizetype index)
{
    auto &section = m_sections[index];
    RowEdit row;
    row.line = new QWidget(section.box);
    auto *line = new QHBoxLayout(row.line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::Grid);
    row.title = new LimitedEdit(InteractiveDraft::RowTitle, [] { return tr("Choice"); }, row.line);
    row.description = new LimitedEdit(InteractiveDraft::RowDescription, [] { return tr("Description, optional"); }, row.line);
    row.remove = new IconButton(m_theme, u"close"_s, row.line);
    row.remove->setIconSize(14);
    line->addWidget(row.title, 2);
    line->addWidget(row.description, 3);
    line->addWidget(row.remove);
    section.column->insertWidget(section.column->count() - 1, row.line);
    connect(row.title, &QLineEdit::textEdited, this, &ChoiceList::edited);
    connect(row.description, &QLineEdit::textEdited, this, &ChoiceList::edited);
    connect(row.remove, &QAbstractButton::clicked, this, [this, line = row.line] { removeRow(line); });
    section.rows.append(row);
    refresh();
}

void ChoiceList::removeRow(QWidget *line)
{
    for (auto section = m_sections.begin(); section != m_sections.end(); ++section) {
        if (section->rows.removeIf([line](const RowEdit &row) { return row.line == line; }) == 0) continue;
        line->deleteLater();
        // An empty section leaves with its last choice, but one always stays.
        if (section->rows.isEmpty() && m_sections.size() > 1) {
            section->box->deleteLater();
            m_sections.erase(section);
        } else if (section->rows.isEmpty()) {
            addRow(0);
        }
        break;
    }
    refresh();
}

int ChoiceList::rowCount() const
{
    int rows = 0;
    for (const auto &section : m_sections) rows += int(section.rows.size());
    return rows;
}

void ChoiceList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

void ChoiceList::refresh()
{
    const bool room = rowCount() < InteractiveDraft::MostRows;
    m_addSection->setText(tr("Add a section"));
    for (const auto &section : std::as_const(m_sections)) {
        section.add->setText(tr("Add a choice"));
        for (const auto &row : section.rows) row.remove->setHelp(tr("Remove this choice"));
        section.title->setVisible(m_sections.size() > 1);
        section.add->setVisible(room);
    }
    m_addSection->setVisible(room);
    Q_EMIT edited();
}

QList<InteractiveDraft::Section> ChoiceList::sections() const
{
    QList<InteractiveDraft::Section> result;
    for (const auto &section : m_sections) {
        InteractiveDraft::Section one{section.title->text(), {}};
        for (const auto &row : section.rows) one.rows.append({row.title->text(), row.description->text()});
        result.append(one);
    }
    return result;
}

} // namespace Tandem
