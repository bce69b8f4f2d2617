#include "core/store/media/media_folder.h"
#include "tests/store/store_fixture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Files under their hash: taken in, shared by whoever has the same bytes, and freed when nobody needs them.
class StoreMediaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keptUnderItsHash();
    void missingFileIsAnError();
    void bigFilesGoThroughInPieces();
    void purgeKeepsTextAndWhatOthersNeed();
    void purgedStaysPurged();
    void queuedMessagesKeepTheirFiles();
    void keptFilesThatNobodyNamesGo();
    void condemnedFilesCanBeRescued();
    void purgeAndArrivalMeet();
};

namespace {

const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + QByteArray(100, 'p');

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write a test file");
    return file.fileName();
}

QString hashOf(const QByteArray &bytes) { return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()); }

MessageEvent imageEvent(const QString &wamid, const QString &phone, qint64 second, const QString &mediaId)
{
    auto event = textEvent(wamid, phone, second, u"words stay"_s);
    event.type = u"image"_s;
    event.media = MediaRef{mediaId, {}, u"image/png"_s, {}, {}, false, false};
    return event;
}

/// The bytes are here as after a download of two hours ago.
void arrive(Workspace &w, const QByteArray &bytes)
{
    const auto due = *waitFor(w->media().due(w.clock->now(), 100));
    QFile file(w->media().pathFor(hashOf(bytes)));
    if (!file.exists()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime));
    }
    for (const auto &job : due) QVERIFY(*waitFor(w->media().available(job.messageId, hashOf(bytes), bytes.size(), u"image/png"_s)));
}

void age(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime));
}

} // namespace

void StoreMediaTest::keptUnderItsHash()
{
    Workspace w;
    QTemporaryDir folder;
    const auto path = writeFile(folder, u"photo.dat"_s, png);
    const auto kept = waitFor(w->media().keep(path, false));
    QVERIFY2(kept.has_value(), qPrintable(kept ? QString() : kept.error().text));
    QCOMPARE(kept->sha256, hashOf(png));
    QCOMPARE(kept->size, png.size());
    QCOMPARE(kept->mime, u"image/png"_s); // by content, not by name
    QCOMPARE(kept->filename, u"photo.dat"_s);
    QVERIFY(QFile::exists(path));
    QFile stored(w->media().pathFor(kept->sha256));
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), png);
    const auto again = waitFor(w->media().keep(writeFile(folder, u"other name.png"_s, png), true));
    QCOMPARE(again->sha256, kept->sha256);
    QCOMPARE(again->filename, u"other name.png"_s);
    QVERIFY(!QFile::exists(folder.filePath(u"other name.png"_s)));
    QVERIFY(QDir(QFileInfo(w.path()).absolutePath() + u"/media"_s).entryList({u"*.part"_s}).isEmpty());
}

void StoreMediaTest::missingFileIsAnError()
{
    Workspace w;
    QTemporaryDir folder;
    QCOMPARE(word(waitFor(w->media().keep(folder.filePath(u"none"_s), false)).error().code), u"not_found"_s);
    QCOMPARE(word(waitFor(w->media().keep(folder.path(), false)).error().code), u"not_found"_s);
}

void StoreMediaTest::bigFilesGoThroughInPieces()
{
    Workspace w;
    QTemporaryDir folder;
    QByteArray bytes(5 * 1024 * 1024 + 17, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i) bytes[i] = char(i * 31 + i / 4096);
    const auto kept = waitFor(w->media().keep(writeFile(folder, u"big.bin"_s, bytes), true));
    QCOMPARE(kept->sha256, hashOf(bytes));
    QCOMPARE(QFileInfo(w->media().pathFor(kept->sha256)).size(), bytes.size());
}

void StoreMediaTest::purgeKeepsTextAndWhatOthersNeed()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    const QByteArray mine = png + "mine";
    const QByteArray shared = png + "shared";
    const QByteArray drafted = png + "drafted";
    w.apply({imageEvent(u"a"_s, u"1650"_s, now - 9000, u"M1"_s)});
    arrive(w, mine);
    w.apply({imageEvent(u"b"_s, u"1650"_s, now - 8000, u"M2"_s), imageEvent(u"young"_s, u"1650"_s, now - 10, u"M3"_s)});
    arrive(w, shared);
    w.apply({imageEvent(u"d"_s, u"1650"_s, now - 7000, u"M4"_s)});
    arrive(w, drafted);
    const auto conversation = w.inbox()[0].id;
    QVERIFY(*waitFor(w->drafts().setDraft(conversation, DraftMode::Reply, {u"see"_s, {}, {{hashOf(drafted), {}, {}, 1, false, {}}}, {}})));
    auto usage = *waitFor(w->usage().mediaUsage());
    QCOMPARE(usage, (QList<MediaUsage>{{number, 3, mine.size() + shared.size() + drafted.size()}}));

    QCOMPARE(*waitFor(w->usage().purgeMedia(number, w.clock->now() - Seconds(60))), mine.size());
    QVERIFY(!QFile::exists(w->media().pathFor(hashOf(mine))));
    QVERIFY(QFile::exists(w->media().pathFor(hashOf(shared)))); // a younger message shows the same picture
    QVERIFY(QFile::exists(w->media().pathFor(hashOf(drafted))));
    const auto messages = waitFor(w->messages().newest(conversation, 10))->messages;
    QCOMPARE(word(messages[0].media.state), u"purged"_s);
    QCOMPARE(messages[0].text, u"words stay"_s);
    QCOMPARE(messages[0].media.path, QString());
    QCOMPARE(word(messages.last().media.state), u"available"_s);
    QCOMPARE(w.message(u"a"_s)["media"_L1]["state"_L1].toString(), u"available"_s); // the platform did deliver it
    QCOMPARE(w.message(u"a"_s)["media"_L1]["sha256"_L1].toString(), hashOf(mine));
    QCOMPARE(waitFor(w->usage().mediaUsage())->first().files, 1);
    QCOMPARE(waitFor(w->numbers().all())->first().mediaFetched, 4);
    QCOMPARE(*waitFor(w->usage().purgeMedia(number, w.clock->now() - Seconds(60))), 0);
}

void StoreMediaTest::purgedStaysPurged()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({imageEvent(u"a"_s, u"1650"_s, now - 9000, u"M1"_s)});
    arrive(w, png);
    QCOMPARE(*waitFor(w->usage().purgeMedia(number, w.clock->now())), png.size());
    w.apply({imageEvent(u"a"_s, u"1650"_s, now - 9000, u"M1"_s)}); // told twice: not fetched again
    QCOMPARE(waitFor(w->media().due(w.clock->now(), 10))->size(), 0);
    // A fetch that found the same bytes here just before they were purged has to look again.
    w.apply({imageEvent(u"b"_s, u"1650"_s, now - 10, u"M2"_s)});
    const auto job = waitFor(w->media().due(w.clock->now(), 10))->first();
    QVERIFY(*waitFor(w->media().available(job.messageId, hashOf(png), png.size(), u"image/png"_s)));
    QCOMPARE(waitFor(w->media().due(w.clock->now(), 10))->size(), 1);
    arrive(w, png);
    QCOMPARE(waitFor(w->media().due(w.clock->now(), 10))->size(), 0);
}

void StoreMediaTest::queuedMessagesKeepTheirFiles()
{
    Workspace w;
    const auto number = w.link();
    QTemporaryDir folder;
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.numberId = number;
    item.conversationId = w.inbox()[0].id;
    item.type = u"image"_s;
    item.media = *waitFor(w->media().keep(writeFile(folder, u"p.png"_s, png), false));
    const auto path = w->media().pathFor(item.media.sha256);
    const auto id = *waitFor(w->outbox().enqueue(item, u"Ana"_s));
    QCOMPARE(waitFor(w->messages().newest(item.conversationId, 1))->messages[0].media.path, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200), QFileDevice::FileModificationTime));
    file.close();
    w.clock->advance(Millis(60'000));
    QCOMPARE(*waitFor(w->usage().purgeMedia(number, w.clock->now())), 0);
    QVERIFY(QFile::exists(path));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, {}, {})));
    QCOMPARE(*waitFor(w->usage().purgeMedia(number, w.clock->now())), png.size());
    QVERIFY(!QFile::exists(path));
}

void StoreMediaTest::keptFilesThatNobodyNamesGo()
{
    Workspace w;
    const auto number = w.link();
    QTemporaryDir folder;
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto conversation = w.inbox()[0].id;
    QHash<QString, OutboxMedia> kept;
    for (const auto *name : {"drafted", "canned", "sent", "dropped"}) {
        const auto file = *waitFor(w->media().keep(writeFile(folder, QString::fromLatin1(name), png + name), true));
        age(w->media().pathFor(file.sha256));
        kept.insert(QString::fromLatin1(name), file);
    }
    const auto here = [&](const QString &name) { return QFile::exists(w->media().pathFor(kept[name].sha256)); };
    QVERIFY(*waitFor(w->drafts().setDraft(conversation, DraftMode::Reply, {u"see"_s, {}, {kept[u"drafted"_s]}, {}})));
    QVERIFY(waitFor(w->cannedReplies().save({{}, u"hi"_s, u"Hi"_s, u"Hello"_s, {kept[u"canned"_s]}, {}})).has_value());
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.numberId = number;
    item.conversationId = conversation;
    item.type = u"image"_s;
    item.media = kept[u"sent"_s];
    const auto id = *waitFor(w->outbox().enqueue(item, u"Ana"_s));
    QCOMPARE(*waitFor(w->usage().sweepKeptFiles()), 0); // a day has not passed
    QVERIFY(here(u"dropped"_s));
    w.clock->advance(std::chrono::hours(25));
    QCOMPARE(*waitFor(w->usage().sweepKeptFiles()), kept[u"dropped"_s].size);
    QVERIFY(!here(u"dropped"_s));
    QVERIFY(here(u"drafted"_s) && here(u"canned"_s) && here(u"sent"_s));
    QVERIFY(*waitFor(w->drafts().setDraft(conversation, DraftMode::Reply, {})));
    QCOMPARE(*waitFor(w->usage().sweepKeptFiles()), kept[u"drafted"_s].size);
    QVERIFY(!here(u"drafted"_s) && here(u"canned"_s) && here(u"sent"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, {}, {})));
    QCOMPARE(*waitFor(w->usage().sweepKeptFiles()), 0); // its message shows it; a purge may free it
    QVERIFY(here(u"sent"_s));
    // The same bytes once more: kept anew.
    const auto again = *waitFor(w->media().keep(writeFile(folder, u"again"_s, png + "dropped"), true));
    QCOMPARE(again.sha256, kept[u"dropped"_s].sha256);
    QVERIFY(here(u"dropped"_s));
    QCOMPARE(*waitFor(w->usage().sweepKeptFiles()), 0);
}

void StoreMediaTest::condemnedFilesCanBeRescued()
{
    QTemporaryDir folder;
    MediaFolder media(folder.filePath(u"media"_s));
    const auto kept = *media.take(writeFile(folder, u"p"_s, png), false);
    const auto path = media.pathFor(kept.sha256);
    age(path);
    QCOMPARE(media.remove({kept.sha256}), 0); // only what was condemned goes
    media.condemn({kept.sha256});
    QVERIFY(media.rescue(kept.sha256)); // a message names it meanwhile
    QCOMPARE(media.remove({kept.sha256}), 0);
    QVERIFY(QFile::exists(path));
    media.condemn({kept.sha256});
    media.spare({kept.sha256});
    QCOMPARE(media.remove({kept.sha256}), 0);
    media.condemn({kept.sha256});
    QCOMPARE(media.remove({kept.sha256}), png.size());
    QVERIFY(!media.rescue(kept.sha256)); // too late: it has to be fetched anew
    QVERIFY(media.take(writeFile(folder, u"p"_s, png), false).has_value());
    QVERIFY(media.rescue(kept.sha256));
}

/// A purge takes the bytes while a fetch finds that they are here already: what says that it is here, is.
void StoreMediaTest::purgeAndArrivalMeet()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    for (int i = 0; i < 25; ++i) {
        const auto bytes = png + QByteArray::number(i);
        w.apply({imageEvent(u"old%1"_s.arg(i), u"1650"_s, now - 9000, u"M%1"_s.arg(i))});
        arrive(w, bytes);
        w.apply({imageEvent(u"new%1"_s.arg(i), u"1650"_s, now - 10, u"N%1"_s.arg(i))});
        const auto job = waitFor(w->media().due(w.clock->now(), 10))->first();
        auto purged = w->usage().purgeMedia(number, w.clock->now() - Seconds(60));
        QTest::qSleep(i % 5);
        QVERIFY(*waitFor(w->media().available(job.messageId, hashOf(bytes), bytes.size(), u"image/png"_s)));
        QVERIFY(waitFor(purged).has_value());
        const auto shown = waitFor(w->messages().byIds({job.messageId}))->first();
        if (shown.media.state == MediaState::Available) QVERIFY2(QFile::exists(shown.media.path), qPrintable(QString::number(i)));
        else QCOMPARE(word(shown.media.state), u"pending"_s);
        arrive(w, bytes);
        QVERIFY(QFile::exists(w->media().pathFor(hashOf(bytes))));
    }
}

QTEST_GUILESS_MAIN(StoreMediaTest)
#include "tst_store_media.moc"
