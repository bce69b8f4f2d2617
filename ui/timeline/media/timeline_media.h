#pragma once

#include "ui/timeline/bubbles/paint/bubble_painter.h"
#include "ui/ui_context.h"

#include <QHash>
#include <QObject>

namespace Tandem {

class AnimationPlayer;
class MediaFiles;
class PictureLoader;
class Playback;
class PosterLoader;
class WaveformLoader;

/// Everything in the timeline that is seen or heard besides text: what of it is here, how far it is on its way, and what
/// plays. Knows messages and layouts, no rows. GUI thread.
class TimelineMedia final : public QObject
{
    Q_OBJECT
public:
    explicit TimelineMedia(UiContext &context, QObject *parent = nullptr);
    ~TimelineMedia() override;

    [[nodiscard]] PictureLoader &pictures() const { return *m_pictures; }
    [[nodiscard]] Playback &playback() const { return *m_playback; }
    [[nodiscard]] MediaFiles &files() const { return *m_files; }

    /// The sizes of these messages' pictures, before they are laid out.
    void measure(const QList<Message> &page, std::function<void()> then);
    /// What the painter needs for this layout; `messages` are its message, or its album's.
    void fill(BubbleState &state, const BubbleLayout &layout, const std::vector<const Message *> &messages, qreal ratio);
    void painted(); ///< after a frame: what was not in it stops moving
    void left(); ///< another conversation: silence
    void forget(); ///< after a change of theme or scale

    void toggle(const Message &message, const BubbleLayout &layout, qreal ratio); ///< play, pause
    void seek(const Message &message, qreal fraction);
    void setUpload(OutboxId id, qint64 sent, qint64 total);
    void setDownload(MessageId id, qint64 got, qint64 total);

Q_SIGNALS:
    void changed();
    void ended(Tandem::MessageId id);
    void problem(const QString &text);

private:
    [[nodiscard]] double transferOf(const Message &message) const;
    void fillPicture(BubbleState::Picture &out, const BubbleLayout::PicturePart &part, const Message &message, qreal ratio);
    void fillVideo(BubbleState::Picture &out, const Message &message);
    void fillSound(BubbleState::Sound &out, const Message &message);

    PictureLoader *m_pictures;
    AnimationPlayer *m_animations;
    PosterLoader *m_posters;
    WaveformLoader *m_waves;
    Playback *m_playback;
    MediaFiles *m_files;
    QHash<OutboxId, double> m_uploads;
    QHash<MessageId, double> m_downloads;
};

} // namespace Tandem
