#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSize>
#include <QThreadPool>

#include <functional>
#include <list>

namespace Tandem {

/// A picture for a box: which bytes, how large, how it fills it.
struct PictureRequest
{
    QString path;
    QSize box; ///< logical pixels
    qreal ratio = 1; ///< device pixels per logical pixel
    bool contain = false; ///< stickers are never cropped
    bool bare = false; ///< only scaled to fit the box: no frame, no corners
    bool cover = false; ///< fills the box whatever is cut off: cells of an album
    friend bool operator==(const PictureRequest &, const PictureRequest &) = default;
    friend size_t qHash(const PictureRequest &r, size_t seed = 0)
    {
        return qHashMulti(seed, r.path, r.box.width(), r.box.height(), int(r.ratio * 100), r.contain, r.bare, r.cover);
    }
};

struct DecodedPicture
{
    QImage image; ///< exactly the box in device pixels, corners rounded
    QSize natural; ///< of the file, turned as its EXIF data says
};

/// Reads and scales one picture; blocks, so call it on a worker. Takes jpeg, png and webp only, told by their first
/// bytes, at most 50 megapixels and 20,000 pixels a side: a file from outside must not cost memory or run other
/// decoders. Errors: Io, Protocol (not such a picture, too large, damaged).
[[nodiscard]] Result<DecodedPicture> decodePicture(const PictureRequest &request);

/// Bounds on what is decoded at all: 50 megapixels, 20,000 a side (reliability SEC-50).
[[nodiscard]] bool withinPictureLimits(QSize size);
/// "jpeg", "png" or "webp" by the first 16 bytes; empty for anything else.
[[nodiscard]] QByteArray pictureFormat(const QByteArray &head);
/// The size of the picture in a file as it is shown, from its header alone; empty when it is no picture we decode. Blocks.
[[nodiscard]] QSize pictureSize(const QString &path);

/// Decodes off the GUI thread, newest wish first, and keeps the results up to `MaxBytes`. GUI thread.
class PictureLoader final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxBytes = 64 * 1024 * 1024;
    static constexpr int MaxWaiting = 24; ///< older wishes are for rows long scrolled away

    explicit PictureLoader(QObject *parent = nullptr);
    ~PictureLoader() override;

    enum class State { Loading, Ready, Failed };
    /// Null with State::Loading until `ready` tells; starts loading.
    [[nodiscard]] QPixmap picture(const PictureRequest &request, State *state);
    /// The file's own size, when it was decoded before; else empty.
    [[nodiscard]] QSize naturalSize(const QString &path) const { return m_sizes.value(path); }
    /// Reads the sizes of files off the GUI thread and calls `then` when naturalSize() knows them, or after `Patience` at the
    /// latest; at once when all are known.
    void measure(const QStringList &paths, std::function<void()> then);
    static constexpr int Patience = 40; ///< ms
    void learnSize(const QString &path, QSize natural) { m_sizes.insert(path, natural); } ///< from another decoder: a video's first frame
    void forget(); ///< after a change of scale

Q_SIGNALS:
    void ready(const QString &path);

private:
    struct Entry
    {
        QPixmap pixmap;
        bool failed = false;
        std::list<PictureRequest>::iterator use;
    };

    void startNext();
    void take(const PictureRequest &request, const Result<DecodedPicture> &result);

    QThreadPool m_pool;
    QHash<PictureRequest, Entry> m_entries;
    std::list<PictureRequest> m_order; ///< most recently used first
    QList<PictureRequest> m_waiting; ///< newest last
    QHash<QString, QSize> m_sizes;
    qint64 m_bytes = 0;
    int m_running = 0;
};

} // namespace Tandem
