#include "ui/composer/voice/voice_bar.h"

#include "core/domain/outbox.h"
#include "core/store/sending_stores.h"
#include "ui/composer/voice/level_meter.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QEvent>
#include <QKeyEvent>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

QString clockText(qint64 ms) { return u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1000 % 60, 2, 10, QChar(u'0')); }

/// From here on the file passes 512 KB and arrives as plain audio.
constexpr qint64 VoiceMs = VoiceRecorder::VoiceBytes * 8 * 1000 / 24'000;

} // namespace

VoiceBar::VoiceBar(Theme &theme, MediaStore &media, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_media(media), m_meter(new LevelMeter(theme, this)),
      m_time(new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, this)), m_note(new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this)),
      m_discard(new IconButton(theme, u"trash"_s, this)), m_pause(new IconButton(theme, u"pause"_s, this)),
      m_listen(new IconButton(theme, u"play"_s, this)), m_send(new QPushButton(this))
{
    setObjectName(u"composer.voice"_s);
    setFocusPolicy(Qt::StrongFocus);
    build();
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_listenedMs >= 0) m_listenedMs += 100;
        refresh();
    });
    retranslate();
    hide();
}

VoiceBar::~VoiceBar()
{
    if (m_player) m_player->stop();
}

void VoiceBar::build()
{
    m_send->setProperty("role", u"primary"_s);
    m_send->setObjectName(u"voice.send"_s);
    m_pause->setObjectName(u"voice.pause"_s);
    m_discard->setObjectName(u"voice.discard"_s);
    m_listen->setObjectName(u"voice.listen"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Theme::Grid * 2);
    row->addWidget(m_discard);
    row->addWidget(m_listen);
    row->addWidget(m_time);
    row->addWidget(m_meter, 1);
    row->addWidget(m_pause);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Grid);
    column->addLayout(row);
    column->addWidget(m_note);
    m_time->setMinimumWidth(m_time->fontMetrics().horizontalAdvance(u"00:00"_s));
    connect(m_discard, &QAbstractButton::clicked, this, &VoiceBar::discard);
    connect(m_pause, &QAbstractButton::clicked, this, &VoiceBar::toggle);
    connect(m_listen, &QAbstractButton::clicked, this, &VoiceBar::listen);
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_recorder) m_recorder->finish();
    });
}

void VoiceBar::retranslate()
{
    setAccessibleName(tr("Voice message"));
    m_send->setText(tr("Send"));
    m_discard->setHelp(tr("Discard the recording (Esc)"));
    refresh();
}

void VoiceBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

bool VoiceBar::isActive() const { return m_recorder && m_recorder->state() != VoiceRecorder::State::Idle; }

void VoiceBar::start(ConversationId conversation)
{
    if (isActive() || !m_parts.microphone) return;
    auto source = m_parts.microphone();
    if (!source) return;
    m_conversation = conversation;
    m_meter->clear();
    m_recorder = std::make_unique<VoiceRecorder>(std::move(source));
    connect(m_recorder.get(), &VoiceRecorder::level, m_meter, &LevelMeter::add);
    connect(m_recorder.get(), &VoiceRecorder::stateChanged, this, [this] {
        refresh();
        Q_EMIT activeChanged();
    });
    connect(m_recorder.get(), &VoiceRecorder::failed, this, &VoiceBar::problem);
    connect(m_recorder.get(), &VoiceRecorder::finished, this, [this](const QString &path, qint64 bytes) { keep(path, bytes); });
    m_recorder->start(m_media.temporaryPath());
    m_tick.start();
    refresh();
    setFocus();
}

void VoiceBar::pause()
{
    if (m_recorder) m_recorder->pause();
}

void VoiceBar::discard()
{
    stopListening();
    if (m_recorder) m_recorder->discard();
}

void VoiceBar::toggle()
{
    if (!m_recorder) return;
    stopListening();
    if (m_recorder->state() == VoiceRecorder::State::Recording) {
        m_recorder->pause();
    } else {
        m_recorder->resume();
    }
}

void VoiceBar::listen()
{
    if (m_listenedMs >= 0) return stopListening();
    if (!m_parts.player || !m_recorder || m_recorder->state() != VoiceRecorder::State::Paused) return;
    if (!m_player) m_player = m_parts.player();
    QString why;
    if (!m_player || !m_player->play(m_recorder->rawPath(), m_recorder->rate(), [this] { stopListening(); }, &why)) {
        Q_EMIT problem(why);
        return;
    }
    m_listenedMs = 0;
    refresh();
}

void VoiceBar::stopListening()
{
    if (m_listenedMs < 0) return;
    m_listenedMs = -1;
    m_player->stop();
    refresh();
}

void VoiceBar::keep(const QString &path, qint64 bytes)
{
    const auto conversation = m_conversation;
    onFinished(this, m_media.keep(path, true), [this, conversation, bytes](const Result<OutboxMedia> &kept) {
        if (!kept) {
            Q_EMIT problem(kept.error().text);
            return;
        }
        auto media = *kept;
        media.mime = u"audio/ogg"_s;
        media.filename = u"voice.ogg"_s;
        media.voice = bytes <= VoiceRecorder::VoiceBytes;
        Q_EMIT recorded(conversation, media);
    });
}

void VoiceBar::refresh()
{
    const bool active = isActive();
    if (!active) m_tick.stop();
    const bool recording = active && m_recorder->state() == VoiceRecorder::State::Recording;
    const auto length = m_recorder ? m_recorder->durationMs() : 0;
    m_time->setText(clockText(m_listenedMs >= 0 ? m_listenedMs : length));
    m_meter->setLive(recording);
    m_meter->setPlayed(m_listenedMs >= 0 && length > 0 ? qreal(m_listenedMs) / qreal(length) : -1);
    m_pause->setIconName(recording ? u"pause"_s : u"mic"_s);
    m_pause->setTone(recording ? Theme::Color::Error : Theme::Color::Accent);
    m_pause->setHelp(recording ? tr("Pause (Space)") : tr("Go on recording (Space)"));
    m_listen->setIconName(m_listenedMs >= 0 ? u"stop"_s : u"play"_s);
    m_listen->setHelp(m_listenedMs >= 0 ? tr("Stop") : tr("Listen (L)"));
    m_listen->setEnabled(active && !recording && m_parts.player);
    m_listen->setVisible(bool(m_parts.player));
    m_send->setEnabled(active && m_recorder->state() != VoiceRecorder::State::Finishing && length >= 500);
    m_note->setVisible(length > VoiceMs);
    m_note->setText(tr("Longer than a voice message may be: it will arrive as an audio file."));
}

void VoiceBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space: toggle(); break;
    case Qt::Key_L: listen(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_send->isEnabled() && !event->isAutoRepeat()) m_recorder->finish();
        break;
    case Qt::Key_Escape: discard(); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace Tandem
