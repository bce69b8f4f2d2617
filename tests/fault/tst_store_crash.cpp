#include "tests/store/store_fixture.h"

#include <QDir>
#include <QProcess>

#include <random>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// I1, I8: a process killed at any moment loses nothing that it confirmed, and leaves a sound file.
/// TANDEM_KILLS sets how often (20 by default); the seed is printed on failure.
class StoreCrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void killedAtAnyMoment();
};

void StoreCrashTest::killedAtAnyMoment()
{
    const int kills = std::max(1, qEnvironmentVariableIsSet("TANDEM_KILLS") ? qEnvironmentVariableIntValue("TANDEM_KILLS") : 20);
    const auto writer = QDir(QCoreApplication::applicationDirPath()).filePath(u"store_writer"_s);
    QTemporaryDir folder;
    const auto path = folder.filePath(u"tandem.db"_s);
    std::mt19937 random(5);
    QSet<QString> stored, applied;
    for (int i = 0; i < kills; ++i) {
        QProcess process;
        process.start(writer, {path, QString::number(i * 100'000)});
        QVERIFY(process.waitForReadyRead(20'000));
        QTest::qSleep(int(20 + random() % 150));
        process.kill();
        QVERIFY(process.waitForFinished());
        for (const auto &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith("d ")) stored.insert(QString::fromUtf8(line.mid(2)));
            if (line.startsWith("a ")) applied.insert(QString::fromUtf8(line.mid(2)));
        }
    }
    QVERIFY2(applied.size() > kills, "the writer hardly got to work");
    auto opened = Store::open({u"sqlite:"_s + path, {}, true, true}, std::make_shared<FixedClock>());
    QVERIFY(opened.has_value());
    auto &store = **opened;
    QSet<QString> messages;
    int deliveries = 0;
    QVERIFY(store.exporter().jsonLines([&](const QByteArray &line) {
        const auto object = QJsonDocument::fromJson(line).object();
        if (object["kind"_L1].toString() == "message"_L1) messages.insert(object["wamid"_L1].toString());
        deliveries += object["kind"_L1].toString() == "delivery"_L1;
        return true;
    }));
    QVERIFY2(messages.contains(applied), "a confirmed message is missing");
    QVERIFY(deliveries >= stored.size());
    const auto report = store.exporter().doctor();
    QVERIFY2(report && report->problems.isEmpty(), qPrintable(report ? report->problems.join(u' ') : report.error().detail));
    qInfo("%d kills, %lld deliveries and %lld messages confirmed, none missing", kills, (long long)stored.size(), (long long)applied.size());
}

QTEST_GUILESS_MAIN(StoreCrashTest)
#include "tst_store_crash.moc"
