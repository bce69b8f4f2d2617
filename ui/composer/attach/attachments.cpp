#include "ui/composer/attach/attachments.h"

#include "core/store/sending_stores.h"
#include "ui/composer/attach/off_thread.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

Attachments::Attachments(MediaStore &media, QObject *parent) : QObject(parent), m_media(media) {}

int Attachments::append(ConversationId conversation, Attachment attachment)
{
    attachment.id = ++m_lastId;
    m_all[conversation].append(std::move(attachment));
    return m_lastId;
}

Attachment *Attachments::find(ConversationId conversation, int id)
{
    const auto list = m_all.find(conversation);
    if (list == m_all.end()) return nullptr;
    const auto found = std::find_if(list->begin(), list->end(), [&](const Attachment &a) { return a.id == id; });
    return found == list->end() ? nullptr : &*found;
}

const QList<Attachment> &Attachments::of(ConversationId conversation) const
{
    static const QList<Attachment> none;
    const auto found = m_all.constFind(conversation);
    return found == m_all.cend() ? none : *found;
}

void Attachments::addFiles(ConversationId conversation, const QStringList &paths)
{
    if (!conversation) return;
    if (of(conversation).size() + paths.size() > Most) Q_EMIT problem(tr("At most %1 files go at once.").arg(Most));
    for (const auto &path : paths) {
        if (of(conversation).size() >= Most) break;
        Attachment attachment;
        attachment.look.name = QFileInfo(path).fileName();
        lookAt(conversation, append(conversation, attachment), path, false);
    }
    Q_EMIT changed(conversation);
}

void Attachments::addPicture(ConversationId conversation, const QImage &picture)
{
    if (!conversation || picture.isNull() || of(conversation).size() >= Most) return;
    Attachment attachment;
    attachment.look.name = tr("Picture.png");
    const int id = append(conversation, attachment);
    Q_EMIT changed(conversation);
    const auto path = m_media.temporaryPath();
    onFinished(this, offThread([picture, path] { return writePicture(picture, path, AttachmentRules::mostBytes(u"image"_s)); }),
        [this, conversation, id, path](const Result<QString> &mime) {
            if (!mime) return fail(conversation, id, mime.error().text);
            if (auto *mine = find(conversation, id); mine && *mime == "image/jpeg"_L1) mine->look.name = tr("Picture.jpg");
            lookAt(conversation, id, path, true);
        });
}

void Attachments::addKept(ConversationId conversation, const QList<OutboxMedia> &media)
{
    QList<OutgoingFile> files;
    for (const auto &one : media) files.append({QString(), one});
    addKept(conversation, files);
}

void Attachments::addKept(ConversationId conversation, const QList<OutgoingFile> &files)
{
    if (!conversation || files.isEmpty()) return;
    for (const auto &file : files) {
        Attachment attachment;
        attachment.file = file;
        attachment.look.name = file.media.filename;
        attachment.look.mime = file.media.mime;
        attachment.look.size = file.media.size;
        attachment.verdict = AttachmentRules::judge(attachment.look, file.type);
        attachment.file.type = attachment.verdict.type;
        attachment.state = attachment.verdict.problem.isEmpty() ? Attachment::State::Ready : Attachment::State::Problem;
        const int id = append(conversation, attachment);
        const auto path = m_media.pathFor(file.media.sha256);
        onFinished(this, offThread([path] { return FileLook::at(path); }), [this, conversation, id](const Result<FileLook> &look) {
            auto *mine = find(conversation, id);
            if (!look) return fail(conversation, id, look.error().text);
            if (!mine) return;
            mine->look.path = look->path;
            mine->look.thumbnail = look->thumbnail;
            mine->look.picture = look->picture;
            Q_EMIT changed(conversation);
        });
    }
    Q_EMIT changed(conversation);
}

void Attachments::lookAt(ConversationId conversation, int id, const QString &path, bool remove)
{
    onFinished(this, offThread([path] { return FileLook::at(path); }), [this, conversation, id, remove](const Result<FileLook> &look) {
        if (look) {
            looked(conversation, id, *look, remove);
        } else {
            fail(conversation, id, look.error().text);
        }
    });
}

void Attachments::looked(ConversationId conversation, int id, const FileLook &look, bool remove)
{
    auto *mine = find(conversation, id);
    if (!mine) return;
    const auto name = mine->look.name;
    mine->look = look;
    if (!name.isEmpty()) mine->look.name = name; // a file of ours has a name of its own only in the folder
    mine->verdict = AttachmentRules::judge(mine->look, mine->file.type);
    mine->file.type = mine->verdict.type;
    if (mine->verdict.problem.isEmpty()) {
        keep(conversation, id, look.path, remove);
    } else {
        mine->state = Attachment::State::Problem;
    }
    Q_EMIT changed(conversation);
}

void Attachments::keep(ConversationId conversation, int id, const QString &path, bool remove)
{
    onFinished(this, m_media.keep(path, remove), [this, conversation, id](const Result<OutboxMedia> &media) {
        if (!media) return fail(conversation, id, media.error().text);
        auto *mine = find(conversation, id);
        if (!mine) return;
        const auto caption = mine->file.media.caption;
        mine->file.media = *media;
        mine->file.media.caption = caption;
        mine->file.media.filename = mine->look.name;
        mine->file.media.mime = mine->look.mime;
        mine->look.path = m_media.pathFor(media->sha256);
        mine->state = Attachment::State::Ready;
        Q_EMIT changed(conversation);
    });
}

void Attachments::fix(ConversationId conversation, int id, AttachmentFix fix)
{
    auto *mine = find(conversation, id);
    if (!mine || mine->state != Attachment::State::Problem) return;
    mine->state = Attachment::State::Checking;
    if (fix == AttachmentFix::AsDocument) {
        mine->file.type = u"document"_s;
        looked(conversation, id, FileLook(mine->look), false);
    } else {
        mine->file.type = u"image"_s;
        reencode(conversation, id, mine->look.path);
    }
    Q_EMIT changed(conversation);
}

void Attachments::reencode(ConversationId conversation, int id, const QString &path)
{
    const auto target = m_media.temporaryPath();
    const auto most = AttachmentRules::mostBytes(u"image"_s);
    onFinished(this, offThread([path, target, most] { return reencodePicture(path, target, most); }),
        [this, conversation, id, target](const Result<qint64> &bytes) {
            auto *mine = find(conversation, id);
            if (!bytes) return fail(conversation, id, bytes.error().text);
            if (!mine) return (void)QFile::remove(target);
            mine->look.name = QFileInfo(mine->look.name).completeBaseName() + u".jpg"_s;
            lookAt(conversation, id, target, true);
        });
}

void Attachments::fail(ConversationId conversation, int id, const QString &why)
{
    auto *mine = find(conversation, id);
    if (!mine) return;
    mine->state = Attachment::State::Problem;
    mine->verdict.problem = why;
    mine->verdict.fixes.clear();
    Q_EMIT changed(conversation);
}

void Attachments::remove(ConversationId conversation, int id)
{
    if (m_all[conversation].removeIf([id](const Attachment &a) { return a.id == id; }) > 0) Q_EMIT changed(conversation);
}

void Attachments::setCaption(ConversationId conversation, int id, const QString &caption)
{
    auto *mine = find(conversation, id);
    if (!mine || mine->file.media.caption == caption) return;
    mine->file.media.caption = caption;
    Q_EMIT changed(conversation);
}

void Attachments::clear(ConversationId conversation)
{
    if (m_all.remove(conversation)) Q_EMIT changed(conversation);
}

bool Attachments::allReady(ConversationId conversation) const
{
    const auto &list = of(conversation);
    return std::all_of(list.cbegin(), list.cend(), [](const Attachment &a) { return a.state == Attachment::State::Ready; });
}

QList<OutgoingFile> Attachments::files(ConversationId conversation) const
{
    QList<OutgoingFile> result;
    for (const auto &attachment : of(conversation)) {
        if (attachment.state == Attachment::State::Ready) result.append(attachment.file);
    }
    return result;
}

QList<OutboxMedia> Attachments::media(ConversationId conversation) const
{
    QList<OutboxMedia> result;
    for (const auto &file : files(conversation)) result.append(file.media);
    return result;
}

} // namespace Tandem
