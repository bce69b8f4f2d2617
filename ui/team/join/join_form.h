#pragma once

#include "core/domain/team/invite.h"
#include "core/providers/provider.h"
#include "ui/theme/widgets.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Tandem {

/// How to reach a team's workspace: by an invitation (file or link) or typed; the password is typed in any case.
class JoinForm final : public QWidget
{
    Q_OBJECT
public:
    explicit JoinForm(Theme &theme, QWidget *parent = nullptr);

    void setInvite(const Invite &invite);
    [[nodiscard]] Invite invite() const;
    [[nodiscard]] Secret password() const;
    /// What came of the test or of joining; while `busy` nothing can be pressed.
    void setOutcome(const QString &words, Theme::Color color, bool busy = false);

Q_SIGNALS:
    void testRequested();
    void joinRequested();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void openFile();
    void readFile(const QString &path);
    void take(const QByteArray &fileOrLink);
    void judge();
    void retranslate();

    Theme &m_theme;
    QByteArray m_certificate;
    ThemedLabel *m_intro = nullptr;
    QPushButton *m_open = nullptr;
    QLineEdit *m_link = nullptr;
    ThemedLabel *m_hostName = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    ThemedLabel *m_databaseName = nullptr;
    QLineEdit *m_database = nullptr;
    ThemedLabel *m_loginName = nullptr;
    QLineEdit *m_login = nullptr;
    ThemedLabel *m_passwordName = nullptr;
    QLineEdit *m_password = nullptr;
    ThemedLabel *m_certificateWords = nullptr;
    ThemedLabel *m_outcome = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_join = nullptr;
    bool m_busy = false;
};

} // namespace Tandem
