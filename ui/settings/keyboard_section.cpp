#include "ui/settings/keyboard_section.h"

#include <QEvent>
#include <QGridLayout>

namespace Tandem {

KeyboardSection::KeyboardSection(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    m_title = new ThemedLabel(theme, Theme::Text::Heading, Theme::Color::Text, this);
    m_title->setText(tr("Keyboard"));
    layout->addWidget(m_title);
    auto *card = new Card(theme, this);
    m_grid = new QGridLayout(card);
    m_grid->setContentsMargins(5 * Theme::Grid, 4 * Theme::Grid, 5 * Theme::Grid, 4 * Theme::Grid);
    m_grid->setHorizontalSpacing(4 * Theme::Grid);
    m_grid->setVerticalSpacing(2 * Theme::Grid);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnMinimumWidth(2, 8 * Theme::Grid);
    m_grid->setColumnStretch(3, 1);
    layout->addWidget(card);
    // Without commands there is nothing to list.
    hide();
}

void KeyboardSection::setShortcuts(const QList<QPair<QString, QString>> &shortcuts)
{
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // The second column begins with a group.
    auto half = (shortcuts.size() + 1) / 2;
    while (half < shortcuts.size() && !shortcuts.at(half).second.isEmpty()) ++half;
    for (qsizetype i = 0; i < shortcuts.size(); ++i) {
        const int row = int(i % half);
        const int column = i < half ? 0 : 3;
        const bool heading = shortcuts.at(i).second.isEmpty();
        auto *name = new ThemedLabel(m_theme, heading ? Theme::Text::BodyStrong : Theme::Text::Body, heading ? Theme::Color::Muted : Theme::Color::Text, this);
        name->setText(shortcuts.at(i).first);
        if (heading) {
            name->setContentsMargins(0, row > 0 ? 2 * Theme::Grid : 0, 0, 0);
            m_grid->addWidget(name, row, column, 1, 2);
            continue;
        }
        auto *key = new Pill(m_theme, this);
        key->set(shortcuts.at(i).second, Theme::Color::Text, Theme::Color::Chip);
        m_grid->addWidget(name, row, column);
        m_grid->addWidget(key, row, column + 1, Qt::AlignTrailing | Qt::AlignVCenter);
    }
    setVisible(!shortcuts.isEmpty());
}

void KeyboardSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) m_title->setText(tr("Keyboard"));
}

} // namespace Tandem
