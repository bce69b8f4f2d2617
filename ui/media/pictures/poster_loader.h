#pragma once

#include "core/base/result.h"
#include "ui/media/playback/media_plugin.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>

namespace Tandem {

/// First frames of videos that are in view, one at a time, without sound. GUI thread; the decoding has threads of its own.
class PosterLoader final : public QObject
{
    Q_OBJECT
public:
    using Load = std::function<Result<MediaPlugin *>()>;
    static constexpr int MaxKept = 60;
    static constexpr int LongestSide = 640; ///< pixels

    struct Poster
    {
        QImage frame; ///< null: none could be had
        QSize natural;
        qint64 milliseconds = 0;
    };

    explicit PosterLoader(Load load, QObject *parent = nullptr);
    ~PosterLoader() override;

    /// Null until `ready` tells.
    [[nodiscard]] const Poster *poster(const QString &path);

Q_SIGNALS:
    void ready(const QString &path);

private:
    void next();
    void settle();

    Load m_load;
    QHash<QString, Poster> m_known;
    QStringList m_order; ///< oldest first
    QStringList m_waiting; ///< newest last
    QString m_path; ///< being decoded
    Poster m_making;
    std::unique_ptr<MoviePlayer> m_movie;
    QTimer m_patience;
};

} // namespace Tandem
