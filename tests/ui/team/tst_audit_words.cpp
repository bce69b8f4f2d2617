#include "tests/store/store_fixture.h"
#include "ui/team/pages/audit_model.h"
#include "ui/team/pages/audit_words.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTranslator>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// What every trigger and function of both engines may write.
QSet<QString> everyAction()
{
    static const QRegularExpression word(u"(?:tandem_audit(?:ed)?\\(|'local', )'([a-z_]+\\.[a-z_]+)'"_s);
    QSet<QString> actions;
    for (const auto *engine : {"sqlite", "postgres"}) {
        for (const auto *set : {"0006_security", "0007_team_rest"}) {
            const QDir folder(u":/sql/%1/migrations/%2"_s.arg(QString::fromLatin1(engine), QString::fromLatin1(set)));
            for (const auto &name : folder.entryList({u"*.sql"_s}, QDir::Files)) {
                QFile file(folder.filePath(name));
                if (!file.open(QIODevice::ReadOnly)) continue;
                const auto sql = QString::fromUtf8(file.readAll());
                for (auto match = word.globalMatch(sql); match.hasNext();) actions.insert(match.next().captured(1));
            }
        }
    }
    return actions;
}

/// One change of each kind, straight in the tables; {c} conversation, {n} number, {k} contact.
const char *const changes[]{
    "UPDATE conversations SET state = 'closed' WHERE id = {c}",
    "INSERT INTO agents (id, login, display_name, role, created_ms) VALUES (7, 'ben', 'Ben', 'agent', 0)",
    "UPDATE agents SET display_name = 'Ben Okafor', role = 'lead', away = 1 WHERE id = 7",
    "UPDATE agents SET disabled_ms = 5 WHERE id = 7",
    "INSERT INTO teams (id, name) VALUES (7, 'Returns')",
    "UPDATE teams SET name = 'Refunds' WHERE id = 7",
    "INSERT INTO team_members (team_id, agent_id) VALUES (7, 7)",
    "INSERT INTO agent_numbers (agent_id, number_id) VALUES (7, {n})",
    "INSERT INTO team_numbers (team_id, number_id) VALUES (7, {n})",
    "UPDATE conversations SET assignee_id = 7, team_id = 7, snooze_until_ms = 1900000000000 WHERE id = {c}",
    "UPDATE contacts SET owner_id = 7, blocked_ms = 5 WHERE id = {k}",
    "INSERT INTO labels (id, name, color_index) VALUES (7, 'wholesale', 1)",
    "UPDATE labels SET name = 'large', color_index = 2 WHERE id = 7",
    "INSERT INTO conversation_labels (conversation_id, label_id, number_id) VALUES ({c}, 7, {n})",
    "DELETE FROM conversation_labels",
    "DELETE FROM labels",
    "INSERT INTO notes (id, conversation_id, number_id, author_id, text, created_ms) VALUES (7, {c}, {n}, 1, 'x', 5)",
    "UPDATE notes SET edited_ms = 6, deleted_ms = 7 WHERE id = 7",
    "UPDATE numbers SET state = 'blocked', send_limit = 20, read_receipts = 1 - read_receipts, typing = 1 - typing WHERE id = {n}",
    "INSERT INTO assignment_rules (id, position, method, enabled) VALUES (7, 0, 'round_robin', 1)",
    "UPDATE assignment_rules SET enabled = 0",
    "DELETE FROM assignment_rules",
    "DELETE FROM team_members",
    "DELETE FROM agent_numbers",
    "DELETE FROM team_numbers",
    "UPDATE conversations SET assignee_id = NULL, team_id = NULL, snooze_until_ms = NULL WHERE id = {c}",
    "UPDATE contacts SET owner_id = NULL, blocked_ms = NULL WHERE id = {k}",
    "DELETE FROM teams",
    "DELETE FROM agents WHERE id = 7",
};

} // namespace

/// Whatever is written into the audit log can be read by people, in both languages.
class TestAuditWords : public QObject
{
    Q_OBJECT

    QTranslator m_chinese;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_chinese.load(u":/i18n/tandem_zh_CN.qm"_s)); }

    void everyActionHasItsWords()
    {
        const auto actions = everyAction();
        QVERIFY(actions.size() > 48);
        for (const auto &action : actions) {
            QVERIFY2(AuditWords::isKnown(action), qPrintable(action));
            AuditEntry entry;
            entry.action = action;
            for (const auto *detail : {"{}", R"({"from":1,"to":null})"}) {
                entry.detail = QString::fromLatin1(detail);
                const auto english = AuditWords::action(entry);
                QVERIFY2(!english.contains(u'.') && english.front().isUpper(), qPrintable(english));
                QCoreApplication::installTranslator(&m_chinese);
                const auto chinese = AuditWords::action(entry);
                QCoreApplication::removeTranslator(&m_chinese);
                QVERIFY2(chinese != english && chinese.front().unicode() > 0x3000, qPrintable(u"%1: %2"_s.arg(action, chinese)));
            }
        }
    }

    void everyLineCanBeRead()
    {
        Workspace w;
        const auto number = w.link();
        auto hello = textEvent(u"wamid.1"_s, u"4917000001"_s, 1'763'999'900, u"Hello"_s);
        hello.peer.profileName = u"Mia"_s;
        QVERIFY(w.apply({hello}));
        const auto row = waitFor(w->conversations().page({}, {}, 1))->rows.first();
        change(w.path(), row, number);
        OutboxItem item;
        item.clientId = u"one"_s;
        item.numberId = number;
        item.conversationId = row.id;
        item.type = u"image"_s;
        item.content = {{u"link"_s, u"x"_s}};
        const auto queued = waitFor(w->outbox().enqueue(item, u"me"_s));
        QVERIFY(queued && waitFor(w->outbox().cancel(*queued)));
        SavedView view;
        view.name = u"Mornings"_s;
        const auto saved = waitFor(w->views().save(view));
        QVERIFY(saved && waitFor(w->views().remove(*saved)));
        QVERIFY(waitFor(w->links().create()));
        QVERIFY(waitFor(w->workspace().set({{u"public_url"_s, u"https://example.org"_s}})));

        AuditModel model(w->audit());
        AuditNames names;
        names.logins.insert(u"me"_s, u"Ana"_s);
        names.agents.insert(AgentId{7}, u"Ben Okafor"_s);
        names.numbers.insert(number, u"Shop"_s);
        model.setNames(names);
        model.setFilter({});
        QTRY_COMPARE(model.state(), AuditModel::State::Ready);
        QSet<QString> seen;
        QHash<QString, QStringList> details;
        for (int i = 0; i < model.rowCount(); ++i) {
            const auto text = [&](int column) { return model.index(i, column).data().toString(); };
            const auto *entry = model.entry(i);
            seen.insert(entry->action);
            details[entry->action].append(text(AuditModel::Detail));
            QCOMPARE(text(AuditModel::Who), u"Ana"_s);
            QVERIFY2(text(AuditModel::What) != entry->action, qPrintable(entry->action));
            QVERIFY2(!text(AuditModel::Subject).isEmpty(), qPrintable(entry->action));
            for (const auto column : {AuditModel::What, AuditModel::Subject, AuditModel::Detail}) QVERIFY2(!text(column).contains(u'{'), qPrintable(text(column)));
            if (entry->conversation) QCOMPARE(text(AuditModel::Subject), u"Mia"_s);
        }
        QCOMPARE(details.value(u"conversation.assigned"_s), QStringList({u"Ben Okafor → nobody"_s, u"nobody → Ben Okafor"_s}));
        QCOMPARE(details.value(u"conversation.state"_s), QStringList{u"open → closed"_s});
        QCOMPARE(details.value(u"label.renamed"_s), QStringList{u"“wholesale” → “large”"_s});
        QCOMPARE(details.value(u"number.limit"_s), QStringList{u"5 → 20 a second"_s});
        QCOMPARE(details.value(u"agent.role"_s), QStringList{u"Agent → Lead"_s});
        QCOMPARE(details.value(u"message.queued"_s), QStringList{u"Photo"_s});
        QCOMPARE(details.value(u"number.granted"_s), QStringList({u"Shop"_s, u"Shop"_s}));
        // All but what only messages, links and merged people leave.
        auto missing = everyAction() - seen;
        for (const auto *later : {"message.sent_again", "message.released", "contact.merged", "link.ended", "view.changed", "canned_reply.added", "canned_reply.changed",
                 "canned_reply.removed", "agent.password", "agent.ended", "contact.renamed", "conversation.contact", "message.starred", "message.file_asked", "note.moved"}) {
            missing.remove(QString::fromLatin1(later));
        }
        QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.cbegin(), missing.cend()).join(u' ')));
    }

private:
    static void change(const QString &path, const ConversationRow &row, NumberId number)
    {
        {
            auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"changes"_s);
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QSqlQuery query(db);
            QVERIFY(query.exec(u"PRAGMA busy_timeout = 5000"_s));
            for (const auto *each : changes) {
                const auto sql = QString::fromLatin1(each).replace("{c}"_L1, QString::number(row.id.value)).replace("{n}"_L1, QString::number(number.value))
                                     .replace("{k}"_L1, QString::number(row.contactId.value));
                QVERIFY2(query.exec(sql), qPrintable(sql + u": "_s + query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(u"changes"_s);
    }
};

QTEST_GUILESS_MAIN(TestAuditWords)
#include "tst_audit_words.moc"
