#pragma once

#include "core/domain/number.h"
#include "ui/theme/widgets.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace Tandem {

class BeforePage;
class ConnectPage;
class DonePage;
class FailurePage;
class LinkPage;
class LinkSession;
class SignUpPage;
class StepList;
class SyncPage;

/// The window that links a number, in five steps. Non-modal: the inbox goes on beside it. Deletes itself when closed;
/// closed while contacts and history arrive, the import goes on; closed earlier, the request is cancelled.
class LinkWizard final : public QWidget
{
    Q_OBJECT
public:
    explicit LinkWizard(UiContext &context, QWidget *parent = nullptr);
    ~LinkWizard() override;

    void start(); ///< shows step 1; the request itself begins when the person goes on

Q_SIGNALS:
    void linked(Tandem::NumberId number); ///< once, when the number can be used
    void inboxRequested();
    void settingsRequested();
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *makeSidebar();
    [[nodiscard]] QLayout *makeButtons();
    void retranslate();
    void loadSettings();
    void showPage(LinkPage *page, int step, bool failed = false);
    void showButtons();
    void followRequest();
    void followNumber();
    void fail();
    void primary();
    void followWayOn();
    void begin();
    void showHints();

    UiContext &m_context;
    LinkSession *m_session = nullptr;
    QHash<QString, QString> m_workspace;
    ThemedLabel *m_heading = nullptr;
    StepList *m_steps = nullptr;
    Card *m_hints = nullptr;
    ThemedLabel *m_hintTitle = nullptr;
    QList<ThemedLabel *> m_hintLines;
    QWidget *m_links = nullptr;
    QStackedWidget *m_pages = nullptr;
    BeforePage *m_before = nullptr;
    SignUpPage *m_signUp = nullptr;
    ConnectPage *m_connect = nullptr;
    SyncPage *m_sync = nullptr;
    DonePage *m_done = nullptr;
    FailurePage *m_failure = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_browser = nullptr;
    QPushButton *m_primary = nullptr;
    int m_step = 0;
    bool m_toldLinked = false;
    bool m_skippedHistory = false; ///< the person went on although the history is still arriving
};

} // namespace Tandem
