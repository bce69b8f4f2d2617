#include "ui/media/plugin/frame_image.h"

#include <QTransform>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <algorithm>
#include <vector>

namespace Tandem {
namespace {

constexpr int MaxSide = 8192;

int clampByte(int value) { return std::clamp(value, 0, 255); }

/// BT.601 for small pictures and BT.709 for large ones, both of limited range: what phones write.
QRgb toRgb(int y, int u, int v, bool hd)
{
    const int c = 298 * (y - 16) + 128;
    const int d = u - 128;
    const int e = v - 128;
    const int red = hd ? c + 459 * e : c + 409 * e;
    const int green = hd ? c - 55 * d - 136 * e : c - 100 * d - 208 * e;
    const int blue = hd ? c + 541 * d : c + 516 * d;
    return qRgb(clampByte(red >> 8), clampByte(green >> 8), clampByte(blue >> 8));
}

struct Plane
{
    const uchar *bits = nullptr;
    int stride = 0;
    int step = 1; ///< bytes from one sample to the next
    [[nodiscard]] int at(int x, int y) const { return bits[y * stride + x * step]; }
};

struct Planes
{
    Plane y, u, v;
};

bool planesOf(QVideoFrame &frame, Planes &planes)
{
    const auto plane = [&](int index, int offset, int step) { return Plane{frame.bits(index) + offset, frame.bytesPerLine(index), step}; };
    switch (frame.pixelFormat()) {
    case QVideoFrameFormat::Format_YUV420P: planes = {plane(0, 0, 1), plane(1, 0, 1), plane(2, 0, 1)}; return true;
    case QVideoFrameFormat::Format_YV12: planes = {plane(0, 0, 1), plane(2, 0, 1), plane(1, 0, 1)}; return true;
    case QVideoFrameFormat::Format_NV12: planes = {plane(0, 0, 1), plane(1, 0, 2), plane(1, 1, 2)}; return true;
    case QVideoFrameFormat::Format_NV21: planes = {plane(0, 0, 1), plane(1, 1, 2), plane(1, 0, 2)}; return true;
    default: return false;
    }
}

QImage convert(const Planes &planes, QSize size, QSize target)
{
    QImage image(target, QImage::Format_RGB32);
    const bool hd = size.height() >= 720;
    std::vector<int> column(size_t(target.width()));
    for (int x = 0; x < target.width(); ++x) column[size_t(x)] = std::min(size.width() - 1, (2 * x + 1) * size.width() / (2 * target.width()));
    for (int y = 0; y < target.height(); ++y) {
        const int from = std::min(size.height() - 1, (2 * y + 1) * size.height() / (2 * target.height()));
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < target.width(); ++x) {
            const int column0 = column[size_t(x)];
            line[x] = toRgb(planes.y.at(column0, from), planes.u.at(column0 / 2, from / 2), planes.v.at(column0 / 2, from / 2), hd);
        }
    }
    return image;
}

} // namespace

QImage frameImage(const QVideoFrame &source, QSize room)
{
    QVideoFrame frame(source);
    const auto size = frame.size();
    if (size.isEmpty() || size.width() > MaxSide || size.height() > MaxSide || room.isEmpty()) return {};
    const auto angle = int(frame.rotationAngle());
    const bool turned = angle == 90 || angle == 270;
    const auto target = size.scaled(turned ? room.transposed() : room, Qt::KeepAspectRatio).boundedTo(size).expandedTo({1, 1});
    if (!frame.map(QVideoFrame::ReadOnly)) return {};
    Planes planes;
    const bool usual = planesOf(frame, planes) && planes.y.bits && planes.u.bits && planes.v.bits;
    QImage image = usual ? convert(planes, size, target) : QImage();
    frame.unmap();
    if (!usual) image = frame.toImage().scaled(target, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (angle != 0 && usual && !image.isNull()) image = image.transformed(QTransform().rotate(angle));
    return image;
}

} // namespace Tandem
