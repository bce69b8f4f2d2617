#include "tests/sandbox/sandbox_process.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

static const QString maya = u"14155550132"_s;
static const QString oliver = u"447700900146"_s;

class TestSandboxLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowOpensOnlyByLiveCustomers();
    void fiveASecondWithThePhone();
    void limitIsASetting();
    void logShowsEveryAttempt();
    void pairLimit();
    void recipients();
    void readReceiptsTakeNoSlot();
    void typingOnThePhoneIsCounted();
};

void TestSandboxLimits::windowOpensOnlyByLiveCustomers()
{
    SandboxProcess sandbox;
    sandbox.link();
    QCOMPARE(sandbox.text(maya, u"history does not open it"_s).code(), 131047);
    sandbox.post(u"/_phone/send"_s, {{u"to"_s, maya}, {u"text"_s, u"an echo does not either"_s}});
    QCOMPARE(sandbox.text(maya, u"no"_s).code(), 131047);
    sandbox.customerSays(maya, u"but this does"_s);
    QCOMPARE(sandbox.text(maya, u"yes"_s).status, 200);
    QCOMPARE(sandbox.text(oliver, u"somebody else's stays shut"_s).code(), 131047);
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 86'395}});
    QCOMPARE(sandbox.text(maya, u"five seconds to go"_s).status, 200);
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 10}});
    QCOMPARE(sandbox.text(maya, u"late"_s).code(), 131047);
    QCOMPARE(sandbox.post(u"/_control/open_windows"_s).status, 200);
    QCOMPARE(sandbox.text(oliver, u"all open"_s).status, 200);
}

void TestSandboxLimits::fiveASecondWithThePhone()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    for (int i = 0; i < 3; ++i)
        sandbox.post(u"/_phone/send"_s, {{u"to"_s, oliver}, {u"text"_s, u"by hand"_s}});
    int accepted = 0;
    for (int i = 0; i < 6; ++i) {
        const Answer answer = sandbox.text(maya, QString::number(i));
        if (answer.status == 200)
            ++accepted;
        else
            QCOMPARE(answer.code(), 130429);
    }
    QCOMPARE(accepted, 2);
    QTest::qWait(1050);
    QCOMPARE(sandbox.text(maya, u"a second later"_s).status, 200);
    const QJsonObject summary = sandbox.get(u"/_log?summary=1"_s).json;
    QCOMPARE(summary[u"max_per_second_accepted"].toInt(), 2);
    QCOMPARE(summary[u"max_per_second_attempts"].toInt(), 6);
    QCOMPARE(summary[u"max_per_second_with_phone"].toInt(), 5);
    QCOMPARE(summary[u"refused_130429"].toInt(), 4);
    QCOMPARE(summary[u"phone"].toInt(), 3);
    QCOMPARE(summary[u"moments_over_limit_with_phone"].toInt(), 0);
}

void TestSandboxLimits::limitIsASetting()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    sandbox.post(u"/_control/limit"_s, {{u"per_second"_s, 20}});
    int accepted = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 15; ++i)
        accepted += sandbox.text(maya, QString::number(i)).status == 200 ? 1 : 0;
    QVERIFY(timer.elapsed() < 3000);
    QCOMPARE(accepted, 15);
}

void TestSandboxLimits::logShowsEveryAttempt()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.text(maya, u"refused"_s, u"outbox-1"_s);
    sandbox.customerSays(maya, u"hi"_s);
    const QString wamid = sandbox.text(maya, u"accepted"_s, u"outbox-2"_s)
                              .json[u"messages"]
                              .toArray()
                              .at(0)
                              .toObject()[u"id"]
                              .toString();
    sandbox.post(u"/v25.0/"_s + sandbox.number + u"/messages"_s, {{u"to"_s, maya}}, u"wrong"_s);
    const QJsonArray rows = sandbox.get(u"/_log"_s).json[u"attempts"].toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0].toObject()[u"code"].toInt(), 131047);
    QCOMPARE(rows[0].toObject()[u"opaque"].toString(), u"outbox-1"_s);
    QCOMPARE(rows[1].toObject()[u"wamid"].toString(), wamid);
    QCOMPARE(rows[1].toObject()[u"accepted"].toBool(), true);
    QCOMPARE(rows[2].toObject()[u"code"].toInt(), 190);
    QVERIFY(rows[2].toObject()[u"monotonic_ms"].toDouble() > rows[0].toObject()[u"monotonic_ms"].toDouble());
    QVERIFY(qAbs(rows[0].toObject()[u"wall_ms"].toInteger() - QDateTime::currentMSecsSinceEpoch()) < 60'000);
    QCOMPARE(sandbox.get(u"/_log?after=2"_s).json[u"attempts"].toArray().size(), 1);
    QCOMPARE(sandbox.remove(u"/_log"_s).status, 200);
    QCOMPARE(sandbox.get(u"/_log"_s).json[u"attempts"].toArray().size(), 0);
}

void TestSandboxLimits::pairLimit()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.post(u"/_control/limit"_s, {{u"per_second"_s, 1000}});
    sandbox.customerSays(maya, u"hi"_s);
    sandbox.customerSays(oliver, u"hi"_s);
    for (int i = 0; i < 45; ++i)
        QCOMPARE(sandbox.text(maya, QString::number(i)).status, 200);
    QCOMPARE(sandbox.text(maya, u"46th"_s).code(), 131056);
    QCOMPARE(sandbox.text(oliver, u"others are free"_s).status, 200);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"refused_131056"].toInt(), 1);
    sandbox.post(u"/_control/pair"_s, {{u"burst"_s, 1}, {u"seconds"_s, 0.6}});
    QCOMPARE(sandbox.text(maya, u"1"_s).status, 200);
    QCOMPARE(sandbox.text(maya, u"2"_s).code(), 131056);
    QTest::qWait(650);
    QCOMPARE(sandbox.text(maya, u"3"_s).status, 200);
}

void TestSandboxLimits::recipients()
{
    SandboxProcess sandbox;
    sandbox.link();
    QCOMPARE(sandbox.text(u"+15550783881"_s, u"to myself"_s).code(), 131021);
    QCOMPARE(sandbox.text(u"12"_s, u"to nobody"_s).code(), 131009);
    const QJsonArray chats = sandbox.get(u"/_customers/state?q=Noor"_s).json[u"chats"].toArray();
    QCOMPARE(chats.size(), 1);
    const QString userId = chats[0].toObject()[u"key"].toString();
    QVERIFY(userId.contains(u'.'));
    sandbox.customerSays(userId, u"I only have a username"_s);
    const auto toUser = [&](const QString &user) {
        return sandbox.post(u"/v25.0/"_s + sandbox.number + u"/messages"_s,
            {{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient"_s, user}, {u"type"_s, u"text"_s},
                {u"text"_s, QJsonObject{{u"body"_s, u"hello"_s}}}},
            sandbox.token);
    };
    const Answer answer = toUser(userId);
    QCOMPARE(answer.status, 200);
    const QJsonObject contact = answer.json[u"contacts"].toArray().at(0).toObject();
    QCOMPARE(contact[u"user_id"].toString(), userId);
    QVERIFY(!contact.contains(u"wa_id"_s));
    QCOMPARE(toUser(u"US.999"_s).code(), 131026);
}

void TestSandboxLimits::readReceiptsTakeNoSlot()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString wamid = sandbox.customerSays(maya, u"hi"_s);
    for (int i = 0; i < 8; ++i) {
        const Answer answer = sandbox.post(u"/v25.0/"_s + sandbox.number + u"/messages"_s,
            {{u"messaging_product"_s, u"whatsapp"_s}, {u"status"_s, u"read"_s}, {u"message_id"_s, wamid}},
            sandbox.token);
        QCOMPARE(answer.status, 200);
    }
    QCOMPARE(sandbox.text(maya, u"still free"_s).status, 200);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"attempts"].toInt(), 1);
    const QJsonArray chat = sandbox.get(u"/_customers/chat?key="_s + maya).json[u"messages"].toArray();
    QCOMPARE(chat[chat.size() - 2].toObject()[u"seen"].toBool(), true);
}

void TestSandboxLimits::typingOnThePhoneIsCounted()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.post(u"/_control/phone_traffic"_s, {{u"per_second"_s, 20}, {u"seconds"_s, 1.0}});
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.get(u"/_log?summary=1"_s).json[u"phone"].toInt() >= 5, 4000);
    QTRY_VERIFY(sandbox.hooks.values(u"smb_message_echoes"_s).size() >= 5);
    QTest::qWait(1200);
    const int total = sandbox.get(u"/_log?summary=1"_s).json[u"phone"].toInt();
    QTest::qWait(500);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"phone"].toInt(), total);
}

QTEST_GUILESS_MAIN(TestSandboxLimits)
#include "tst_sandbox_limits.moc"
