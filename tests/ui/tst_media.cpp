#include "ui/format/vcard.h"
#include "ui/media/audio/voice_stream.h"
#include "ui/media/audio/waveform.h"
#include "ui/media/files/media_files.h"
#include "ui/media/pictures/animation.h"
#include "ui/media/pictures/poster_loader.h"
#include "ui/media/playback/media_plugin_loader.h"
#include "ui/media/playback/playback.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

QString sample(const char *name) { return qEnvironmentVariable("TANDEM_DATA") + u"/media/"_s + QString::fromLatin1(name); }

/// A loudspeaker that nobody hears: takes sound ten times as fast as it would be played.
class SilentOutput final : public QObject, public AudioOutput
{
public:
    bool start(QIODevice *source, int sampleRate, int channels, std::function<void()> ended, QString *) override
    {
        m_chunk = sampleRate * channels * 2 / 10;
        connect(&m_timer, &QTimer::timeout, this, [this, source, ended] {
            taken += source->read(m_chunk).size();
            if (!source->atEnd()) return;
            m_timer.stop();
            ended();
        });
        m_timer.start(10);
        return true;
    }
    void pause() override { m_timer.stop(); }
    void resume() override { m_timer.start(10); }
    void stop() override { m_timer.stop(); }
    int latency() const override { return 0; }

    qint64 taken = 0;

private:
    QTimer m_timer;
    int m_chunk = 0;
};

class SilentPlugin final : public MediaPlugin
{
public:
    void prepare(std::function<void()> ready) override { ready(); }
    std::unique_ptr<AudioOutput> createOutput() override { return std::make_unique<SilentOutput>(); }
    std::unique_ptr<MoviePlayer> createMovie() override { return nullptr; }
    std::unique_ptr<AudioInput> createInput(int, QString *) override { return nullptr; }
};

QList<float> tone(double hertz, int frames)
{
    QList<float> samples;
    for (int i = 0; i < frames; ++i) {
        const float value = 0.5f * float(std::sin(2 * std::numbers::pi * hertz * i / 48'000));
        samples << value << value;
    }
    return samples;
}

double pitchOf(const std::vector<float> &samples, int frames)
{
    int crossings = 0;
    for (int i = 1; i < frames; ++i) crossings += samples[size_t(2 * i - 2)] < 0 && samples[size_t(2 * i)] >= 0;
    return crossings * 48'000.0 / frames;
}

Message file(const QString &type, const QString &mime, const QString &name)
{
    Message message;
    message.id = {7};
    message.type = type;
    message.timestamp = fromEpochSeconds(1'790'000'000);
    message.media.state = MediaState::Available;
    message.media.path = u"/nowhere/abc"_s;
    message.media.ref.mime = mime;
    message.media.ref.filename = name;
    return message;
}

} // namespace

/// Sound, moving pictures and files without a sound card, a microphone or a display.
class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void voiceNotesAreMeasured()
    {
        const auto wave = waveformOf(sample("voice1.ogg"));
        QVERIFY(wave.has_value());
        QVERIFY2(wave->milliseconds > 1000 && wave->milliseconds < 10'000, qPrintable(QString::number(wave->milliseconds)));
        QCOMPARE(wave->bars.size(), qsizetype(Waveform::Bars));
        QCOMPARE(*std::max_element(wave->bars.begin(), wave->bars.end()), quint8(255));
        QVERIFY(*std::min_element(wave->bars.begin(), wave->bars.end()) < 200);
    }

    void brokenVoiceNotesAreRefused()
    {
        QFile good(sample("voice1.ogg"));
        QVERIFY(good.open(QIODevice::ReadOnly));
        const auto bytes = good.readAll();
        QTemporaryDir folder;
        int number = 0;
        const auto written = [&](const QByteArray &content) {
            const auto path = folder.filePath(QString::number(++number));
            QFile out(path);
            return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() ? path : QString();
        };
        QVERIFY(!waveformOf(written({})).has_value());
        QVERIFY(!waveformOf(written("OggS OpusHead and nothing else")).has_value());
        QVERIFY(!waveformOf(written(bytes.left(60))).has_value());
        QVERIFY(!waveformOf(written(QByteArray("ID3") + bytes)).has_value());
        QVERIFY(!waveformOf(folder.filePath(u"missing"_s)).has_value());
        auto damaged = bytes;
        for (qsizetype i = 400; i < damaged.size(); i += 97) damaged[i] = char(damaged[i] ^ 0x5A);
        (void)waveformOf(written(damaged)); // whatever it says, it comes back
    }

    /// Twice as fast is half as long, and a voice stays as high as it was.
    void fasterSoundKeepsItsPitch_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("as it is") << 1.0;
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
    }
    void fasterSoundKeepsItsPitch()
    {
        QFETCH(double, rate);
        const int frames = 48'000 * 2;
        const auto input = tone(220, frames);
        int read = 0;
        const auto source = [&](float *out, int wanted) {
            const int got = std::min(wanted, frames - read);
            std::copy_n(input.constData() + read * 2, got * 2, out);
            read += got;
            return got;
        };
        TimeStretch stretch;
        stretch.setRate(rate);
        std::vector<float> out(size_t(frames) * 4);
        int made = 0;
        while (const int got = stretch.read(out.data() + made * 2, 4800, source)) made += got;
        QVERIFY2(std::abs(made - frames / rate) < 4800, qPrintable(QString::number(made)));
        QVERIFY2(std::abs(pitchOf(out, made) - 220) < 6, qPrintable(QString::number(pitchOf(out, made))));
    }

    void voiceStreamsSeekAndEnd()
    {
        auto track = OpusTrack::openFile(sample("voice1.ogg"));
        QVERIFY(track.has_value());
        VoiceStream stream(std::move(*track));
        const auto length = stream.length();
        stream.seekTo(length / 2);
        QVERIFY(std::abs(stream.milliseconds() - length / 2) < 100);
        qint64 bytes = 0;
        while (!stream.atEnd()) bytes += stream.read(9600).size();
        const auto played = bytes * 1000 / (48'000 * 4);
        QVERIFY2(std::abs(played - length / 2) < 200, qPrintable(QString::number(played)));
        QCOMPARE(stream.milliseconds(), length);
    }

    void oneThingPlaysAtATime()
    {
        SilentPlugin plugin;
        int loads = 0;
        Playback playback([&]() -> Result<MediaPlugin *> {
            ++loads;
            return &plugin;
        });
        QSignalSpy ended(&playback, &Playback::ended);
        QCOMPARE(loads, 0); // nothing is loaded before something is played
        const PlaySource one{{1}, sample("voice1.ogg"), {}};
        const PlaySource two{{2}, sample("voice1.ogg"), {}};
        playback.toggle(one);
        QTRY_VERIFY(playback.state({1}) == Playback::State::Playing);
        QTRY_VERIFY(playback.position({1}) > 300);
        playback.toggle(one);
        QVERIFY(playback.state({1}) == Playback::State::Paused);
        const auto at = playback.position({1});
        QTest::qWait(60);
        QCOMPARE(playback.position({1}), at);
        playback.cycleRate();
        QCOMPARE(playback.rate(), 1.5);
        playback.seek(one, 0.75);
        QVERIFY(playback.state({1}) == Playback::State::Paused);
        QVERIFY(std::abs(playback.position({1}) - playback.length({1}) * 3 / 4) < 200);
        playback.toggle(two);
        QVERIFY(playback.state({1}) == Playback::State::Stopped);
        QTRY_VERIFY(playback.state({2}) == Playback::State::Playing);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended.first().first().value<MessageId>(), MessageId{2});
        QCOMPARE(loads, 1);
    }

    void failuresAreToldInWords()
    {
        Playback playback([]() -> Result<MediaPlugin *> { return failure(ErrorCode::NotFound, u"not installed"_s); });
        QSignalSpy failed(&playback, &Playback::failed);
        playback.toggle({{3}, sample("voice1.ogg"), {}});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().at(1).toString(), u"not installed"_s);
        QVERIFY(playback.state({3}) == Playback::State::Stopped);
    }

    void movingStickersPlayInViewOnly()
    {
        const PictureRequest request{sample("animated.webp"), {136, 136}, 1, true};
        const auto decoded = decodeAnimation(request);
        if (!QImageReader::supportedImageFormats().contains("webp")) QSKIP("no WebP plug-in here");
        QVERIFY2(decoded.has_value(), decoded ? "" : qPrintable(decoded.error().detail));
        QCOMPARE(decoded->frames.size(), 6);
        QCOMPARE(decoded->frames.first().size(), QSize(136, 136));
        QVERIFY(decoded->frames.at(0) != decoded->frames.at(1));
        AnimationPlayer player;
        QSignalSpy changed(&player, &AnimationPlayer::changed);
        (void)player.frame(request);
        QTRY_VERIFY(!player.frame(request).isNull());
        player.sweep();
        QVERIFY(player.isPlaying());
        QTRY_VERIFY(changed.size() > 2);
        player.sweep(); // a frame without it
        QVERIFY(!player.isPlaying());
        const auto count = changed.size();
        QTest::qWait(300);
        QCOMPARE(changed.size(), count);
    }

    void stillAndForeignPicturesDoNotMove()
    {
        QVERIFY(!decodeAnimation({sample("video1.mp4"), {136, 136}}).has_value());
        QVERIFY(!decodeAnimation({sample("nothing"), {136, 136}}).has_value());
    }

    /// The real player, by FFmpeg, with neither display nor sound: the first frame of a video.
    void postersComeFromTheRealPlayer()
    {
        const auto plugin = MediaPluginLoader::load();
        if (!plugin) QSKIP("the media plug-in is not built");
        PosterLoader posters([&] { return plugin; });
        QSignalSpy ready(&posters, &PosterLoader::ready);
        // The GUI thread breathes all the while: its longest gap is far below what loading the decoders takes.
        QTimer breath;
        QElapsedTimer since;
        qint64 gap = 0;
        connect(&breath, &QTimer::timeout, this, [&] { gap = std::max(gap, since.restart()); });
        since.start();
        breath.start(0);
        QVERIFY(!posters.poster(sample("video1.mp4")));
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 8000);
        breath.stop();
        QVERIFY2(gap < 250, qPrintable(QString::number(gap)));
        const auto *poster = posters.poster(sample("video1.mp4"));
        QVERIFY(poster && !poster->frame.isNull());
        QCOMPARE(poster->natural, QSize(320, 400));
        QVERIFY(poster->milliseconds > 2500 && poster->milliseconds < 3500);
        int colours = 0;
        for (int x = 0; x < poster->frame.width(); x += 16) colours += poster->frame.pixel(x, 200) != poster->frame.pixel(0, 200);
        QVERIFY2(colours > 0, "a frame of one colour is no picture");
        (void)posters.poster(sample("voice1.ogg"));
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, 8000);
        QVERIFY(posters.poster(sample("voice1.ogg"))->frame.isNull());
    }

    void dangerousFilesAreSavedOnly_data()
    {
        QTest::addColumn<QString>("mime");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("opens");
        QTest::newRow("pdf") << u"application/pdf"_s << u"a.pdf"_s << true;
        QTest::newRow("text") << u"text/plain"_s << u"a.txt"_s << true;
        QTest::newRow("exe") << u"application/x-ms-dos-executable"_s << u"a.exe"_s << false;
        QTest::newRow("script") << u"application/x-shellscript"_s << u"a.pdf"_s << false;
        QTest::newRow("desktop") << u"text/plain"_s << u"a.desktop"_s << false;
        QTest::newRow("page") << u"text/html"_s << u"a.html"_s << false;
        QTest::newRow("jar") << u"application/java-archive"_s << u"a.jar"_s << false;
    }
    void dangerousFilesAreSavedOnly()
    {
        QFETCH(QString, mime);
        QFETCH(QString, name);
        QFETCH(bool, opens);
        QCOMPARE(MediaFiles::mayOpen(file(u"document"_s, mime, name)), opens);
        MediaFiles files;
        QSignalSpy problem(&files, &MediaFiles::problem);
        if (opens) return;
        files.open(file(u"document"_s, mime, name));
        QCOMPARE(problem.size(), 1);
    }

    void namesAreHarmless()
    {
        const auto name = [](const QString &raw) { return MediaFiles::nameFor(file(u"document"_s, u"application/pdf"_s, raw)); };
        QCOMPARE(name(u"Invoice.pdf"_s), u"Invoice.pdf"_s);
        QVERIFY(!name(u"../../etc/passwd"_s).contains(u'/'));
        QVERIFY(!name(u"evil\u202Efdp.exe"_s).contains(QChar(0x202E)));
        QVERIFY(name({}).endsWith(u".pdf"_s));
        QVERIFY(MediaFiles::nameFor(file(u"audio"_s, u"audio/ogg; codecs=opus"_s, {})).endsWith(u".ogg"_s));
        QVERIFY(!MediaFiles::mayPreview(file(u"image"_s, u"text/html"_s, {})));
        QVERIFY(MediaFiles::mayPreview(file(u"image"_s, u"image/jpeg"_s, {})));
    }

    void contactsBecomeCards()
    {
        const QJsonObject contact{{u"name"_s, QJsonObject{{u"formatted_name"_s, u"B J\nTEL:+666"_s}, {u"last_name"_s, u"J;x"_s}}},
            {u"phones"_s, QJsonArray{QJsonObject{{u"phone"_s, u"+1 (415) 555-0829"_s}, {u"type"_s, u"MOBILE"_s}}}},
            {u"emails"_s, QJsonArray{QJsonObject{{u"email"_s, u"b@example.com"_s}}}}, {u"birthday"_s, u"1999-01-23"_s}};
        const auto card = vCardOf(contact);
        QVERIFY(card.startsWith("BEGIN:VCARD\r\nVERSION:3.0\r\n"));
        QVERIFY(card.endsWith("END:VCARD\r\n"));
        QVERIFY(card.contains("\r\nTEL;TYPE=CELL:+1 (415) 555-0829\r\n"));
        QVERIFY(card.contains("\r\nEMAIL:b@example.com\r\n"));
        QVERIFY(card.contains("\r\nBDAY:1999-01-23\r\n"));
        QVERIFY(card.contains("J\\;x"));
        QVERIFY2(!card.contains("\r\nTEL:+666"), "what people typed must not become lines of the card");
        const auto sent = u"BEGIN:VCARD\r\nVERSION:2.1\r\nEND:VCARD\r\n"_s;
        QCOMPARE(vCardOf({{u"vcard"_s, sent}}), sent.toUtf8());
    }
};

QTEST_MAIN(TestMedia)
#include "tst_media.moc"
