#include "tests/sandbox/sandbox_process.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

class TestSandboxHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingArrivesByPhases();
    void onceOnly();
    void onlyWithinADay();
    void declined();
    void outOfOrderAndTwice();
    void aMissingChunk();
    void seedsRepeat();

private:
    static void askFor(SandboxProcess &sandbox, const QString &type, int expected = 200);
    static QJsonObject chunkOf(const QJsonObject &value) { return value[u"history"].toArray().at(0).toObject(); }
    static bool finished(const SandboxProcess &sandbox);
    struct Told
    {
        QHash<QString, QJsonObject> messages; ///< by wamid
        QHash<QString, QString> threadOf;
        QList<QJsonObject> metadata;
        int repeats = 0;
    };
    static Told collect(const SandboxProcess &sandbox);
};

void TestSandboxHistory::askFor(SandboxProcess &sandbox, const QString &type, int expected)
{
    const Answer answer = sandbox.post(u"/v25.0/"_s + sandbox.number + u"/smb_app_data"_s,
        {{u"messaging_product"_s, u"whatsapp"_s}, {u"sync_type"_s, type}}, sandbox.token);
    if (expected == 200)
        QVERIFY(!answer.json[u"request_id"].toString().isEmpty());
    else
        QCOMPARE(answer.code(), expected);
}

bool TestSandboxHistory::finished(const SandboxProcess &sandbox)
{
    const QList<QJsonObject> values = sandbox.hooks.values(u"history"_s);
    for (const QJsonObject &value : values) {
        if (chunkOf(value)[u"metadata"].toObject()[u"progress"].toInt() == 100) return true;
    }
    return false;
}

TestSandboxHistory::Told TestSandboxHistory::collect(const SandboxProcess &sandbox)
{
    Told told;
    const QList<QJsonObject> values = sandbox.hooks.values(u"history"_s);
    for (const QJsonObject &value : values) {
        if (!value.contains(u"history"_s)) continue;
        told.metadata.append(chunkOf(value)[u"metadata"].toObject());
        const QJsonArray threads = chunkOf(value)[u"threads"].toArray();
        for (const QJsonValue &thread : threads) {
            const QJsonArray messages = thread.toObject()[u"messages"].toArray();
            for (const QJsonValue &message : messages) {
                const QString id = message.toObject()[u"id"].toString();
                if (told.messages.contains(id)) ++told.repeats;
                told.messages.insert(id, message.toObject());
                told.threadOf.insert(id, thread.toObject()[u"context"].toObject()[u"user_id"].toString());
            }
        }
    }
    return told;
}

void TestSandboxHistory::everythingArrivesByPhases()
{
    SandboxProcess sandbox;
    sandbox.post(u"/_control/history"_s, {{u"seconds"_s, 1.5}});
    sandbox.link();
    const QJsonObject account = sandbox.get(u"/_state"_s).json[u"accounts"].toArray().at(0).toObject();
    const qint64 onboarded = account[u"onboarded_ms"].toInteger() / 1000;
    askFor(sandbox, u"smb_app_state_sync"_s);
    askFor(sandbox, u"history"_s);
    QTRY_VERIFY_WITH_TIMEOUT(finished(sandbox), 15'000);
    const Told told = collect(sandbox);
    QVERIFY(account[u"conversations"].toInt() >= 40);
    QVERIFY(told.messages.size() >= 6000);
    QCOMPARE(told.messages.size(), account[u"messages"].toInt());
    QCOMPARE(told.repeats, 0);
    QCOMPARE(QSet<QString>(told.threadOf.cbegin(), told.threadOf.cend()).size(), account[u"conversations"].toInt());

    // Webhooks are concurrent, so order is what their own numbers say.
    QList<QJsonObject> chunks = told.metadata;
    std::sort(chunks.begin(), chunks.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return std::pair(a[u"phase"].toInt(), a[u"chunk_order"].toInt())
            < std::pair(b[u"phase"].toInt(), b[u"chunk_order"].toInt());
    });
    int lastProgress = 0;
    QSet<int> phases;
    for (const QJsonObject &metadata : std::as_const(chunks)) {
        QVERIFY(metadata[u"progress"].toInt() >= lastProgress);
        lastProgress = metadata[u"progress"].toInt();
        phases.insert(metadata[u"phase"].toInt());
    }
    QCOMPARE(lastProgress, 100);
    QCOMPARE(phases, (QSet<int>{0, 1, 2}));

    // Each file younger than 14 days follows, with a digest that fits; each older one does not.
    QSet<QString> due;
    for (const QJsonObject &message : told.messages) {
        const qint64 at = message[u"timestamp"].toString().toLongLong();
        QVERIFY(at <= onboarded && at > onboarded - 180 * 86'400);
        const bool placeholder = message[u"type"].toString() == "media_placeholder"_L1;
        if (placeholder && at >= onboarded - 14 * 86'400) due.insert(message[u"id"].toString());
    }
    QVERIFY(due.size() > 20);
    const auto followed = [&] {
        QSet<QString> ids;
        const QList<QJsonObject> values = sandbox.hooks.values(u"history"_s);
        for (const QJsonObject &value : values) {
            for (const QString &key : {u"messages"_s, u"message_echoes"_s}) {
                if (value.contains(key)) ids.insert(value[key].toArray().at(0).toObject()[u"id"].toString());
            }
        }
        return ids;
    };
    QTRY_COMPARE_WITH_TIMEOUT(followed().size(), due.size(), 15'000);
    QCOMPARE(followed(), due);
    const QList<QJsonObject> values = sandbox.hooks.values(u"history"_s);
    for (const QJsonObject &value : values) {
        const QJsonObject message = value[u"messages"].toArray().at(0).toObject();
        if (message[u"type"].toString() != "image"_L1) continue;
        const QJsonObject image = message[u"image"].toObject();
        const QByteArray bytes = sandbox.get(image[u"url"].toString(), sandbox.token).body;
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
            image[u"sha256"].toString());
        QVERIFY(bytes.startsWith("\xff\xd8") || bytes.startsWith("\x89PNG"));
        break;
    }
    QVERIFY(sandbox.hooks.values(u"smb_app_state_sync"_s).size() >= 1);
    QCOMPARE(sandbox.hooks.wrongSignatures(), 0);
}

void TestSandboxHistory::onceOnly()
{
    SandboxProcess sandbox;
    sandbox.link();
    askFor(sandbox, u"history"_s);
    askFor(sandbox, u"history"_s, 2593107);
    askFor(sandbox, u"smb_app_state_sync"_s);
    askFor(sandbox, u"smb_app_state_sync"_s, 2593107);
    askFor(sandbox, u"everything"_s, 100);
    // Only off-boarding and linking again make it possible once more.
    QCOMPARE(sandbox.post(u"/_phone/disconnect"_s).status, 200);
    QTRY_COMPARE(sandbox.hooks.values(u"account_update"_s).size(), 2);
    const QJsonObject removed = sandbox.hooks.values(u"account_update"_s).last();
    QCOMPARE(removed[u"event"].toString(), u"PARTNER_REMOVED"_s);
    QCOMPARE(removed[u"disconnection_info"].toObject()[u"initiated_by"].toString(), u"USER"_s);
    askFor(sandbox, u"history"_s, 133010);
    sandbox.link();
    askFor(sandbox, u"history"_s);
}

void TestSandboxHistory::onlyWithinADay()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 86'401}});
    askFor(sandbox, u"history"_s, 2593108);
}

void TestSandboxHistory::declined()
{
    SandboxProcess sandbox;
    sandbox.link({{u"share_history"_s, false}});
    askFor(sandbox, u"history"_s);
    QTRY_COMPARE(sandbox.hooks.values(u"history"_s).size(), 1);
    const QJsonObject error = chunkOf(sandbox.hooks.values(u"history"_s).first())[u"errors"].toArray().at(0).toObject();
    QCOMPARE(error[u"code"].toInt(), 2593109);
}

void TestSandboxHistory::outOfOrderAndTwice()
{
    SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--chaos"_s, u"disorder,duplicates=1"_s});
    sandbox.post(u"/_control/history"_s, {{u"seconds"_s, 0.5}});
    sandbox.link();
    askFor(sandbox, u"history"_s);
    QTRY_VERIFY_WITH_TIMEOUT(finished(sandbox), 15'000);
    const int messages = sandbox.get(u"/_state"_s).json[u"accounts"].toArray().at(0).toObject()[u"messages"].toInt();
    QTRY_COMPARE_WITH_TIMEOUT(collect(sandbox).messages.size(), messages, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(collect(sandbox).repeats > messages / 2, 15'000);
    const QList<QJsonObject> metadata = collect(sandbox).metadata;
    bool backwards = false;
    for (qsizetype i = 1; i < metadata.size(); ++i)
        backwards = backwards || metadata[i][u"progress"].toInt() < metadata[i - 1][u"progress"].toInt();
    QVERIFY(backwards);
}

void TestSandboxHistory::aMissingChunk()
{
    SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--chaos"_s, u"missing_history_chunk"_s});
    sandbox.post(u"/_control/history"_s, {{u"seconds"_s, 0.5}});
    sandbox.link();
    askFor(sandbox, u"history"_s);
    QTRY_VERIFY_WITH_TIMEOUT(finished(sandbox), 15'000);
    const int chunks = sandbox.get(u"/_state"_s).json[u"history"].toObject()[u"chunks"].toInt();
    QTest::qWait(500);
    QCOMPARE(collect(sandbox).metadata.size(), chunks - 1);
}

void TestSandboxHistory::seedsRepeat()
{
    const auto first = [](const QString &seed) {
        SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--seed"_s, seed});
        const QJsonArray chat = sandbox.get(u"/_customers/chat?key=8619900012207"_s).json[u"messages"].toArray();
        return chat.last().toObject()[u"id"].toString() + chat.last().toObject()[u"text"].toString();
    };
    QCOMPARE(first(u"7"_s), first(u"7"_s));
    QVERIFY(first(u"7"_s) != first(u"8"_s));
}

QTEST_GUILESS_MAIN(TestSandboxHistory)
#include "tst_sandbox_history.moc"
