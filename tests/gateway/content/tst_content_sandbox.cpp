#include "core/providers/meta/interactive_content.h"
#include "core/providers/meta/request_builder.h"
#include "core/templates/template_form.h"
#include "tests/gateway/content/content_world.h"
#include "tests/sandbox/sandbox_process.h"

#include <QJsonArray>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The gateway's whole way out and back against the sandbox, which refuses what the platform's documents do not name:
/// queue, upload, slot, request, statuses, read marks, blocks, template list.
class TestContentSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyKindGoesOut();
    void readAndTypingArrive();
    void blockAndUnblock();

private:
    [[nodiscard]] OutboxItem item(const QString &type, const QJsonObject &content) const;
    [[nodiscard]] OutboxItem file(const QString &type, const QByteArray &bytes, const QString &mime, const QString &name, bool voice = false);
    [[nodiscard]] QList<OutboxItem> everything();
    [[nodiscard]] std::optional<OutboxItem> templateWithPicture();
    [[nodiscard]] Number number();

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<ContentWorld> m_world;
    QString m_said;
};

void TestContentSandbox::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY(m_sandbox->isListening());
    m_sandbox->link();
    m_world = std::make_unique<ContentWorld>();
    GatewayConfig config;
    config.graphUrl = QUrl(m_sandbox->base() + u"/v25.0"_s);
    config.appSecret = Secret(QString::fromLatin1(appSecret));
    config.verifyToken = Secret(QString::fromLatin1(verifyToken));
    GatewayNumber linked;
    linked.phoneNumberId = m_sandbox->number;
    linked.wabaId = m_sandbox->waba;
    linked.token = Secret(m_sandbox->token);
    config.numbers = {linked};
    m_world->start(config);
    // From now on the platform's webhooks come to this gateway.
    const auto hooks = u"http://127.0.0.1:%1/webhooks/meta"_s.arg(m_world->gateway->port());
    const auto subscribed = m_sandbox->post(u"/v25.0/"_s + m_sandbox->waba + u"/subscribed_apps"_s,
        {{u"override_callback_uri"_s, hooks}, {u"verify_token"_s, QString::fromLatin1(verifyToken)}}, m_sandbox->token);
    QCOMPARE(subscribed.status, 200);
    m_said = m_sandbox->customerSays(QString::fromLatin1(ContentWorld::Customer), u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(m_said).wamid, m_said, 8000);
}

void TestContentSandbox::cleanupTestCase()
{
    m_world.reset();
    m_sandbox.reset();
}

Number TestContentSandbox::number()
{
    return waitFor(m_world->store->numbers().byPhoneNumberId(m_sandbox->number)).value_or(Number{});
}

OutboxItem TestContentSandbox::item(const QString &type, const QJsonObject &content) const
{
    auto made = m_world->text({});
    made.phoneNumberId = m_sandbox->number;
    made.type = type;
    made.content = content;
    return made;
}

OutboxItem TestContentSandbox::file(const QString &type, const QByteArray &bytes, const QString &mime, const QString &name, bool voice)
{
    auto made = m_world->file(type, bytes, mime, name);
    made.phoneNumberId = m_sandbox->number;
    made.media.voice = voice;
    return made;
}

std::optional<OutboxItem> TestContentSandbox::templateWithPicture()
{
    const auto list = waitFor(m_world->store->templates().all(m_sandbox->waba)).value_or(QList<MessageTemplate>{});
    for (const auto &each : list) {
        const TemplateForm form(each);
        if (!form.obstacle().isEmpty() || form.headerMediaType() != u"image"_s) continue;
        auto made = file(u"template"_s, "\xff\xd8\xff\xe0 header", u"image/jpeg"_s, u"offer.jpg"_s);
        TemplateInput input;
        input.headerMedia = made.media;
        for (const auto &field : form.fields()) input.values[field.key] = field.example.isEmpty() ? u"12"_s : field.example;
        const auto content = form.content(input);
        if (!content) return std::nullopt;
        made.content = *content;
        return made;
    }
    return std::nullopt;
}

QList<OutboxItem> TestContentSandbox::everything()
{
    const auto ogg = "OggS" + QByteArray(24, '\0') + "OpusHead\x01\x01" + QByteArray(40, '\0');
    return {
        item(u"text"_s, *Meta::textContent(u"hello"_s)),
        file(u"image"_s, "\xff\xd8\xff\xe0 picture", u"image/jpeg"_s, u"garden.jpg"_s),
        file(u"audio"_s, ogg, u"audio/ogg; codecs=opus"_s, u"voice.ogg"_s, true),
        file(u"document"_s, "%PDF-1.4 paper", u"application/pdf"_s, u"发票.pdf"_s),
        file(u"sticker"_s, QByteArray("RIFF\x10\0\0\0WEBPVP8 sticker", 22), u"image/webp"_s, u"s.webp"_s),
        item(u"location"_s, *Meta::locationContent(37.44, -122.16, u"Office"_s, u"1 Main St"_s)),
        item(u"interactive"_s, *Meta::buttonsContent(u"Ok?"_s, {{u"1"_s, u"Yes"_s}, {u"2"_s, u"No"_s}})),
        item(u"reaction"_s, Meta::reactionContent(m_said, u"👍"_s)),
    };
}

void TestContentSandbox::everyKindGoesOut()
{
    QTRY_VERIFY_WITH_TIMEOUT(!waitFor(m_world->store->templates().all(m_sandbox->waba)).value_or(QList<MessageTemplate>{}).isEmpty(), 10000);
    auto items = everything();
    const auto offer = templateWithPicture();
    QVERIFY(offer.has_value());
    items.append(*offer);
    QList<OutboxId> ids;
    for (const auto &each : items) ids.append(m_world->queue(each));
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QTRY_VERIFY2_WITH_TIMEOUT(m_world->row(ids[i]).state == OutboxState::Accepted,
            qPrintable(items[i].type + u": "_s + m_world->row(ids[i]).errorText), 15000);
    }
    // The platform's own statuses come back and tick every message but the reaction, which is none.
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const auto wamid = m_world->row(ids[i]).wamid;
        QVERIFY(!wamid.isEmpty());
        if (items[i].type == u"reaction"_s) continue;
        QTRY_VERIFY2_WITH_TIMEOUT(m_world->message(wamid).status >= MessageStatus::Delivered, qPrintable(items[i].type), 10000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(m_said).reactions.size(), 1, 5000);
    QStringList order;
    for (const auto &each : m_sandbox->get(u"/_log"_s).json["attempts"_L1].toArray()) {
        if (each["source"_L1] != "api"_L1) continue;
        QCOMPARE(each["http"_L1].toInt(), 200);
        order.append(each["type"_L1].toString());
    }
    QStringList queued;
    for (const auto &each : items) queued.append(each.type);
    QCOMPARE(order, queued);
}

void TestContentSandbox::readAndTypingArrive()
{
    Peer peer;
    peer.phone = QString::fromLatin1(ContentWorld::Customer);
    const auto conversation = waitFor(m_world->store->conversations().findOrCreate(number().id, peer)).value_or(ConversationId{});
    const auto said = m_sandbox->customerSays(peer.phone, u"are you there?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->message(said).wamid, said, 8000);
    QVERIFY(waitFor(m_world->store->commands().enqueue(number().id, CommandKind::Typing, {{u"conversation"_s, conversation.value}, {u"wamid"_s, said}})).has_value());
    QVERIFY(waitFor(m_world->store->conversations().markRead(conversation, m_world->clock->now() + 2s)).value_or(false));
    const auto reads = [this] {
        int count = 0;
        for (const auto &each : m_sandbox->get(u"/_log"_s).json["attempts"_L1].toArray()) {
            count += each["source"_L1] == "read"_L1 && each["http"_L1].toInt() == 200 ? 1 : 0;
        }
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(reads(), 2, 8000);
}

void TestContentSandbox::blockAndUnblock()
{
    const QJsonObject body{{u"phone"_s, QString::fromLatin1(ContentWorld::Customer)}};
    ConversationFilter all;
    all.number = number().id;
    const auto isBlocked = [&] { return waitFor(m_world->store->conversations().page(all, std::nullopt, 1))->rows.first().blocked; };
    QVERIFY(waitFor(m_world->store->commands().enqueue(number().id, CommandKind::Block, body)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(isBlocked(), 8000);
    QVERIFY(waitFor(m_world->store->commands().enqueue(number().id, CommandKind::Unblock, body)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!isBlocked(), 8000);
}

QTEST_GUILESS_MAIN(TestContentSandbox)
#include "tst_content_sandbox.moc"
