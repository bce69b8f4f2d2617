#include "core/store/admin/workspace_setup.h"
#include "core/store/copy/workspace_copy.h"
#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"
#include "tests/store/store_fixture.h"
#include "tests/support/temp_postgres.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// A workspace that is in two places must not do anything twice.
class StoreCopyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatWaitedGoesByItselfOnlyOnce();
    void servedWorkspacesAreNotCopied();
    void severalPeoplesDraftsAreKept();

private:
    [[nodiscard]] std::unique_ptr<Connection> connect() const;
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] std::unique_ptr<Store> open(const QString &url) const;

    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<Dialect> m_dialect;
    QString m_url;
    QTemporaryDir m_folder;
    const UtcTime m_now = SystemClock().now();
};

std::unique_ptr<Connection> StoreCopyTest::connect() const
{
    auto connection = std::make_unique<Connection>(*m_dialect, QString(), false);
    return connection->open() ? std::move(connection) : nullptr;
}

std::unique_ptr<Store> StoreCopyTest::open(const QString &url) const
{
    auto store = Store::open({url, file(u"media"_s)}, std::make_shared<FixedClock>(m_now));
    if (!store) qWarning("%s", qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

void StoreCopyTest::initTestCase()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    m_url = m_server->url();
    m_dialect = makePostgresDialect(*PostgresAddress::parse(m_url));
    WorkspaceSetup setup;
    setup.url = m_url;
    setup.adminLogin = u"ana"_s;
    setup.adminPassword = u"secret-ana"_s;
    const auto made = initWorkspace(setup);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
}

void StoreCopyTest::whatWaitedGoesByItselfOnlyOnce()
{
    const auto from = u"sqlite:"_s + file(u"desk.db"_s);
    QHash<QString, OutboxId> ids;
    {
        const auto desk = open(from);
        QVERIFY(desk);
        Number number;
        number.phoneNumberId = shop.phoneNumberId;
        number.wabaId = shop.wabaId;
        number.state = NumberState::Linked;
        const auto id = *waitFor(desk->numbers().upsert(number));
        const auto start = toEpochSeconds(m_now);
        QVERIFY(waitFor(desk->events().apply({}, {textEvent(u"w"_s, u"16500"_s, start - 100, u"hello"_s)}, false, {})));
        for (const auto &name : {u"waits"_s, u"leaving"_s, u"later"_s, u"when they write"_s, u"gone"_s}) {
            OutboxItem item;
            item.clientId = item.text = name;
            item.numberId = id;
            item.toPhone = u"16500"_s;
            item.type = u"text"_s;
            item.content = {{u"body"_s, name}};
            if (name == "later"_L1) item.hold = OutboxHold::UntilTime, item.notBefore = m_now + std::chrono::hours(2);
            if (name == "when they write"_L1) item.hold = OutboxHold::UntilReply;
            const auto queued = waitFor(desk->outbox().enqueue(item, u"Me"_s));
            QVERIFY2(queued, qPrintable(queued ? QString() : queued.error().text));
            ids.insert(name, *queued);
        }
        for (const auto &name : {u"leaving"_s, u"gone"_s}) QVERIFY(*waitFor(desk->outbox().claim(ids[name], 1)));
        QVERIFY(waitFor(desk->outbox().accepted(ids[u"gone"_s], 1, u"wamid.gone"_s, {}, {})));
    }
    const auto report = copyWorkspace(from, m_url);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->open, 3);
    const auto team = open(m_url);
    QVERIFY(team);
    const auto state = [&](Store &store, const QString &name) { return word(waitFor(store.outbox().item(ids[name]))->state); };
    const auto goes = [&](Store &store) {
        QStringList names;
        for (const auto &item : waitFor(store.outbox().queued(shop.phoneNumberId, 10)).value_or(QList<OutboxItem>())) names.append(item.text);
        names.sort();
        return names;
    };
    for (const auto &name : {u"waits"_s, u"later"_s, u"when they write"_s}) QCOMPARE(state(*team, name), u"queued"_s); // as the export says
    QCOMPARE(state(*team, u"gone"_s), u"accepted"_s);
    QVERIFY(goes(*team).isEmpty()); // not before a person says so
    const auto numberHere = waitFor(team->numbers().all())->first().id;
    QCOMPARE(waitFor(team->outbox().leftBehind(numberHere, 1))->size(), 1); // on the wire there: to be doubted here
    // The customer writes again: nothing that waited for that goes.
    QVERIFY(waitFor(team->events().apply({}, {textEvent(u"w2"_s, u"16500"_s, toEpochSeconds(m_now) + 1, u"hello again"_s)}, false, {})));
    QVERIFY(goes(*team).isEmpty());
    QVERIFY(waitFor(team->outbox().sendAgain(ids[u"waits"_s], {})).value_or(false)); // by a person
    QCOMPARE(goes(*team), QStringList{u"waits"_s});
    // Where it came from it still waits.
    const auto desk = open(from);
    QCOMPARE(goes(*desk), (QStringList{u"later"_s, u"waits"_s}));
}

void StoreCopyTest::servedWorkspacesAreNotCopied()
{
    const auto raw = connect();
    QVERIFY(raw);
    const auto to = u"sqlite:"_s + file(u"back.db"_s);
    QVERIFY(open(to));
    QVERIFY(raw->executeText(u"INSERT INTO number_leases (number_id, holder, fence, expires_ms) VALUES (1, 'g', 1, tandem_clock_ms() + 8000)"_s));
    const auto refused = copyWorkspace(m_url, to);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(refused.error().text.contains(u"gateway"_s));
    QVERIFY(raw->executeText(u"UPDATE number_leases SET expires_ms = tandem_clock_ms() - 1"_s));
    const auto copied = copyWorkspace(m_url, to);
    QVERIFY2(copied, qPrintable(copied ? QString() : copied.error().detail));
}

void StoreCopyTest::severalPeoplesDraftsAreKept()
{
    const auto raw = connect();
    QVERIFY(raw);
    for (const auto *sql : {u"INSERT INTO agents (login, display_name, role, created_ms) VALUES ('bo', '', 'agent', 1)",
             u"INSERT INTO drafts SELECT c.id, a.id, c.number_id, 'reply', 'by ' || a.login, '', '[]', CASE a.login WHEN 'bo' THEN 2000 ELSE 1000 END FROM agents a CROSS JOIN conversations c",
             u"INSERT INTO drafts SELECT c.id, a.id, c.number_id, 'note', 'a note', '', '[]', 1000 FROM agents a CROSS JOIN conversations c WHERE a.login = 'bo'",
             u"INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id) SELECT '/hi', '', a.login, '[]', 1, a.id FROM agents a"}) {
        const auto done = raw->executeText(QString::fromUtf16(sql));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
    }
    const auto to = u"sqlite:"_s + file(u"one.db"_s);
    QVERIFY(open(to));
    const auto report = copyWorkspace(m_url, to);
    QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
    QCOMPARE(report->joined, 2); // a draft and a canned reply
    const auto desk = open(to);
    const auto chat = waitFor(desk->conversations().page({}, {}, 1))->rows.first();
    QCOMPARE(waitFor(desk->drafts().draft(chat.id, DraftMode::Reply))->text, u"by bo\nby ana"_s); // the newest first
    QCOMPARE(waitFor(desk->drafts().draft(chat.id, DraftMode::Note))->text, u"a note"_s);
}

QTEST_GUILESS_MAIN(StoreCopyTest)
#include "tst_store_copy.moc"
