#pragma once

#include "core/domain/number.h"
#include "ui/numbers/steps/link_page.h"
#include "ui/numbers/steps/link_words.h"

class QPushButton;

namespace Tandem {

class NumberAvatar;

/// Step 5: the number with its badge.
class DonePage final : public LinkPage
{
    Q_OBJECT
public:
    DonePage(Theme &theme, QWidget *parent = nullptr);
    void setNumber(const Number &number);
    [[nodiscard]] QString primaryText() const override { return tr("Open the inbox"); }
    void retranslate() override;

private:
    Number m_number;
    NumberAvatar *m_avatar = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_phone = nullptr;
    Pill *m_badge = nullptr;
    ThemedLabel *m_text = nullptr;
    ThemedLabel *m_history = nullptr;
};

/// What went wrong, and the way on.
class FailurePage final : public LinkPage
{
    Q_OBJECT
public:
    FailurePage(Theme &theme, QWidget *parent = nullptr);
    void setFailure(const LinkWords::Failure &failure);
    [[nodiscard]] LinkWords::WayOn wayOn() const { return m_failure.wayOn; }
    [[nodiscard]] QString primaryText() const override { return LinkWords::wayOn(m_failure.wayOn); }
    void retranslate() override { }

private:
    LinkWords::Failure m_failure;
    ThemedIcon *m_icon = nullptr;
    ThemedLabel *m_title = nullptr;
    ThemedLabel *m_text = nullptr;
};

} // namespace Tandem
