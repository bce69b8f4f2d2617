#pragma once

#include "ui/settings/workspace_control.h"
#include "ui/theme/widgets.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;
class QStackedWidget;

namespace Tandem {

class JoinForm;
class MetaAppForm;
struct Invite;

/// The first question of a profile: practise, or connect a Meta app of one's own.
class FirstRunWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunWindow(Theme &theme, quint16 gatewayPort, QWidget *parent = nullptr);
    void showBusy(const QString &text); ///< while the choice is being carried out
    void showChoice(const QString &trouble = {});
    void showJoin(const Invite &invite); ///< the page of a team, filled in
    [[nodiscard]] JoinForm &joinForm() { return *m_join; }

Q_SIGNALS:
    void practiceChosen();
    void metaAppChosen(const Tandem::WorkspaceChange &values);
    void testTeamRequested();
    void joinTeamRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] Card *makeOption(const QString &icon, ThemedLabel *&title, ThemedLabel *&text, QPushButton *&button, QWidget *parent);
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeJoin();
    [[nodiscard]] QVBoxLayout *makeColumn(QWidget *&outer);
    void retranslateHint();
    void retranslate();

    Theme &m_theme;
    const quint16 m_gatewayPort;
    QStackedWidget *m_stack = nullptr;
    ThemedLabel *m_welcome = nullptr;
    ThemedLabel *m_intro = nullptr;
    ThemedLabel *m_practiceTitle = nullptr;
    ThemedLabel *m_practiceText = nullptr;
    QPushButton *m_practice = nullptr;
    ThemedLabel *m_connectTitle = nullptr;
    ThemedLabel *m_connectText = nullptr;
    QPushButton *m_connect = nullptr;
    ThemedLabel *m_teamTitle = nullptr;
    ThemedLabel *m_teamText = nullptr;
    QPushButton *m_team = nullptr;
    ThemedLabel *m_joinTitle = nullptr;
    JoinForm *m_join = nullptr;
    QPushButton *m_joinBack = nullptr;
    ThemedLabel *m_trouble = nullptr;
    ThemedLabel *m_formTitle = nullptr;
    ThemedLabel *m_formText = nullptr;
    MetaAppForm *m_form = nullptr;
    ThemedLabel *m_formHint = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_save = nullptr;
    ThemedLabel *m_busy = nullptr;
};

} // namespace Tandem
