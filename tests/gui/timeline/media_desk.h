#pragma once

#include "core/store/store.h"
#include "tests/gui/shop.h"
#include "tests/gui/timeline/every_type.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPainter>
#include <QTest>

namespace Tandem::Test {

inline const QString mediaCustomer = QStringLiteral("8613812345678");

inline QByteArray sampleFile(const QString &name)
{
    QFile file(qEnvironmentVariable("TANDEM_DATA") + QStringLiteral("/media/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray photoFile(const QSize &size, int hue)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor::fromHsv(hue, 110, 245));
    sky.setColorAt(1, QColor::fromHsv((hue + 60) % 360, 160, 150));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 180) % 360, 90, 255));
    painter.drawEllipse(QPointF(size.width() * 0.6, size.height() * 0.4), size.width() / 7.0, size.width() / 7.0);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpg", 88);
    return bytes;
}

/// A view over a shop whose media are here: an answer to each message's file by its type and name.
class MediaDesk
{
public:
    explicit MediaDesk(Shop &s) : shop(s), view(*s.context)
    {
        view.resize(760, 860);
        view.show();
        view.activateWindow();
    }
    void arrive(const Message &message, const QByteArray &bytes)
    {
        const auto sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile file(shop.workspace->media().pathFor(sha));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(waitFor(shop.workspace->media().available(message.id, sha, bytes.size(), message.media.ref.mime)).has_value());
    }
    /// A file as its type and name promise.
    void arriveOne(const Message &message, int hue = 67)
    {
        const auto mime = message.media.ref.mime;
        if (message.type == QLatin1StringView("video")) {
            arrive(message, sampleFile(QStringLiteral("video1.mp4")));
        } else if (message.type == QLatin1StringView("audio")) {
            arrive(message, mime.contains(QLatin1StringView("ogg")) ? sampleFile(QStringLiteral("voice1.ogg")) : QByteArray("ID3 no sound"));
        } else if (message.type == QLatin1StringView("sticker")) {
            arrive(message, sampleFile(QStringLiteral("animated.webp")));
        } else if (mime.startsWith(QLatin1StringView("image/"))) {
            arrive(message, photoFile(hue % 3 == 0 ? QSize(900, 1200) : QSize(1600, 1000), hue % 360));
        } else {
            arrive(message, "%PDF-1.4 of " + message.wamid.toUtf8());
        }
    }
    void arriveAll()
    {
        int hue = 20;
        for (const auto &message : shop.newest(mediaCustomer, 200)) {
            if (message.media.state == MediaState::Pending) arriveOne(message, hue += 47);
        }
    }
    void open()
    {
        view.showConversation(shop.row(mediaCustomer));
        QVERIFY(QTest::qWaitFor([this] { return view.model().state() == TimelineModel::State::Ready && view.model().rowCount() > 0; }));
        QTest::qWait(150);
    }
    int rowOf(const QString &type) const
    {
        for (int row = 0; row < view.model().rowCount(); ++row) {
            if (view.model().message(row).type == type) return row;
        }
        return -1;
    }

    Shop &shop;
    TimelineView view;
};

inline QList<Message> everyTypePending()
{
    auto samples = everyType();
    for (auto &message : samples) {
        if (message.media.state == MediaState::Available) message.media.state = MediaState::Pending;
        if (message.type == QLatin1StringView("sticker")) message.media.ref.animated = true;
        if (message.direction == Direction::Out && message.type != QLatin1StringView("text")) message.origin = Origin::Phone;
    }
    return samples;
}

} // namespace Tandem::Test
