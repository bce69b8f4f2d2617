#pragma once

#include "core/base/result.h"
#include "ui/media/pictures/picture_loader.h"

#include <QList>
#include <QSet>
#include <QTimer>

namespace Tandem {

/// The frames of a moving sticker, scaled to its box.
struct Animation
{
    QList<QImage> frames;
    QList<int> delays; ///< ms, one a frame
    [[nodiscard]] qint64 bytes() const { return frames.isEmpty() ? 0 : frames.size() * frames.first().sizeInBytes(); }
};

/// Decodes the frames of an animated WebP; blocks. At most 120 frames and 24 MB, what goes beyond is left out. Errors: Io,
/// Protocol (not such a file; one frame only).
[[nodiscard]] Result<Animation> decodeAnimation(const PictureRequest &request);

/// Plays stickers while they are in view; those out of view stop, and the least recently seen are let go. GUI thread.
class AnimationPlayer final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxBytes = 48 * 1024 * 1024;

    explicit AnimationPlayer(QObject *parent = nullptr);
    ~AnimationPlayer() override;

    /// The frame of this moment; null while it is not decoded or when it does not move. Asking keeps it playing until the
    /// next `sweep`.
    [[nodiscard]] QPixmap frame(const PictureRequest &request);
    void sweep(); ///< after painting: what was not asked for since the last sweep stops
    void setEnabled(bool enabled); ///< false: reduced motion, the first frame stands
    void forget();
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

Q_SIGNALS:
    void changed();

private:
    struct Entry
    {
        QList<QPixmap> frames;
        QList<int> delays;
        int at = 0;
        int left = 0; ///< ms of the current frame
        qint64 bytes = 0;
        qint64 used = 0;
        bool loading = true;
    };

    void take(const PictureRequest &request, const Result<Animation> &made);
    void tick();

    QThreadPool m_pool;
    QHash<PictureRequest, Entry> m_entries;
    QSet<PictureRequest> m_seen; ///< asked for since the last sweep
    QSet<PictureRequest> m_playing; ///< seen in the last paint
    QTimer m_timer;
    qint64 m_bytes = 0;
    qint64 m_clock = 0;
    bool m_enabled = true;
};

} // namespace Tandem
