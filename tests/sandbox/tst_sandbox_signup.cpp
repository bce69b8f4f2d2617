#include "tests/sandbox/sandbox_process.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

class TestSandboxSignup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromLoginToToken();
    void codesDieYoungAndOnce();
    void stepsCannotBeSkipped();
    void cancelling();
    void pagesInTwoLanguages();
    void dialogAddress();

private:
    /// Walks to `done` and returns the last state.
    static QJsonObject walk(SandboxProcess &sandbox, const QString &number, bool share);
};

static QJsonObject step(SandboxProcess &sandbox, const QString &name, const QJsonObject &body)
{
    return sandbox.post(u"/_signup/"_s + name, body).json;
}

QJsonObject TestSandboxSignup::walk(SandboxProcess &sandbox, const QString &number, bool share)
{
    const QString id = step(sandbox, u"start"_s, {{u"app_id"_s, u"42"_s}})[u"id"].toString();
    step(sandbox, u"login"_s, {{u"id"_s, id}});
    step(sandbox, u"number"_s, {{u"id"_s, id}, {u"number"_s, number}});
    sandbox.post(u"/_phone/scan"_s, {{u"share_history"_s, share}});
    step(sandbox, u"business"_s, {{u"id"_s, id}, {u"name"_s, u"叶与灯"_s}});
    step(sandbox, u"confirm"_s, {{u"id"_s, id}});
    QJsonObject state;
    for (int i = 0; i < 60 && state[u"step"].toString() != "done"_L1; ++i) {
        QTest::qWait(100);
        state = sandbox.get(u"/_signup/state?id="_s + id).json;
    }
    return state;
}

void TestSandboxSignup::fromLoginToToken()
{
    SandboxProcess sandbox;
    const QString id = step(sandbox, u"start"_s, {{u"app_id"_s, u"42"_s}})[u"id"].toString();
    QCOMPARE(step(sandbox, u"login"_s, {{u"id"_s, id}})[u"step"].toString(), u"number"_s);
    QCOMPARE(sandbox.post(u"/_signup/number"_s, {{u"id"_s, id}, {u"number"_s, u"12"_s}}).status, 400);
    QCOMPARE(step(sandbox, u"number"_s, {{u"id"_s, id}, {u"number"_s, u"+86 138 0013 8000"_s}})[u"step"].toString(),
        u"scan"_s);
    const Answer code = sandbox.get(u"/signup/code.svg?id="_s + id);
    QVERIFY(code.body.startsWith("<svg") && code.body.size() > 2000);
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 31}});
    QVERIFY(sandbox.get(u"/signup/code.svg?id="_s + id).body != code.body);
    QCOMPARE(sandbox.get(u"/_phone/state"_s).json[u"signup"].toObject()[u"number"].toString(), u"8613800138000"_s);
    sandbox.post(u"/_phone/scan"_s);
    QCOMPARE(sandbox.get(u"/_signup/state?id="_s + id).json[u"step"].toString(), u"phone"_s);
    sandbox.post(u"/_phone/scan"_s, {{u"share_history"_s, false}});
    QCOMPARE(step(sandbox, u"business"_s, {{u"id"_s, id}, {u"name"_s, u"叶与灯"_s}, {u"website"_s, u""_s}})[u"step"]
                 .toString(),
        u"confirm"_s);
    step(sandbox, u"confirm"_s, {{u"id"_s, id}});
    QTRY_COMPARE(sandbox.get(u"/_signup/state?id="_s + id).json[u"step"].toString(), u"done"_s);
    QTRY_COMPARE(sandbox.hooks.values(u"account_update"_s).size(), 1);
    QCOMPARE(sandbox.hooks.values(u"account_update"_s).first()[u"event"].toString(), u"PARTNER_ADDED"_s);

    const QJsonObject done = sandbox.get(u"/_signup/state?id="_s + id).json;
    const QString exchange
        = u"/v25.0/oauth/access_token?client_id=42&client_secret=CANARY-app-secret&code="_s + done[u"code"].toString();
    const QString token = sandbox.get(exchange).json[u"access_token"].toString();
    QVERIFY(token.size() > 60);
    QCOMPARE(sandbox.get(exchange).status, 400);
    const QJsonArray numbers
        = sandbox.get(u"/v25.0/"_s + done[u"waba_id"].toString() + u"/phone_numbers?fields=verified_name"_s, token)
              .json[u"data"]
              .toArray();
    QCOMPARE(numbers[0].toObject()[u"verified_name"].toString(), u"叶与灯"_s);

    // Linked without a subscription: nothing is told until the WABA is subscribed, and what was missed is gone.
    sandbox.post(u"/_customers/send"_s,
        {{u"number"_s, u"8613800138000"_s}, {u"from"_s, u"8619900012207"_s}, {u"text"_s, u"early"_s}});
    sandbox.post(u"/v25.0/"_s + done[u"waba_id"].toString() + u"/subscribed_apps"_s, {}, token);
    sandbox.post(u"/_customers/send"_s,
        {{u"number"_s, u"8613800138000"_s}, {u"from"_s, u"8619900012207"_s}, {u"text"_s, u"in time"_s}});
    QTRY_COMPARE(sandbox.hooks.values(u"messages"_s).size(), 1);
    QVERIFY(sandbox.hooks.posts().last().body.contains("in time"));
    QCOMPARE(sandbox
                 .post(u"/_signup/number"_s,
                     {{u"id"_s, step(sandbox, u"start"_s, {})[u"id"].toString()}, {u"number"_s, u"8613800138000"_s}})
                 .status,
        409);
}

void TestSandboxSignup::codesDieYoungAndOnce()
{
    SandboxProcess sandbox;
    const QJsonObject done = walk(sandbox, u"15550783881"_s, true);
    QCOMPARE(done[u"step"].toString(), u"done"_s);
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 31}});
    const Answer late = sandbox.get(
        u"/v25.0/oauth/access_token?client_id=42&client_secret=CANARY-app-secret&code="_s + done[u"code"].toString());
    QCOMPARE(late.code(), 100);
}

void TestSandboxSignup::stepsCannotBeSkipped()
{
    SandboxProcess sandbox;
    QCOMPARE(sandbox.post(u"/_phone/scan"_s, {{u"share_history"_s, true}}).status, 409);
    const QString id = step(sandbox, u"start"_s, {})[u"id"].toString();
    QCOMPARE(sandbox.post(u"/_signup/confirm"_s, {{u"id"_s, id}}).status, 409);
    QCOMPARE(sandbox.post(u"/_signup/business"_s, {{u"id"_s, id}, {u"name"_s, u"x"_s}}).status, 409);
    QCOMPARE(sandbox.post(u"/_signup/login"_s, {{u"id"_s, u"nobody"_s}}).status, 404);
}

void TestSandboxSignup::cancelling()
{
    SandboxProcess sandbox;
    const QString id = step(sandbox, u"start"_s, {})[u"id"].toString();
    step(sandbox, u"login"_s, {{u"id"_s, id}});
    step(sandbox, u"number"_s, {{u"id"_s, id}, {u"number"_s, u"15550783881"_s}});
    QCOMPARE(step(sandbox, u"cancel"_s, {{u"id"_s, id}})[u"step"].toString(), u"cancelled"_s);
    QCOMPARE(sandbox.post(u"/_phone/scan"_s, {{u"share_history"_s, true}}).status, 409);
    QVERIFY(!sandbox.get(u"/_state"_s).json[u"accounts"].toArray().at(0).toObject()[u"linked"].toBool());
}

void TestSandboxSignup::pagesInTwoLanguages()
{
    SandboxProcess sandbox;
    for (const QString &page : {u"/"_s, u"/phone"_s, u"/customers"_s, u"/signup"_s}) {
        const Answer english = sandbox.get(page + u"?lang=en"_s);
        QCOMPARE(english.status, 200);
        QVERIFY(english.body.contains("lang=\"en\""));
        const QByteArray chinese = sandbox.get(page + u"?lang=zh"_s).body;
        QVERIFY(chinese.contains("lang=\"zh\""));
        // Each file a page names is there.
        qsizetype at = 0;
        while ((at = chinese.indexOf("/pages/", at)) >= 0) {
            const QString file = QString::fromLatin1(chinese.mid(at, chinese.indexOf('"', at) - at));
            QCOMPARE(sandbox.get(file).status, 200);
            ++at;
        }
    }
    QVERIFY(sandbox.get(u"/sdk.js"_s).body.contains("fbAsyncInit"));
    QCOMPARE(sandbox.get(u"/pages/../options.cpp"_s).status, 404);
    QCOMPARE(sandbox.get(u"/nowhere"_s).status, 404);
}

void TestSandboxSignup::dialogAddress()
{
    SandboxProcess sandbox;
    QCOMPARE(
        sandbox
            .get(u"/v23.0/dialog/oauth?client_id=42&redirect_uri=http%3A%2F%2Flocalhost%2Fback%3Fa%3D1&state=S%26T"_s)
            .status,
        302);
}

QTEST_GUILESS_MAIN(TestSandboxSignup)
#include "tst_sandbox_signup.moc"
