#include "ui/media/files/media_files.h"

#include "core/filetypes/file_types.h"
#include "ui/format/message_content.h"
#include "ui/media/pictures/picture_loader.h"
#include "ui/media/worker.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDrag>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int ClipboardSide = 4096; ///< larger pictures are scaled down for the clipboard

QString plainMime(const Message &message) { return message.media.ref.mime.section(u';', 0, 0).trimmed().toLower(); }

Result<QString> copyOf(const QString &from, const QString &to)
{
    QFile::remove(to); // asked before, or our own older copy
    QFile file(from);
    if (!file.copy(to)) return failure(ErrorCode::Io, file.errorString());
    // Never executable, whatever the stored file is.
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    return to;
}

} // namespace

MediaFiles::MediaFiles(QObject *parent) : QObject(parent) {}

MediaFiles::~MediaFiles() = default;

QString MediaFiles::nameFor(const Message &message)
{
    const auto raw = message.media.ref.filename;
    auto name = raw.isEmpty() ? kindName(message.type, message.media.ref.voice) + u' ' + localDay(message.timestamp).toString(Qt::ISODate)
                              : FileTypes::safeName(raw);
    const auto type = QMimeDatabase().mimeTypeForName(plainMime(message));
    const auto suffix = plainMime(message) == "audio/ogg"_L1 ? u"ogg"_s : type.preferredSuffix();
    if (QFileInfo(name).suffix().isEmpty() && !suffix.isEmpty()) name += u'.' + suffix;
    return name;
}

bool MediaFiles::mayOpen(const Message &message)
{
    return message.media.state == MediaState::Available && !FileTypes::isDangerous(message.media.ref.mime, message.media.ref.filename);
}

bool MediaFiles::mayPreview(const Message &message)
{
    auto type = message.type == "voice"_L1 ? u"audio"_s : message.type;
    if (type == "template"_L1) type = plainMime(message).section(u'/', 0, 0); // its header's picture or video
    return message.media.state == MediaState::Available && !message.media.path.isEmpty() && FileTypes::mayPreview(type, message.media.ref.mime);
}

QString MediaFiles::named(const Message &message) const
{
    const auto folder = m_folder->filePath(QString::number(message.id.value));
    return QDir().mkpath(folder) ? folder + u'/' + nameFor(message) : QString();
}

template<typename Then>
void MediaFiles::withNamedCopy(const Message &message, Then then)
{
    if (message.media.path.isEmpty()) return;
    if (const auto known = m_copies.value(message.id); !known.isEmpty()) {
        then(known);
        return;
    }
    if (!m_folder) m_folder = std::make_unique<QTemporaryDir>();
    const auto target = m_folder->isValid() ? named(message) : QString();
    if (target.isEmpty()) return Q_EMIT problem(tr("There is no room for a temporary copy of the file."));
    onWorker(this, [from = message.media.path, target] { return copyOf(from, target); },
        [this, id = message.id, then](const Result<QString> &made) {
            if (!made) return Q_EMIT problem(tr("The file could not be copied: %1").arg(made.error().text));
            m_copies.insert(id, *made);
            then(*made);
        });
}

void MediaFiles::saveAs(QWidget *parent, const Message &message)
{
    if (message.media.path.isEmpty()) return;
    auto *dialog = new QFileDialog(parent, tr("Save a copy"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(nameFor(message));
    connect(dialog, &QFileDialog::fileSelected, this, [this, from = message.media.path](const QString &to) {
        onWorker(this, [from, to] { return copyOf(from, to); }, [this](const Result<QString> &made) {
            if (made) return Q_EMIT done(tr("Saved to %1").arg(QDir::toNativeSeparators(*made)));
            Q_EMIT problem(tr("The copy could not be saved: %1").arg(made.error().text));
        });
    });
    dialog->open();
}

void MediaFiles::saveText(QWidget *parent, const QString &name, const QByteArray &text)
{
    auto *dialog = new QFileDialog(parent, tr("Save the contact"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(FileTypes::safeName(name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString &to) {
        onWorker(this, [text, to]() -> Result<QString> {
            QFile file(to);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) return failure(ErrorCode::Io, file.errorString());
            return to;
        }, [this](const Result<QString> &made) {
            if (made) return Q_EMIT done(tr("Saved to %1").arg(QDir::toNativeSeparators(*made)));
            Q_EMIT problem(tr("The contact could not be saved: %1").arg(made.error().text));
        });
    });
    dialog->open();
}

void MediaFiles::copy(const Message &message)
{
    withNamedCopy(message, [this, message](const QString &path) {
        const bool picture = (message.type == "image"_L1 || message.type == "sticker"_L1) && mayPreview(message);
        onWorker(this, [path, picture]() -> Result<QImage> {
            if (!picture) return QImage();
            const auto decoded = decodePicture({path, QSize(ClipboardSide, ClipboardSide), 1, true, true});
            if (!decoded) return failure(decoded.error());
            return decoded->image;
        }, [path](const Result<QImage> &image) {
            auto data = std::make_unique<QMimeData>();
            data->setUrls({QUrl::fromLocalFile(path)});
            if (image && !image->isNull()) data->setImageData(*image);
            QGuiApplication::clipboard()->setMimeData(data.release());
        });
    });
}

void MediaFiles::open(const Message &message)
{
    if (!mayOpen(message)) return Q_EMIT problem(tr("This kind of file can run programs, so it is not opened here. Save a copy if you trust the sender."));
    withNamedCopy(message, [this](const QString &path) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) Q_EMIT problem(tr("No program on this computer opens this kind of file."));
    });
}

void MediaFiles::prepareDrag(const Message &message)
{
    if (message.media.state == MediaState::Available) withNamedCopy(message, [](const QString &) {});
}

bool MediaFiles::drag(QWidget *source, const Message &message, const QPixmap &picture)
{
    const auto path = m_copies.value(message.id);
    if (path.isEmpty()) return false;
    auto *drag = new QDrag(source);
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    drag->setMimeData(data);
    if (!picture.isNull()) drag->setPixmap(picture.scaled(QSize(160, 160), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    drag->exec(Qt::CopyAction, Qt::CopyAction);
    return true;
}

} // namespace Tandem
