#pragma once

#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Tandem {

class SettingSection;

/// A person's own place in a team: a new password, and leaving it on this computer. Hidden where there is no team.
class TeamSection final : public QWidget
{
    Q_OBJECT
public:
    explicit TeamSection(UiContext &context, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Open { Nothing, Password, Leave };

    [[nodiscard]] QWidget *makePassword();
    [[nodiscard]] QWidget *makeLeave();
    void open(Open what);
    void judge();
    void savePassword();
    void leave();
    void say(const QString &words, Theme::Color color);
    void retranslate();

    UiContext &m_context;
    SettingSection *m_section = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_leave = nullptr;
    QWidget *m_passwordArea = nullptr;
    QLineEdit *m_present = nullptr;
    QLineEdit *m_next = nullptr;
    QLineEdit *m_again = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QWidget *m_leaveArea = nullptr;
    ThemedLabel *m_leaveWords = nullptr;
    QPushButton *m_stay = nullptr;
    QPushButton *m_leaveNow = nullptr;
    ThemedLabel *m_outcome = nullptr;
    bool m_busy = false;
};

} // namespace Tandem
