#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

#include <memory>

namespace Tandem {

/// The person's preferences on this computer, as an INI file per profile. Workspace data lives in the Store; secrets
/// in the SecretStore. GUI thread only.
class UserSettings final : public QObject
{
    Q_OBJECT
public:
    enum class Key {
        Language,        ///< "" = the system's, else "en", "zh_CN"
        Theme,           ///< "system" | "light" | "dark"
        WindowGeometry,  ///< QByteArray
        SplitterState,   ///< QByteArray
        ContactPanel,    ///< bool, shown
        SendWithEnter,   ///< bool; false: Ctrl+Enter sends
        Notifications,   ///< bool
        NotificationText,///< bool, show the message in notifications
        CloseToTray,     ///< bool; counts only where the desktop has a tray
        AgentName,       ///< how replies are signed in the timeline; not sent
        LastConversation,///< qint64 row id
        UndoSendSeconds, ///< int, 0–10: how long a sent message can be taken back; 0 sends at once
        SpellCheck,      ///< bool
        SpellWords,      ///< words the person added, one a line
        RecentEmoji,     ///< newest first, separated by spaces
        KeptReplies,     ///< JSON: replies sent while the team's server was away
        KeptDrafts,      ///< JSON: what was written meanwhile and not sent
        EmojiTone,       ///< int, 0 none, 1–5 from light to dark
    };
    Q_ENUM(Key)

    /// `path` of the INI file; empty keeps everything in memory (tests).
    explicit UserSettings(const QString &path, QObject *parent = nullptr);
    ~UserSettings() override;

    [[nodiscard]] QVariant value(Key key) const; ///< the stored value or the key's default
    [[nodiscard]] QString text(Key key) const { return value(key).toString(); }
    [[nodiscard]] bool flag(Key key) const { return value(key).toBool(); }
    void setValue(Key key, const QVariant &value);

Q_SIGNALS:
    void changed(Tandem::UserSettings::Key key);

private:
    std::unique_ptr<QSettings> m_file;
    QHash<int, QVariant> m_values;
};

} // namespace Tandem
