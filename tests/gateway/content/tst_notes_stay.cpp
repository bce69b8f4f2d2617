#include "tests/gateway/content/content_world.h"

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>
#include <QUuid>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A private note can never reach the platform, whatever is done around it: every word that was ever in a note, or in a
/// draft of one, is looked for in everything that left this computer.
class TestNotesStay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingOfANoteIsSent_data();
    void nothingOfANoteIsSent();
    void aNoteIsNoMessage();

private:
    void act(QRandomGenerator &random);
    void actOnNotes(QRandomGenerator &random);
    void actOnMessages(QRandomGenerator &random);
    [[nodiscard]] QString secret();
    [[nodiscard]] bool wasSent(const QString &text);

    std::unique_ptr<ContentWorld> m_world;
    ConversationId m_conversation;
    std::mutex m_mutex;
    QByteArray m_received; ///< all that came to the platform
    QStringList m_secrets;
    QList<NoteId> m_notes;
    QList<OutboxId> m_sends;
    int m_sent = 0;
};

void TestNotesStay::init()
{
    m_received.clear();
    m_secrets.clear();
    m_notes.clear();
    m_sends.clear();
    m_sent = 0;
    m_world = std::make_unique<ContentWorld>();
    m_world->setRoute([this](const HttpRequest &request, const HttpReply &) {
        const std::lock_guard lock(m_mutex);
        m_received += request.path + request.body;
        return false;
    });
    m_world->start();
    m_world->customerWrites(u"wamid.OPEN"_s);
    m_conversation = m_world->conversation();
}

void TestNotesStay::cleanup() { m_world.reset(); }

QString TestNotesStay::secret()
{
    m_secrets.append(u"secret"_s + QUuid::createUuid().toString(QUuid::Id128));
    return m_secrets.last() + u" @me"_s;
}

bool TestNotesStay::wasSent(const QString &text)
{
    const std::lock_guard lock(m_mutex);
    return m_received.contains(text.toUtf8());
}

void TestNotesStay::actOnNotes(QRandomGenerator &random)
{
    auto &store = *m_world->store;
    switch (random.bounded(6)) {
    case 0:
    case 1:
        if (const auto id = waitFor(store.notes().add(m_conversation, secret()))) m_notes.append(*id);
        break;
    case 2:
        if (!m_notes.isEmpty()) (void)waitFor(store.notes().edit(m_notes.at(random.bounded(int(m_notes.size()))), secret()));
        break;
    case 3:
        if (!m_notes.isEmpty()) (void)waitFor(store.notes().remove(m_notes.at(random.bounded(int(m_notes.size())))));
        break;
    case 4: {
        Draft draft;
        draft.text = secret();
        (void)waitFor(store.drafts().setDraft(m_conversation, DraftMode::Note, draft));
        break;
    }
    case 5: (void)waitFor(store.assignments().assign(m_conversation, random.bounded(2) ? std::optional(AgentId{1}) : std::nullopt, {}, secret())); break;
    }
}

void TestNotesStay::actOnMessages(QRandomGenerator &random)
{
    auto &store = *m_world->store;
    const auto number = m_world->number().id;
    switch (random.bounded(8)) {
    case 0:
    case 1: {
        auto item = m_world->text(u"public %1"_s.arg(++m_sent));
        item.hold = random.bounded(3) == 0 ? OutboxHold::Undo : OutboxHold::None;
        if (item.hold == OutboxHold::Undo) item.notBefore = m_world->clock->now() + 300ms;
        m_sends.append(m_world->queue(item));
        break;
    }
    case 2:
        if (!m_sends.isEmpty()) (void)waitFor(store.outbox().sendAgain(m_sends.at(random.bounded(int(m_sends.size()))), {}));
        break;
    case 3:
        if (!m_sends.isEmpty()) (void)waitFor(store.outbox().cancel(m_sends.last()));
        break;
    case 4: (void)waitFor(store.conversations().markRead(m_conversation, m_world->clock->now())); break;
    case 5:
        (void)waitFor(store.commands().enqueue(number, CommandKind::Typing, {{u"conversation"_s, m_conversation.value}, {u"wamid"_s, u"wamid.OPEN"_s}}));
        break;
    case 6: {
        auto reaction = m_world->text({});
        reaction.type = u"reaction"_s;
        reaction.text.clear();
        reaction.content = {{u"message_id"_s, u"wamid.OPEN"_s}, {u"emoji"_s, u"👍"_s}};
        (void)waitFor(store.outbox().enqueue(reaction, u"Anna"_s));
        break;
    }
    case 7: (void)waitFor(store.assignments().snooze(m_conversation, m_world->clock->now() + 1h)); break;
    }
}

void TestNotesStay::act(QRandomGenerator &random)
{
    if (random.bounded(2)) {
        actOnNotes(random);
    } else {
        actOnMessages(random);
    }
}

void TestNotesStay::nothingOfANoteIsSent_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestNotesStay::nothingOfANoteIsSent()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 60; ++i) {
        act(random);
        if (i == 30) { // also what a gateway finds when it starts
            m_world->stopGateway();
            for (int j = 0; j < 10; ++j) act(random);
            m_world->start();
        }
    }
    (void)m_world->queue(m_world->text(u"the last one"_s));
    QTRY_VERIFY_WITH_TIMEOUT(wasSent(u"the last one"_s), 30'000);
    QVERIFY(wasSent(u"public "_s)); // the platform was watched indeed
    QVERIFY(m_secrets.size() > 10);
    for (const auto &text : std::as_const(m_secrets)) QVERIFY2(!wasSent(text), qPrintable(text));
    for (const auto &attempt : m_world->platform->attempts()) QVERIFY(!attempt.body.isEmpty());
    for (const auto &message : m_world->messages()) {
        for (const auto &text : std::as_const(m_secrets)) QVERIFY(!message.text.contains(text) && !QJsonDocument(message.payload).toJson().contains(text.toUtf8()));
    }
}

void TestNotesStay::aNoteIsNoMessage()
{
    const auto before = m_world->messages().size();
    const auto depth = waitFor(m_world->store->outbox().depth());
    QVERIFY(waitFor(m_world->store->notes().add(m_conversation, secret())));
    QCOMPARE(m_world->messages().size(), before);
    QCOMPARE(waitFor(m_world->store->outbox().depth()).value_or(-1), depth.value_or(-2));
    QByteArray exported;
    QVERIFY(m_world->store->exporter().jsonLines([&](const QByteArray &line) {
        exported += line;
        return true;
    }));
    QVERIFY(!exported.contains(m_secrets.first().toUtf8()));
    const auto found = waitFor(m_world->store->conversations().search(m_secrets.first(), {}, 10));
    QVERIFY(found && found->messages.isEmpty());
}

QTEST_GUILESS_MAIN(TestNotesStay)
#include "tst_notes_stay.moc"
