#pragma once

#include "core/providers/meta/request_builder.h"
#include "tests/gui/shop.h"
#include "ui/composer/composer.h"
#include "ui/composer/input/reply_input.h"

#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QTest>

namespace Tandem::Testing {

inline const QString liWei = QStringLiteral("8613812345678");
inline const QString noor = QStringLiteral("971501234567");

/// JSON written with single quotes: moc loses its way in raw strings.
inline QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }

/// A composer in a window of its own, with one conversation open.
struct ComposerDesk
{
    explicit ComposerDesk(Test::Shop &s, const QString &phone = liWei, QSize size = {820, 220})
        : shop(s), composer(*s.context), input(composer.findChild<ReplyInput *>())
    {
        composer.resize(size);
        composer.setConversation(shop.row(phone));
        composer.show();
        composer.activateWindow();
        (void)QTest::qWaitForWindowActive(&composer);
        composer.focusInput();
        QTest::qWait(30);
    }
    template<typename T = QWidget>
    [[nodiscard]] T *part(const char *name) const { return composer.findChild<T *>(QString::fromLatin1(name)); }
    [[nodiscard]] QString error() const
    {
        const auto *label = part<QLabel>("composer.error");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QList<OutboxItem> queued()
    {
        return waitFor(shop.workspace->outbox().queued(shop_(), 50)).value_or(QList<OutboxItem>());
    }
    /// What would go to the platform, byte for byte, once the file of the row has this id there.
    [[nodiscard]] static QJsonObject request(const OutboxItem &item, const QString &mediaId = QStringLiteral("4490709327384033"))
    {
        const auto content = Meta::withMedia(item.type, item.content, item.media, mediaId);
        if (!content) return {{QStringLiteral("error"), content.error().text}};
        SendRequest send;
        send.phoneNumberId = item.phoneNumberId;
        send.toPhone = item.toPhone;
        send.toBsuid = item.toBsuid;
        send.type = item.type;
        send.content = *content;
        send.replyToWamid = item.replyToWamid;
        const auto body = Meta::messageBody(send);
        return body ? *body : QJsonObject{{QStringLiteral("error"), body.error().text}};
    }
    [[nodiscard]] static QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
    /// The documented envelope around `type` and its object.
    [[nodiscard]] static QJsonObject expected(const QString &type, const QByteArray &content)
    {
        return {{QStringLiteral("messaging_product"), QStringLiteral("whatsapp")}, {QStringLiteral("recipient_type"), QStringLiteral("individual")},
            {QStringLiteral("to"), QStringLiteral("+") + liWei}, {QStringLiteral("type"), type}, {type, json(content)}};
    }

    static QString shop_() { return Testing::shop.phoneNumberId; }

    Test::Shop &shop;
    Composer composer;
    ReplyInput *input;
};

/// A colourful picture, so that pictures of pictures show something.
inline QImage samplePicture(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, size.height());
    sky.setColorAt(0, QColor(88, 140, 190));
    sky.setColorAt(0.55, QColor(240, 200, 160));
    sky.setColorAt(0.56, QColor(60, 110, 90));
    sky.setColorAt(1, QColor(30, 60, 50));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(255, 240, 200));
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(size.width() * 0.7, size.height() * 0.35), size.height() * 0.12, size.height() * 0.12);
    return image;
}

/// Every pixel its own: does not compress.
inline QImage noisyPicture(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) line[x] = (state = state * 1664525U + 1013904223U) | 0xff000000U;
    }
    return image;
}

} // namespace Tandem::Testing
