#include "ui/numbers/parts/feature_table.h"

#include "core/coexistence/feature_changes.h"

#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int iconSize = 16;
using State = FeatureChange::State;

std::pair<QString, Theme::Color> markOf(State state)
{
    switch (state) {
    case State::Works: return {u"check"_s, Theme::Color::Accent};
    case State::Changed: return {u"info"_s, Theme::Color::Warning};
    case State::Off: break;
    }
    return {u"minus"_s, Theme::Color::Muted};
}

} // namespace

FeatureTable::FeatureTable(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"featureTable"_s);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(4 * Theme::Grid);
    m_grid->setVerticalSpacing(3 * Theme::Grid);
    m_grid->setColumnStretch(0, 4);
    m_grid->setColumnStretch(1, 6);
    m_grid->setColumnStretch(2, 6);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void FeatureTable::setLimit(int perSecond)
{
    if (m_limit == perSecond) return;
    m_limit = perSecond;
    retranslate();
}

void FeatureTable::addCell(int row, int column, int state, const QString &text)
{
    auto *cell = new QWidget(this);
    auto *layout = new QHBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Grid);
    if (state >= 0) {
        const auto [icon, color] = markOf(State(state));
        layout->addWidget(new ThemedIcon(m_theme, icon, iconSize, color, cell), 0, Qt::AlignTop);
    }
    const bool heading = row == 0;
    auto *label = new ThemedLabel(m_theme, heading || column == 0 ? Theme::Text::BodyStrong : Theme::Text::Body,
        heading || state == int(State::Off) ? Theme::Color::Muted : Theme::Color::Text, cell);
    label->setWordWrap(true);
    label->setText(text);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    layout->addWidget(label, 1);
    m_grid->addWidget(cell, row, column, Qt::AlignTop);
    m_cells.append(cell);
    if (column == 0) m_rowStarts.append(cell);
}

void FeatureTable::retranslate()
{
    qDeleteAll(m_cells);
    m_cells.clear();
    m_rowStarts.clear();
    addCell(0, 0, -1, tr("Feature"));
    addCell(0, 1, -1, tr("In the app on the phone"));
    addCell(0, 2, -1, tr("In Tandem"));
    int row = 1;
    const auto changes = FeatureChanges::all(m_limit);
    for (const auto &change : changes) {
        addCell(row, 0, -1, change.feature);
        addCell(row, 1, int(change.app), change.inApp);
        addCell(row, 2, int(change.here), change.inTandem);
        ++row;
    }
}

void FeatureTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(Theme::Color::Line));
    for (qsizetype i = 1; i < m_rowStarts.size(); ++i) {
        const int y = m_rowStarts.at(i)->y() - m_grid->verticalSpacing() / 2 - 1;
        painter.drawLine(0, y, width(), y);
    }
}

} // namespace Tandem
