#pragma once

#include "core/domain/message.h"

#include <QMenu>
#include <QUrl>

namespace Tandem {

class Theme;

/// What can be done with a message, as a menu: a row of reactions above, then the words. Says what is wanted; others do it.
class MessageMenu final : public QMenu
{
    Q_OBJECT
public:
    enum class Wish {
        Reply, AllEmoji, Forward, ForwardAlbum, Star, MarkUnread, GoToQuote, ToggleEdits, CopyMedia, SaveMedia, OpenMedia, FetchMedia,
        NextStep, SendAgain, SendNow, Change, Discard, ChooseDay, EditNote, DeleteNote,
    };
    Q_ENUM(Wish)

    MessageMenu(const Theme &theme, const Message &message, UtcTime now, QWidget *parent);

    void setSelection(const QString &text) { m_selection = text; }
    void setLink(const QUrl &url) { m_link = url; }
    void setEditsShown(bool shown) { m_editsShown = shown; }
    void setAllEmoji(bool known) { m_allEmoji = known; } ///< there is something that shows all emoji
    void setAlbum(bool album) { m_album = album; }
    void setNoteRights(bool change, bool remove) { m_mayChange = change, m_mayRemove = remove; } ///< of a private note
    void fill(); ///< after the setters

Q_SIGNALS:
    void wanted(Tandem::MessageMenu::Wish wish);
    void copyWanted(const QString &text);
    void reactionChosen(const QString &emoji);

private:
    void addWish(const QString &icon, const QString &text, Wish wish);
    void addCopy(const QString &icon, const QString &text, const QString &what);
    void fillText();
    void fillMedia();
    void fillOwn();
    void fillNote();

    const Theme &m_theme;
    Message m_message;
    UtcTime m_now;
    QString m_selection;
    QUrl m_link;
    bool m_editsShown = false;
    bool m_allEmoji = false;
    bool m_album = false;
    bool m_mayChange = false;
    bool m_mayRemove = false;
};

} // namespace Tandem
