#include "tests/gui/looks/practice_desk.h"

#include "core/providers/meta/interactive_content.h"
#include "core/providers/meta/request_builder.h"
#include "core/secrets/memory_secret_store.h"
#include "core/templates/template_form.h"

#include <QTest>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Testing {
namespace {

constexpr int waitMs = 30000;
constexpr auto fewestConversations = 40;
constexpr auto appSecret = "CANARY-app-secret"; // the sandbox process is started with these
constexpr auto verifyToken = "CANARY-verify-token";

} // namespace

PracticeDesk::PracticeDesk(const QString &language) : m_language(language)
{
}

PracticeDesk::~PracticeDesk()
{
    m_context.reset();
    m_feed.reset();
    m_gateway.reset();
    m_store.reset();
}

QString PracticeDesk::begin()
{
    if (!m_sandbox.isListening()) return u"the sandbox does not run"_s;
    m_sandbox.post(u"/_control/history"_s, {{u"seconds"_s, 1}});
    m_sandbox.link();
    openStore();
    if (!startGateway()) return u"the gateway does not start"_s;
    m_sandbox.post(u"/_control/play_history"_s);
    if (!QTest::qWaitFor([this] { return historyIsHere(); }, waitMs)) return u"the history did not come"_s;
    othersWrite();
    const auto played = m_sandbox.post(u"/_control/every_type"_s, {{u"language"_s, chinese() ? m_language : QString()}}).json;
    m_key = played[u"key"_s].toString();
    m_ids = played[u"ids"_s].toObject();
    if (!QTest::qWaitFor([this] { return everythingIsHere(); }, waitMs)) return u"a message or a file did not come"_s;
    answer();
    if (!QTest::qWaitFor([this] { return sendTemplate(); }, waitMs)) return u"the template list did not come"_s;
    if (!QTest::qWaitFor([this] { return answersAre(m_sent, 0); }, waitMs)) return u"an answer was not delivered"_s;
    m_sandbox.post(u"/_control/fail"_s, {{u"code"_s, 131000}, {u"count"_s, 1}});
    send(u"text"_s, chinese() ? u"如果需要，送货员会提前打电话。"_s : u"If you like, the driver calls before he comes."_s, {});
    if (!QTest::qWaitFor([this] { return answersAre(m_sent - 1, 1); }, waitMs)) return u"no answer failed"_s;
    (void)waitFor(m_store->conversations().markRead(row().id, m_clock->now()));
    return {};
}

void PracticeDesk::openStore()
{
    StoreOptions options;
    options.url = u"sqlite:"_s + m_folder.filePath(u"practice.db"_s);
    auto opened = Store::open(options, m_clock);
    if (!opened) qFatal("%s", qPrintable(opened.error().text));
    m_store = *std::move(opened);
    Number number;
    number.phoneNumberId = m_sandbox.number;
    number.wabaId = m_sandbox.waba;
    number.displayPhone = u"+1 555-078-3881"_s;
    number.verifiedName = chinese() ? u"灯与叶"_s : u"Lumen & Leaf"_s;
    number.state = NumberState::Linked;
    number.coexistence = true;
    number.onboardedAt = m_clock->now() - std::chrono::hours(24);
    m_number = waitFor(m_store->numbers().upsert(number)).value_or(NumberId{});
    settings.setValue(UserSettings::Key::AgentName, chinese() ? u"小安"_s : u"Ana"_s);
}

bool PracticeDesk::startGateway()
{
    m_gateway = std::make_unique<Gateway>(*m_store, std::make_unique<MemorySecretStore>(), m_clock);
    m_feed = std::make_unique<ChangeFeed>(*m_store);
    m_context = std::make_unique<UiContext>(UiContext{*m_store, *m_feed, m_gateway.get(), *m_clock, theme, settings});
    GatewayConfig config;
    config.graphUrl = QUrl(m_sandbox.base() + u"/v25.0"_s);
    config.appSecret = Secret(QString::fromLatin1(appSecret));
    config.verifyToken = Secret(QString::fromLatin1(verifyToken));
    config.numbers = {{m_sandbox.number, m_sandbox.waba, {}, Secret(m_sandbox.token), {}}};
    const auto port = m_gateway->start(config);
    if (!port) return false;
    return m_sandbox.post(u"/v25.0/"_s + m_sandbox.waba + u"/subscribed_apps"_s,
        {{u"override_callback_uri"_s, u"http://127.0.0.1:%1/webhooks/meta"_s.arg(*port)}, {u"verify_token"_s, QString::fromLatin1(verifyToken)}}, m_sandbox.token).status == 200;
}

bool PracticeDesk::historyIsHere()
{
    const auto number = waitFor(m_store->numbers().byPhoneNumberId(m_sandbox.number));
    const auto counts = waitFor(m_store->conversations().counts(std::nullopt));
    return number && counts && number->history.state == HistoryState::Complete && counts->open >= fewestConversations;
}

void PracticeDesk::othersWrite()
{
    // In the order in which they stand in the list afterwards, the oldest first.
    const std::pair<QString, QJsonObject> said[] = {
        {u"5511900000521"_s, {{u"text"_s, u"O abajur chegou perfeito, obrigada! 😍"_s}}},
        {u"34600000271"_s, {{u"text"_s, u"¿Me podéis enviar la factura otra vez?"_s}}},
        {u"971500000384"_s, {{u"kind"_s, u"voice"_s}, {u"seed"_s, 5}}},
        {u"8619900012207"_s, {{u"text"_s, u"请问周六还营业吗？"_s}}},
        {u"12125550178"_s, {{u"kind"_s, u"photo"_s}, {u"motif"_s, u"crack"_s}, {u"seed"_s, 3}, {u"caption"_s, u"One mug came with a crack"_s}}}};
    qint64 minutes = 70;
    for (const auto &[from, what] : said) {
        auto body = what;
        body.insert(u"from"_s, from);
        body.insert(u"seconds_ago"_s, (minutes -= 13) * 60);
        m_sandbox.post(u"/_customers/send"_s, body);
    }
}

bool PracticeDesk::everythingIsHere()
{
    const auto all = messages();
    const auto last = m_ids[u"last"_s].toString();
    const auto came = std::any_of(all.begin(), all.end(), [&last](const Message &message) { return message.wamid == last; });
    return came && std::none_of(all.begin(), all.end(), [](const Message &message) {
        return message.media.state == MediaState::Pending;
    });
}

void PracticeDesk::answer()
{
    m_sandbox.post(u"/_control/reading"_s, {{u"after_seconds"_s, 1}});
    m_sandbox.post(u"/_control/limit"_s, {{u"per_second"_s, 80}});
    const auto text = chinese() ? u"绿色的*两盏*已经给您留好了。"_s : u"I have put *two* of the green ones aside for you."_s;
    send(u"text"_s, text, {}, m_ids[u"order"_s].toString());
    const auto question = chinese() ? u"什么时候送货方便？"_s : u"When may we bring them?"_s;
    const auto days = chinese() ? QList<Meta::ReplyButton>{{u"sat"_s, u"周六上午"_s}, {u"mon"_s, u"周一"_s}} : QList<Meta::ReplyButton>{{u"sat"_s, u"Saturday morning"_s}, {u"mon"_s, u"Monday"_s}};
    send(u"interactive"_s, question, *Meta::buttonsContent(question, days));
    const auto place = chinese() ? u"灯与叶"_s : u"Lumen & Leaf"_s;
    send(u"location"_s, {}, *Meta::locationContent(51.4545, -2.5879, place, chinese() ? u"长乐路 672 号"_s : u"12 Mill Street, Bristol"_s));
}

void PracticeDesk::send(const QString &type, const QString &text, QJsonObject content, const QString &replyTo)
{
    if (type == "text"_L1) content = *Meta::textContent(text);
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.numberId = m_number;
    item.phoneNumberId = m_sandbox.number;
    item.conversationId = row().id;
    item.toPhone = m_key;
    item.type = type;
    item.text = text;
    item.content = content;
    item.replyToWamid = replyTo;
    item.queuedAt = m_clock->now();
    if (const auto id = waitFor(m_store->outbox().enqueue(item, settings.value(UserSettings::Key::AgentName).toString())); !id) qFatal("%s", qPrintable(id.error().text));
    ++m_sent;
}

bool PracticeDesk::sendTemplate()
{
    const auto wanted = chinese() ? u"order_update"_s : u"delivery_slot"_s;
    const auto list = waitFor(m_store->templates().all(m_sandbox.waba)).value_or(QList<MessageTemplate>{});
    for (const auto &each : list) {
        if (each.name != wanted || each.language.startsWith(u"zh"_s) != chinese()) continue;
        const TemplateForm form(each);
        TemplateInput input;
        for (const auto &field : form.fields()) input.values[field.key] = field.example.isEmpty() ? u"LL-20417"_s : field.example;
        const auto content = form.content(input);
        if (!content) return false;
        send(u"template"_s, form.preview(input).text(), *content);
        return true;
    }
    return false;
}

bool PracticeDesk::answersAre(int readWanted, int failedWanted)
{
    const auto all = messages();
    int read = 0;
    int failed = 0;
    for (const auto &message : all) {
        if (message.origin != Origin::Agent) continue;
        read += message.status == MessageStatus::Read ? 1 : 0;
        failed += message.status == MessageStatus::Failed ? 1 : 0;
    }
    return read == readWanted && failed == failedWanted;
}

ConversationRow PracticeDesk::row()
{
    ConversationFilter all;
    const auto page = waitFor(m_store->conversations().page(all, std::nullopt, 200));
    for (const auto &row : page ? page->rows : QList<ConversationRow>()) {
        if (row.identity.endsWith(m_key)) return row;
    }
    return {};
}

QList<Message> PracticeDesk::messages()
{
    const auto page = waitFor(m_store->messages().newest(row().id, 200));
    return page ? page->messages : QList<Message>();
}

} // namespace Tandem::Testing
