#include "tests/gui/shop.h"
#include "tests/providers/meta_fixture.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/bubbles/bubble_layout.h"
#include "ui/timeline/view/timeline_view.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

/// Every text that a bubble paints, one a line.
QString painted(const Message &message, const Theme &theme, bool opened = false)
{
    BubbleInput input;
    input.width = 760;
    input.editsShown = opened;
    input.customerName = u"Li Wei"_s;
    const auto layout = BubbleLayout::build(message, input, BubbleStyle::of(theme, 1, false, 1));
    QStringList lines;
    for (const auto &text : layout->texts()) lines.append(text.layout->text());
    for (const auto &chip : layout->chips()) lines.append(chip.emoji);
    lines.append(layout->meta().text);
    return lines.join(u'\n');
}

} // namespace

/// Each documented webhook of a message, from the bytes of the wire through parser and database to what is painted, and to
/// what a screen reader says.
class TestSamplesShown : public QObject
{
    Q_OBJECT

private:
    /// The timeline after these fixtures were delivered in this order.
    struct Screen
    {
        explicit Screen(const QStringList &fixtures) : view(*shop.context)
        {
            for (const auto &name : fixtures) {
                auto delivery = Test::parsed(name);
                shop.workspace.apply(std::move(delivery.events));
            }
            view.resize(760, 700);
            view.show();
            view.showConversation(shop.workspace.inbox().value(0));
        }
        bool ready()
        {
            return QTest::qWaitFor([this] { return view.model().state() == TimelineModel::State::Ready && view.model().rowCount() > 0; });
        }
        [[nodiscard]] const Message &last() const { return view.model().message(view.model().rowCount() - 1); }
        [[nodiscard]] QString spoken() const { return view.spokenRow(view.model().rowCount() - 1); }

        Shop shop{QDateTime::fromSecsSinceEpoch(1'739'400'000)};
        TimelineView view;
    };

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QStringList>("paintedWords");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *fixture, const QStringList &words, const QString &said) {
            QTest::newRow(fixture) << u"message_"_s + QString::fromLatin1(fixture) << words << said;
        };
        row("text", {u"Hello, 你好 👍"_s}, u"Hello, 你好"_s);
        row("text_reply", {u"A message that is not here"_s, u"yes"_s}, u"yes"_s);
        row("text_forwarded", {u"Forwarded many times"_s, u"look"_s}, u"Forwarded many times"_s);
        row("text_product", {u"how much?"_s, u"di9ozbzfi4"_s}, u"how much?"_s);
        row("text_referral", {u"Came from an advertisement"_s, u"Sale"_s, u"Half price"_s, u"fb.me"_s, u"from the ad"_s}, u"from the ad"_s);
        row("image", {u"Loading…"_s}, u"Photo"_s);
        row("video", {u"Loading…"_s}, u"Video"_s);
        row("audio_voice", {}, u"Voice message"_s);
        row("document", {u"r.pdf"_s, u"bill"_s}, u"r.pdf"_s);
        row("sticker", {}, u"Sticker"_s);
        row("location", {u"Office"_s, u"1 Main St"_s, u"37.44000, -122.16000"_s, u"Open in maps"_s}, u"Office"_s);
        row("contacts", {u"B J"_s, u"+1 (415) 555-0829"_s, u"Message"_s, u"Save the contact"_s}, u"B J"_s);
        row("button_reply", {u"Pressed a button"_s, u"Yes"_s}, u"Yes"_s);
        row("list_reply", {u"Chosen from a list"_s, u"Red"_s, u"The red one"_s}, u"Red"_s);
        row("nfm_reply", {u"Form filled in"_s, u"could not be read"_s}, u"Form filled in"_s);
        row("button", {u"Pressed a button"_s, u"Unsubscribe"_s}, u"Unsubscribe"_s);
        row("order", {u"Order"_s, u"2 × di9ozbzfi4"_s, u"60.00 USD"_s, u"please"_s}, u"Order"_s);
        row("unsupported", {u"Open it on the phone"_s, u"poll creation"_s}, u"Open it on the phone"_s);
        row("unavailable", {u"Open it on the phone"_s, u"only in the phone app"_s}, u"Open it on the phone"_s);
        row("request_welcome", {u"request_welcome"_s}, u"request_welcome"_s);
        row("future_type", {u"hologram"_s, u"Show its content"_s}, u"hologram"_s);
    }
    void types()
    {
        QFETCH(QString, fixture);
        QFETCH(QStringList, paintedWords);
        QFETCH(QString, said);
        Screen screen({fixture});
        QVERIFY(screen.ready());
        const auto words = painted(screen.last(), screen.shop.theme);
        for (const auto &wanted : std::as_const(paintedWords)) QVERIFY2(words.contains(wanted), qPrintable(wanted + u" in\n"_s + words));
        QVERIFY2(screen.spoken().contains(said), qPrintable(screen.spoken()));
        QVERIFY(screen.view.model().data(screen.view.model().index(screen.view.model().rowCount() - 1), Qt::AccessibleTextRole).toString().size() > 0);
        // And the pixels: the bubble is more than its background.
        const auto rect = screen.view.bubbleRect(screen.view.model().rowCount() - 1);
        QVERIFY(!rect.isEmpty());
        const auto image = screen.view.viewport()->grab(rect).toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2) colours.insert(image.pixel(x, y));
        }
        QVERIFY2(colours.size() > 4, qPrintable(QString::number(colours.size())));
    }

    /// What WhatsApp says of the customer: a line between the bubbles, with the old and the new.
    void noticesAreShown_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QStringList>("paintedWords");
        QTest::newRow("number") << u"message_system_number"_s << QStringList{u"changed their phone number from"_s, u"650 555 1234"_s, u"650 555 9999"_s};
        QTest::newRow("id") << u"message_system_user_id"_s << QStringList{u"US.200 instead of US.134912"_s, u"same person"_s};
        QTest::newRow("device") << u"message_system_identity"_s << QStringList{u"security code changed"_s};
    }
    void noticesAreShown()
    {
        QFETCH(QString, fixture);
        QFETCH(QStringList, paintedWords);
        Screen screen({u"message_text"_s, fixture});
        QVERIFY(screen.ready());
        auto &model = screen.view.model();
        QCOMPARE(model.rowCount(), 2);
        const int row = model.message(0).isEvent() ? 0 : 1;
        QVERIFY(model.message(row).isEvent());
        const auto words = painted(model.message(row), screen.shop.theme).replace(QChar(QChar::Nbsp), u' ');
        for (const auto &wanted : std::as_const(paintedWords)) QVERIFY2(words.contains(wanted), qPrintable(wanted + u" in\n"_s + words));
        QVERIFY2(screen.view.spokenRow(row).startsWith(u"Notice from WhatsApp"_s), qPrintable(screen.view.spokenRow(row)));
        // In the middle of the timeline, on neither side.
        const auto rect = screen.view.bubbleRect(row);
        QVERIFY(std::abs(rect.center().x() - screen.view.viewport()->width() / 2) <= 2);
        const auto shown = screen.shop.workspace.inbox()[0];
        QCOMPARE(shown.unread, 1);
        QVERIFY(shown.previewText.startsWith(u"Hello"_s));
    }

    void unknownContentIsShownWhenAsked()
    {
        Screen screen({u"message_future_type"_s});
        QVERIFY(screen.ready());
        QVERIFY(!painted(screen.last(), screen.shop.theme).contains(u"depth"_s));
        QVERIFY(painted(screen.last(), screen.shop.theme, true).contains(u"\"depth\": 3"_s));
    }

    void changesReachTheirMessage()
    {
        Test::Shop shop(QDateTime::fromSecsSinceEpoch(1'739'400'000));
        auto original = Testing::textEvent(u"wamid.O"_s, Test::customer, 1'739'321'000, u"the old words"_s);
        shop.workspace.apply({original});
        shop.workspace.apply(Test::parsed(u"message_edit"_s).events);
        auto messages = shop.newest(Test::customer);
        QCOMPARE(messages.size(), 1);
        QVERIFY(painted(messages.first(), shop.theme).contains(u"edited"_s));
        QVERIFY(!painted(messages.first(), shop.theme).contains(u"the old words"_s));
        QVERIFY(painted(messages.first(), shop.theme, true).contains(u"the old words"_s));
        shop.workspace.apply(Test::parsed(u"message_revoke"_s).events);
        messages = shop.newest(Test::customer);
        QVERIFY(messages.first().revoked);
        QVERIFY(painted(messages.first(), shop.theme).contains(u"Deleted by the customer"_s));
        QVERIFY(!painted(messages.first(), shop.theme).contains(messages.first().text));
        QVERIFY(painted(messages.first(), shop.theme, true).contains(messages.first().text));
    }

    void reactionsComeAndGo()
    {
        Test::Shop shop(QDateTime::fromSecsSinceEpoch(1'739'400'000));
        shop.workspace.apply({Testing::textEvent(u"wamid.X"_s, Test::customer, 1'739'321'000, u"our words"_s, Direction::Out, MessageSource::Echo)});
        shop.workspace.apply(Test::parsed(u"message_reaction"_s).events);
        QVERIFY(painted(shop.newest(Test::customer).first(), shop.theme).contains(u"👍"_s));
        shop.workspace.apply(Test::parsed(u"message_reaction_removed"_s).events);
        QVERIFY(!painted(shop.newest(Test::customer).first(), shop.theme).contains(u"👍"_s));
    }

    /// Echoes and history: every message of the fixture is painted with words of its own.
    void othersAreShown_data()
    {
        QTest::addColumn<QString>("fixture");
        for (const auto *name : {"echoes", "history_chunk", "history_from_me", "history_media", "history_media_echo", "batch"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void othersAreShown()
    {
        QFETCH(QString, fixture);
        Test::Shop shop(QDateTime::fromSecsSinceEpoch(1'749'900'000));
        auto delivery = Test::parsed(fixture);
        QVERIFY(!delivery.events.empty());
        shop.workspace.apply(std::move(delivery.events));
        ConversationFilter all;
        all.state.reset();
        int shown = 0;
        for (const auto &row : shop.workspace.inbox(all, 50)) {
            const auto page = waitFor(shop.workspace->messages().newest(row.id, 50));
            for (const auto &message : page->messages) {
                const auto words = painted(message, shop.theme);
                QVERIFY2(words.size() > 4, qPrintable(message.type));
                if (message.direction == Direction::Out && message.origin == Origin::Phone) QVERIFY(words.contains(u"Sent on the phone"_s));
                ++shown;
            }
        }
        QVERIFY(shown > 0);
    }
};

QTEST_MAIN(TestSamplesShown)
#include "tst_samples_shown.moc"
