#include "tests/support/fake_team_stores.h"
#include "tests/ui/fake_message_store.h"
#include "ui/format/content/note_row.h"
#include "ui/models/team/noted_messages.h"
#include "ui/models/timeline_model.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {

/// Everything as it must stand in the timeline, oldest first.
QList<Message> whole(const FakeMessageStore &messages, const FakeNoteStore &notes)
{
    auto all = messages.all;
    for (const auto &note : notes.all) all.append(rowOf(note));
    std::sort(all.begin(), all.end(), [](const Message &a, const Message &b) { return FakeMessageStore::cursorOf(a) < FakeMessageStore::cursorOf(b); });
    return all;
}

QList<qint64> ids(const QList<Message> &rows)
{
    QList<qint64> list;
    for (const auto &row : rows) list.append(row.id.value);
    return list;
}

} // namespace

/// Private notes between the messages of a timeline: each exactly once and in its place, whatever the pages.
class TestNotedMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNoteOnceInItsPlace()
    {
        auto *random = QRandomGenerator::global();
        for (int round = 0; round < 60; ++round) {
            FakeMessageStore messages;
            FakeNoteStore notes;
            messages.fill(int(random->bounded(1, 90)), 1'780'000'000);
            const int count = int(random->bounded(0, 30));
            for (int i = 0; i < count; ++i) {
                // On a message's own second as well: the order must still be one.
                notes.put(i + 1, 1'780'000'000 - 300 + qint64(random->bounded(0, 100)) * 60, u"note"_s);
            }
            NotedMessages noted(messages, notes);
            const int limit = int(random->bounded(1, 20));
            auto page = waitFor(spin(noted.newest({1}, limit))).value();
            auto rows = page.messages;
            while (page.hasOlder) {
                page = waitFor(spin(noted.older({1}, FakeMessageStore::cursorOf(rows.first()), limit))).value();
                rows = page.messages + rows;
            }
            QCOMPARE(ids(rows), ids(whole(messages, notes)));
            // And forwards, from somewhere in the middle.
            auto part = waitFor(spin(noted.around({1}, FakeMessageStore::cursorOf(messages.all.at(messages.all.size() / 2)), limit))).value();
            auto forward = part.messages;
            while (part.hasNewer) {
                part = waitFor(spin(noted.newer({1}, FakeMessageStore::cursorOf(forward.last()), limit))).value();
                forward += part.messages;
            }
            QCOMPARE(ids(forward), ids(rows.mid(rows.size() - forward.size())));
            const auto between = waitFor(spin(noted.between({1}, FakeMessageStore::cursorOf(rows.first()), FakeMessageStore::cursorOf(rows.last())))).value();
            QCOMPARE(ids(between.messages), ids(rows));
        }
    }

    void theModelShowsNewNotes()
    {
        FakeMessageStore messages;
        FakeNoteStore notes;
        messages.fill(5);
        NotedMessages noted(messages, notes);
        TimelineModel model(noted);
        model.open({1}, std::nullopt, TimelineModel::Seek::End);
        QTRY_COMPARE(model.rowCount(), 5);
        notes.put(7, 1'780'000'090, u"between the second and the third"_s);
        notes.put(8, 1'790'000'000, u"at the end"_s);
        Changes changes;
        changes.conversations.insert({1});
        model.applyChanges(changes);
        QTRY_COMPARE(model.rowCount(), 7);
        QVERIFY(isNote(model.message(2)));
        QVERIFY(isNote(model.message(6)));
        QCOMPARE(noteIdOf(model.message(6)), NoteId{8});
        notes.all.last().text = u"changed"_s;
        model.applyChanges(changes);
        QTRY_COMPARE(model.message(6).text, u"changed"_s);
    }

    void aNoteIsNoMessage()
    {
        FakeNoteStore notes;
        const auto row = rowOf(notes.put(3, 1'780'000'000, u"@ben look"_s));
        QVERIFY(row.wamid.isEmpty());
        QVERIFY(!row.outboxId);
        QCOMPARE(row.status, MessageStatus::None);
        QCOMPARE(noteAuthor(row), AgentId{1});
        FakeMessageStore messages;
        NotedMessages noted(messages, notes);
        QVERIFY(!*waitFor(noted.setStarred(row.id, true)));
    }

    void mentionsAreFound()
    {
        const auto spans = mentionsIn(u"@ben, see mail a@b.com and @li_wei2 (not@here)"_s);
        QCOMPARE(spans.size(), 2);
        QCOMPARE(spans.at(0).start, 0);
        QCOMPARE(spans.at(0).length, 4);
        QCOMPARE(spans.at(1).length, 8);
        const auto dotted = mentionsIn(u"请＠ana.li看, or @b-c."_s);
        QCOMPARE(dotted.size(), 2);
        QCOMPARE(dotted.at(0).length, 7);
        QCOMPARE(dotted.at(1).length, 4);
    }

private:
    /// The decorator answers from the event loop.
    template<typename T>
    static FutureResult<T> spin(FutureResult<T> future)
    {
        (void)QTest::qWaitFor([&] { return future.isFinished(); }, 2000);
        return future;
    }
};

QTEST_GUILESS_MAIN(TestNotedMessages)
#include "tst_noted_messages.moc"
