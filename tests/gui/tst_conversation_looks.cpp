#include "tests/gui/shop.h"
#include "ui/composer/composer.h"
#include "ui/composer/emoji/emoji_popup.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QBuffer>
#include <QCalendarWidget>
#include <QCryptographicHash>
#include <QDir>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::SampleMessages;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;

/// A picture that shows at once whether it is cropped, squeezed or turned.
QByteArray picture(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, size.width(), size.height());
    sky.setColorAt(0, QColor::fromHsv(25, 120, 240));
    sky.setColorAt(1, QColor::fromHsv(200, 160, 150));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor::fromHsv(50, 60, 255));
    painter.drawEllipse(QPointF(size.width() / 2.0, size.height() / 2.0), size.height() / 5.0, size.height() / 5.0);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

/// The whole pane over a real workspace, as people see it. TANDEM_LOOKS=folder saves the pictures; QT_SCALE_FACTOR scales.
class TestConversationLooks : public QObject
{
    Q_OBJECT

private:
    static void putMedia(Shop &shop, const Message &message, const QByteArray &bytes, const QString &mime)
    {
        const auto sha = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile file(shop.workspace->media().pathFor(sha));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(waitFor(shop.workspace->media().available(message.id, sha, bytes.size(), mime)).has_value());
    }
    static void save(QWidget &window, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_LOOKS");
        const auto scale = qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s);
        const auto image = window.grab().toImage();
        QVERIFY(!image.isNull());
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(u"%1-x%2.png"_s.arg(name, scale))));
    }

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void looks()
    {
        QFETCH(bool, dark);
        Shop shop;
        shop.theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        shop.theme.apply();
        auto samples = SampleMessages::conversation();
        SampleMessages photos(QDateTime(QDate(2026, 11, 23), QTime(10, 2)));
        for (const auto &[mime, text] : {std::pair{u"image/jpeg"_s, u"It arrived like this, the box is open."_s}, {u"image/png"_s, QString()}}) {
            auto &photo = photos.in(text, u"image"_s);
            photo.wamid = u"wamid.photo"_s + mime;
            photo.media.state = MediaState::Pending;
            photo.media.ref.mime = mime;
            photo.media.ref.id = u"m"_s + mime;
        }
        shop.play(samples, liWei);
        shop.play(photos.all, liWei);
        auto oddities = SampleMessages::oddities();
        for (auto &message : oddities) {
            message.wamid = u"odd."_s + message.wamid;
            message.timestamp += std::chrono::minutes(40);
            if (message.media.state == MediaState::Available || message.media.state == MediaState::Pending) message.media.ref.id = message.wamid;
        }
        shop.play(oddities, liWei);
        for (const auto &message : shop.newest(liWei, 200)) {
            if (message.type == "image"_L1 && message.wamid.contains("photo"_L1)) {
                const bool jpeg = message.media.ref.mime == "image/jpeg"_L1;
                putMedia(shop, message, picture(jpeg ? QSize(1600, 1000) : QSize(700, 1500), jpeg ? "jpg" : "png"), message.media.ref.mime);
            }
        }

        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        auto *view = new TimelineView(*shop.context, &window);
        auto *composer = new Composer(*shop.context, &window);
        layout->addWidget(view, 1);
        layout->addWidget(composer);
        window.resize(780, 860);
        window.show();
        const auto row = shop.row(liWei);
        // With a failure that nobody has seen it would open there.
        QVERIFY(waitFor(shop.workspace->conversations().acknowledgeFailure(row.id, fromEpochSeconds(4'000'000'000))).value_or(false));
        view->showConversation(row);
        composer->setConversation(row);
        QTRY_VERIFY(view->model().state() == TimelineModel::State::Ready);
        QTest::qWait(400);
        QCOMPARE(view->model().rowCount(), int(samples.size() + photos.all.size() + oddities.size()));
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        for (int page = 0; page < 6; ++page) {
            view->verticalScrollBar()->setValue(page * 640);
            QTest::qWait(150);
            save(window, u"pane-%1-%2"_s.arg(name).arg(page));
        }
        composer->setReplyTo(shop.newest(liWei, 60).first());
        QTest::qWait(30);
        view->scrollToEnd();
        QTest::qWait(1600);
        save(window, u"pane-%1-quote"_s.arg(name));
        view->chooseDay();
        QTRY_VERIFY(view->findChild<QCalendarWidget *>());
        QTest::qWait(50);
        save(*view->findChild<QCalendarWidget *>(), u"calendar-%1"_s.arg(name));
        view->findChild<QCalendarWidget *>()->close();
        auto *emoji = new EmojiPopup(shop.theme, shop.settings, composer);
        emoji->popUp(QPoint(20, 800));
        save(*emoji, u"emoji-%1"_s.arg(name));
        emoji->close();
        shop.workspace.clock->advance(std::chrono::hours(30));
        composer->setConversation(row);
        QTest::qWait(50);
        save(window, u"pane-%1-closed"_s.arg(name));
        view->clear();
        composer->clear();
        QTest::qWait(50);
        save(window, u"pane-%1-none"_s.arg(name));
    }
};

int main(int argc, char **argv)
{
    Theme::prepareFonts(); // as the program does, or Chinese would not look as it does there
    QApplication application(argc, argv);
    TestConversationLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_conversation_looks.moc"
