#include "ui/media/lightbox/lightbox.h"

#include "ui/format/message_content.h"
#include "ui/format/time_text.h"
#include "ui/format/whatsapp_text.h"
#include "ui/media/files/media_files.h"
#include "ui/media/lightbox/film_strip.h"
#include "ui/media/lightbox/seek_bar.h"
#include "ui/media/lightbox/stage.h"
#include "ui/media/pictures/picture_loader.h"
#include "ui/media/pictures/poster_loader.h"
#include "ui/media/playback/media_plugin_loader.h"
#include "ui/media/playback/playback.h"
#include "ui/media/worker.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/widgets.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int Bar = Theme::Grid * 14; ///< the row of buttons above
constexpr int Side = Theme::Grid * 14; ///< room for the arrows
constexpr qint64 LargestDragged = 20 * 1024 * 1024; ///< larger files are saved, not copied for each look
constexpr int LongestSide = 3200; ///< pictures are decoded to this at most: sharp at high zoom, bounded in memory

} // namespace

Lightbox *Lightbox::open(Theme &theme, QWidget *window, const QList<Message> &media, MessageId at, Load load)
{
    QList<Message> shown;
    int index = -1;
    for (const auto &message : media) {
        if (!MediaFiles::mayPreview(message) || (message.type != "image"_L1 && message.type != "video"_L1 && message.type != "sticker"_L1)) continue;
        if (message.id == at) index = int(shown.size());
        shown.append(message);
    }
    if (index < 0) return nullptr;
    if (!load) load = [] { return MediaPluginLoader::load(); };
    auto *box = new Lightbox(theme, window, shown, std::move(load));
    box->show(index);
    return box;
}

Lightbox::Lightbox(Theme &theme, QWidget *window, const QList<Message> &media, Load load)
    : QWidget(window), m_theme(theme), m_items(media), m_pictures(new PictureLoader(this)), m_posters(new PosterLoader(load, this)),
      m_playback(new Playback(load, this)), m_files(new MediaFiles(this)), m_stage(new Stage(theme, this)),
      m_strip(new FilmStrip(theme, *m_pictures, *m_posters, this)), m_seek(new SeekBar(theme, this)),
      m_title(new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::RailText, this)),
      m_caption(new ThemedLabel(theme, Theme::Text::Body, Theme::Color::RailText, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(u"lightbox"_s);
    setAccessibleName(tr("Pictures and videos of this conversation"));
    build();
    setGeometry(window->rect());
    window->installEventFilter(this);
    m_strip->setItems(m_items);
    QWidget::show();
    raise();
    setFocus();
}

IconButton *Lightbox::button(const QString &icon, const QString &help)
{
    auto *made = new IconButton(m_theme, icon, this);
    made->setTone(Theme::Color::RailText);
    made->setHelp(help);
    made->setKeepFocusAway(true); // the keys stay with the picture
    made->resize(made->sizeHint());
    return made;
}

void Lightbox::build()
{
    m_find = button(u"chat"_s, tr("Go to the message (G)"));
    m_copy = button(u"copy"_s, tr("Copy (Ctrl+C)"));
    m_save = button(u"download"_s, tr("Save a copy (Ctrl+S)"));
    m_close = button(u"close"_s, tr("Close (Esc)"));
    m_previous = button(u"chevron-left"_s, tr("Previous (Left)"));
    m_next = button(u"chevron-right"_s, tr("Next (Right)"));
    m_caption->setWordWrap(true);
    m_caption->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    const auto current = [this] { return m_items.at(m_index); };
    connect(m_save, &QAbstractButton::clicked, this, [this, current] { m_files->saveAs(this, current()); });
    connect(m_copy, &QAbstractButton::clicked, this, [this, current] { m_files->copy(current()); });
    connect(m_find, &QAbstractButton::clicked, this, [this, current] {
        Q_EMIT goToMessage(current().id);
        close();
    });
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_previous, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_strip, &FilmStrip::chosen, this, [this](int index) { show(index); });
    connect(m_stage, &Stage::clickedBeside, this, &QWidget::close);
    connect(m_stage, &Stage::clicked, this, &Lightbox::pressed);
    connect(m_stage, &Stage::dragWanted, this, [this, current] { m_files->drag(this, current(), {}); });
    connect(m_playback, &Playback::changed, this, &Lightbox::onPlayback);
    connect(m_playback, &Playback::failed, this, [this](MessageId, const QString &why) { m_stage->clear(why); });
    connect(m_posters, &PosterLoader::ready, this, [this](const QString &path) {
        const auto &message = m_items.at(m_index);
        if (path == message.media.path && m_playback->state(message.id) == Playback::State::Stopped) showVideo(message);
    });
    connect(m_seek, &SeekBar::seekRequested, this, [this, current](qreal fraction) {
        m_playback->seek({current().id, current().media.path, m_stage->size() * devicePixelRatioF()}, fraction);
    });
    connect(m_files, &MediaFiles::problem, this, &Lightbox::problem);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

MessageId Lightbox::current() const { return m_items.at(m_index).id; }

void Lightbox::step(int by)
{
    const int to = std::clamp(m_index + by, 0, int(m_items.size()) - 1);
    if (to != m_index) show(to);
}

void Lightbox::show(int index)
{
    m_playback->stop();
    m_index = index;
    ++m_generation;
    const auto &message = m_items.at(index);
    const auto who = message.direction == Direction::In ? tr("From the customer") : originName(message);
    m_title->setText(tr("%1 · %2 · %3 of %4").arg(who, Format::dateAndTime(message.timestamp)).arg(index + 1).arg(m_items.size()));
    m_caption->setText(formatWhatsAppText(message.text, 600).text);
    m_caption->setVisible(!message.text.isEmpty());
    m_previous->setVisible(index > 0);
    m_next->setVisible(index + 1 < m_items.size());
    m_strip->setCurrent(index);
    const bool video = message.type == "video"_L1;
    m_seek->setVisible(video);
    m_seek->set(0, 0);
    if (message.media.size < LargestDragged) m_files->prepareDrag(message);
    place();
    if (video) {
        showVideo(message);
    } else {
        showPicture(message);
    }
    setAccessibleDescription(m_title->text());
}

void Lightbox::showPicture(const Message &message)
{
    m_stage->setPlayMark(false);
    m_stage->clear(tr("Loading…"));
    const QSize limit(LongestSide, LongestSide);
    onWorker(this, [path = message.media.path, limit] { return decodePicture({path, limit, 1, true, true}); },
        [this, generation = m_generation](const Result<DecodedPicture> &picture) {
            if (generation != m_generation) return;
            if (picture) {
                m_stage->setPicture(QPixmap::fromImage(picture->image));
            } else {
                m_stage->clear(tr("This picture cannot be shown."));
            }
        });
}

void Lightbox::showVideo(const Message &message)
{
    const auto *poster = m_posters->poster(message.media.path);
    if (poster && !poster->frame.isNull()) {
        auto picture = QPixmap::fromImage(poster->frame);
        // The poster is small; shown as large as the video will be, so that pressing play moves nothing.
        const auto room = m_stage->size().boundedTo(poster->natural.expandedTo({1, 1}));
        picture = picture.scaled(poster->natural.scaled(room, Qt::KeepAspectRatio).boundedTo(poster->natural), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        m_stage->setPicture(picture);
        m_seek->set(0, poster->milliseconds);
    } else {
        m_stage->clear(poster ? tr("This video cannot be shown here. Save a copy and open it with another program.") : QString());
    }
    m_stage->setPlayMark(!poster || !poster->frame.isNull());
}

void Lightbox::onPlayback(MessageId id)
{
    if (m_index < 0 || id != current()) return;
    const auto state = m_playback->state(id);
    m_stage->setPlayMark(state == Playback::State::Stopped || state == Playback::State::Paused);
    if (state == Playback::State::Stopped) return;
    m_seek->set(m_playback->position(id), m_playback->length(id));
    if (const auto frame = m_playback->frame(id); !frame.isNull()) m_stage->setPicture(QPixmap::fromImage(frame), true);
}

void Lightbox::pressed()
{
    const auto &message = m_items.at(m_index);
    if (message.type == "video"_L1) m_playback->toggle({message.id, message.media.path, m_stage->size() * devicePixelRatioF()});
}

bool Lightbox::mediaKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        m_copy->click();
    } else if (event->matches(QKeySequence::Save)) {
        m_save->click();
    } else if (event->key() == Qt::Key_Space) {
        if (m_items.at(m_index).type == "video"_L1) {
            pressed();
        } else {
            close();
        }
    } else {
        return false;
    }
    return true;
}

void Lightbox::keyPressEvent(QKeyEvent *event)
{
    if (mediaKey(event)) return;
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Escape: close(); break;
    case Qt::Key_Left: step(-forward); break;
    case Qt::Key_Right: step(forward); break;
    case Qt::Key_Home: show(0); break;
    case Qt::Key_End: show(int(m_items.size()) - 1); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_stage->zoomMiddle(1.25); break;
    case Qt::Key_Minus: m_stage->zoomMiddle(0.8); break;
    case Qt::Key_0: m_stage->fit(); break;
    case Qt::Key_G: m_find->click(); break;
    default: break; // nothing below the picture may be reached by keys
    }
}

void Lightbox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    auto scrim = m_theme.color(Theme::Color::Rail);
    scrim.setAlphaF(0.96f);
    painter.fillRect(rect(), scrim);
}

void Lightbox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Lightbox::place()
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int gap = Theme::Grid * 2;
    int x = width() - gap;
    for (auto *tool : {m_close, m_save, m_copy, m_find}) {
        x -= tool->width();
        tool->move(mirrored ? width() - x - tool->width() : x, (Bar - tool->height()) / 2);
        x -= Theme::Grid;
    }
    m_title->setGeometry(mirrored ? width() - x : Theme::Grid * 6, 0, x - Theme::Grid * 6, Bar);
    int bottom = height();
    if (!m_strip->isHidden()) {
        bottom -= m_strip->height() + gap;
        m_strip->setGeometry(0, bottom, width(), m_strip->height());
    }
    if (!m_seek->isHidden()) {
        bottom -= m_seek->height();
        const int wide = std::min(width() - 2 * Side, Theme::Grid * 180);
        m_seek->setGeometry((width() - wide) / 2, bottom, wide, m_seek->height());
    }
    if (!m_caption->isHidden()) {
        const int wide = std::min(width() - 2 * Side, Theme::Grid * 180);
        const int high = std::min(m_caption->heightForWidth(wide), Theme::Grid * 24) + gap;
        bottom -= high;
        m_caption->setGeometry((width() - wide) / 2, bottom, wide, high);
    }
    m_stage->setGeometry(Side, Bar, width() - 2 * Side, std::max(0, bottom - Bar - gap));
    const int middle = m_stage->geometry().center().y();
    m_previous->move(mirrored ? width() - gap - m_previous->width() : gap, middle - m_previous->height() / 2);
    m_next->move(mirrored ? gap : width() - gap - m_next->width(), middle - m_next->height() / 2);
}

bool Lightbox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace Tandem
