#pragma once

#include "ui/team/away/kept_replies.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPushButton;

namespace Tandem {

class ServerWatch;
class ThemedIcon;
class ThemedLabel;

/// Over the whole window: while the team's server is away what still works and how much waits; afterwards the replies
/// that were kept and did not go, until the person has decided about them.
class AwayBanner final : public QWidget
{
    Q_OBJECT
public:
    AwayBanner(Theme &theme, ServerWatch &watch, QWidget *parent = nullptr);

Q_SIGNALS:
    void discardRequested(const QList<Tandem::KeptReply> &replies);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void listKept();

    Theme &m_theme;
    ServerWatch &m_watch;
    ThemedIcon *m_icon;
    ThemedLabel *m_words;
    QPushButton *m_kept;
    QPushButton *m_discard;
    QPushButton *m_drafts;
    QPushButton *m_send;
};

} // namespace Tandem
