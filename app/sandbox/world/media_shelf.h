#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QString>

#include <functional>

namespace Tandem::Sandbox {

/// One file the platform keeps. `recipe` says how to make the bytes again ("photo:lamp:42"); empty for uploads.
struct MediaFile
{
    QString id;
    QString mime;
    QString filename;
    QString recipe;
    QByteArray bytes; ///< made or read when first needed
    QByteArray sha256; ///< raw digest
    qint64 createdMs = 0;
    bool uploaded = false; ///< by the API: kept 30 days, else 7
};

/// The platform's files and the short-lived links to them.
class MediaShelf
{
public:
    void keepUploadsIn(const QString &folder) { m_folder = folder; }

    void addRecipe(const QString &id, const QString &recipe, qint64 nowMs);
    MediaFile &addUpload(const QString &id, const QString &mime, const QString &filename, const QByteArray &bytes,
        qint64 nowMs, bool byApi);
    /// With bytes and digest; nullptr when unknown, deleted or too old (7 days, uploads 30).
    [[nodiscard]] const MediaFile *open(const QString &id, qint64 nowMs);
    /// However old: for the phone's and the customers' own pages.
    [[nodiscard]] const MediaFile *peek(const QString &id);
    bool remove(const QString &id);

    /// A path good for 5 minutes.
    [[nodiscard]] QString link(const QString &id, qint64 nowMs);
    [[nodiscard]] const MediaFile *openLink(const QString &token, qint64 nowMs);

    [[nodiscard]] QJsonArray save() const;
    void restore(const QJsonArray &rows);

    /// What kind of message a file makes: image, audio, video, sticker, document.
    [[nodiscard]] static QString typeOf(const QString &mime);

private:
    struct Link
    {
        QString id;
        qint64 expiresMs = 0;
    };
    void fill(MediaFile &file) const;
    [[nodiscard]] QString path(const QString &id) const;

    QString m_folder;
    QHash<QString, MediaFile> m_files;
    QHash<QString, Link> m_links;
};

} // namespace Tandem::Sandbox
