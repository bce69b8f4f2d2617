#pragma once

#include "core/domain/message.h"
#include "ui/media/playback/media_plugin.h"
#include "core/base/result.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QLabel;

namespace Tandem {

class ElidedLabel;
class FilmStrip;
class IconButton;
class MediaFiles;
class PictureLoader;
class Playback;
class PosterLoader;
class SeekBar;
class Stage;
class Theme;
class ThemedLabel;

/// The pictures and videos of a conversation over the whole window, one at a time: zoom to 5× (wheel, + and −), pan, ←
/// and →, play and seek, save, copy, drag out. Esc or a click beside closes it. GUI thread.
class Lightbox final : public QWidget
{
    Q_OBJECT
public:
    using Load = std::function<Result<MediaPlugin *>()>;

    /// Shows `at` out of `media` (oldest first; what cannot be shown is left out). Deletes itself when closed. `load` gives
    /// the player for videos; the default one loads the plug-in.
    static Lightbox *open(Theme &theme, QWidget *window, const QList<Message> &media, MessageId at, Load load = {});

    [[nodiscard]] MessageId current() const;
    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] Stage &stage() const { return *m_stage; }
    void step(int by);

Q_SIGNALS:
    void problem(const QString &text);
    void goToMessage(Tandem::MessageId id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Lightbox(Theme &theme, QWidget *window, const QList<Message> &media, Load load);
    void build();
    void show(int index);
    void showPicture(const Message &message);
    void showVideo(const Message &message);
    void onPlayback(MessageId id);
    void pressed();
    [[nodiscard]] bool mediaKey(QKeyEvent *event);
    void place();
    [[nodiscard]] IconButton *button(const QString &icon, const QString &help);

    Theme &m_theme;
    QList<Message> m_items;
    PictureLoader *m_pictures;
    PosterLoader *m_posters;
    Playback *m_playback;
    MediaFiles *m_files;
    Stage *m_stage;
    FilmStrip *m_strip;
    SeekBar *m_seek;
    ThemedLabel *m_title;
    ThemedLabel *m_caption;
    IconButton *m_save;
    IconButton *m_copy;
    IconButton *m_find;
    IconButton *m_close;
    IconButton *m_previous;
    IconButton *m_next;
    int m_index = -1;
    quint64 m_generation = 0;
};

} // namespace Tandem
