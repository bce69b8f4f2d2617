#pragma once

#include "ui/shell/sheets/sheet.h"

#include <functional>

class QPushButton;

namespace Tandem {

/// Asks once before something that others notice.
class ConfirmSheet final : public Sheet
{
    Q_OBJECT
public:
    ConfirmSheet(Theme &theme, QWidget *window);
    void ask(const QString &title, const QString &words, const QString &button, std::function<void()> yes);
    /// With another way than leaving it: its words and what it does.
    void setOther(const QString &button, std::function<void()> other);

protected:
    [[nodiscard]] QSize cardSize() const override;
    void opened() override;
    void retranslate() override;

private:
    ThemedLabel *m_words;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_else;
    std::function<void()> m_action;
    std::function<void()> m_other;
};

} // namespace Tandem
