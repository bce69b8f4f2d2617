#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"
#include "core/domain/team/team.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;
class QMenu;

namespace Tandem {

/// Tells about live customer messages through the system's tray. Never about echoes, history or the conversation
/// that is open and focused; several messages of one conversation make one notice. GUI thread.
class Notifications final : public QObject
{
    Q_OBJECT
public:
    struct Notice
    {
        ConversationId conversation;
        QString title;
        QString text;
    };

    explicit Notifications(UiContext &context, QObject *parent = nullptr);
    ~Notifications() override;

    /// Where notices go; the default shows them through the tray. Replaced in tests.
    void setPresenter(std::function<void(const Notice &)> presenter);
    /// The conversation in front of the person now; 0 when the window is not active.
    void setWatched(ConversationId id);
    void tellMention(const Mention &mention); ///< a colleague named me in a note
    void tellAssigned(const ConversationRow &row); ///< it became mine, by somebody else or a rule
    void setUnread(qint64 conversations); ///< on the tray icon and in its tool tip
    /// Whether closing the window leaves the program in the tray: there is one, and the person wants it so.
    [[nodiscard]] bool keepsRunning() const;
    void tellItKeepsRunning(); ///< once, or people look for a window that is gone
    void retranslate();
    /// Whether the desktop has a tray: asked each time, for a tray can go away. Replaced in tests.
    void setTrayCheck(std::function<bool()> there);
    [[nodiscard]] QIcon trayIcon(qint64 unread) const;

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void openRequested(Tandem::ConversationId conversation);
    void windowRequested(); ///< the tray icon was pressed
    void quitRequested();

private:
    void buildTray();
    void collect();
    void present(const QList<Message> &messages);
    void showUnread();
    void paintMark(QPixmap &pixmap, int side, qint64 unread) const;

    UiContext &m_context;
    std::function<void(const Notice &)> m_presenter;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray;
    QList<MessageId> m_waiting;
    QTimer m_pause; ///< a burst becomes one notice per conversation
    ConversationId m_watched;
    ConversationId m_lastNotified;
    QAction *m_show = nullptr;
    QAction *m_quit = nullptr;
    std::function<bool()> m_trayThere;
    qint64 m_unread = 0;
    bool m_told = false;
};

} // namespace Tandem
