#include "event_lines.h"
#include "meta_fixture.h"

#include "core/domain/words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

/// Every sample of the platform's webhooks, from its bytes to exactly the events written in tests/data/meta/events.txt.
/// With TANDEM_WRITE_EVENTS=1 the file is written anew; read the difference before you commit it.
class TestWebhookSamples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sample_data();
    void sample();
    void nothingIsLost_data();
    void nothingIsLost();
    void everyTypeHasASample();

private:
    static QString folder() { return qEnvironmentVariable("TANDEM_DATA") + u"/meta/"_s; }
    QMap<QString, QStringList> m_expected;
    QStringList m_names;
};

void TestWebhookSamples::initTestCase()
{
    const QStringList files = QDir(folder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) m_names.append(file.chopped(5));
    QVERIFY(m_names.size() > 60);
    QFile events(folder() + u"events.txt"_s);
    if (qEnvironmentVariableIsSet("TANDEM_WRITE_EVENTS")) {
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (const QString &name : std::as_const(m_names)) events.write(u"== %1\n%2\n"_s.arg(name, linesOf(parsed(name)).join(u'\n')).toUtf8());
        events.close();
    }
    QVERIFY(events.open(QIODevice::ReadOnly));
    QString name;
    const QStringList lines = QString::fromUtf8(events.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith("== "_L1)) {
            name = line.mid(3);
            m_expected.insert(name, {});
        } else {
            m_expected[name].append(line);
        }
    }
}

void TestWebhookSamples::sample_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : std::as_const(m_names)) QTest::newRow(qPrintable(name)) << name;
}

void TestWebhookSamples::sample()
{
    QFETCH(QString, name);
    QVERIFY2(m_expected.contains(name), "write its events down");
    const QStringList lines = linesOf(parsed(name));
    QVERIFY(!lines.isEmpty());
    for (qsizetype i = 0; i < std::min(lines.size(), m_expected.value(name).size()); ++i) QCOMPARE(lines[i], m_expected.value(name)[i]);
    QCOMPARE(lines.size(), m_expected.value(name).size());
}

void TestWebhookSamples::nothingIsLost_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : std::as_const(m_names)) {
        if (name.startsWith("message_"_L1)) QTest::newRow(qPrintable(name)) << name;
    }
}

// Whatever stands under a content key of the message stands in the payload too, but for media URLs, which die within minutes.
void TestWebhookSamples::nothingIsLost()
{
    QFETCH(QString, name);
    const QJsonObject root = QJsonDocument::fromJson(fixture(name)).object();
    const QJsonArray changes = root.value("entry"_L1).toArray().first().toObject().value("changes"_L1).toArray();
    const QJsonArray messages = changes.last().toObject().value("value"_L1).toObject().value("messages"_L1).toArray();
    const QList<MessageEvent> events = only<MessageEvent>(parsed(name));
    if (events.isEmpty()) return; // an edit, a revoke, a reaction or a system event
    QJsonObject wire = messages.last().toObject();
    for (const QString &key : {u"from"_s, u"from_user_id"_s, u"from_parent_user_id"_s, u"id"_s, u"timestamp"_s, u"type"_s}) wire.remove(key);
    for (const QString &key : wire.keys()) {
        QJsonValue told = wire.value(key);
        if (told.isObject() && told.toObject().contains("sha256"_L1)) {
            QJsonObject media = told.toObject();
            media.remove("url"_L1);
            media.insert("sha256"_L1, events.last().payload.value(key).toObject().value("sha256"_L1));
            told = media;
        }
        QCOMPARE(events.last().payload.value(key), told);
    }
}

void TestWebhookSamples::everyTypeHasASample()
{
    QSet<QString> seen;
    for (const QString &name : std::as_const(m_names)) {
        const ParsedDelivery delivery = parsed(name);
        for (const Event &event : delivery.events) {
            if (const auto *message = std::get_if<MessageEvent>(&event)) seen.insert(word(message->source) + u' ' + message->type);
            if (const auto *edit = std::get_if<EditEvent>(&event)) seen.insert(word(edit->source) + u" edit"_s);
            if (const auto *reaction = std::get_if<ReactionEvent>(&event)) seen.insert(word(reaction->source) + u" reaction"_s);
        }
    }
    const QStringList live{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s, u"location"_s, u"contacts"_s, u"interactive"_s,
        u"button"_s, u"reaction"_s, u"order"_s, u"edit"_s, u"unsupported"_s, u"request_welcome"_s};
    for (const QString &type : live) QVERIFY2(seen.contains(u"live "_s + type), qPrintable(type));
    const QStringList echoes{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s, u"location"_s, u"contacts"_s, u"reaction"_s, u"edit"_s, u"unsupported"_s};
    for (const QString &type : echoes) QVERIFY2(seen.contains(u"echo "_s + type), qPrintable(type));
    const QStringList history{u"text"_s, u"media_placeholder"_s, u"image"_s, u"location"_s, u"contacts"_s, u"interactive"_s, u"button"_s, u"order"_s,
        u"template"_s, u"reaction"_s, u"unsupported"_s, u"edit"_s};
    for (const QString &type : history) QVERIFY2(seen.contains(u"history "_s + type), qPrintable(type));
}

QTEST_GUILESS_MAIN(TestWebhookSamples)
#include "tst_webhook_samples.moc"
