#include "app/sandbox/world/media_shelf.h"

#include "app/sandbox/world/pictures.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QRandomGenerator>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 dayMs = 86'400'000;
static constexpr qsizetype mostLinks = 5000; // before the dead ones are swept

QString MediaShelf::typeOf(const QString &mime)
{
    if (mime == "image/webp"_L1) return u"sticker"_s;
    for (const QString &kind : {u"image"_s, u"audio"_s, u"video"_s}) {
        if (mime.startsWith(kind + u'/')) return kind;
    }
    return u"document"_s;
}

void MediaShelf::addRecipe(const QString &id, const QString &recipe, qint64 nowMs)
{
    if (m_files.contains(id)) return;
    MediaFile file;
    file.id = id;
    file.recipe = recipe;
    file.mime = Pictures::mimeOf(recipe);
    file.filename = Pictures::fileNameOf(recipe);
    file.createdMs = nowMs;
    m_files.insert(id, file);
}

MediaFile &MediaShelf::addUpload(
    const QString &id, const QString &mime, const QString &filename, const QByteArray &bytes, qint64 nowMs, bool byApi)
{
    MediaFile file;
    file.id = id;
    file.mime = mime;
    file.filename = filename;
    file.bytes = bytes;
    file.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    file.createdMs = nowMs;
    file.uploaded = byApi;
    if (!m_folder.isEmpty() && QDir().mkpath(m_folder)) {
        QFile out(path(id));
        if (out.open(QIODevice::WriteOnly)) out.write(bytes);
    }
    return *m_files.insert(id, file);
}

QString MediaShelf::path(const QString &id) const
{
    return m_folder + u'/' + id;
}

void MediaShelf::fill(MediaFile &file) const
{
    if (!file.bytes.isEmpty()) return;
    if (!file.recipe.isEmpty()) {
        file.bytes = Pictures::make(file.recipe);
    } else if (QFile in(path(file.id)); in.open(QIODevice::ReadOnly)) {
        file.bytes = in.readAll();
    }
    file.sha256 = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256);
}

const MediaFile *MediaShelf::open(const QString &id, qint64 nowMs)
{
    const auto it = m_files.find(id);
    if (it == m_files.end()) return nullptr;
    if (nowMs - it->createdMs > (it->uploaded ? 30 : 7) * dayMs) return nullptr;
    fill(*it);
    return &*it;
}

const MediaFile *MediaShelf::peek(const QString &id)
{
    const auto it = m_files.find(id);
    if (it == m_files.end()) return nullptr;
    fill(*it);
    return &*it;
}

bool MediaShelf::remove(const QString &id)
{
    if (!m_folder.isEmpty()) QFile::remove(path(id));
    return m_files.remove(id) > 0;
}

QString MediaShelf::link(const QString &id, qint64 nowMs)
{
    if (m_links.size() > mostLinks) m_links.removeIf([nowMs](const auto &known) { return known->expiresMs < nowMs; });
    const QString token = QString::number(QRandomGenerator::system()->generate64(), 36)
        + QString::number(QRandomGenerator::system()->generate64(), 36);
    m_links.insert(token, {id, nowMs + 5 * 60'000});
    return u"/whatsapp_business/attachments/?mid="_s + id + u"&source=webhook&hash="_s + token;
}

const MediaFile *MediaShelf::openLink(const QString &token, qint64 nowMs)
{
    const auto it = m_links.constFind(token);
    if (it == m_links.cend()) return nullptr;
    if (nowMs > it->expiresMs) {
        m_links.erase(it);
        return nullptr;
    }
    return open(it->id, nowMs);
}

QJsonArray MediaShelf::save() const
{
    QJsonArray rows;
    for (const MediaFile &file : m_files) {
        rows.append(QJsonObject{{u"id"_s, file.id}, {u"mime"_s, file.mime}, {u"filename"_s, file.filename},
            {u"recipe"_s, file.recipe}, {u"created_ms"_s, file.createdMs}, {u"uploaded"_s, file.uploaded}});
    }
    return rows;
}

void MediaShelf::restore(const QJsonArray &rows)
{
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        MediaFile file;
        file.id = row[u"id"].toString();
        file.mime = row[u"mime"].toString();
        file.filename = row[u"filename"].toString();
        file.recipe = row[u"recipe"].toString();
        file.createdMs = row[u"created_ms"].toInteger();
        file.uploaded = row[u"uploaded"].toBool();
        m_files.insert(file.id, file);
    }
}

} // namespace Tandem::Sandbox
