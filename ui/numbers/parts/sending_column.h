#pragma once

#include "core/domain/number.h"
#include "core/gateway/gateway.h"
#include "ui/numbers/parts/fact_list.h"

class QComboBox;
class QSpinBox;

namespace Tandem {

class BudgetMeter;

/// Limit, budget of this second and queue. The limit is changed here.
class SendingColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit SendingColumn(Theme &theme, QWidget *parent = nullptr);
    void setNumber(const Number &number);
    void setBudget(const BudgetSnapshot &budget);
    void retranslate();
    void setMayTune(bool may); ///< false: the limit is only shown

Q_SIGNALS:
    void limitChosen(int perSecond);

private:
    void showLimit(int limit);
    void choose(int index);

    FactList *m_facts = nullptr;
    QComboBox *m_choice = nullptr;
    QSpinBox *m_custom = nullptr;
    BudgetMeter *m_meter = nullptr;
    int m_limitRow = 0;
    int m_meterRow = 0;
    int m_reserveRow = 0;
    int m_queueRow = 0;
    int m_overRow = 0;
    int m_limit = 5;
    bool m_isCustom = false;
    BudgetSnapshot m_budget;
    Number m_number;
};

} // namespace Tandem
