#pragma once

#include "core/base/id.h"
#include "ui/composer/attach/attachment_rules.h"
#include "ui/composer/attach/file_look.h"
#include "ui/composer/send/outgoing.h"

#include <QHash>
#include <QObject>

namespace Tandem {

class MediaStore;

/// A file in a composer, on its way from a place on the disk into the media folder.
struct Attachment
{
    enum class State {
        Checking, ///< being looked at, written anew or copied
        Ready,
        Problem, ///< can't go as it is
    };
    int id = 0;
    State state = State::Checking;
    OutgoingFile file; ///< media.sha256 is set once it is kept
    FileLook look;
    AttachmentVerdict verdict;
};

/// What is attached, by conversation: a file that gets ready late goes where it was attached and nowhere else. Looks at
/// files, copies and re-encodes off the GUI thread. GUI thread.
class Attachments final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Most = 30; ///< of one album; more at once is a slip of the hand

    explicit Attachments(MediaStore &media, QObject *parent = nullptr);

    void addFiles(ConversationId conversation, const QStringList &paths);
    void addPicture(ConversationId conversation, const QImage &picture); ///< from the clipboard
    /// Bytes that are in the media folder already: of a draft, a canned reply, a voice note or a forwarded message.
    void addKept(ConversationId conversation, const QList<OutboxMedia> &media);
    void addKept(ConversationId conversation, const QList<OutgoingFile> &files);
    void remove(ConversationId conversation, int id);
    void setCaption(ConversationId conversation, int id, const QString &caption);
    void fix(ConversationId conversation, int id, AttachmentFix fix);
    void clear(ConversationId conversation);

    [[nodiscard]] const QList<Attachment> &of(ConversationId conversation) const;
    [[nodiscard]] bool allReady(ConversationId conversation) const;
    [[nodiscard]] QList<OutgoingFile> files(ConversationId conversation) const; ///< the ready ones
    [[nodiscard]] QList<OutboxMedia> media(ConversationId conversation) const; ///< the ready ones, as a draft keeps them

Q_SIGNALS:
    void changed(Tandem::ConversationId conversation); ///< by a person or by a file that got ready
    void problem(const QString &text);

private:
    int append(ConversationId conversation, Attachment attachment);
    Attachment *find(ConversationId conversation, int id);
    void lookAt(ConversationId conversation, int id, const QString &path, bool remove);
    void looked(ConversationId conversation, int id, const FileLook &look, bool remove);
    void keep(ConversationId conversation, int id, const QString &path, bool remove);
    void reencode(ConversationId conversation, int id, const QString &path);
    void fail(ConversationId conversation, int id, const QString &why);

    MediaStore &m_media;
    QHash<ConversationId, QList<Attachment>> m_all;
    int m_lastId = 0;
};

} // namespace Tandem
