#include "tests/support/fake_team_stores.h"
#include "ui/models/team/team_directory.h"
#include "ui/models/team/view_condition.h"
#include "ui/team/notes/writing_area.h"
#include "ui/team/pickers/snooze_times.h"
#include "ui/team/views/condition_editor.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

/// Times, views and viewers in words; the builder of a view's rule.
class TestTeamWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void usualSnoozeTimesLieAhead()
    {
        const QDateTime friday(QDate(2026, 11, 20), QTime(17, 50));
        const auto choices = usualSnoozeTimes(friday);
        QVERIFY(choices.size() >= 5);
        for (const auto &choice : choices) QVERIFY(choice.at > friday);
        QCOMPARE(choices.first().at, friday.addSecs(3600));
        QSet<QDateTime> times;
        for (const auto &choice : choices) times.insert(choice.at);
        QCOMPARE(times.size(), choices.size());
        const auto sunday = usualSnoozeTimes(QDateTime(QDate(2026, 11, 22), QTime(12, 0)));
        const auto mondays = std::count_if(sunday.cbegin(), sunday.cend(), [](const UsualTime &c) { return c.at == QDateTime(QDate(2026, 11, 23), QTime(9, 0)); });
        QCOMPARE(mondays, 1); // tomorrow and Monday are one
    }

    void viewersInWords()
    {
        Viewer ana;
        ana.name = u"Ana"_s;
        auto ben = ana;
        ben.name = u"Ben"_s;
        ben.answering = true;
        QCOMPARE(viewersLine({}), QString());
        QCOMPARE(viewersLine({ana}), u"Ana is looking on"_s);
        QCOMPARE(viewersLine({ana, ben}), u"Ben is answering… · Ana is looking on"_s);
    }

    void filterBecomesAView()
    {
        ConversationFilter filter;
        filter.whose = ConversationFilter::Whose::Mine;
        filter.unreadOnly = true;
        filter.label = LabelId{3};
        const auto condition = conditionOf(filter);
        QCOMPARE(condition.kind, Condition::Kind::All);
        QCOMPARE(condition.parts.size(), 4);
        QCOMPARE(*conditionFromJson(toJson(condition)), condition);
        FakeAgentStore agents;
        FakeLabelStore labels;
        Label wholesale;
        wholesale.id = {3};
        wholesale.name = u"wholesale"_s;
        labels.labels = {wholesale};
        FakeViewStore views;
        FakeNoteStore notes;
        TeamDirectory directory(agents, labels, views, notes);
        directory.load();
        QTRY_VERIFY(directory.isLoaded());
        QCOMPARE(describe(condition, directory, {}), u"open, assigned to me, labelled wholesale, unread"_s);
        auto either = condition;
        either.kind = Condition::Kind::Any;
        either.parts[0].negated = true;
        QCOMPARE(describe(either, directory, {}), u"not open or assigned to me or labelled wholesale or unread"_s);
    }

    void builderNests()
    {
        FakeAgentStore agents;
        FakeLabelStore labels;
        FakeViewStore views;
        FakeNoteStore notes;
        TeamDirectory directory(agents, labels, views, notes);
        directory.load();
        QTRY_VERIFY(directory.isLoaded());
        Theme theme;
        ConditionEditor editor(theme, directory);
        ConversationFilter open;
        editor.setCondition(conditionOf(open));
        editor.show();
        QCOMPARE(editor.tests(), 1);
        QSignalSpy changed(&editor, &ConditionEditor::changed);
        editor.findChild<QPushButton *>(u"condition.addGroup"_s)->click();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(editor.condition().parts.size(), 2);
        QCOMPARE(editor.condition().parts.last().kind, Condition::Kind::Any);
        QCOMPARE(editor.tests(), 2);
        // The state's "is not".
        auto *negated = editor.findChildren<QComboBox *>(u"condition.not"_s).first();
        negated->setCurrentIndex(1);
        Q_EMIT negated->activated(1);
        QVERIFY(editor.condition().parts.first().negated);
        QCOMPARE(*conditionFromJson(toJson(editor.condition())), editor.condition());
    }
};

QTEST_MAIN(TestTeamWords)
#include "tst_team_words.moc"
