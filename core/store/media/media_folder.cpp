#include "core/store/media/media_folder.h"

#include "core/filetypes/file_types.h"
#include "core/store/rows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 piece = 1024 * 1024;
constexpr qint64 youngSeconds = 3600;

Error cannotRead()
{
    return Error::of(ErrorCode::Io, QCoreApplication::translate("Store", "The file can't be read."));
}

Error cannotWrite(const QFile &file)
{
    if (file.error() == QFileDevice::ResourceError) {
        return Error::retry(ErrorCode::DatabaseFull, QCoreApplication::translate("Store", "The disk is full. Free some space and try again."));
    }
    return Error::of(ErrorCode::Io, QCoreApplication::translate("Store", "The file could not be copied into the workspace."));
}

/// Copies in pieces; the hash of what was copied, and its first bytes.
Result<QString> copy(QFile &from, QFile &to, QByteArray &head)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(piece, Qt::Uninitialized);
    for (;;) {
        const auto count = from.read(buffer.data(), piece);
        if (count < 0) return failure(cannotRead());
        if (count == 0) break;
        if (head.isEmpty()) head = buffer.left(std::min<qint64>(count, FileTypes::HeadBytes));
        hash.addData(QByteArrayView(buffer.constData(), count));
        if (to.write(buffer.constData(), count) != count) return failure(cannotWrite(to));
    }
    if (!to.flush()) return failure(cannotWrite(to));
    return QString::fromLatin1(hash.result().toHex());
}

void touch(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

} // namespace

MediaFolder::MediaFolder(QString path) : m_path(std::move(path)) { m_pool.setMaxThreadCount(2); }

QString MediaFolder::temporaryPath() const
{
    QDir().mkpath(m_path);
    return m_path + u'/' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
}

QString MediaFolder::pathFor(const QString &sha256Hex) const
{
    const auto path = mediaPath(m_path, sha256Hex);
    QDir().mkpath(QFileInfo(path).absolutePath());
    return path;
}

void MediaFolder::run(std::function<void()> work) { m_pool.start(std::move(work)); }

Result<OutboxMedia> MediaFolder::take(const QString &file, bool removeSource) const
{
    QFile source(file);
    if (!QFileInfo(file).isFile()) {
        return failure(ErrorCode::NotFound, QCoreApplication::translate("Store", "The file is not there any more."));
    }
    if (!source.open(QIODevice::ReadOnly)) return failure(cannotRead());
    QFile part(temporaryPath());
    if (!part.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return failure(cannotWrite(part));
    QByteArray head;
    const auto hash = copy(source, part, head);
    if (!hash) {
        part.remove();
        return failure(hash.error());
    }
    const auto size = part.size();
    part.close();
    const auto target = pathFor(*hash);
    if (QFileInfo::exists(target)) {
        part.remove();
        touch(target);
    } else if (!part.rename(target) && !QFileInfo::exists(target)) { // or another thread was faster
        const auto error = cannotWrite(part);
        part.remove();
        return failure(error);
    }
    source.close();
    if (removeSource && QFileInfo(file) != QFileInfo(target)) source.remove();
    const auto byName = QMimeDatabase().mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
    return OutboxMedia{*hash, FileTypes::typeOf(head, byName), FileTypes::safeName(QFileInfo(file).fileName()), size, false, {}};
}

void MediaFolder::condemn(const QStringList &hashes)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &hash : hashes) m_condemned.insert(hash);
}

void MediaFolder::spare(const QStringList &hashes)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &hash : hashes) m_condemned.remove(hash);
}

bool MediaFolder::rescue(const QString &sha256Hex)
{
    const std::lock_guard lock(m_mutex);
    m_condemned.remove(sha256Hex);
    return !m_removed.contains(sha256Hex) || QFileInfo::exists(mediaPath(m_path, sha256Hex));
}

qint64 MediaFolder::remove(const QStringList &hashes)
{
    qint64 freed = 0;
    const auto young = QDateTime::currentDateTimeUtc().addSecs(-youngSeconds);
    for (const auto &hash : hashes) {
        // Deleting under the lock: a rescue comes before it or finds the file gone.
        const std::lock_guard lock(m_mutex);
        if (!m_condemned.remove(hash)) continue;
        const QFileInfo file(mediaPath(m_path, hash));
        if (!file.isFile() || file.lastModified() > young) continue;
        const auto size = file.size();
        m_removed.insert(hash);
        if (QFile::remove(file.filePath())) freed += size;
    }
    return freed;
}

} // namespace Tandem
