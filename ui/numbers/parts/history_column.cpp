#include "ui/numbers/parts/history_column.h"

#include "ui/numbers/number_words.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace Tandem {

HistoryColumn::HistoryColumn(Theme &theme, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * Theme::Grid);
    grid->setVerticalSpacing(Theme::Grid);
    grid->setColumnStretch(0, 1);
    m_heading = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Muted, this);
    grid->addWidget(m_heading, 0, 0, 1, 2);
    int line = 1;
    for (auto &row : m_phases) {
        row.name = new ThemedLabel(theme, Theme::Text::Body, Theme::Color::Text, this);
        row.figures = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
        row.bar = new ProgressLine(theme, this);
        grid->setRowMinimumHeight(line - 1, Theme::Grid);
        grid->addWidget(row.name, line, 0);
        grid->addWidget(row.figures, line, 1, Qt::AlignTrailing | Qt::AlignVCenter);
        grid->addWidget(row.bar, line + 1, 0, 1, 2);
        line += 3;
        grid->setRowMinimumHeight(line - 1, Theme::Grid);
    }
    m_state = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_state->setWordWrap(true);
    m_media = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this);
    m_media->setWordWrap(true);
    grid->addWidget(m_state, line, 0, 1, 2);
    grid->addWidget(m_media, line + 1, 0, 1, 2);
    grid->setRowStretch(line + 2, 1);
}

void HistoryColumn::setHeading(const QString &text)
{
    m_heading->setText(text);
    m_heading->setVisible(!text.isEmpty());
}

void HistoryColumn::showPhase(int phase, const Number &number)
{
    auto &row = m_phases[size_t(phase)];
    const auto &history = number.history;
    const auto &seen = history.phases[size_t(phase)];
    const bool over = history.state == HistoryState::Complete;
    row.name->setText(NumberWords::historyPhase(phase));
    // A phase without messages sends nothing at all, so a later phase or the end completes it.
    const bool passed = over || phase < history.phase;
    // Phases carry the progress of the whole import; a passed one is complete by itself.
    const int percent = passed ? 100 : phase == history.phase ? qMax(seen.progress, 1) : seen.chunks > 0 ? seen.progress : 0;
    const bool quiet = history.state == HistoryState::Stalled;
    row.bar->setValue(percent, quiet && percent < 100 ? Theme::Color::Warning : Theme::Color::Accent);
    if (seen.messages > 0) {
        row.figures->setText(tr("%1 % · %2").arg(percent).arg(tr("%n message(s)", nullptr, int(seen.messages))));
    } else {
        row.figures->setText(passed ? tr("no messages") : percent > 0 ? tr("%1 %").arg(percent) : tr("waiting"));
    }
    row.bar->setAccessibleName(row.name->text() + u' ' + row.figures->text());
}

void HistoryColumn::setNumber(const Number &number)
{
    const auto state = number.history.state;
    const bool phases = state != HistoryState::None && state != HistoryState::Declined;
    for (int phase = 0; phase < 3; ++phase) {
        showPhase(phase, number);
        auto &row = m_phases[size_t(phase)];
        row.name->setVisible(phases);
        row.bar->setVisible(phases);
        row.figures->setVisible(phases);
    }
    m_state->setText(NumberWords::historyState(number.history));
    m_state->setColor(state == HistoryState::Stalled || state == HistoryState::Declined ? Theme::Color::Warning : Theme::Color::Muted);
    m_state->setVisible(state != HistoryState::Complete);
    QStringList media;
    if (number.mediaFetched > 0) media << tr("%n file(s) fetched", nullptr, int(number.mediaFetched));
    if (number.mediaOver14Days > 0) media << tr("%n older than 14 days stay(s) on the phone", nullptr, int(number.mediaOver14Days));
    m_media->setText(tr("Media: %1").arg(media.join(u", "_s)));
    m_media->setVisible(!media.isEmpty());
}

} // namespace Tandem
