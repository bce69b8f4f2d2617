#include "core/store/store.h"
#include "tests/ui/composer/composer_desk.h"
#include "ui/composer/attach/attachments.h"
#include "ui/composer/drafts/draft_keeper.h"
#include "ui/composer/input/quote_bar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Testing;
using Tandem::Test::Shop;

namespace {

constexpr DraftMode Reply = DraftMode::Reply;
constexpr DraftMode NoteMode = DraftMode::Note;

/// The child that gets killed: types into two conversations in turn and says what it typed, and when.
int typeUntilKilled(const QString &folder)
{
    auto clock = std::make_shared<SystemClock>();
    auto opened = Store::open({u"sqlite:"_s + folder + u"/tandem.db"_s, {}, true, true}, clock);
    if (!opened) return 3;
    auto &store = **opened;
    DraftKeeper keeper(store.drafts(), *clock);
    QElapsedTimer timer;
    timer.start();
    QTimer keys;
    QStringList texts{QString(), QString()};
    int count = 0;
    QObject::connect(&keys, &QTimer::timeout, qApp, [&] {
        const int which = count++ / 5 % 2; // five letters here, five there
        texts[which] += QChar(u'a' + count % 26);
        keeper.edit({ConversationId{which + 1}, Reply}, {texts.at(which), {}, {}, {}});
        std::printf("%lld %d %s\n", static_cast<long long>(timer.elapsed()), which, qPrintable(texts.at(which)));
        std::fflush(stdout);
    });
    keys.start(15);
    return QCoreApplication::exec();
}

/// A store on a server that can go away.
class AwayDrafts final : public DraftStore
{
public:
    FutureResult<Draft> draft(ConversationId id, DraftMode) override
    {
        if (away) return readyFuture<Draft>(failure(Error::retry(ErrorCode::DatabaseBusy, {})));
        return readyFuture<Draft>(kept.value(id));
    }
    FutureResult<bool> setDraft(ConversationId id, DraftMode, const Draft &draft) override
    {
        if (away) return readyFuture<bool>(failure(Error::retry(ErrorCode::DatabaseBusy, {})));
        kept.insert(id, draft);
        return readyFuture<bool>(true);
    }
    QHash<ConversationId, Draft> kept;
    bool away = false;
};

constexpr DraftKey replyOf(qint64 id) { return {ConversationId{id}, Reply}; }

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

    static void greet(Shop &shop)
    {
        shop.live(liWei, u"hello"_s);
        shop.live(noor, u"hi"_s);
    }
    static Draft stored(Store &store, ConversationId id, DraftMode mode = Reply)
    {
        return waitFor(store.drafts().draft(id, mode)).value_or(Draft{});
    }

private Q_SLOTS:
    void modesAreApart()
    {
        Shop shop;
        greet(shop);
        const auto id = shop.row(liWei).id;
        DraftKeeper keeper(shop.workspace->drafts(), *shop.workspace.clock);
        keeper.edit({id, Reply}, {u"to the customer"_s, {}, {}, {}});
        keeper.edit({id, NoteMode}, {u"he is angry"_s, {}, {}, {}});
        keeper.flush();
        QTRY_COMPARE(stored(shop.workspace.store(), id, Reply).text, u"to the customer"_s);
        QTRY_COMPARE(stored(shop.workspace.store(), id, NoteMode).text, u"he is angry"_s);
        keeper.sending({id, Reply});
        QCOMPARE(keeper.known({id, NoteMode})->text, u"he is angry"_s);
        QVERIFY(keeper.known({id, Reply})->isEmpty());
        QCOMPARE(stored(shop.workspace.store(), id, Reply).text, u"to the customer"_s); // until the outbox has it
        keeper.sent({id, Reply});
        QTRY_VERIFY(stored(shop.workspace.store(), id, Reply).isEmpty());
        QCOMPARE(stored(shop.workspace.store(), id, NoteMode).text, u"he is angry"_s);
    }

    void typedBeforeTheStoreAnswered()
    {
        Shop shop;
        greet(shop);
        const auto id = shop.row(liWei).id;
        const OutboxMedia file{u"ab"_s, u"image/png"_s, u"a.png"_s, 3, false, {}};
        QVERIFY(waitFor(shop.workspace->drafts().setDraft(id, Reply, {u"old"_s, u"w1"_s, {file}, {}})).has_value());
        DraftKeeper keeper(shop.workspace->drafts(), *shop.workspace.clock);
        Draft given;
        keeper.load({id, Reply}, this, [&](const DraftKey &, const Draft &draft) { given = draft; });
        keeper.edit({id, Reply}, {u"new"_s, {}, {}, {}});
        QTRY_COMPARE(given.attachments.size(), 1);
        QCOMPARE(given.text, u"new"_s);
        keeper.flush();
        QTRY_COMPARE(stored(shop.workspace.store(), id).text, u"new"_s);
        QCOMPARE(stored(shop.workspace.store(), id).attachments.size(), 1);
    }

    /// What was begun while the server was away joins what came there meanwhile.
    void writtenWhileAwayReplacesNothing()
    {
        AwayDrafts store;
        store.kept.insert(ConversationId{1}, {u"from my other computer"_s, {}, {}, {}});
        store.kept.insert(ConversationId{2}, {u"begun"_s, {}, {}, {}});
        FixedClock clock;
        DraftKeeper keeper(store, clock);
        QSignalSpy joined(&keeper, &DraftKeeper::joined);
        keeper.load(replyOf(2), this, [](const DraftKey &, const Draft &) {});
        QTRY_COMPARE(keeper.known(replyOf(2)).value_or(Draft()).text, u"begun"_s);
        store.away = true;
        keeper.load(replyOf(1), this, [](const DraftKey &, const Draft &) {});
        QTest::qWait(20);
        keeper.edit(replyOf(1), {u"typed here"_s, {}, {}, {}});
        keeper.edit(replyOf(2), {u"begun and ended"_s, {}, {}, {}});
        keeper.flush();
        QTest::qWait(DraftKeeper::SaveAfterMs + 200);
        store.away = false;
        QTRY_COMPARE(store.kept.value(ConversationId{1}).text, u"from my other computer\ntyped here"_s);
        QTRY_COMPARE(store.kept.value(ConversationId{2}).text, u"begun and ended"_s); // nobody else wrote there
        QCOMPARE(joined.size(), 1);
        QCOMPARE(keeper.known(replyOf(1))->text, u"from my other computer\ntyped here"_s);
    }

    void writtenWhileAwaySurvivesARestart()
    {
        AwayDrafts store;
        store.kept.insert(ConversationId{1}, {u"old"_s, {}, {}, {}});
        store.kept.insert(ConversationId{2}, {u"sent meanwhile"_s, {}, {}, {}});
        FixedClock clock;
        UserSettings settings{QString()};
        {
            DraftKeeper keeper(store, clock);
            keeper.spillInto(settings, u"here"_s);
            for (const int id : {1, 2}) keeper.load(replyOf(id), this, [](const DraftKey &, const Draft &) {});
            QTRY_VERIFY(keeper.known(replyOf(2)));
            store.away = true;
            keeper.edit(replyOf(1), {u"old and new"_s, {}, {}, {}});
            keeper.sending(replyOf(2));
            keeper.sent(replyOf(2));
            keeper.flush();
            QTRY_VERIFY(settings.text(UserSettings::Key::KeptDrafts).contains(u"old and new"_s));
            keeper.edit(replyOf(1), {u"old and newer"_s, {}, {}, {}}); // not a moment is lost from now on
        }
        DraftKeeper keeper(store, clock);
        keeper.spillInto(settings, u"here"_s);
        for (const int id : {1, 2}) keeper.load(replyOf(id), this, [](const DraftKey &, const Draft &) {});
        QTRY_COMPARE(keeper.known(replyOf(1)).value_or(Draft()).text, u"old and newer"_s);
        QTRY_VERIFY(keeper.known(replyOf(2)) && keeper.known(replyOf(2))->text.isEmpty());
        DraftKeeper elsewhere(store, clock);
        elsewhere.spillInto(settings, u"another team"_s);
        elsewhere.load(replyOf(1), this, [](const DraftKey &, const Draft &) {});
        QTest::qWait(50);
        QVERIFY(!elsewhere.known(replyOf(1)));
        store.away = false;
        QTRY_COMPARE(store.kept.value(ConversationId{1}).text, u"old and newer"_s);
        QTRY_VERIFY(store.kept.value(ConversationId{2}).text.isEmpty());
        QTRY_VERIFY(settings.text(UserSettings::Key::KeptDrafts).isEmpty());
    }

    void filesAndQuoteComeBackAfterARestart()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        const auto path = dir.filePath(u"a.png"_s);
        QVERIFY(samplePicture({80, 60}).save(path));
        const auto id = shop.row(liWei).id;
        {
            ComposerDesk desk(shop);
            desk.composer.setReplyTo(shop.newest(liWei).last());
            auto *files = desk.composer.findChild<Attachments *>(QString(), Qt::FindDirectChildrenOnly);
            files->addFiles(id, {path});
            QTRY_VERIFY(!files->of(id).isEmpty() && files->allReady(id));
            files->setCaption(id, files->of(id).first().id, u"the lamp"_s);
            QTest::keyClicks(desk.input, u"see here"_s);
        }
        QTRY_COMPARE(stored(shop.workspace.store(), id).text, u"see here"_s);
        ComposerDesk desk(shop);
        auto *files = desk.composer.findChild<Attachments *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(files->of(id).size(), 1);
        QCOMPARE(files->of(id).first().file.media.caption, u"the lamp"_s);
        QCOMPARE(files->of(id).first().file.type, u"image"_s);
        QCOMPARE(desk.input->toPlainText(), u"see here"_s);
        QTRY_VERIFY(desk.composer.findChild<QuoteBar *>()->isVisible());
    }

    /// A file that gets ready after one has gone elsewhere stays where it was attached.
    void lateFilesDontFollow()
    {
        Shop shop;
        greet(shop);
        QTemporaryDir dir;
        const auto path = dir.filePath(u"a.png"_s);
        QVERIFY(samplePicture({2000, 1500}).save(path));
        ComposerDesk desk(shop);
        auto *files = desk.composer.findChild<Attachments *>(QString(), Qt::FindDirectChildrenOnly);
        const auto here = shop.row(liWei).id;
        const auto there = shop.row(noor).id;
        files->addFiles(here, {path});
        desk.composer.setConversation(shop.row(noor));
        QTRY_VERIFY(files->allReady(here) && files->of(here).size() == 1);
        QVERIFY(files->of(there).isEmpty());
        desk.composer.flush();
        QTRY_COMPARE(stored(shop.workspace.store(), here).attachments.size(), 1);
        QVERIFY(stored(shop.workspace.store(), there).isEmpty());
    }

    void fastSwitchingNeverCrosses()
    {
        Shop shop;
        QStringList phones;
        for (int i = 0; i < 6; ++i) {
            phones.append(u"86138000000%1"_s.arg(i, 2, 10, QChar(u'0')));
            shop.live(phones.last(), u"hi"_s);
        }
        QHash<QString, QString> typed;
        {
            ComposerDesk desk(shop, phones.first());
            quint32 state = 42;
            for (int step = 0; step < 300; ++step) {
                state = state * 1664525U + 1013904223U;
                const auto phone = phones.at(state >> 16U & 3U);
                desk.composer.setConversation(shop.row(phone));
                QCOMPARE(desk.input->toPlainText(), typed.value(phone));
                QTest::keyClick(desk.input, char('a' + step % 26));
                typed[phone] = desk.input->toPlainText();
                if (step % 11 == 0) QTest::qWait(1);
            }
        }
        for (const auto &phone : phones) QTRY_COMPARE(stored(shop.workspace.store(), shop.row(phone).id).text, typed.value(phone));
    }

    void killedInTheMiddleLosesASecondAtMost()
    {
        for (const int after : {700, 1300, 2100}) {
            Shop shop;
            greet(shop);
            QTemporaryDir dir;
            shop.workspace.close();
            QVERIFY(QFile::copy(shop.workspace.path(), dir.filePath(u"tandem.db"_s)));
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--type-until-killed"_s, dir.path()});
            QVERIFY(child.waitForStarted());
            QVERIFY(child.waitForReadyRead(20'000));
            QTest::qWait(after);
            ::kill(pid_t(child.processId()), SIGKILL);
            child.waitForFinished();
            QList<std::pair<qint64, QStringList>> said; // when, both texts
            QStringList now{QString(), QString()};
            const auto lines = QString::fromUtf8(child.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
            for (const auto &line : lines) {
                const auto parts = line.split(u' ');
                if (parts.size() != 3) continue;
                now[parts.at(1).toInt()] = parts.at(2);
                said.append({parts.at(0).toLongLong(), now});
            }
            QVERIFY(said.size() > 10);
            auto store = Store::open({u"sqlite:"_s + dir.filePath(u"tandem.db"_s), {}, true, false}, shop.workspace.clock);
            QVERIFY(store.has_value());
            const auto killed = said.last().first;
            for (int which = 0; which < 2; ++which) {
                const auto text = stored(**store, ConversationId{which + 1}).text;
                QVERIFY2(said.last().second.at(which).startsWith(text), "a draft of another conversation");
                QStringList lastSecond;
                for (const auto &[when, texts] : std::as_const(said)) {
                    if (killed - when >= 1000) lastSecond = texts;
                }
                if (!lastSecond.isEmpty()) QVERIFY2(text.size() >= lastSecond.at(which).size(), qPrintable(u"%1 of %2"_s.arg(text, lastSecond.at(which))));
            }
            shop.workspace.reopen();
        }
    }
};

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (app.arguments().value(1) == "--type-until-killed"_L1) return typeUntilKilled(app.arguments().value(2));
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_drafts.moc"
