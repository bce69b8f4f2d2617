#include "core/domain/words.h"
#include "link_world.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {

const QString contactsSync = u"requestSync smb_app_state_sync"_s;
const QString historySync = u"requestSync history"_s;

Error platform(int code)
{
    return Error{code == 190 || code == 200 ? ErrorCode::Auth : ErrorCode::Platform, u"said %1"_s.arg(code), {}, false, code};
}

Error network()
{
    return Error::retry(ErrorCode::Network, u"no network"_s);
}

} // namespace

Q_DECLARE_METATYPE(Tandem::LinkFailure)

class TestLinkService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tandem.link=false"_s); }
    void linksANumber();
    void failures_data();
    void failures();
    void waitsForTheNetwork_data();
    void waitsForTheNetwork();
    void syncRefusals_data();
    void syncRefusals();
    void publicAddress_data();
    void publicAddress();
    void incompleteApp();
    void appSubscription();
    void findsTheNumber();
    void asksForTheNumber();
    void wrongAccounts();
    void lateCoexistence();
    void stateToken();
    void cancelled();
    void givenUpOnThePage();
    void codeExpires();
    void goesOnUnderTheNextLease();
    void anotherGatewayTookOver();
};

void TestLinkService::linksANumber()
{
    LinkWorld world;
    world.begin();
    QCOMPARE(world.row().pageUrl, u"https://inbox.example/base/link?state=state1"_s);
    QVERIFY(world.returnCode({{}, u"code"_s, u"7"_s, {}, false, {}, 0}) == LinkPageState::Taken);
    QVERIFY(world.until([&] { return world.finished(); }));
    QCOMPARE(word(world.row().step), word(LinkStep::Done));
    QCOMPARE(world.steps,
        (QList<LinkStep>{LinkStep::WaitingForOwner, LinkStep::Exchanging, LinkStep::Inspecting, LinkStep::Subscribing,
            LinkStep::Checking, LinkStep::SyncingContacts, LinkStep::SyncingHistory, LinkStep::Done}));
    QCOMPARE(world.count(contactsSync), 1);
    QCOMPARE(world.count(historySync), 1);
    QVERIFY(world.calls.indexOf(u"subscribeWaba"_s) < world.calls.indexOf(contactsSync));
    QVERIFY(world.calls.indexOf(contactsSync) < world.calls.indexOf(historySync));
    QCOMPARE(world.calls.first(), u"address https://inbox.example/base/webhooks/meta"_s);
    const Number number = world.stored.value(u"61"_s);
    QCOMPARE(word(number.state), word(NumberState::Linked));
    QVERIFY(number.coexistence);
    QCOMPARE(number.wabaId, u"7"_s);
    QCOMPARE(number.verifiedName, u"Shop"_s);
    QCOMPARE(toIso(number.onboardedAt.value()), u"2026-11-23T14:00:09Z"_s);
    QCOMPARE(word(number.history.state), word(HistoryState::Requested));
    QCOMPARE(world.linked, QStringList{u"61"_s});
    QCOMPARE(waitFor(world.secretsOnDisk.read(u"token/61"_s)).value().reveal(), u"T"_s);
    QVERIFY(!waitFor(world.secretsOnDisk.read(u"link/1"_s)).has_value());
    QCOMPARE(world.row().contactsRequestId, u"R"_s);
    QCOMPARE(world.row().historyRequestId, u"R"_s);
}

void TestLinkService::failures_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<LinkFailure>("failure");
    QTest::newRow("app secret is wrong") << u"appSubscriptions"_s << 190 << LinkFailure::PlatformError;
    QTest::newRow("subscription refused") << u"subscribeApp"_s << 200 << LinkFailure::SubscriptionMissing;
    QTest::newRow("code refused") << u"exchangeCode"_s << 100 << LinkFailure::CodeExpired;
    QTest::newRow("exchange not allowed") << u"exchangeCode"_s << 190 << LinkFailure::NoPermission;
    QTest::newRow("token not readable") << u"debugToken"_s << 190 << LinkFailure::NoPermission;
    QTest::newRow("numbers not readable") << u"phoneNumbers"_s << 200 << LinkFailure::NoPermission;
    QTest::newRow("numbers refused") << u"phoneNumbers"_s << 100 << LinkFailure::PlatformError;
    QTest::newRow("account not subscribed") << u"subscribeWaba"_s << 100 << LinkFailure::SubscriptionMissing;
    QTest::newRow("account permission") << u"subscribeWaba"_s << 200 << LinkFailure::NoPermission;
    QTest::newRow("number gone") << u"phoneNumber"_s << 100 << LinkFailure::PlatformError;
}

void TestLinkService::failures()
{
    QFETCH(QString, call);
    QFETCH(int, code);
    QFETCH(LinkFailure, failure);
    LinkWorld world;
    world.errors[call] = {platform(code)};
    world.run();
    QCOMPARE(word(world.row().step), word(LinkStep::Failed));
    QCOMPARE(word(world.row().failure), word(failure));
    QCOMPARE(world.row().platformCode, code);
    QVERIFY(!world.row().errorText.isEmpty());
    QCOMPARE(world.count(contactsSync) + world.count(historySync), 0);
    QVERIFY(!waitFor(world.secretsOnDisk.read(u"link/1"_s)).has_value());
}

void TestLinkService::waitsForTheNetwork_data()
{
    QTest::addColumn<QString>("call");
    for (const auto *call : {"exchangeCode", "debugToken", "phoneNumbers", "subscribeWaba", "phoneNumber", "upsert", "update",
             "requestSync smb_app_state_sync", "requestSync history"}) {
        QTest::newRow(call) << QString::fromLatin1(call);
    }
}

void TestLinkService::waitsForTheNetwork()
{
    QFETCH(QString, call);
    LinkWorld world;
    world.errors[call] = {network(), network(), network()};
    world.run();
    QCOMPARE(word(world.row().step), word(LinkStep::Done));
    QVERIFY(world.row().errorText.isEmpty());
    QVERIFY(world.count(call) >= 4);
}

void TestLinkService::syncRefusals_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<LinkFailure>("failure"); ///< None: done
    QTest::addColumn<bool>("historyAsked");
    QTest::newRow("contacts already done") << contactsSync << 2593107 << LinkFailure::None << true;
    QTest::newRow("contacts too late") << contactsSync << 2593108 << LinkFailure::SyncTooLate << false;
    QTest::newRow("contacts refused") << contactsSync << 100 << LinkFailure::PlatformError << true;
    QTest::newRow("history already done") << historySync << 2593107 << LinkFailure::SyncAlreadyDone << true;
    QTest::newRow("history too late") << historySync << 2593108 << LinkFailure::SyncTooLate << true;
    QTest::newRow("history declined") << historySync << 2593109 << LinkFailure::HistoryDeclined << true;
    QTest::newRow("too many calls") << historySync << 80007 << LinkFailure::None << true;
}

void TestLinkService::syncRefusals()
{
    QFETCH(QString, call);
    QFETCH(int, code);
    QFETCH(LinkFailure, failure);
    QFETCH(bool, historyAsked);
    LinkWorld world;
    world.errors[call] = {platform(code)};
    world.run();
    QCOMPARE(word(world.row().failure), word(failure));
    QCOMPARE(word(world.row().step), word(failure == LinkFailure::None ? LinkStep::Done : LinkStep::Failed));
    QCOMPARE(world.count(historySync) > 0, historyAsked);
    QCOMPARE(word(world.stored.value(u"61"_s).state), word(NumberState::Linked));
    if (code == 2593109) QCOMPARE(word(world.stored.value(u"61"_s).history.state), word(HistoryState::Declined));
}

void TestLinkService::publicAddress_data()
{
    using enum Meta::GraphAnswer::Outcome;
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing there") << int(NotSent) << 0 << QByteArray("x");
    QTest::newRow("silent") << int(TimedOut) << 0 << QByteArray("x");
    QTest::newRow("cut") << int(Cut) << 0 << QByteArray("x");
    QTest::newRow("another gateway") << int(Answered) << 403 << QByteArray("Forbidden");
    QTest::newRow("another page") << int(Answered) << 200 << QByteArray("<html>");
    QTest::newRow("broken tunnel") << int(Answered) << 502 << QByteArray("x");
}

void TestLinkService::publicAddress()
{
    QFETCH(int, outcome);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    LinkWorld world;
    world.address = {Meta::GraphAnswer::Outcome(outcome), status, body, {}, {}};
    world.begin();
    QCOMPARE(word(world.row().failure), word(LinkFailure::PublicAddressUnreachable));
    QVERIFY(!world.row().errorText.isEmpty());
    QCOMPARE(world.count(u"appSubscriptions"_s), 0);
    LinkWorld trusting;
    trusting.config.trustPublicUrl = true;
    trusting.address = world.address;
    trusting.begin();
    QCOMPARE(word(trusting.row().step), word(LinkStep::WaitingForOwner));
    QCOMPARE(trusting.count(u"appSubscriptions"_s), 1);
}

void TestLinkService::incompleteApp()
{
    LinkWorld noSecret;
    noSecret.config.appSecret = Secret();
    noSecret.begin();
    QCOMPARE(word(noSecret.row().failure), word(LinkFailure::PlatformError));
    QVERIFY(noSecret.calls.filter(u"address"_s).isEmpty());
    for (const auto *url : {"", "http://inbox.example", "inbox.example"}) {
        LinkWorld world;
        world.config.publicUrl = QUrl(QString::fromLatin1(url));
        world.begin();
        QCOMPARE(word(world.row().failure), word(LinkFailure::PublicAddressUnreachable));
    }
    LinkWorld local;
    local.config.publicUrl = QUrl(u"http://127.0.0.1:8080"_s);
    local.begin();
    QCOMPARE(word(local.row().step), word(LinkStep::WaitingForOwner));
}

void TestLinkService::appSubscription()
{
    const QString ours = u"https://inbox.example/base/webhooks/meta"_s;
    const QStringList six{u"messages"_s, u"history"_s, u"smb_app_state_sync"_s, u"smb_message_echoes"_s, u"account_update"_s, u"message_template_status_update"_s};
    LinkWorld none;
    none.run();
    QCOMPARE(none.subscribedFields, six);
    QCOMPARE(none.overrideUrl, QString());
    LinkWorld part;
    part.subscriptions = {{u"page"_s, ours, {}, true}, {u"whatsapp_business_account"_s, ours, {u"security"_s, u"messages"_s}, true}};
    part.run();
    QCOMPARE(part.subscribedFields, (QStringList{u"security"_s, u"messages"_s} + six.mid(1)));
    LinkWorld whole;
    whole.subscriptions = {{u"whatsapp_business_account"_s, ours, six, true}};
    whole.run();
    QCOMPARE(whole.count(u"subscribeApp"_s), 0);
    LinkWorld elsewhere;
    elsewhere.subscriptions = {{u"whatsapp_business_account"_s, u"https://other.example/hook"_s, six, true}};
    elsewhere.run();
    QCOMPARE(word(elsewhere.row().step), word(LinkStep::Done));
    QCOMPARE(elsewhere.count(u"subscribeApp"_s), 0); // the other system keeps its webhooks
    QCOMPARE(elsewhere.overrideUrl, ours);
    LinkWorld lacking;
    lacking.subscriptions = {{u"whatsapp_business_account"_s, u"https://other.example/hook"_s, six.mid(0, 5), true}};
    lacking.run();
    QCOMPARE(word(lacking.row().failure), word(LinkFailure::SubscriptionMissing));
    QVERIFY(lacking.row().errorText.contains(six.last()));
}

void TestLinkService::findsTheNumber()
{
    // The page named no account: the token's are searched; a number that is linked already is passed over.
    LinkWorld world;
    world.token.wabaIds = {u"7"_s, u"8"_s};
    PhoneNumberInfo second = world.phoneNumbers.value(u"7"_s).first();
    second.id = u"62"_s;
    world.phoneNumbers.insert(u"8"_s, {second});
    Number known;
    known.phoneNumberId = u"61"_s;
    known.state = NumberState::Linked;
    world.stored.insert(u"61"_s, known);
    world.run();
    QCOMPARE(word(world.row().step), word(LinkStep::Done));
    QCOMPARE(world.row().phoneNumberId, u"62"_s);
    QCOMPARE(world.row().wabaId, u"8"_s);
    // The page named the number.
    LinkWorld named;
    named.phoneNumbers[u"7"_s].append(second);
    named.begin();
    named.returnCode({{}, {}, u"7"_s, u"62"_s, false, {}, 0});
    QVERIFY(named.until([&] { return named.finished(); }));
    QCOMPARE(named.row().phoneNumberId, u"62"_s);
    LinkWorld empty;
    empty.phoneNumbers.clear();
    empty.run();
    QCOMPARE(word(empty.row().failure), word(LinkFailure::NoNumberFound));
}

void TestLinkService::asksForTheNumber()
{
    for (const bool several : {true, false}) {
        for (const bool restarted : {true, false}) {
            LinkWorld world;
            PhoneNumberInfo second = world.phoneNumbers.value(u"7"_s).first();
            second.id = u"62"_s;
            if (several) world.phoneNumbers[u"7"_s].append(second);
            if (!several) world.phoneNumbers[u"7"_s].first().onBizApp.reset(); // none says that it is on the app, yet
            world.run();
            QCOMPARE(word(world.row().step), word(LinkStep::ChoosingNumber));
            QCOMPARE(world.row().candidates.size(), several ? 2 : 1);
            QCOMPARE(world.row().phoneNumberId, QString());
            if (restarted) {
                world.restart();
                world.service().wake();
                QTest::qWait(5);
            }
            world.phoneNumbers[u"7"_s].first().onBizApp = true;
            (void)world.choose(LinkRequestId{1}, u"61"_s);
            world.service().wake();
            QVERIFY(world.until([&] { return world.finished(); }));
            QCOMPARE(word(world.row().step), word(LinkStep::Done));
            QVERIFY(world.stored.contains(u"61"_s));
            QCOMPARE(world.count(historySync), 1);
        }
    }
}

void TestLinkService::wrongAccounts()
{
    LinkWorld otherApp;
    otherApp.token.appId = u"other"_s;
    otherApp.run();
    QCOMPARE(word(otherApp.row().failure), word(LinkFailure::WrongAccount));
    LinkWorld otherWaba;
    otherWaba.begin();
    otherWaba.returnCode({{}, {}, u"9"_s, {}, false, {}, 0});
    QVERIFY(otherWaba.until([&] { return otherWaba.finished(); }));
    QCOMPARE(word(otherWaba.row().failure), word(LinkFailure::WrongAccount));
    LinkWorld noScope;
    noScope.token.scopes = {u"whatsapp_business_management"_s};
    noScope.run();
    QCOMPARE(word(noScope.row().failure), word(LinkFailure::NoPermission));
    LinkWorld keyring;
    keyring.errors[u"secret write"_s] = {Error::of(ErrorCode::Secret, u"locked"_s)};
    keyring.run();
    QCOMPARE(word(keyring.row().failure), word(LinkFailure::SecretStoreFailed));
}

void TestLinkService::lateCoexistence()
{
    LinkWorld never;
    never.phoneNumbers[u"7"_s].first().platformType = u"NOT_APPLICABLE"_s;
    never.run();
    QCOMPARE(word(never.row().failure), word(LinkFailure::NotCoexisting));
    QVERIFY(never.count(u"phoneNumber"_s) > 1);
    QCOMPARE(never.count(contactsSync), 0);
    QVERIFY(!never.stored.contains(u"61"_s));
    // An onboarding time from long ago belongs to an earlier link.
    LinkWorld again;
    again.phoneNumbers[u"7"_s].first().lastOnboarded = u"2025-01-01T00:00:00+0000"_s;
    again.run();
    QCOMPARE(toIso(again.stored.value(u"61"_s).onboardedAt.value()), toIso(again.clock->now()));
}

void TestLinkService::stateToken()
{
    LinkWorld world;
    world.begin();
    QVERIFY(world.returnCode({u"nonsense"_s, u"c"_s, {}, {}, false, {}, 0}) == LinkPageState::Unknown);
    QVERIFY(world.returnCode() == LinkPageState::Taken);
    QVERIFY(world.returnCode() == LinkPageState::Used);
    QVERIFY(world.until([&] { return world.finished(); }));
    QVERIFY(world.returnCode() == LinkPageState::Used);
    QCOMPARE(world.count(u"exchangeCode"_s), 1);
    LinkWorld late;
    late.begin();
    late.clock->advance(std::chrono::minutes(30));
    QVERIFY(late.returnCode() == LinkPageState::Expired);
    QCOMPARE(late.count(u"exchangeCode"_s), 0);
    late.restart();
    late.service().wake();
    QVERIFY(late.until([&] { return late.finished(); }));
    QCOMPARE(word(late.row().failure), word(LinkFailure::StateExpired));
    // The code comes right after a restart, before the table was read.
    LinkWorld fresh;
    fresh.begin();
    fresh.restart();
    QVERIFY(fresh.returnCode() == LinkPageState::Taken);
    QVERIFY(fresh.until([&] { return fresh.finished(); }));
    QCOMPARE(word(fresh.row().step), word(LinkStep::Done));
}

void TestLinkService::cancelled()
{
    LinkWorld waiting;
    waiting.begin();
    (void)waiting.cancel(LinkRequestId{1});
    waiting.service().wake();
    QTest::qWait(10);
    QVERIFY(waiting.returnCode() == LinkPageState::Used);
    // Cancelled while the network is down in the middle: nothing once-only follows.
    LinkWorld working;
    working.errors[u"subscribeWaba"_s] = QList<Error>(1000, network());
    working.begin();
    working.returnCode();
    QVERIFY(working.until([&] { return working.count(u"subscribeWaba"_s) > 2; }));
    QCOMPARE(working.row().errorText, u"no network"_s);
    (void)working.cancel(LinkRequestId{1});
    working.errors.clear();
    working.service().wake();
    QTest::qWait(50);
    QCOMPARE(word(working.row().step), word(LinkStep::Cancelled));
    QCOMPARE(working.count(contactsSync), 0);
}

void TestLinkService::givenUpOnThePage()
{
    LinkWorld closed;
    closed.begin();
    QVERIFY(closed.returnCode({{}, {}, {}, {}, true, {}, 0}) == LinkPageState::Taken);
    QVERIFY(closed.until([&] { return closed.finished(); }));
    QCOMPARE(word(closed.row().failure), word(LinkFailure::CancelledByOwner));
    LinkWorld told;
    told.begin();
    told.returnCode({{}, {}, {}, {}, true, u"Number not eligible"_s, 3441041});
    QVERIFY(told.until([&] { return told.finished(); }));
    QCOMPARE(word(told.row().failure), word(LinkFailure::PlatformError));
    QCOMPARE(told.row().platformCode, 3441041);
    QVERIFY(told.row().errorText != "Number not eligible"_L1); // our own words where we have them
    LinkWorld unknown;
    unknown.begin();
    unknown.returnCode({{}, {}, {}, {}, true, u"Something new"_s, 524126});
    QVERIFY(unknown.until([&] { return unknown.finished(); }));
    QCOMPARE(unknown.row().errorText, u"Something new"_s);
}

void TestLinkService::codeExpires()
{
    LinkWorld world;
    world.errors[u"exchangeCode"_s] = QList<Error>(1000, network());
    world.begin();
    world.returnCode();
    QVERIFY(world.until([&] { return world.count(u"exchangeCode"_s) > 2; }));
    world.clock->advance(Millis(26'000));
    QVERIFY(world.until([&] { return world.finished(); }));
    QCOMPARE(word(world.row().failure), word(LinkFailure::NetworkDown));
}

/// Without the lease no step is taken; with the next one the request goes on where its row stands.
void TestLinkService::goesOnUnderTheNextLease()
{
    LinkWorld world;
    world.fence = 3;
    world.service().lead(3);
    world.begin();
    world.errors[u"phoneNumber"_s] = QList<Error>(1000, network()); // keeps it at its check
    QVERIFY(world.returnCode() == LinkPageState::Taken);
    QVERIFY(world.until([&] { return world.row().step == LinkStep::Checking && world.count(u"phoneNumber"_s) > 0; }));
    world.service().pause();
    const auto done = world.calls.size();
    QTest::qWait(100);
    QCOMPARE(world.calls.size(), done);
    QVERIFY(world.returnCode() == LinkPageState::Busy);
    world.errors.clear();
    world.fence = 4;
    world.service().lead(4);
    QVERIFY(world.until([&] { return world.finished(); }));
    QCOMPARE(word(world.row().step), word(LinkStep::Done));
    QCOMPARE(world.count(historySync), 1);
}

/// It slept while another gateway became the one: what it writes is refused, and nothing follows.
void TestLinkService::anotherGatewayTookOver()
{
    LinkWorld world;
    world.fence = 3;
    world.service().lead(3);
    world.begin();
    world.fence = 4;
    QVERIFY(world.returnCode() == LinkPageState::Taken); // it does not know yet
    QTest::qWait(100);
    QCOMPARE(word(world.row().step), word(LinkStep::WaitingForOwner));
    QCOMPARE(world.count(u"exchangeCode"_s), 0);
    QCOMPARE(world.count(contactsSync) + world.count(historySync), 0);
}

QTEST_GUILESS_MAIN(TestLinkService)
#include "tst_link_service.moc"
