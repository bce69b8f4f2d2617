#include "tests/store/store_fixture.h"

#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Every change leaves its line, on both engines the same; and who may join a single desk's list of agents.
class StoreAuditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothEnginesWatchTheSame();
    void changesLeaveLines();
    void lessVisibleChangesLeaveLinesToo();
    void linesAreFilteredAndPaged();
    void linesAreFoundByNames();
    void grantsAreTold();
    void linesAreOnlyAdded();
    void oneDeskHasATeamToo();
    void theLastAdministratorStays();
};

namespace {

QStringList watchers(const QString &engine)
{
    QStringList names;
    for (const auto *folder : {u"0006_security/", u"0007_team_rest/"}) {
        const auto name = QString::fromUtf16(folder);
        const QDir files(u":/sql/"_s + engine + u"/migrations/"_s + name);
        for (const auto &file : files.entryList({u"???_audit_*.sql"_s}, QDir::Files, QDir::Name)) names.append(name + file);
    }
    names.removeIf([](const QString &file) { return file.contains("_audit_kept"_L1) || file.contains("_audit_not_emptied"_L1) || file.contains("_audit_refused"_L1); });
    return names;
}

/// The action that a trigger writes.
QString actionIn(const QString &engine, const QString &file)
{
    static const QRegularExpression word(u"'([a-z_]+\\.[a-z_]+)'"_s);
    QFile sql(u":/sql/"_s + engine + u"/migrations/"_s + file);
    return sql.open(QIODevice::ReadOnly) ? word.match(QString::fromUtf8(sql.readAll())).captured(1) : QString();
}

QStringList actionsOf(Workspace &w, const AuditFilter &filter = {})
{
    const auto page = waitFor(w->audit().page(filter, {}, 1000));
    if (!page) qWarning("%s", qPrintable(page.error().detail));
    QStringList actions;
    if (page) {
        for (auto it = page->crbegin(); it != page->crend(); ++it) actions.append(it->action);
    }
    return actions;
}

ConversationId chatOf(Workspace &w)
{
    w.link();
    w.apply({textEvent(u"wamid.1"_s, u"4917000001"_s, 1'763'999'900, u"Hello, secret words"_s)});
    const auto page = waitFor(w->conversations().page({}, {}, 10));
    return page && !page->rows.isEmpty() ? page->rows.first().id : ConversationId{};
}

} // namespace

void StoreAuditTest::bothEnginesWatchTheSame()
{
    const auto sqlite = watchers(u"sqlite"_s);
    QVERIFY(sqlite.size() > 40);
    QCOMPARE(sqlite, watchers(u"postgres"_s));
    for (const auto &file : sqlite) {
        const auto action = actionIn(u"sqlite"_s, file);
        QVERIFY2(!action.isEmpty(), qPrintable(file));
        QCOMPARE(action, actionIn(u"postgres"_s, file));
    }
}

void StoreAuditTest::changesLeaveLines()
{
    Workspace w;
    const auto chat = chatOf(w);
    QVERIFY(chat);
    const auto before = actionsOf(w).size();
    const auto number = waitFor(w->numbers().all())->first().id;
    const auto contact = waitFor(w->conversations().page({}, {}, 1))->rows.first().contactId;
    QVERIFY(waitFor(w->conversations().setState(chat, ConversationState::Closed)));
    QVERIFY(waitFor(w->numbers().setLimit(number, 20)));
    QVERIFY(waitFor(w->commands().enqueue(number, CommandKind::Block, {{u"contact"_s, contact.value}})));
    OutboxItem item;
    item.clientId = u"one"_s;
    item.numberId = number;
    item.conversationId = chat;
    item.type = u"text"_s;
    item.text = u"More secret words"_s;
    item.content = {{u"body"_s, item.text}};
    const auto queued = waitFor(w->outbox().enqueue(item, u"me"_s));
    QVERIFY(queued);
    QVERIFY(waitFor(w->outbox().cancel(*queued)));
    const auto label = waitFor(w->labels().save({{}, u"urgent"_s, 1}));
    QVERIFY(label);
    QVERIFY(waitFor(w->labels().setOn(chat, *label, true)));
    QVERIFY(waitFor(w->labels().save({*label, u"soon"_s, 1})));
    const auto note = waitFor(w->notes().add(chat, u"secret words too"_s));
    QVERIFY(note);
    QVERIFY(waitFor(w->notes().remove(*note)));
    QVERIFY(waitFor(w->workspace().set({{u"public_url"_s, u"https://example.org"_s}})));
    // A command is a wish; the block is one when the platform did it.
    QCOMPARE(actionsOf(w).mid(before), QStringList({u"conversation.state"_s, u"number.limit"_s, u"message.queued"_s, u"message.cancelled"_s, u"label.added"_s,
        u"conversation.labeled"_s, u"label.renamed"_s, u"note.added"_s, u"note.deleted"_s, u"setting.changed"_s}));
    QByteArrayList lines;
    QVERIFY(w->audit().jsonLines({}, [&](const QByteArray &line) {
        lines.append(line);
        return true;
    }));
    for (const auto &line : lines) QVERIFY2(!line.contains("secret"), line.constData());
    const auto state = waitFor(w->audit().page({{}, u"conversation.state"_s, {}, {}, {}}, {}, 1))->first();
    QCOMPARE(state.conversation, std::optional(chat));
    QCOMPARE(state.who, w.onServer() ? u"postgres"_s : u"me"_s);
    QCOMPARE(state.origin, u"local"_s);
    QCOMPARE(QJsonDocument::fromJson(state.detail.toUtf8()).object(), (QJsonObject{{u"from"_s, u"open"_s}, {u"to"_s, u"closed"_s}}));
    QVERIFY(std::abs((state.at - SystemClock().now()).count()) < Micros(std::chrono::minutes(5)).count());
}

void StoreAuditTest::lessVisibleChangesLeaveLinesToo()
{
    Workspace w;
    const auto chat = chatOf(w);
    auto picture = textEvent(u"wamid.picture"_s, u"4917000001"_s, 1'763'999'950, {});
    picture.type = u"image"_s;
    picture.media = MediaRef{u"m1"_s, {}, u"image/png"_s, {}, {}, false, false};
    QVERIFY(w.apply({picture, textEvent(u"wamid.other"_s, u"4917000009"_s, 1'763'999'960, u"Me again, secret words"_s)}));
    const auto messages = waitFor(w->messages().newest(chat, 5))->messages;
    QCOMPARE(messages.size(), 2);
    const auto before = actionsOf(w).size();
    QVERIFY(waitFor(w->messages().setStarred(messages.first().id, true)));
    QVERIFY(waitFor(w->messages().setStarred(messages.first().id, false)));
    QVERIFY(waitFor(w->media().failed(messages.last().id, u"gone"_s, {})));
    QVERIFY(waitFor(w->media().retry(messages.last().id)));
    QVERIFY(waitFor(w->notes().add(chat, u"secret words too"_s)));
    const auto rows = waitFor(w->conversations().page({}, {}, 10))->rows;
    QCOMPARE(rows.size(), 2);
    const auto here = rows.first().id == chat ? rows.first() : rows.last();
    const auto there = rows.first().id == chat ? rows.last() : rows.first();
    QVERIFY(waitFor(w->contacts().merge(there.contactId, here.contactId)));
    QCOMPARE(actionsOf(w).mid(before), QStringList({u"message.starred"_s, u"message.starred"_s, u"message.file_asked"_s, u"note.added"_s, u"contact.merged"_s, u"note.moved"_s}));
    const auto number = waitFor(w->numbers().all())->first().id.value;
    int told = 0;
    QVERIFY(w->audit().jsonLines({}, [&](const QByteArray &line) {
        const auto entry = QJsonDocument::fromJson(line).object();
        if (entry["action"_L1] == "message.starred"_L1) told += entry["number"_L1].toInteger() == number ? 1 : -100;
        return !line.contains("secret");
    }));
    QCOMPARE(told, 2);
}

void StoreAuditTest::linesAreFilteredAndPaged()
{
    Workspace w;
    const auto chat = chatOf(w);
    for (int i = 0; i < 6; ++i) QVERIFY(waitFor(w->conversations().setState(chat, i % 2 ? ConversationState::Open : ConversationState::Closed)));
    AuditFilter filter;
    filter.action = u"conversation."_s;
    filter.conversation = chat;
    const auto first = waitFor(w->audit().page(filter, {}, 4));
    QVERIFY(first);
    QCOMPARE(first->size(), 4);
    QVERIFY(first->first().id > first->last().id);
    QCOMPARE(waitFor(w->audit().page(filter, first->last().id, 10))->size(), 2);
    filter.who = u"nobody"_s;
    QVERIFY(actionsOf(w, filter).isEmpty());
    filter = {};
    filter.to = fromEpochSeconds(1);
    QVERIFY(actionsOf(w, filter).isEmpty());
    filter = {};
    filter.action = u"conversation_"_s; // a prefix, not a pattern
    QVERIFY(actionsOf(w, filter).isEmpty());
}

void StoreAuditTest::linesAreFoundByNames()
{
    Workspace w;
    w.link();
    auto zoe = textEvent(u"wamid.1"_s, u"4917000001"_s, 1'763'999'900, u"Hello"_s);
    zoe.peer.profileName = u"Zoë 100% Müller"_s;
    auto other = textEvent(u"wamid.2"_s, u"4917000002"_s, 1'763'999'901, u"Hello"_s);
    QVERIFY(w.apply({zoe, other}));
    const auto rows = waitFor(w->conversations().page({}, {}, 10))->rows;
    QCOMPARE(rows.size(), 2);
    const auto hers = rows.first().title.contains(u"100"_s) ? rows.first().id : rows.last().id;
    QVERIFY(waitFor(w->conversations().setState(rows.first().id, ConversationState::Closed)));
    QVERIFY(waitFor(w->conversations().setState(rows.last().id, ConversationState::Closed)));
    const auto label = waitFor(w->labels().save({{}, u"Straße"_s, 1}));
    QVERIFY(label && waitFor(w->labels().setOn(hers, *label, true)));
    const auto found = [&](const QString &text, const QString &action = {}) {
        AuditFilter filter;
        filter.text = text;
        filter.action = action;
        return actionsOf(w, filter);
    };
    const QStringList ofHers{u"conversation.state"_s, u"conversation.labeled"_s};
    QCOMPARE(found(u"zoe"_s), ofHers); // marks and case don't matter
    QCOMPARE(found(u"100%"_s), ofHers); // a character, not a pattern
    QVERIFY(found(u"1_0"_s).isEmpty());
    QCOMPARE(found(u"17000002"_s), QStringList{u"conversation.state"_s});
    QCOMPARE(found(u"strasse"_s), (QStringList{u"label.added"_s, u"conversation.labeled"_s}));
    QCOMPARE(found(u"CLOSED"_s), (QStringList{u"conversation.state"_s, u"conversation.state"_s}));
    QCOMPARE(found(u"zoe"_s, u"conversation.l"_s), QStringList{u"conversation.labeled"_s});
    QVERIFY(found(u"15550783881"_s).contains(u"number.added"_s));
    QVERIFY(found(u"nobody of this name"_s).isEmpty());
    const auto named = waitFor(w->audit().page({{}, u"conversation.labeled"_s, {}, {}, {}}, {}, 1));
    QCOMPARE(named->first().subjectName, u"Zoë 100% Müller"_s);
    QCOMPARE(waitFor(w->audit().page({{}, u"label.added"_s, {}, {}, {}}, {}, 1))->first().subjectName, u"Straße"_s);
    QVERIFY(waitFor(w->labels().remove(*label)));
    QCOMPARE(found(u"strasse"_s), QStringList()); // gone: its lines keep the word as it was written
    QCOMPARE(found(u"Straße"_s), (QStringList{u"label.added"_s, u"label.removed"_s}));
    AuditFilter filter;
    filter.text = u"Straße"_s;
    int lines = 0;
    QVERIFY(w->audit().jsonLines(filter, [&](const QByteArray &) { return ++lines > 0; }));
    QCOMPARE(lines, 2);
}

void StoreAuditTest::grantsAreTold()
{
    Workspace w;
    if (w.onServer()) QSKIP("a server's agents have logins: tests/security");
    auto &admin = w->teamAdmin();
    const auto first = w.link();
    const auto second = w.link(u"600000000000002"_s);
    QVERIFY(waitFor(admin.grants())->agents.isEmpty());
    const auto ana = waitFor(admin.addAgent(u"ana"_s, AgentRole::Agent, {}));
    const auto team = waitFor(admin.addTeam(u"Day shift"_s));
    QVERIFY(ana && team);
    QVERIFY(waitFor(admin.grantNumber(second, *ana, true)) && waitFor(admin.grantNumber(first, *ana, true)));
    QVERIFY(waitFor(admin.grantNumberToTeam(second, *team, true)));
    const auto grants = waitFor(admin.grants());
    QCOMPARE(grants->agents, (QHash<AgentId, QList<NumberId>>{{*ana, {first, second}}}));
    QCOMPARE(grants->teams, (QHash<TeamId, QList<NumberId>>{{*team, {second}}}));
    QVERIFY(waitFor(admin.grantNumber(first, *ana, false)));
    QCOMPARE(waitFor(admin.grants())->agents.value(*ana), QList<NumberId>{second});
}

void StoreAuditTest::linesAreOnlyAdded()
{
    Workspace w;
    if (w.onServer()) QSKIP("tests/security tries it on a server");
    const auto chat = chatOf(w);
    QVERIFY(waitFor(w->conversations().setState(chat, ConversationState::Closed)));
    QVERIFY(!actionsOf(w).isEmpty());
    w.close();
    const auto name = u"raw"_s;
    {
        auto raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        raw.setDatabaseName(w.path());
        QVERIFY(raw.open());
        QSqlQuery query(raw);
        QVERIFY(!query.exec(u"DELETE FROM audit_log"_s));
        QVERIFY(query.lastError().databaseText().contains("only ever added to"_L1));
        QVERIFY(!query.exec(u"UPDATE audit_log SET who = 'x'"_s));
    }
    QSqlDatabase::removeDatabase(name);
}

void StoreAuditTest::oneDeskHasATeamToo()
{
    Workspace w;
    if (w.onServer()) QSKIP("a server's agents have logins: tests/security");
    auto &admin = w->teamAdmin();
    const auto ana = waitFor(admin.addAgent(u"ana"_s, AgentRole::Agent, {}));
    QVERIFY(ana);
    QCOMPARE(waitFor(admin.addAgent(u"ana"_s, AgentRole::Agent, {})).error().code, ErrorCode::Refused);
    QCOMPARE(waitFor(admin.addAgent(u"Ana"_s, AgentRole::Agent, {})).error().code, ErrorCode::Usage);
    QCOMPARE(waitFor(admin.addAgent(u"pg_ana"_s, AgentRole::Agent, {})).error().code, ErrorCode::Usage);
    const auto team = waitFor(admin.addTeam(u" Day  shift "_s));
    QVERIFY(team);
    QCOMPARE(waitFor(w->agents().teams())->first().name, u"Day shift"_s);
    QVERIFY(!waitFor(admin.addTeam(u"Day shift"_s)));
    QVERIFY(*waitFor(admin.setMember(*team, *ana, true)));
    QVERIFY(!*waitFor(admin.setMember(*team, *ana, true)));
    QVERIFY(*waitFor(admin.renameTeam(*team, u"Night shift"_s)));
    const auto number = w.link();
    QVERIFY(*waitFor(admin.grantNumber(number, *ana, true)));
    QVERIFY(*waitFor(admin.grantNumber(number, *ana, false)));
    QVERIFY(*waitFor(admin.grantNumberToTeam(number, *team, true)));
    const auto chat = chatOf(w);
    QVERIFY(waitFor(w->assignments().assign(chat, *ana, *team, {})));
    QVERIFY(*waitFor(admin.setDisabled(*ana, true)));
    QVERIFY(!waitFor(w->conversations().page({}, {}, 1))->rows.first().assignee); // nobody would look after it
    QVERIFY(*waitFor(admin.removeTeam(*team)));
    QVERIFY(!*waitFor(admin.removeTeam(*team)));
    QVERIFY(!waitFor(admin.setPassword(*ana, u"long enough"_s)));
}

void StoreAuditTest::theLastAdministratorStays()
{
    Workspace w;
    if (w.onServer()) QSKIP("a server's agents have logins: tests/security");
    auto &admin = w->teamAdmin();
    QCOMPARE(waitFor(admin.setRole(AgentId{1}, AgentRole::Agent)).error().code, ErrorCode::Refused);
    QCOMPARE(waitFor(admin.setDisabled(AgentId{1}, true)).error().code, ErrorCode::Refused);
    const auto ana = waitFor(admin.addAgent(u"ana"_s, AgentRole::Admin, {}));
    QVERIFY(ana);
    QVERIFY(*waitFor(admin.setRole(AgentId{1}, AgentRole::Agent)));
    QCOMPARE(waitFor(admin.setRole(*ana, AgentRole::Lead)).error().code, ErrorCode::Refused);
}

QTEST_GUILESS_MAIN(StoreAuditTest)
#include "tst_store_audit.moc"
