#pragma once

#include "core/domain/usage.h"
#include "ui/theme/widgets.h"

class QGridLayout;

namespace Tandem {

class IconButton;

/// Messages sent in one month by who sent them and what the platform charges; earlier months by the arrows.
class UsageColumn final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Months = 12; ///< how far back the arrows go

    explicit UsageColumn(Theme &theme, QWidget *parent = nullptr);
    /// `thisMonth` is the newest month that can be shown, its first day.
    void setUsage(const QList<UsageRow> &rows, NumberId number, QDate thisMonth);
    void retranslate();

private:
    void step(int months);
    void showMonth();

    Theme &m_theme;
    QList<UsageRow> m_rows;
    NumberId m_number;
    QDate m_newest;
    QDate m_month;
    ThemedLabel *m_heading = nullptr;
    ThemedLabel *m_name = nullptr;
    ThemedLabel *m_sum = nullptr;
    ThemedLabel *m_note = nullptr;
    IconButton *m_back = nullptr;
    IconButton *m_forward = nullptr;
    QGridLayout *m_lines = nullptr;
};

} // namespace Tandem
