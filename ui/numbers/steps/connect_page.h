#pragma once

#include "core/domain/link.h"
#include "ui/numbers/steps/link_page.h"

class QButtonGroup;
class QVBoxLayout;

namespace Tandem {

class TickList;

/// Step 3: what happens after the code came, ticked live; and the choice when several numbers fit.
class ConnectPage final : public LinkPage
{
    Q_OBJECT
public:
    ConnectPage(Theme &theme, QWidget *parent = nullptr);
    void setRequest(const LinkRequest &request);
    [[nodiscard]] QString chosen() const; ///< phone_number_id; empty while none is
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool primaryEnabled() const override { return !chosen().isEmpty(); }
    void retranslate() override;

private:
    void showCandidates();

    LinkRequest m_request;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_text = nullptr;
    TickList *m_ticks = nullptr;
    QWidget *m_choice = nullptr;
    ThemedLabel *m_choiceTitle = nullptr;
    QVBoxLayout *m_options = nullptr;
    QButtonGroup *m_group = nullptr;
    QList<LinkCandidate> m_shown;
};

} // namespace Tandem
