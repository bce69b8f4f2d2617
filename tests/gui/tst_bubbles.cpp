#include "tests/gui/timeline/every_type.h"
#include "ui/timeline/bubbles/paint/bubble_painter.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTest>
#include <QTranslator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::everyType;
using Tandem::Test::SampleMessages;

/// Bubbles laid out and painted without a window. TANDEM_SHOTS=folder saves the pictures to look at.
class TestBubbles : public QObject
{
    Q_OBJECT

private:
    static BubbleInput inputOf(int width, bool editsShown = false, bool expanded = false)
    {
        BubbleInput input;
        input.width = width;
        input.editsShown = editsShown;
        input.textExpanded = expanded;
        input.customerName = u"Li Wei"_s;
        return input;
    }
    static QImage sheet(const QList<Message> &messages, const BubbleStyle &style, int width, BubbleInput input = {})
    {
        input.width = width;
        input.customerName = u"Li Wei 李伟"_s;
        std::vector<std::unique_ptr<BubbleLayout>> layouts;
        int height = 20;
        for (const auto &message : messages) {
            layouts.push_back(BubbleLayout::build(message, input, style));
            height += layouts.back()->height() + 10;
        }
        QImage image(QSize(width, height) * style.ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(style.ratio);
        image.fill(style.color(Theme::Color::Window));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        qreal y = 10;
        for (const auto &layout : layouts) {
            BubblePainter(painter, style).paint(*layout, {0, y}, stateFor(*layout));
            y += layout->height() + 10;
        }
        return image;
    }
    /// Pictures, posters and waveforms as if they were decoded, so that sheets show bubbles at their fullest.
    static BubbleState stateFor(const BubbleLayout &layout)
    {
        BubbleState state;
        for (const auto &part : layout.pictures()) {
            QImage picture(part.rect.size().toSize() * 2, QImage::Format_ARGB32_Premultiplied);
            QLinearGradient sky(0, 0, picture.width(), picture.height());
            sky.setColorAt(0, QColor::fromHsv(25 + 40 * part.member % 300, 120, 240));
            sky.setColorAt(1, QColor::fromHsv(200, 160, 150));
            QPainter(&picture).fillRect(picture.rect(), sky);
            BubbleState::Picture shown;
            if (part.video) shown.frame = picture;
            else shown.pixmap = QPixmap::fromImage(picture.scaled(part.rect.size().toSize()));
            shown.length = 83'000;
            state.pictures.push_back(shown);
        }
        for (int i = 0; i < 96; ++i) state.sound.bars.append(quint8(40 + 200 * std::abs(std::sin(i / 3.0) * std::cos(i / 11.0))));
        state.sound.length = 17'000;
        state.sound.ready = true;
        return state;
    }
    static void save(const QImage &image, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_SHOTS", qEnvironmentVariable("TANDEM_LOOKS"));
        if (!folder.isEmpty()) QVERIFY(image.save(QDir(folder).filePath(name + u".png"_s)));
    }

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<qreal>("ratio");
        QTest::newRow("light-100") << false << 1.0;
        QTest::newRow("dark-100") << true << 1.0;
        QTest::newRow("light-150") << false << 1.5;
    }
    void looks()
    {
        QFETCH(bool, dark);
        QFETCH(qreal, ratio);
        Theme theme;
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const auto style = BubbleStyle::of(theme, ratio, false, 1);
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        save(sheet(SampleMessages::conversation(), style, 760), u"bubbles-"_s + name);
        save(sheet(SampleMessages::oddities(), style, 760), u"oddities-"_s + name);
        save(sheet(everyType(), style, 640), u"every-"_s + name);
        if (!dark) save(sheet(SampleMessages::conversation(), style, 380), u"narrow-"_s + name);
        const auto image = sheet(SampleMessages::conversation(), style, 760);
        QVERIFY(image.height() > 400);
    }

    void nothingLeavesItsRow()
    {
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        for (const int width : {260, 380, 760, 1600}) {
            for (const auto &message : SampleMessages::conversation() + SampleMessages::oddities() + everyType()) {
                const auto layout = BubbleLayout::build(message, inputOf(width, true, true), style);
                const auto bubble = layout->bubble();
                QVERIFY2(bubble.left() >= 0 && bubble.right() <= width, qPrintable(u"%1 at %2"_s.arg(message.type).arg(width)));
                QVERIFY(layout->height() >= bubble.bottom());
                for (const auto &text : layout->texts()) {
                    const auto area = text.layout->boundingRect().translated(layout->origin() + text.pos);
                    QVERIFY2(area.bottom() <= bubble.bottom() + 1, qPrintable(message.type + u' ' + message.text));
                }
            }
        }
    }

    /// Meta's own line never covers the last line of the text.
    void timeStandsBesideTheText()
    {
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        for (const auto &message : SampleMessages::conversation()) {
            const auto layout = BubbleLayout::build(message, inputOf(760), style);
            if (layout->bodyIndex() < 0) continue;
            const auto &body = layout->texts()[size_t(layout->bodyIndex())];
            const auto last = body.layout->lineAt(body.layout->lineCount() - 1);
            const auto text = last.naturalTextRect().translated(body.pos);
            const auto meta = layout->meta().rect;
            QVERIFY2(meta.top() >= text.bottom() - 1 || meta.left() > text.right(), qPrintable(message.text));
        }
    }

    void linksAreHit()
    {
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        SampleMessages samples;
        samples.in(u"https://example.com/x"_s);
        const auto layout = BubbleLayout::build(samples.all.first(), inputOf(760), style);
        const auto hit = layout->hit(layout->origin() + QPointF(20, 8));
        QCOMPARE(int(hit.action), int(BubbleAction::OpenLink));
        QCOMPARE(hit.url, QUrl(u"https://example.com/x"_s));
        QCOMPARE(int(layout->hit({5, 5}).action), int(BubbleAction::None));
    }

    void longTextsFold()
    {
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        SampleMessages samples;
        samples.in(u"A long story. "_s.repeated(2000));
        const auto folded = BubbleLayout::build(samples.all.first(), inputOf(760), style);
        const auto whole = BubbleLayout::build(samples.all.first(), inputOf(760, false, true), style);
        QVERIFY(folded->height() * 5 < whole->height());
        QVERIFY(std::any_of(folded->buttons().begin(), folded->buttons().end(), [](const auto &b) { return b.action == BubbleAction::ReadMore; }));
    }

    /// The box of a picture is as high before its bytes come as after.
    void picturesKeepTheirPlace()
    {
        Theme theme;
        const auto style = BubbleStyle::of(theme, 1, false, 1);
        SampleMessages samples;
        auto &photo = samples.in({}, u"image"_s);
        photo.media.ref.mime = u"image/jpeg"_s;
        QList<int> heights;
        for (const auto state : {MediaState::Pending, MediaState::Failed, MediaState::Available}) {
            photo.media.state = state;
            heights.append(BubbleLayout::build(photo, inputOf(760), style)->height());
        }
        QCOMPARE(heights.at(0), heights.at(1));
        QCOMPARE(heights.at(0), heights.at(2));
    }
};

int main(int argc, char **argv)
{
    Theme::prepareFonts(); // as the program does, or Chinese would not look as it does there
    QApplication application(argc, argv);
    TestBubbles test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_bubbles.moc"
