#include "core/providers/meta/graph_answer.h"
#include "core/providers/meta/webhook_parser.h"
#include "json_mutator.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

/// Short in ctest; TANDEM_FUZZ_SECONDS makes it long, TANDEM_FUZZ_SEED repeats a run.
class TestFuzzWebhook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void webhooks();
    void answers();

private:
    static QString wrong(const ParsedDelivery &delivery);
    QList<QByteArray> m_corpus;
    quint32 m_seed = 0;
    qint64 m_msEach = 0;
};

namespace {

bool storable(const QString &text)
{
    return !text.contains(QChar(0)) && QString::fromUtf8(text.toUtf8()) == text;
}

} // namespace

void TestFuzzWebhook::initTestCase()
{
    const QDir folder(qEnvironmentVariable("TANDEM_DATA") + u"/meta"_s);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) m_corpus.append(file.readAll());
    }
    QVERIFY(m_corpus.size() > 50);
    bool given = false;
    m_seed = qEnvironmentVariable("TANDEM_FUZZ_SEED").toUInt(&given);
    if (!given) m_seed = QRandomGenerator::system()->generate();
    m_msEach = std::max(2, qEnvironmentVariableIntValue("TANDEM_FUZZ_SECONDS") / 2) * 1000;
    qInfo("seed %u", m_seed);
}

// What must hold of any body whatever: the store relies on it.
QString TestFuzzWebhook::wrong(const ParsedDelivery &delivery)
{
    for (const Event &event : delivery.events) {
        if (const auto *message = std::get_if<MessageEvent>(&event)) {
            if (message->wamid.isEmpty() || !message->peer.hasIdentity() || message->type.isEmpty()) return u"message without identity"_s;
            if (!storable(message->text) || !storable(message->wamid) || !storable(message->type)) return u"text that can't be stored"_s;
            const QByteArray payload = QJsonDocument(message->payload).toJson(QJsonDocument::Compact);
            if (payload.contains("\\u0000") || QJsonDocument::fromJson(payload).object() != message->payload) return u"payload that can't be stored"_s;
        } else if (const auto *edit = std::get_if<EditEvent>(&event)) {
            if (edit->targetWamid.isEmpty() || !storable(edit->text)) return u"edit"_s;
        } else if (const auto *chunk = std::get_if<HistoryChunkEvent>(&event)) {
            if (chunk->phase < 0 || chunk->phase > 2 || chunk->progress < 0 || chunk->progress > 100) return u"chunk"_s;
        }
    }
    return delivery.faults.size() > 21 ? u"too many faults"_s : QString();
}

void TestFuzzWebhook::webhooks()
{
    QElapsedTimer all;
    all.start();
    qint64 runs = 0;
    for (; all.elapsed() < m_msEach; ++runs) {
        JsonMutator mutator(m_seed + quint32(runs));
        const QByteArray body = mutator.mutated(m_corpus[qsizetype(runs % m_corpus.size())]);
        QElapsedTimer one;
        one.start();
        const auto result = Meta::parseWebhook(body);
        const QString problem = result ? wrong(*result) : QString();
        QVERIFY2(problem.isEmpty(), qPrintable(u"%1, seed %2: %3"_s.arg(problem).arg(m_seed + quint32(runs)).arg(QString::fromUtf8(body.left(2000)))));
        QVERIFY2(one.elapsed() < 1000, qPrintable(u"slow, seed %1"_s.arg(m_seed + quint32(runs))));
    }
    qInfo("%lld bodies", runs);
}

void TestFuzzWebhook::answers()
{
    const QList<QByteArray> good{R"({"messages":[{"id":"w"}],"contacts":[{"wa_id":"1"}]})", R"({"error":{"code":1,"message":"m","error_data":{"details":"d"}}})",
        R"({"data":[{"id":"1","fields":[{"name":"messages"}]}],"paging":{"cursors":{"after":"a"},"next":"n"}})",
        R"({"data":{"is_valid":true,"granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["1"]}]}})"};
    QElapsedTimer all;
    all.start();
    qint64 runs = 0;
    for (; all.elapsed() < m_msEach; ++runs) {
        JsonMutator mutator(m_seed + quint32(runs));
        Meta::GraphAnswer answer{Meta::GraphAnswer::Outcome::Answered, runs % 3 ? 200 : 500, mutator.mutated(good[qsizetype(runs % good.size())]), {}, {}};
        const auto sent = Meta::readSendReply(answer);
        QVERIFY(sent ? !sent->wamid.isEmpty() : !sent.error().text.isEmpty());
        // A message must never be repeated because an answer was odd.
        QVERIFY(sent || answer.status != 500 || sent.error().code != ErrorCode::Network);
        (void)Meta::readTokenInfo(answer); // must only not crash
        (void)Meta::readPhoneNumbers(answer); // must only not crash
        (void)Meta::readSubscriptions(answer); // must only not crash
    }
    qInfo("%lld answers", runs);
}

QTEST_GUILESS_MAIN(TestFuzzWebhook)
#include "tst_fuzz_webhook.moc"
