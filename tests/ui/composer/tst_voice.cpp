#include "core/voice/opus_writer.h"
#include "core/voice/voice_recorder.h"
#include "tests/ui/composer/tone_source.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Testing::ToneSource;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Samples at 48 kHz of the last Ogg page, which is the length of the whole.
quint64 granules(const QByteArray &ogg)
{
    const auto last = ogg.lastIndexOf("OggS");
    quint64 value = 0;
    for (int i = 7; i >= 0; --i) value = (value << 8) | quint8(ogg.at(last + 6 + i));
    return value;
}

} // namespace

class TestVoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOggOpusMono()
    {
        QTemporaryDir dir;
        OpusWriter writer;
        const auto path = dir.filePath(u"note.ogg"_s);
        QVERIFY(writer.open(path, 16'000).has_value());
        QList<qint16> second(16'000);
        for (qsizetype i = 0; i < second.size(); ++i) second[i] = qint16((i * 7919) % 9000);
        for (int i = 0; i < 3; ++i) QVERIFY(writer.write(second).has_value());
        const auto size = writer.finish();
        QVERIFY(size.has_value());
        const auto ogg = bytesOf(path);
        QCOMPARE(ogg.size(), *size);
        QVERIFY(ogg.startsWith("OggS"));
        const auto head = ogg.indexOf("OpusHead");
        QVERIFY(head > 0);
        QCOMPARE(int(ogg.at(head + 9)), 1); // channels
        const auto preskip = quint8(ogg.at(head + 10)) | quint8(ogg.at(head + 11)) << 8;
        QCOMPARE((granules(ogg) - quint64(preskip)) / 480, quint64(300)); // three seconds
        QVERIFY(*size < 3 * 24'000 / 8 * 2);
    }

    void recordsWithPauses()
    {
        QTemporaryDir dir;
        auto *source = new ToneSource;
        VoiceRecorder recorder{std::unique_ptr<AudioSource>(source)};
        QSignalSpy levels(&recorder, &VoiceRecorder::level);
        QSignalSpy finished(&recorder, &VoiceRecorder::finished);
        recorder.start(dir.filePath(u"a.part"_s));
        QTRY_VERIFY(recorder.durationMs() >= 600);
        recorder.pause();
        const auto length = recorder.durationMs();
        source->give(); // a late block of a stopped microphone
        QCOMPARE(recorder.durationMs(), length);
        QTRY_COMPARE(QFile(recorder.rawPath()).size(), length * 48 * 2); // what one listens to
        recorder.resume();
        QTRY_VERIFY(recorder.durationMs() >= length + 400);
        recorder.finish();
        QTRY_COMPARE(finished.size(), 1);
        const auto path = finished.first().at(0).toString();
        QCOMPARE(QFile(path).size(), finished.first().at(1).toLongLong());
        QVERIFY(!QFile::exists(recorder.rawPath()));
        QVERIFY(bytesOf(path).contains("OpusHead"));
        QVERIFY(recorder.state() == VoiceRecorder::State::Idle);
        // −10.5 dB of a sine at 0.3 makes about three quarters of the scale.
        const auto loud = levels.last().first().toDouble();
        QVERIFY2(loud > 0.65 && loud < 0.85, qPrintable(QString::number(loud)));
    }

    void silenceHasNoLevel()
    {
        QTemporaryDir dir;
        VoiceRecorder recorder(std::make_unique<ToneSource>(48'000, 0.0));
        QSignalSpy levels(&recorder, &VoiceRecorder::level);
        recorder.start(dir.filePath(u"a.part"_s));
        QTRY_VERIFY(levels.size() > 5);
        QCOMPARE(levels.last().first().toDouble(), 0.0);
    }

    void discardingLeavesNothing()
    {
        QTemporaryDir dir;
        VoiceRecorder recorder(std::make_unique<ToneSource>());
        QSignalSpy finished(&recorder, &VoiceRecorder::finished);
        const auto path = dir.filePath(u"a.part"_s);
        recorder.start(path);
        QTRY_VERIFY(recorder.durationMs() >= 200);
        QTRY_VERIFY(QFile::exists(path));
        recorder.discard();
        QTRY_VERIFY(!QFile::exists(path) && !QFile::exists(path + u".pcm"_s));
        QCOMPARE(finished.size(), 0);
        // The next one begins anew.
        recorder.start(path);
        QTRY_VERIFY(recorder.durationMs() >= 100);
        QVERIFY(recorder.durationMs() < 5000);
    }

    void aBrokenMicrophoneSaysWhy()
    {
        QTemporaryDir dir;
        auto *source = new ToneSource;
        VoiceRecorder recorder{std::unique_ptr<AudioSource>(source)};
        QSignalSpy failed(&recorder, &VoiceRecorder::failed);
        recorder.start(dir.filePath(u"a.part"_s));
        QTRY_VERIFY(recorder.durationMs() >= 100);
        source->breakDown(u"The microphone was unplugged."_s);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().toString(), u"The microphone was unplugged."_s);
        QVERIFY(recorder.state() == VoiceRecorder::State::Idle);
    }

    void aFullDiskSaysWhy()
    {
        VoiceRecorder recorder(std::make_unique<ToneSource>());
        QSignalSpy failed(&recorder, &VoiceRecorder::failed);
        recorder.start(u"/nowhere/at/all/a.part"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.first().first().toString().isEmpty());
        QVERIFY(recorder.state() == VoiceRecorder::State::Idle);
    }
};

QTEST_MAIN(TestVoice)
#include "tst_voice.moc"
