#include "ui/composer/attach/attachment_rules.h"

#include "core/coexistence/media_limits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem::AttachmentRules {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::AttachmentRules)
};

/// A sticker is a square of 512 pixels; any other webp is a picture that phones would show as a strange sticker.
bool looksLikeSticker(const FileLook &look)
{
    return look.mime == "image/webp"_L1 && look.picture == QSize(512, 512) && MediaLimits::check(u"sticker"_s, look.mime, look.size, look.animated).allowed;
}

/// Phones play H.264 only; H.265 and newer ones arrive as a black box.
bool unplayable(const FileLook &look)
{
    return !look.videoCodec.isEmpty() && !look.videoCodec.startsWith("avc"_L1) && look.videoCodec != "s263"_L1 && look.videoCodec != "mp4v"_L1;
}

QList<AttachmentFix> fixesOf(const MediaLimits::Verdict &verdict)
{
    QList<AttachmentFix> fixes;
    for (const auto fix : verdict.fixes) fixes.append(fix == MediaLimits::Fix::ReencodeImage ? AttachmentFix::Reencode : AttachmentFix::AsDocument);
    return fixes;
}

} // namespace

AttachmentVerdict judge(const FileLook &look, const QString &wanted)
{
    AttachmentVerdict verdict;
    verdict.type = !wanted.isEmpty() ? wanted : looksLikeSticker(look) ? u"sticker"_s : MediaLimits::messageType(look.mime);
    if (look.size <= 0) {
        verdict.problem = Words::tr("This file is empty.");
        return verdict;
    }
    const auto limits = MediaLimits::check(verdict.type, look.mime, look.size, look.animated);
    if (!limits.allowed) {
        verdict.problem = limits.text;
        verdict.fixes = fixesOf(limits);
    } else if (verdict.type == "video"_L1 && unplayable(look)) {
        verdict.problem = Words::tr("Many phones can't play this video: it is not H.264.");
        verdict.fixes = {AttachmentFix::AsDocument};
    }
    return verdict;
}

qint64 mostBytes(const QString &type) { return MediaLimits::maxBytes(type); }

QString fixName(AttachmentFix fix)
{
    return fix == AttachmentFix::Reencode ? Words::tr("Make it fit") : Words::tr("Send as a document");
}

} // namespace Tandem::AttachmentRules
