#include "core/store/media/media_prune.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace Tandem {
namespace {

constexpr qint64 hour = 3600;
constexpr qint64 week = 7 * 24 * hour;
constexpr size_t askedAtOnce = 200;
constexpr qsizetype hashLength = 64;

struct Copy
{
    QString path;
    QString hash; ///< empty: a download that never ended
    qint64 bytes = 0;
    qint64 used = 0; ///< seconds since the epoch
};

std::vector<Copy> copiesIn(const QString &folder)
{
    std::vector<Copy> all;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const auto file = files.fileInfo();
        const auto used = std::max(file.lastModified(), file.lastRead()).toSecsSinceEpoch();
        all.push_back({file.filePath(), file.fileName().size() == hashLength ? file.fileName() : QString(), file.size(), used});
    }
    std::sort(all.begin(), all.end(), [](const Copy &a, const Copy &b) { return a.used < b.used; });
    return all;
}

} // namespace

Result<qint64> pruneMedia(const QString &folder, qint64 limit, const std::function<Result<QSet<QString>>(const QStringList &hashes)> &onServer)
{
    const auto all = copiesIn(folder);
    const auto now = QDateTime::currentSecsSinceEpoch();
    qint64 total = 0, freed = 0;
    for (const auto &copy : all) total += copy.bytes;
    if (total <= limit) return 0;
    for (size_t from = 0; from < all.size(); from += askedAtOnce) {
        const auto to = std::min(all.size(), from + askedAtOnce);
        QStringList hashes;
        for (auto i = from; i < to; ++i) hashes.append(all[i].hash);
        const auto known = onServer(hashes);
        if (!known) return failure(known.error());
        for (auto i = from; i < to; ++i) {
            const auto &copy = all[i];
            if (total - freed <= limit / 10 * 9 || now - copy.used < hour) return freed;
            if (!known->contains(copy.hash) && now - copy.used < week) continue;
            if (QFile::remove(copy.path)) freed += copy.bytes;
        }
    }
    return freed;
}

} // namespace Tandem
