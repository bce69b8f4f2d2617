#pragma once

#include "core/domain/number.h"
#include "ui/theme/widgets.h"

#include <array>

namespace Tandem {

/// The six-month import: one bar per phase with its counts, and what it means now. Used by the card and the wizard.
class HistoryColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryColumn(Theme &theme, QWidget *parent = nullptr);
    void setNumber(const Number &number);
    void setHeading(const QString &text);

private:
    struct PhaseRow
    {
        ThemedLabel *name = nullptr;
        ProgressLine *bar = nullptr;
        ThemedLabel *figures = nullptr;
    };
    void showPhase(int phase, const Number &number);

    ThemedLabel *m_heading = nullptr;
    std::array<PhaseRow, 3> m_phases;
    ThemedLabel *m_state = nullptr;
    ThemedLabel *m_media = nullptr;
};

} // namespace Tandem
