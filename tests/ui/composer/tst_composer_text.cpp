#include "ui/composer/builders/interactive_draft.h"
#include "ui/composer/canned/canned_match.h"
#include "ui/format/canned_text.h"
#include "ui/composer/input/text_marks.h"
#include "ui/composer/spell/spell_checker.h"
#include "ui/composer/spell/spell_words.h"
#include "ui/composer/timing/later_times.h"
#include "ui/composer/timing/pending_list.h"

#include "core/settings/user_settings.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

CannedReply reply(const QString &shortcut, const QString &title, const QString &body)
{
    static qint64 id = 0;
    return {CannedReplyId{++id}, shortcut, title, body, {}, {}};
}

CannedFacts facts()
{
    return {u"Li Wei"_s, u"+86 138 1234 5678"_s, u"Shop Shanghai"_s, u"Ana"_s, QDateTime(QDate(2026, 11, 23), QTime(10, 0))};
}

} // namespace

class TestComposerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("text"); // [ ] selection, | caret
        QTest::addColumn<int>("mark");
        QTest::addColumn<QString>("result");
        QTest::newRow("selection") << u"a [word] here"_s << int(TextMark::Bold) << u"a *[word]* here"_s;
        QTest::newRow("spaces at the ends") << u"a [ word ]here"_s << int(TextMark::Italic) << u"a  _[word]_ here"_s;
        QTest::newRow("word at the caret") << u"a wo|rd here"_s << int(TextMark::Strike) << u"a ~word|~ here"_s;
        QTest::newRow("nothing") << u"a |"_s << int(TextMark::Bold) << u"a *|*"_s;
        QTest::newRow("away again, marks outside") << u"a *[word]* here"_s << int(TextMark::Bold) << u"a [word] here"_s;
        QTest::newRow("away again, marks inside") << u"a [*word*] here"_s << int(TextMark::Bold) << u"a [word] here"_s;
        QTest::newRow("code") << u"[x = 1]"_s << int(TextMark::Code) << u"```[x = 1]```"_s;
        QTest::newRow("code away") << u"```[x = 1]```"_s << int(TextMark::Code) << u"[x = 1]"_s;
        QTest::newRow("another mark joins") << u"*[word]*"_s << int(TextMark::Italic) << u"*_[word]_*"_s;
        QTest::newRow("chinese") << u"[已发货]了"_s << int(TextMark::Bold) << u"*[已发货]*了"_s;
    }
    void marks()
    {
        QFETCH(QString, text);
        QFETCH(int, mark);
        QFETCH(QString, result);
        QPlainTextEdit edit;
        auto start = text.indexOf(u'[');
        auto end = text.indexOf(u']') - 1;
        if (start < 0) start = end = text.indexOf(u'|');
        const auto plain = QString(text).remove(u'[').remove(u']').remove(u'|');
        edit.setPlainText(plain);
        auto cursor = edit.textCursor();
        cursor.setPosition(int(start));
        cursor.setPosition(int(end), QTextCursor::KeepAnchor);
        toggleMark(cursor, TextMark(mark));
        auto shown = edit.toPlainText();
        if (cursor.hasSelection()) {
            shown.insert(cursor.selectionEnd(), u']');
            shown.insert(cursor.selectionStart(), u'[');
        } else {
            shown.insert(cursor.position(), u'|');
        }
        QCOMPARE(shown, result);
        edit.undo();
        QCOMPARE(edit.toPlainText(), plain);
    }

    void slashes_data()
    {
        QTest::addColumn<QString>("text"); // caret at |
        QTest::addColumn<QString>("query"); // "-": none
        QTest::newRow("start") << u"/|"_s << QString();
        QTest::newRow("typed") << u"/th|"_s << u"th"_s;
        QTest::newRow("middle of a text") << u"Hello /pri| and more"_s << u"pri"_s;
        QTest::newRow("after a line") << u"Hello\n/x|"_s << u"x"_s;
        QTest::newRow("after Chinese") << u"您好/运费|"_s << u"运费"_s;
        QTest::newRow("wide slash") << u"您好／运|"_s << u"运"_s;
        QTest::newRow("after Chinese punctuation") << u"您好，/运|"_s << u"运"_s;
        QTest::newRow("address") << u"https://|"_s << u"-"_s;
        QTest::newRow("path in an address") << u"example.com/or|"_s << u"-"_s;
        QTest::newRow("pair") << u"and/or|"_s << u"-"_s;
        QTest::newRow("fraction") << u"1/2|"_s << u"-"_s;
        QTest::newRow("left behind") << u"/th ank|"_s << u"-"_s;
        QTest::newRow("second slash") << u"/a/b|"_s << u"-"_s;
    }
    void slashes()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        const int caret = int(text.indexOf(u'|'));
        const auto found = slashQueryAt(text.remove(u'|'), caret);
        QCOMPARE(found ? found->text : u"-"_s, query.isNull() ? QString() : query);
    }

    void fuzzySearch()
    {
        const QList<CannedReply> all{reply(u"bye"_s, u"Goodbye"_s, u"Thank you, until next time."_s), reply(u"ship"_s, u"Shipping costs"_s, u"Delivery is free above 50."_s),
            reply(u"thanks"_s, u"Thank you"_s, u"You are welcome."_s), reply(u"yunfei"_s, u"运费说明"_s, u"满五十元包邮。"_s)};
        const auto shortcuts = [&](const QString &query) {
            QStringList list;
            for (const auto &one : matchCanned(all, query)) list.append(one.shortcut);
            return list;
        };
        QCOMPARE(shortcuts(QString()).size(), 4);
        QCOMPARE(shortcuts(u"ship"_s).first(), u"ship"_s);
        QCOMPARE(shortcuts(u"thx"_s), QStringList());
        QCOMPARE(shortcuts(u"tks"_s).first(), u"thanks"_s); // letters in order are enough
        QCOMPARE(shortcuts(u"运费"_s), QStringList{u"yunfei"_s});
        QCOMPARE(shortcuts(u"包邮"_s), QStringList{u"yunfei"_s}); // by its text
        QCOMPARE(shortcuts(u"thank"_s), (QStringList{u"thanks"_s, u"bye"_s})); // shortcut and title before text
    }

    void variables()
    {
        const auto body = u"Hi {{contact.name|there}}, {{agent.name}} of {{ number.name }} here. {{contact.first_name}}"_s;
        QCOMPARE(CannedText::fill(body, facts()).value_or(QString()), u"Hi Li Wei, Ana of Shop Shanghai here. Li"_s);
        QVERIFY(CannedText::questions(body, facts()).isEmpty());
    }

    /// The complaint everywhere: an empty name that leaves "Hi ," or blocks the message.
    void nothingResolvesToEmpty()
    {
        auto nobody = facts();
        nobody.contactName.clear();
        nobody.agentName.clear();
        QCOMPARE(CannedText::fill(u"Hi {{contact.name|there}}"_s, nobody).value_or(QString()), u"Hi there"_s);
        const auto body = u"Hi {{contact.name}}, your {{?Order number}} and {{?Order number}} by {{colour}}"_s;
        const auto questions = CannedText::questions(body, nobody);
        QCOMPARE(questions.size(), 3);
        QCOMPARE(questions.at(1).label, u"Order number"_s);
        QVERIFY(!CannedText::fill(body, nobody).has_value());
        QHash<QString, QString> answers{{u"contact.name"_s, u"Mei"_s}, {u"?Order number"_s, u"88231"_s}, {u"colour"_s, u" "_s}};
        QVERIFY(!CannedText::fill(body, nobody, answers).has_value());
        answers[u"colour"_s] = u"blue"_s;
        QCOMPARE(CannedText::fill(body, nobody, answers).value_or(QString()), u"Hi Mei, your 88231 and 88231 by blue"_s);
        QCOMPARE(CannedText::unknownVariables(body), QStringList{u"{{colour}}"_s});
        for (const auto &text : {u"{{contact.name|}}"_s, u"{{ |x}}"_s, u"{{}}"_s, u"{{?}}"_s}) {
            const auto filled = CannedText::fill(text, nobody);
            QVERIFY2(!filled || !filled->isEmpty(), qPrintable(text));
        }
    }

    void spellingLooksAtWordsOnly()
    {
        QStringList words;
        for (const auto &word : spellWords(u"Hi @ana, don’t open https://exmaple.com or mail me@x.yz; order A12 您好 ```cde``` naïve"_s)) words.append(word.text);
        QCOMPARE(words, (QStringList{u"Hi"_s, u"don't"_s, u"open"_s, u"or"_s, u"mail"_s, u"order"_s, u"naïve"_s}));
        QCOMPARE(spellWords(u"teh cat"_s).first().start, 0);
        QCOMPARE(spellWords(u"  teh cat"_s).at(1).start, 6);
    }

    void spellingJudgesAndSuggests()
    {
        if (!Dictionary::supported()) QSKIP("built without Hunspell");
        QTemporaryDir dir;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"en_US.aff"_s, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
        write(u"en_US.dic"_s, "4\nhello\nworld\nthe\norder\n");
        write(u"es_ES.aff"_s, "SET ISO8859-1\n");
        write(u"es_ES.dic"_s, "2\nma\xf1" "ana\nhola\n");
        const auto files = DictionaryFiles::find({dir.path()}, {u"en-GB"_s, u"es"_s, u"zh_CN"_s});
        QCOMPARE(files.size(), 2);
        UserSettings settings{QString()};
        SpellChecker checker(files, settings);
        QVERIFY(checker.isAvailable());
        using Verdict = SpellChecker::Verdict;
        QSignalSpy judged(&checker, &SpellChecker::judged);
        QVERIFY(checker.verdict(u"hello"_s) == Verdict::Unknown);
        (void)checker.verdict(u"teh"_s);
        (void)checker.verdict(u"mañana"_s);
        QVERIFY(judged.wait(5000));
        QVERIFY(checker.verdict(u"hello"_s) == Verdict::Right);
        QVERIFY(checker.verdict(u"mañana"_s) == Verdict::Right); // the other language's word
        QVERIFY(checker.verdict(u"teh"_s) == Verdict::Wrong);
        const auto suggestions = waitFor(checker.suggestions(u"teh"_s));
        QVERIFY(suggestions && suggestions->contains(u"the"_s));
        checker.learn(u"teh"_s);
        QVERIFY(checker.verdict(u"teh"_s) == Verdict::Right);
        QCOMPARE(settings.text(UserSettings::Key::SpellWords), u"teh"_s);
    }

    void laterTimesLieAheadAndKnowTheWindow()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(10, 20)); // a Monday
        const auto times = laterTimes(now, now.addSecs(20 * 3600));
        QCOMPARE(times.size(), 5);
        for (const auto &time : times) {
            QVERIFY(time.at > now);
            QCOMPARE(time.inWindow, time.at < now.addSecs(20 * 3600));
        }
        QCOMPARE(times.first().at, QDateTime(now.date(), QTime(11, 20)));
        QCOMPARE(times.last().at, QDateTime(QDate(2026, 11, 30), QTime(9, 0)));
        QCOMPARE(laterTimes(QDateTime(now.date(), QTime(17, 30)), {}).size(), 4); // no evening left
        QCOMPARE(laterTimes(QDateTime(QDate(2026, 11, 29), QTime(8, 0)), {}).size(), 4); // Monday is tomorrow
    }

    void pendingTakesAnAlbumAsOne()
    {
        const auto row = [](qint64 id, OutboxHold hold, qint64 due) {
            Message message;
            message.outboxId = OutboxId{id};
            message.outboxState = OutboxState::Queued;
            message.outboxHold = hold;
            if (due) message.outboxNotBefore = fromEpochSeconds(due);
            message.type = u"text"_s;
            message.text = QString::number(id);
            return message;
        };
        auto uploading = row(5, OutboxHold::None, 0);
        auto failed = row(6, OutboxHold::None, 0);
        failed.outboxState = OutboxState::Failed;
        auto gone = row(7, OutboxHold::None, 0);
        const auto now = fromEpochSeconds(2'000'000'000);
        for (auto *fresh : {&uploading, &failed, &gone}) fresh->timestamp = now;
        auto slept = row(8, OutboxHold::None, 0);
        slept.timestamp = now - OutboxItem::StaleAfter - Seconds(1);
        slept.type = u"location"_s; // forwarded, so not written here
        const auto items = pendingItems({row(1, OutboxHold::UntilReply, 0), row(2, OutboxHold::UntilTime, 100), row(3, OutboxHold::Undo, 50), row(4, OutboxHold::Undo, 50), uploading, failed, gone, slept},
            {{OutboxId{5}, {10, 100}}, {OutboxId{6}, {1, 100}}}, now);
        QCOMPARE(items.size(), 6);
        using Kind = PendingItem::Kind;
        QVERIFY(items.at(0).kind == Kind::WhenTheyWrite && items.at(1).kind == Kind::Later && items.at(2).kind == Kind::Undo);
        QCOMPARE(items.at(2).ids, (QList<OutboxId>{OutboxId{3}, OutboxId{4}}));
        QVERIFY(items.at(3).kind == Kind::Uploading && items.at(4).kind == Kind::Failed);
        QCOMPARE(items.at(3).sent, 10);
        QVERIFY(items.at(5).kind == Kind::Stale && !items.at(5).editable && items.at(2).editable);
    }

    void interactiveIsReadBack()
    {
        InteractiveDraft draft;
        draft.body = u"Is Friday fine?"_s;
        draft.header = u"Delivery"_s;
        draft.footer = u"Shop"_s;
        draft.buttons = {u"Yes"_s, u"No"_s};
        const auto same = [](const InteractiveDraft &one) { return InteractiveDraft::of(one.request().value_or(QJsonObject())) == one; };
        QVERIFY(same(draft));
        draft.kind = InteractiveDraft::Kind::Link;
        draft.buttons.clear();
        draft.label = u"Open"_s;
        draft.url = u"https://example.com/a?b=c"_s;
        QVERIFY(same(draft));
        draft.kind = InteractiveDraft::Kind::List;
        draft.url.clear();
        draft.sections = {{u"Lamps"_s, {{u"Blue"_s, u"60 W"_s}, {u"Red"_s, {}}}}, {u"Chairs"_s, {{u"Oak"_s, {}}}}};
        QVERIFY(same(draft));
        InteractiveDraft place;
        place.kind = InteractiveDraft::Kind::AskLocation;
        place.body = u"Where are you?"_s;
        QVERIFY(same(place));
        QVERIFY(!InteractiveDraft::of({{u"type"_s, u"flow"_s}}));
    }

    void interactiveSaysWhatIsMissing()
    {
        InteractiveDraft draft;
        draft.kind = InteractiveDraft::Kind::Buttons;
        QVERIFY(!draft.problem().isEmpty());
        draft.body = u"Is Friday fine?"_s;
        QVERIFY(!draft.problem().isEmpty());
        draft.buttons = {u"Yes"_s, u"Yes"_s};
        QVERIFY(draft.problem().contains(u"same"_s));
        draft.buttons = {u"Yes"_s, u"No"_s};
        QCOMPARE(draft.problem(), QString());
        QVERIFY(draft.request().has_value());
        draft.buttons = {u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        QVERIFY(!draft.problem().isEmpty());
        draft.kind = InteractiveDraft::Kind::Link;
        draft.label = u"Open"_s;
        for (const auto &url : {u"example.com"_s, u"javascript:alert(1)"_s, u"http://example.com"_s, u"https://"_s}) {
            draft.url = url;
            QVERIFY2(!draft.problem().isEmpty(), qPrintable(url));
        }
        draft.url = u"https://example.com/a?b=c"_s;
        QCOMPARE(draft.problem(), QString());
        draft.kind = InteractiveDraft::Kind::List;
        draft.sections = {{QString(), {{u"One"_s, QString()}}}, {u"B"_s, {{u"Two"_s, QString()}}}};
        QVERIFY(!draft.problem().isEmpty());
        draft.sections[0].title = u"A"_s;
        QCOMPARE(draft.problem(), QString());
        for (int i = 0; i < 9; ++i) draft.sections[0].rows.append({u"more %1"_s.arg(i), QString()});
        QVERIFY(!draft.problem().isEmpty());
    }
};

QTEST_MAIN(TestComposerText)
#include "tst_composer_text.moc"
