#pragma once

#include "core/domain/number.h"
#include "core/gateway/gateway.h"
#include "ui/ui_context.h"

#include <QTimer>
#include <QWidget>

namespace Tandem {

class BudgetMeter;
class ProgressLine;
class ThemedIcon;
class ThemedLabel;

/// The bottom line: what is connected, how much of this second's budget is used, what waits, what is being imported,
/// and, in words, when something is not as it should be.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(UiContext &context, QWidget *parent = nullptr);

    void setNumbers(const QList<Number> &numbers);
    void setBudgets(const BudgetSnapshots &budgets);
    void setFavouredNumber(const QString &phoneNumberId); ///< whose budget is shown: the open conversation's
    void setQueue(qint64 depth);
    void setOnline(bool graphReachable);

Q_SIGNALS:
    void numbersRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showConnected();
    void showBudget();
    void showQueue();
    void showHistory();
    void showWarning();
    void fit();

    UiContext &m_context;
    QList<Number> m_numbers;
    BudgetSnapshots m_budgets;
    QString m_favoured;
    qint64 m_queue = 0;
    bool m_online = true;
    QWidget *m_dot;
    ThemedLabel *m_connected;
    ThemedLabel *m_budgetTitle;
    BudgetMeter *m_meter;
    ThemedLabel *m_reserve;
    ThemedLabel *m_queueText;
    ThemedIcon *m_historyIcon;
    ThemedLabel *m_historyText;
    ProgressLine *m_historyLine;
    ThemedLabel *m_historyNote;
    ThemedIcon *m_warningIcon;
    ThemedLabel *m_warning;
};

} // namespace Tandem
