#pragma once

#include "ui/composer/attach/file_look.h"

#include <QList>

namespace Tandem {

/// What can be done about a file that can't go as it is.
enum class AttachmentFix { Reencode, AsDocument };

struct AttachmentVerdict
{
    QString type; ///< the message it becomes: image, video, audio, document, sticker
    QString problem; ///< translated; empty when it may go
    QList<AttachmentFix> fixes; ///< best first
};

/// WhatsApp's limits (core/coexistence/media_limits) as the composer asks them, with the way out. Pure.
namespace AttachmentRules {

/// `wanted`: the type that a person or a draft chose; empty: what suits the file.
[[nodiscard]] AttachmentVerdict judge(const FileLook &look, const QString &wanted = {});
[[nodiscard]] qint64 mostBytes(const QString &type);
[[nodiscard]] QString fixName(AttachmentFix fix); ///< words for a button

} // namespace AttachmentRules
} // namespace Tandem
