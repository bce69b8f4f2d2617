#pragma once

#include "core/domain/link.h"
#include "core/domain/number.h"
#include "ui/numbers/steps/link_page.h"

namespace Tandem {

class HistoryColumn;
class TickList;

/// Step 4: contacts, then the history by phases, while new messages already arrive.
class SyncPage final : public LinkPage
{
    Q_OBJECT
public:
    SyncPage(Theme &theme, QWidget *parent = nullptr);
    void setRequest(const LinkRequest &request);
    void setNumber(const Number &number, int newMessages);
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool primaryEnabled() const override { return m_request.step == LinkStep::Done; }
    void retranslate() override;

private:
    void showTicks();

    LinkRequest m_request;
    Number m_number;
    int m_newMessages = 0;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_text = nullptr;
    Card *m_keepOpen = nullptr;
    ThemedLabel *m_keepOpenText = nullptr;
    TickList *m_ticks = nullptr;
    ProgressLine *m_total = nullptr;
    ThemedLabel *m_totalText = nullptr;
    HistoryColumn *m_history = nullptr;
    ThemedLabel *m_live = nullptr;
};

} // namespace Tandem
