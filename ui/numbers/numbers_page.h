#pragma once

#include "core/domain/changes.h"
#include "core/domain/number.h"
#include "core/domain/usage.h"
#include "core/gateway/gateway.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace Tandem {

class NumberCard;

/// Every number of the workspace with its health, history and send budget. GUI thread; all data comes from the Store.
class NumbersPage final : public QWidget
{
    Q_OBJECT
public:
    explicit NumbersPage(UiContext &context, QWidget *parent = nullptr);

    /// The same snapshots that the status line gets; kept while the page is hidden and for cards that come later.
    void setBudgets(const BudgetSnapshots &budgets);

Q_SIGNALS:
    void linkRequested(); ///< the person wants to link a number, or one of them again

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void retranslate();
    void reload();
    void showRights();
    void giveRights(NumberCard &card);
    [[nodiscard]] bool mayLink() const;
    void showNumbers(const QList<Number> &numbers);
    void showBudget(NumberCard &card);
    [[nodiscard]] NumberCard *makeCard();
    void askUsage();
    void showUsage();
    void purge(NumberCard &card, NumberId id, UtcTime before);
    [[nodiscard]] QWidget *makeEmptyState();
    [[nodiscard]] QWidget *makeErrorState();

    UiContext &m_context;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_link = nullptr;
    QLabel *m_loading = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyLink = nullptr;
    QLabel *m_errorText = nullptr;
    QPushButton *m_retry = nullptr;
    QVBoxLayout *m_cards = nullptr;
    QHash<NumberId, NumberCard *> m_cardOf;
    BudgetSnapshots m_budgets;
    QList<UsageRow> m_usage;
    QList<MediaUsage> m_disk;
    QTimer *m_count = nullptr; ///< sums are asked for at most every few seconds
    QTimer *m_tick = nullptr; ///< ages ("2 min ago") grow while nothing changes
    int m_generation = 0;
    bool m_loaded = false;
};

} // namespace Tandem
