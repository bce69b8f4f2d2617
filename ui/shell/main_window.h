#pragma once

#include "core/domain/team/condition.h"
#include "ui/models/inbox_counts.h"
#include "ui/models/number_list.h"
#include "ui/shell/commands.h"
#include "ui/shell/pages.h"
#include "ui/shell/parts/rail.h"

#include <QWidget>

class QStackedWidget;

namespace Tandem {

class AgentButton;
class CommandPalette;
class InboxPage;
class LabelsSheet;
class MentionSheet;
class Notifications;
class ShortcutSheet;
class ServerWatch;
class StatusLine;
class TeamDesk;
class Toast;
class ViewSheet;
class WindowSheets;

/// The program's window: rail, page, status line, and the layers above them. It only puts panes together.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit MainWindow(UiContext &context, QWidget *parent = nullptr);
    MainWindow(UiContext &context, const Pages &pages, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(Rail::Page page);
    void openConversation(ConversationId id, std::optional<MessageCursor> at = std::nullopt);
    void linkNumber();
    [[nodiscard]] InboxPage &inbox() { return *m_inbox; }
    [[nodiscard]] StatusLine &statusLine() { return *m_status; }
    [[nodiscard]] Commands &commands() { return m_commands; }
    void raiseWindow(); ///< in front of all, from the tray too
    void quit(); ///< ends the program, whatever closing the window means
    [[nodiscard]] Notifications &notifications() { return *m_notifications; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectAll();
    void connectGateway();
    void connectSheets();
    void addConversationCommands();
    void addCustomerCommands();
    void addListCommands();
    void addWindowCommands();
    void buildTeam(); ///< team/team_commands.cpp, as all that follow
    void connectTeam();
    void addTeamCommands();
    void addTeamListCommands();
    void showTeam();
    void showMentions();
    void manageLabels();
    void connectServer();
    void editView(const SavedView &view);
    void restore();
    void retranslate();
    void showNumbers();
    void showCounts();
    void showWatched();

    UiContext &m_context;
    Pages m_pages;
    std::unique_ptr<TeamDesk> m_team; ///< when nobody else made one
    std::unique_ptr<ServerWatch> m_server;
    NumberList m_numbers;
    InboxCounts m_counts;
    Commands m_commands;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    InboxPage *m_inbox = nullptr;
    SettingsPane m_settings;
    StatusLine *m_status = nullptr;
    Toast *m_toast = nullptr;
    CommandPalette *m_palette = nullptr;
    ShortcutSheet *m_sheet = nullptr;
    Notifications *m_notifications = nullptr;
    WindowSheets *m_sheets = nullptr;
    AgentButton *m_me = nullptr;
    MentionSheet *m_mentions = nullptr;
    LabelsSheet *m_labels = nullptr;
    ViewSheet *m_view = nullptr;
};

} // namespace Tandem
