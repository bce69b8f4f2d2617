#include "core/store/list/conversation_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/dialect.h"
#include "core/store/sql/migrator.h"

#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

/// Paging must cost what the page costs: no statement on the hot path may walk through a whole big table.
class StorePlansTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noWholeTableIsRead_data();
    void noWholeTableIsRead();
    void everyFilterHasItsIndex_data();
    void everyFilterHasItsIndex();
    void unknownIsKeptWhereItsBodiesWerePruned();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    QSqlDatabase m_db;
    std::unique_ptr<Dialect> m_dialect = makeSqliteDialect();
};

void StorePlansTest::initTestCase()
{
    const auto path = m_folder.filePath(u"plans.db"_s);
    Connection connection(*m_dialect, path, false);
    QVERIFY(connection.open());
    QVERIFY(Migrator(connection).migrate(true));
    m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plans"_s);
    m_db.setDatabaseName(path);
    QVERIFY(m_db.open());
}

void StorePlansTest::noWholeTableIsRead_data()
{
    QTest::addColumn<QString>("name");
    QStringList names;
    for (const auto *folder : {"common", "sqlite"}) {
        const QDir queries(u":/sql/"_s + QString::fromLatin1(folder) + u"/queries"_s);
        for (const auto &file : queries.entryList({u"*.sql"_s})) names.append(file.chopped(4));
    }
    for (const auto &name : std::as_const(names)) {
        // The export and the doctor read everything: that is their work. Contacts are searched by any part of a name.
        const bool whole = name.startsWith("export_"_L1) || name.startsWith("doctor_"_L1) || name == "search_contacts"_L1
            || name.startsWith("search_audit"_L1) // by any part of a name, too
            || name == "leave_open_outbox"_L1 // once, of a whole workspace that was just copied
            || name.startsWith("forget_number"_L1) // once in a number's life, and the number is the small `unknown`
            || name.startsWith("reset_search"_L1) || name == "prune_changes"_L1;
        if (!whole) QTest::newRow(qPrintable(name)) << name;
    }
}

void StorePlansTest::noWholeTableIsRead()
{
    QFETCH(QString, name);
    static const QRegularExpression walk(
        u"SCAN (messages|message_media|message_facts|conversations|contacts|contact_names|identities|deliveries|outbox|commands|system_events|e|m|d|f|c|k|i|o|q|l|p|g|h|a)( |$)(?!USING)"_s);
    QSqlQuery query(m_db);
    const auto sql = m_dialect->query(name);
    QVERIFY2(query.prepare(u"EXPLAIN QUERY PLAN "_s + sql), qPrintable(name));
    static const QRegularExpression placeholder(u":[a-z_0-9]+"_s);
    for (auto match = placeholder.globalMatch(sql); match.hasNext();) query.bindValue(match.next().captured(), 1);
    QVERIFY2(query.exec(), qPrintable(name));
    while (query.next()) {
        const auto step = query.value(3).toString();
        QVERIFY2(!walk.match(step).hasMatch(), qPrintable(step));
    }
}

void StorePlansTest::everyFilterHasItsIndex_data()
{
    QTest::addColumn<QString>("index");
    QTest::addColumn<int>("which");
    int which = 0;
    for (const auto *index : {"conversations_list", "conversations_number", "conversations_unread", "conversations_waiting", "conversations_on_phone",
             "conversations_assignee", "conversations_unassigned", "conversations_all", "conversations_all", "conversations_list", "conversations_all"}) {
        QTest::addRow("%d %s", which, index) << QString::fromLatin1(index) << which;
        ++which;
    }
}

void StorePlansTest::everyFilterHasItsIndex()
{
    QFETCH(QString, index);
    QFETCH(int, which);
    using Whose = ConversationFilter::Whose;
    const auto test = [](Condition::Field field, const QString &value) {
        Condition condition;
        condition.kind = Condition::Kind::Test;
        condition.field = field;
        condition.value = value;
        return condition;
    };
    ConversationFilter filter;
    if (which == 1) filter.number = NumberId{1};
    filter.unreadOnly = which == 2;
    filter.customerWaiting = which == 3;
    filter.answeredOnPhone = which == 4;
    if (which == 5) filter.whose = Whose::Mine;
    if (which == 6) filter.whose = Whose::Unassigned;
    if (which >= 7) filter.state.reset();
    if (which == 8) filter.label = LabelId{1};
    if (which >= 9) filter.condition = Condition();
    if (which == 9) filter.condition->parts = {test(Condition::Field::State, u"pending"_s), test(Condition::Field::Label, u"1"_s)};
    if (which == 10) filter.condition->parts = {test(Condition::Field::NameContains, u"an"_s), test(Condition::Field::NoActivityFor, u"5"_s)};
    const ConversationQuery built(*m_dialect, filter, fromEpochSeconds(1'764'000'000));
    const auto steps = [&](const QString &name) {
        QStringList all;
        QSqlQuery query(m_db);
        const auto sql = built.text(name);
        bool ok = query.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
        static const QRegularExpression placeholder(u":[a-z_0-9]+"_s);
        for (auto match = placeholder.globalMatch(sql); match.hasNext();) query.bindValue(match.next().captured(), 1);
        ok = ok && query.exec();
        while (ok && query.next()) all.append(query.value(3).toString());
        return all.join(u'\n');
    };
    const auto page = steps(u"page_conversations"_s);
    QVERIFY2(page.contains(u"c USING INDEX "_s + index + u' '), qPrintable(page));
    QVERIFY2(!page.contains(u"TEMP B-TREE"_s), qPrintable(page)); // rows come in order, so a page costs a page
    const auto match = steps(u"match_conversations"_s);
    QVERIFY2(match.contains(u"SEARCH c USING INTEGER PRIMARY KEY"_s), qPrintable(match));
}

/// What a database of an older version has pruned can't be applied again for the number that turns up.
void StorePlansTest::unknownIsKeptWhereItsBodiesWerePruned()
{
    for (const bool pruned : {false, true}) {
        Connection connection(*m_dialect, m_folder.filePath(pruned ? u"pruned.db"_s : u"whole.db"_s), false);
        QVERIFY(connection.open());
        QVERIFY(connection.executeText(u"CREATE TABLE schema_versions (version integer PRIMARY KEY, name text NOT NULL)"_s));
        for (const auto &script : m_dialect->migrations()) {
            if (script.version > 2) break;
            for (const auto &sql : script.statements) QVERIFY(connection.executeText(sql));
            QVERIFY(connection.executeText(u"INSERT INTO schema_versions (version, name) VALUES (%1, 'x')"_s.arg(script.version)));
        }
        QVERIFY(connection.executeText(u"INSERT INTO numbers VALUES (1, 'unknown', '', '', '', 'linked', '', 0, 0, NULL, 20, '', '', '', 0, '', 0, '', '', '', "
                                       "NULL, NULL, NULL, '', NULL, NULL, 0, 'never', 0)"_s));
        QVERIFY(connection.executeText(u"INSERT INTO deliveries VALUES (1, 'meta', 'd', 1, 1, 'applied', '', %1)"_s.arg(pruned ? u"NULL"_s : u"x'00'"_s)));
        QVERIFY(Migrator(connection).migrate(true));
        auto row = connection.run(u"select_unknown_number");
        QCOMPARE(row.next(), !pruned);
    }
}

void StorePlansTest::cleanupTestCase()
{
    m_db = {};
    QSqlDatabase::removeDatabase(u"plans"_s);
}

QTEST_GUILESS_MAIN(StorePlansTest)
#include "tst_store_plans.moc"
