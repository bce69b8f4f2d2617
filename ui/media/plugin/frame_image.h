#pragma once

#include <QImage>
#include <QSize>

class QVideoFrame;

namespace Tandem {

/// A frame as an image that fits into `room`, turned as the video says. The usual 4:2:0 frames are converted here, only as
/// many pixels as are shown: Qt 6.4 would convert all of them and wants a GPU for it. Null for frames that cannot be read.
[[nodiscard]] QImage frameImage(const QVideoFrame &frame, QSize room);

} // namespace Tandem
