#include "core/providers/meta/graph_client.h"
#include "core/providers/meta/interactive_content.h"
#include "core/providers/meta/request_builder.h"
#include "core/templates/template_form.h"
#include "tests/sandbox/sandbox_process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Meta::GraphClient;

namespace {

const QString customer = u"16505551234"_s;

template<typename T>
Result<T> wait(FutureResult<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000)) return failure(ErrorCode::Internal, u"test waited in vain"_s);
    return waitFor(future);
}

template<typename T>
QString why(const Result<T> &result)
{
    return result ? QString() : u"%1 (%2) %3"_s.arg(result.error().platformCode).arg(result.error().detail, result.error().text);
}

// The platform looks at a file's first bytes.
QByteArray bytesOf(const QString &mime)
{
    if (mime == "image/jpeg"_L1) return "\xff\xd8\xff\xe0 picture";
    if (mime == "image/png"_L1) return "\x89PNG\r\n picture";
    if (mime == "image/webp"_L1) return QByteArray("RIFF\x10\0\0\0WEBPVP8 sticker", 22);
    if (mime == "video/mp4"_L1) return QByteArray("\0\0\0\x20" "ftypisom film", 16);
    if (mime.startsWith("audio/ogg"_L1)) return "OggS" + QByteArray(24, '\0') + "OpusHead\x01\x01" + QByteArray(40, '\0');
    if (mime == "application/pdf"_L1) return "%PDF-1.4 paper";
    return "plain text";
}

} // namespace

/// Every request that Tandem builds against the sandbox, which was written from the platform's documents by other hands
/// and refuses any key, limit or type that is not in them.
class TestRequestsSandbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void messages_data();
    void messages();
    void templates();
    void refusedFile();
    void toAUserId();
    void readAndTyping();
    void blocks();

private:
    QString upload(const QString &mime, const QString &filename);
    Result<SendReply> send(const QString &type, const QJsonObject &content, const QString &replyTo = {});

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<GraphClient> m_client;
    Secret m_token;
    QString m_said; ///< the customer's message
};

void TestRequestsSandbox::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY(m_sandbox->isListening());
    m_sandbox->link();
    QVERIFY(m_sandbox->post(u"/_control/limit"_s, {{u"per_second"_s, 80}}).status == 200);
    QVERIFY(m_sandbox->post(u"/_control/pair"_s, {{u"burst"_s, 1000}, {u"seconds"_s, 1}}).status == 200);
    m_said = m_sandbox->customerSays(customer, u"hello"_s);
    QVERIFY(!m_said.isEmpty());
    m_token = Secret(m_sandbox->token);
    m_client = std::make_unique<GraphClient>(QUrl(m_sandbox->base() + u"/v25.0"_s));
}

QString TestRequestsSandbox::upload(const QString &mime, const QString &filename)
{
    QFile file(m_folder.filePath(u"file"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytesOf(mime)) <= 0) return {};
    file.close();
    const auto id = wait(m_client->uploadMedia(m_sandbox->number, file.fileName(), mime, filename, m_token));
    if (!id) qWarning() << why(id);
    return id.value_or(QString());
}

Result<SendReply> TestRequestsSandbox::send(const QString &type, const QJsonObject &content, const QString &replyTo)
{
    return wait(m_client->send({m_sandbox->number, customer, {}, type, content, replyTo, u"outbox-1"_s}, m_token));
}

void TestRequestsSandbox::messages_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("mime"); // of the file it carries; empty: none
    QTest::addColumn<QJsonObject>("content");
    QTest::addColumn<bool>("voice");
    const auto row = [](const char *name, const char *type, const char *mime, const Result<QJsonObject> &content, bool voice = false) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(mime) << content.value_or(QJsonObject{{u"refused"_s, true}}) << voice;
    };
    const QJsonObject words{{u"caption"_s, u"look"_s}};
    row("text", "text", "", Meta::textContent(u"hello"_s));
    row("text with a link", "text", "", Meta::textContent(u"https://a.example"_s));
    row("longest text", "text", "", Meta::textContent(QString(4096, u'字')));
    row("jpeg", "image", "image/jpeg", words);
    row("png", "image", "image/png", QJsonObject());
    row("video", "video", "video/mp4", words);
    row("voice note", "audio", "audio/ogg; codecs=opus", QJsonObject(), true);
    row("document", "document", "application/pdf", words);
    row("text file", "document", "text/plain", QJsonObject());
    row("picture as document", "document", "image/png", QJsonObject());
    row("sticker", "sticker", "image/webp", QJsonObject());
    row("location", "location", "", Meta::locationContent(37.44, -122.16, u"Office"_s, u"1 Main St"_s));
    row("bare location", "location", "", Meta::locationContent(-0.5, 0));
    row("contacts", "contacts", "", Meta::contactsContent({{u"B J"_s, u"B"_s, u"J"_s, {{u"+14155550829"_s, u"Mobile"_s, u"14155550829"_s}}, {u"b@a.example"_s}, {u"https://a.example"_s}, u"Shop"_s}, {u"Ana"_s, {}, {}, {}, {}, {}, {}}}));
    row("buttons", "interactive", "", Meta::buttonsContent(u"Ok?"_s, {{u"1"_s, u"Yes"_s}, {u"2"_s, u"No"_s}, {u"3"_s, u"Later"_s}}, {u"Top"_s, {}, u"foot"_s}));
    row("buttons under a picture", "interactive", "image/jpeg", Meta::buttonsContent(u"Ok?"_s, {{u"1"_s, u"Yes"_s}}, {{}, u"image"_s, {}}));
    row("buttons under a document", "interactive", "application/pdf", Meta::buttonsContent(u"Ok?"_s, {{u"1"_s, u"Yes"_s}}, {{}, u"document"_s, {}}));
    row("list", "interactive", "", Meta::listContent(u"Pick"_s, u"Open"_s, {{u"S"_s, {{u"1"_s, u"Red"_s, u"The red one"_s}}}, {u"T"_s, {{u"2"_s, u"Blue"_s, {}}}}}, {u"Top"_s, {}, u"foot"_s}));
    row("link button", "interactive", "", Meta::linkButtonContent(u"Go"_s, u"Shop"_s, QUrl(u"https://a.example/?q=1"_s), {u"Top"_s, {}, u"foot"_s}));
    row("location request", "interactive", "", Meta::locationRequestContent(u"Where are you?"_s));
    row("flow", "interactive", "", Meta::flowContent(u"Fill"_s, {u"7"_s, u"Open"_s, u"t"_s, u"S"_s, {{u"a"_s, 1}}}));
}

void TestRequestsSandbox::messages()
{
    QFETCH(QString, type);
    QFETCH(QString, mime);
    QFETCH(QJsonObject, content);
    QFETCH(bool, voice);
    if (!mime.isEmpty()) {
        OutboxMedia media;
        media.filename = u"语音 \"1\".pdf"_s;
        media.voice = voice;
        const QString id = upload(mime, media.filename);
        QVERIFY(!id.isEmpty());
        content = Meta::withMedia(type, content, media, id).value_or(QJsonObject());
    }
    const auto first = send(type, content);
    QVERIFY2(first.has_value(), qPrintable(why(first)));
    QVERIFY(first->wamid.startsWith("wamid."_L1));
    QVERIFY2(send(type, content, m_said).has_value(), "as an answer");
    const auto reaction = send(u"reaction"_s, Meta::reactionContent(m_said, u"👍"_s), m_said);
    QVERIFY2(reaction.has_value(), qPrintable(why(reaction)));
    QVERIFY(send(u"reaction"_s, Meta::reactionContent(m_said, {})).has_value());
}

void TestRequestsSandbox::templates()
{
    const auto page = wait(m_client->templates(m_sandbox->waba, {}, m_token));
    QVERIFY2(page.has_value(), qPrintable(why(page)));
    QVERIFY(page->templates.size() >= 15);
    int sent = 0;
    for (const MessageTemplate &definition : page->templates) {
        const TemplateForm form(definition);
        QCOMPARE(form.obstacle().isEmpty(), definition.canBeSent());
        if (!form.obstacle().isEmpty()) continue;
        TemplateInput input;
        for (const TemplateField &field : form.fields()) input.values[field.key] = field.example.isEmpty() ? u"12"_s : field.example;
        const QString media = form.headerMediaType();
        if (!media.isEmpty()) {
            input.headerMedia.mime = media == "image"_L1 ? u"image/jpeg"_s : media == "video"_L1 ? u"video/mp4"_s : u"application/pdf"_s;
            input.headerMedia.sha256 = QString(64, u'a');
            input.headerMedia.size = 100;
            input.headerMedia.filename = u"invoice.pdf"_s;
        }
        auto content = form.content(input);
        QVERIFY2(content.has_value(), qPrintable(definition.name + u": "_s + why(content)));
        if (!media.isEmpty()) content = Meta::withMedia(u"template"_s, *content, input.headerMedia, upload(input.headerMedia.mime, u"invoice.pdf"_s));
        const auto reply = send(u"template"_s, content.value_or(QJsonObject()));
        QVERIFY2(reply.has_value(), qPrintable(definition.name + u": "_s + why(reply)));
        QVERIFY(!form.preview(input).text().contains("{{"_L1));
        ++sent;
    }
    QVERIFY(sent >= 12);
}

void TestRequestsSandbox::refusedFile()
{
    QFile file(m_folder.filePath(u"fake"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
    file.close();
    const auto fake = wait(m_client->uploadMedia(m_sandbox->number, file.fileName(), u"image/jpeg"_s, u"a.jpg"_s, m_token));
    QCOMPARE(fake.error().platformCode, 131053);
    const QString id = upload(u"application/pdf"_s, u"a.pdf"_s);
    QVERIFY2(wait(m_client->deleteMedia(m_sandbox->number, id, m_token)).has_value(), "delete");
    QVERIFY(!send(u"document"_s, {{u"id"_s, id}}).has_value());
}

void TestRequestsSandbox::toAUserId()
{
    const QString user = u"US.13491208655302741918"_s;
    QVERIFY(!m_sandbox->customerSays(user, u"no phone"_s).isEmpty());
    const auto reply = wait(m_client->send({m_sandbox->number, {}, user, u"text"_s, {{u"body"_s, u"hello"_s}}, {}, {}}, m_token));
    QVERIFY2(reply.has_value(), qPrintable(why(reply)));
    const auto blocked = wait(m_client->block(m_sandbox->number, {}, user, m_token));
    QVERIFY2(blocked.has_value(), qPrintable(why(blocked)));
    QVERIFY(wait(m_client->unblock(m_sandbox->number, {}, user, m_token)).has_value());
}

void TestRequestsSandbox::readAndTyping()
{
    for (const bool typing : {false, true}) {
        const auto read = wait(m_client->markRead(m_sandbox->number, m_said, typing, m_token));
        QVERIFY2(read.has_value(), qPrintable(why(read)));
    }
}

void TestRequestsSandbox::blocks()
{
    const auto stranger = wait(m_client->block(m_sandbox->number, u"16505559876"_s, {}, m_token));
    QCOMPARE(stranger.error().platformCode, 131047);
    QCOMPARE(stranger.error().text, u"Only customers who wrote in the last 24 hours can be blocked."_s);
    const auto blocked = wait(m_client->block(m_sandbox->number, customer, {}, m_token));
    QVERIFY2(blocked.has_value(), qPrintable(why(blocked)));
    const auto again = wait(m_client->unblock(m_sandbox->number, customer, {}, m_token));
    QVERIFY2(again.has_value(), qPrintable(why(again)));
}

QTEST_GUILESS_MAIN(TestRequestsSandbox)
#include "tst_requests_sandbox.moc"
