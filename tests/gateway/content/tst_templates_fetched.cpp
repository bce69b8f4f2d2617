#include "tests/gateway/content/content_world.h"

#include <QJsonArray>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The list of an account's templates: whole or not at all, and never older than a day.
class TestTemplatesFetched : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listComesAfterTheStart();
    void pagesAreOneList();
    void brokenPageLeavesTheOldList();
    void changedListIsReadFromTheTop();
    void circleEnds();
    void oncePerDay();
    void unknownNameInAWebhookFetches();
    void knownNameInAWebhookDoesNot();
    void personAsks();
    void refusalIsTold();

private:
    void serve();
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] TemplateSync sync() const;
    [[nodiscard]] int asked() const { return m_asked; }
    void webhook(const QString &name, const QString &id);

    std::unique_ptr<ContentWorld> m_world;
    std::mutex m_mutex;
    QList<QStringList> m_pages; ///< names on each
    std::function<std::optional<Behaviour>(const QByteArray &after, int index)> m_script;
    bool m_circle = false;
    std::atomic<int> m_asked = 0;
};

void TestTemplatesFetched::init()
{
    m_asked = 0;
    m_circle = false;
    m_script = {};
    m_pages = {{u"hello"_s, u"order"_s}};
    m_world = std::make_unique<ContentWorld>();
    serve();
}

void TestTemplatesFetched::cleanup()
{
    m_world.reset();
}

void TestTemplatesFetched::serve()
{
    m_world->setRoute([this](const HttpRequest &request, const HttpReply &reply) {
        if (!request.path.endsWith("/message_templates")) return false;
        const std::lock_guard lock(m_mutex);
        const int index = m_asked++;
        const auto after = request.queryValue("after");
        if (m_script) {
            if (const auto behaviour = m_script(after, index)) {
                reply(FakePlatform::errorAnswer(*behaviour));
                return true;
            }
        }
        const auto page = std::min<qsizetype>(after.isEmpty() ? 0 : after.mid(1).toInt(), m_pages.size() - 1);
        QJsonArray list;
        for (const auto &name : m_pages[page]) {
            list.append(QJsonObject{{u"name"_s, name}, {u"language"_s, u"en_US"_s}, {u"status"_s, u"APPROVED"_s}, {u"category"_s, u"UTILITY"_s},
                {u"id"_s, QString::number(1000 + qHash(name) % 1000)},
                {u"components"_s, QJsonArray{QJsonObject{{u"type"_s, u"BODY"_s}, {u"text"_s, u"Hi {{1}}"_s}}}}});
        }
        QJsonObject answer{{u"data"_s, list}};
        if (page + 1 < m_pages.size() || m_circle) {
            const auto next = u"p%1"_s.arg(m_circle ? 1 : page + 1);
            answer[u"paging"_s] = QJsonObject{{u"cursors"_s, QJsonObject{{u"after"_s, next}}}, {u"next"_s, u"https://graph.facebook.com/next"_s}};
        }
        reply(jsonAnswer(answer));
        return true;
    });
}

QStringList TestTemplatesFetched::names() const
{
    QStringList all;
    const auto list = waitFor(m_world->store->templates().all(QString::fromLatin1(wabaId)));
    for (const auto &each : list.value_or(QList<MessageTemplate>{})) all.append(each.name);
    return all;
}

TemplateSync TestTemplatesFetched::sync() const
{
    return waitFor(m_world->store->templates().sync(QString::fromLatin1(wabaId))).value_or(TemplateSync{});
}

void TestTemplatesFetched::webhook(const QString &name, const QString &id)
{
    const auto body = QByteArray("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"") + wabaId + "\",\"time\":"
        + QByteArray::number(nowSeconds()) + ",\"changes\":[{\"field\":\"message_template_status_update\",\"value\":{\"event\":\"APPROVED\","
          "\"message_template_id\":" + id.toUtf8() + ",\"message_template_name\":\"" + name.toUtf8()
        + "\",\"message_template_language\":\"en-US\",\"reason\":\"NONE\"}}]}]}";
    QCOMPARE(m_world->post(body), 200);
}

void TestTemplatesFetched::listComesAfterTheStart()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"hello"_s, u"order"_s}), 5000);
    QVERIFY(sync().completedAt.has_value());
    QVERIFY(sync().errorText.isEmpty());
    m_world->stopGateway();
    m_world->start();
    QTest::qWait(500);
    QCOMPARE(asked(), 1); // not again with each start
}

void TestTemplatesFetched::pagesAreOneList()
{
    m_pages = {{u"a"_s, u"b"_s}, {u"c"_s}, {u"d"_s, u"e"_s}};
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}), 5000);
    QCOMPARE(asked(), 3);
}

void TestTemplatesFetched::brokenPageLeavesTheOldList()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, 5000);
    {
        const std::lock_guard lock(m_mutex);
        m_pages = {{u"new"_s}, {u"never seen"_s}};
        m_script = [](const QByteArray &after, int) { return after.isEmpty() ? std::nullopt : std::optional(Behaviour{400, 100}); };
    }
    m_world->clock->shiftBoth(25h);
    QVERIFY(waitFor(m_world->store->numbers().setLimit(m_world->number().id, 6)).value_or(false)); // wakes
    QTRY_VERIFY_WITH_TIMEOUT(!sync().errorText.isEmpty(), 5000);
    QCOMPARE(names(), (QStringList{u"hello"_s, u"order"_s}));
    {
        const std::lock_guard lock(m_mutex);
        m_script = {};
    }
    // A person asks again, and the new list takes the old one's place.
    QVERIFY(waitFor(m_world->store->commands().enqueue(m_world->number().id, CommandKind::SyncTemplates, {{u"waba"_s, QString::fromLatin1(wabaId)}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"never seen"_s, u"new"_s}), 5000);
    QVERIFY(sync().errorText.isEmpty());
}

void TestTemplatesFetched::changedListIsReadFromTheTop()
{
    m_pages = {{u"a"_s}, {u"b"_s}, {u"c"_s}};
    m_script = [](const QByteArray &after, int index) { return after == "p2" && index == 2 ? std::optional(Behaviour{400, 131059}) : std::nullopt; };
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names(), (QStringList{u"a"_s, u"b"_s, u"c"_s}), 5000);
    QCOMPARE(asked(), 6); // two pages and a refused one, then all three
    m_world.reset();
    init();
    m_pages = {{u"a"_s}, {u"b"_s}};
    m_script = [](const QByteArray &after, int) { return after.isEmpty() ? std::nullopt : std::optional(Behaviour{400, 131059}); };
    m_world->start();
    QTRY_VERIFY_WITH_TIMEOUT(!sync().errorText.isEmpty(), 5000);
    QVERIFY(names().isEmpty());
    QVERIFY2(asked() <= 5, QByteArray::number(asked()).constData());
}

void TestTemplatesFetched::circleEnds()
{
    m_circle = true;
    m_pages = {{u"a"_s}, {u"b"_s}};
    m_world->start();
    QTRY_VERIFY_WITH_TIMEOUT(!sync().errorText.isEmpty(), 5000);
    QVERIFY2(asked() <= 3, QByteArray::number(asked()).constData());
    QVERIFY(names().isEmpty());
}

void TestTemplatesFetched::oncePerDay()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, 5000);
    m_world->clock->shiftBoth(23h);
    QVERIFY(waitFor(m_world->store->numbers().setLimit(m_world->number().id, 6)).value_or(false));
    QTest::qWait(400);
    QCOMPARE(asked(), 1);
    m_world->clock->shiftBoth(1h);
    QVERIFY(waitFor(m_world->store->numbers().setLimit(m_world->number().id, 7)).value_or(false));
    QTRY_COMPARE_WITH_TIMEOUT(asked(), 2, 5000);
}

void TestTemplatesFetched::unknownNameInAWebhookFetches()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, 5000);
    m_world->clock->shiftBoth(61s);
    {
        const std::lock_guard lock(m_mutex);
        m_pages = {{u"hello"_s, u"order"_s, u"fresh"_s}};
    }
    webhook(u"fresh"_s, u"1689556908129832"_s);
    QTRY_VERIFY_WITH_TIMEOUT(names().contains(u"fresh"_s), 8000);
    QCOMPARE(asked(), 2);
}

void TestTemplatesFetched::knownNameInAWebhookDoesNot()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, 5000);
    m_world->clock->shiftBoth(61s);
    webhook(u"hello"_s, u"1689556908129832"_s); // another id, the same name and language
    QTest::qWait(4000);
    QCOMPARE(asked(), 1);
}

void TestTemplatesFetched::personAsks()
{
    m_world->start();
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), 2, 5000);
    QVERIFY(waitFor(m_world->store->commands().enqueue(m_world->number().id, CommandKind::SyncTemplates, {{u"waba"_s, QString::fromLatin1(wabaId)}})).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(asked(), 2, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(m_world->store->commands().due(m_world->clock->now() + 24h, 10)).value_or(QList<Command>{}).size(), 0, 5000);
}

void TestTemplatesFetched::refusalIsTold()
{
    m_script = [](const QByteArray &, int) { return std::optional(Behaviour{403, 10}); };
    m_world->start();
    QTRY_VERIFY_WITH_TIMEOUT(!sync().errorText.isEmpty(), 5000);
    QVERIFY(!sync().completedAt.has_value());
    QTest::qWait(1000);
    QCOMPARE(asked(), 1); // no storm
}

QTEST_GUILESS_MAIN(TestTemplatesFetched)
#include "tst_templates_fetched.moc"
