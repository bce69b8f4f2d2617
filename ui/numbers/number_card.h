#pragma once

#include "core/domain/number.h"
#include "core/domain/usage.h"
#include "core/gateway/gateway.h"
#include "ui/theme/widgets.h"

class QPushButton;

namespace Tandem {

class Clock;
class DiskColumn;
class FactList;
class FeatureTable;
class HistoryColumn;
class PolicyColumn;
class SendingColumn;
class UsageColumn;

/// One number on the Numbers page.
class NumberCard final : public Card
{
    Q_OBJECT
public:
    NumberCard(Theme &theme, const Clock &clock, QWidget *parent = nullptr);
    void setNumber(const Number &number);
    void setBudget(const BudgetSnapshot &budget);
    void setUsage(const QList<UsageRow> &rows);
    void setDisk(const MediaUsage &usage);
    [[nodiscard]] DiskColumn &disk() { return *m_disk; }
    void refreshAges();
    void setRights(bool mayLink, bool mayTune); ///< link again; change limit, ticks and typing
    void retranslate();
    [[nodiscard]] const Number &number() const { return m_number; }

Q_SIGNALS:
    void linkRequested();
    void unlinkGuideRequested();
    void limitChosen(Tandem::NumberId id, int perSecond);
    void policyChosen(Tandem::NumberId id, Tandem::ReadReceipts receipts, bool typing);
    void purgeRequested(Tandem::NumberId id, Tandem::UtcTime before);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *makeHeader();
    [[nodiscard]] QWidget *makeNotice();
    [[nodiscard]] QWidget *makeColumns();
    [[nodiscard]] QWidget *makeUse();
    [[nodiscard]] QLayout *makeActions();
    [[nodiscard]] QWidget *makeDetails();
    void showHealth();
    void showNotice();
    void toggleDetails();

    Theme &m_theme;
    const Clock &m_clock;
    Number m_number;
    BudgetSnapshot m_budget;
    class NumberAvatar *m_avatar = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_subtitle = nullptr;
    Pill *m_badge = nullptr;
    Pill *m_state = nullptr;
    Card *m_notice = nullptr;
    ThemedIcon *m_noticeIcon = nullptr;
    ThemedLabel *m_noticeText = nullptr;
    QWidget *m_columns = nullptr;
    FactList *m_health = nullptr;
    int m_phoneRow = 0;
    int m_webhookRow = 0;
    int m_openRow = 0;
    int m_reachRow = 0;
    int m_sinceRow = 0;
    HistoryColumn *m_history = nullptr;
    SendingColumn *m_sending = nullptr;
    QWidget *m_use = nullptr;
    PolicyColumn *m_policy = nullptr;
    UsageColumn *m_usage = nullptr;
    DiskColumn *m_disk = nullptr;
    QPushButton *m_linkAgain = nullptr;
    QPushButton *m_unlink = nullptr;
    QPushButton *m_more = nullptr;
    QWidget *m_details = nullptr;
    FeatureTable *m_features = nullptr;
    ThemedLabel *m_priceTitle = nullptr;
    ThemedLabel *m_price = nullptr;
    bool m_mayLink = true;
    bool m_mayTune = true;
};

} // namespace Tandem
