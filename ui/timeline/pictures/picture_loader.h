#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSize>
#include <QThreadPool>

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
    friend bool operator==(const PictureRequest &, const PictureRequest &) = default;
    friend size_t qHash(const PictureRequest &r, size_t seed = 0)
    {
        return qHashMulti(seed, r.path, r.box.width(), r.box.height(), int(r.ratio * 100), r.contain, r.bare);
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
