#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace Tandem {

/// Small square pictures of media files, decoded on threads of its own. Files come from outside: only jpeg, png and
/// webp are opened, and only up to a size at which decoding cannot hurt. GUI thread.
class ThumbnailLoader final : public QObject
{
    Q_OBJECT
public:
    explicit ThumbnailLoader(QObject *parent = nullptr);
    ~ThumbnailLoader() override;

    /// The picture when it is here already; else a null image, and ready() follows unless the file cannot be shown.
    [[nodiscard]] QImage get(const QString &path, int devicePixels);
    void forgetWaiting(); ///< another conversation: what is not begun need not begin

    /// The decoding itself; null when the file is no picture we open. Any thread.
    [[nodiscard]] static QImage decode(const QString &path, int devicePixels);

Q_SIGNALS:
    void ready(const QString &path);

private:
    QThreadPool m_pool;
    QCache<QString, QImage> m_cache;
    QSet<QString> m_asked;
};

} // namespace Tandem
