#pragma once

#include "core/base/id.h"
#include "core/voice/voice_recorder.h"
#include "ui/composer/voice/voice_parts.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace Tandem {

class IconButton;
class LevelMeter;
class MediaStore;
class Theme;
class ThemedLabel;
struct OutboxMedia;

/// Recording a voice note, in the place of the text field: level meter and time, pause and go on, listen, discard, send.
/// Space pauses, Enter sends, Escape discards. A recording belongs to the conversation it was begun in. GUI thread.
class VoiceBar final : public QWidget
{
    Q_OBJECT
public:
    VoiceBar(Theme &theme, MediaStore &media, QWidget *parent = nullptr);
    ~VoiceBar() override;

    void setParts(VoiceParts parts) { m_parts = std::move(parts); }
    [[nodiscard]] bool canRecord() const { return bool(m_parts.microphone); }
    void start(ConversationId conversation);
    void pause();
    void discard();
    [[nodiscard]] bool isActive() const; ///< there is a recording, running or paused
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }

Q_SIGNALS:
    void activeChanged();
    void recorded(Tandem::ConversationId conversation, const Tandem::OutboxMedia &media); ///< to be sent
    void problem(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void toggle();
    void listen();
    void stopListening();
    void keep(const QString &path, qint64 bytes);

    Theme &m_theme;
    MediaStore &m_media;
    VoiceParts m_parts;
    std::unique_ptr<VoiceRecorder> m_recorder;
    std::unique_ptr<VoicePlayer> m_player;
    LevelMeter *m_meter;
    ThemedLabel *m_time;
    ThemedLabel *m_note;
    IconButton *m_discard;
    IconButton *m_pause;
    IconButton *m_listen;
    QPushButton *m_send;
    ConversationId m_conversation;
    QTimer m_tick;
    qint64 m_listenedMs = -1; ///< negative: not playing
};

} // namespace Tandem
