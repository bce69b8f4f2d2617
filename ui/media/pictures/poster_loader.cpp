#include "ui/media/pictures/poster_loader.h"

#include <chrono>

using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int MaxWaiting = 12; ///< older wishes are for rows long scrolled away

} // namespace

PosterLoader::PosterLoader(Load load, QObject *parent) : QObject(parent), m_load(std::move(load))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(4s);
    connect(&m_patience, &QTimer::timeout, this, &PosterLoader::settle);
}

PosterLoader::~PosterLoader() = default;

const PosterLoader::Poster *PosterLoader::poster(const QString &path)
{
    if (const auto known = m_known.constFind(path); known != m_known.cend()) return &*known;
    if (path == m_path) return nullptr;
    m_waiting.removeAll(path);
    m_waiting.append(path);
    if (m_waiting.size() > MaxWaiting) m_waiting.removeFirst();
    // Not from within a paint event: the first one loads the decoders.
    if (m_path.isEmpty()) QTimer::singleShot(0, this, &PosterLoader::next);
    return nullptr;
}

void PosterLoader::next()
{
    if (!m_path.isEmpty() || m_waiting.isEmpty()) return;
    m_path = m_waiting.takeLast();
    m_making = {};
    const auto plugin = m_load();
    if (!plugin) return settle();
    m_movie = (*plugin)->createMovie();
    MovieEvents events;
    events.lengthKnown = [this](qint64 length) { m_making.milliseconds = length; };
    events.sizeKnown = [this](QSize size) { m_making.natural = size; };
    events.frame = [this](const QImage &frame) {
        if (!m_making.frame.isNull()) return;
        m_making.frame = frame;
        QTimer::singleShot(0, this, &PosterLoader::settle); // not from within the player's own call
    };
    events.ended = [this] { QTimer::singleShot(0, this, &PosterLoader::settle); };
    events.failed = [this](const QString &) { QTimer::singleShot(0, this, &PosterLoader::settle); };
    m_movie->setEvents(std::move(events));
    m_patience.start();
    m_movie->open(m_path, {LongestSide, LongestSide}, true);
    m_movie->play();
}

void PosterLoader::settle()
{
    if (m_path.isEmpty()) return;
    m_patience.stop();
    m_movie.reset();
    const auto path = std::exchange(m_path, QString());
    m_known.insert(path, m_making);
    m_order.append(path);
    if (m_order.size() > MaxKept) m_known.remove(m_order.takeFirst());
    Q_EMIT ready(path);
    next();
}

} // namespace Tandem
