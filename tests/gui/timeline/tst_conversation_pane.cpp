#include "tests/gui/shop.h"
#include "ui/composer/composer.h"
#include "ui/composer/templates/template_picker.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/real_pages.h"
#include "ui/timeline/view/timeline_pane.h"
#include "ui/timeline/view/timeline_view.h"

#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tandem;
using Tandem::Test::Shop;

namespace {

const QString liWei = u"8613812345678"_s;
const QString noor = u"971501234567"_s;

/// Timeline and composer as they stand in the window, one above the other.
struct Pane
{
    explicit Pane(Shop &s) : shop(s)
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        panes = realPages([](const QString &) {}).conversation(*s.context, &window, {[](const QList<Message> &) {}, [](const QString &, const QString &) {}, [] {}, [] {}});
        column->addWidget(panes.timeline, 1);
        column->addWidget(panes.composer);
        window.resize(820, 860);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }
    void open(const QString &phone)
    {
        panes.showConversation(shop.row(phone));
        (void)QTest::qWaitFor([&] { return view().model().state() == TimelineModel::State::Ready && view().conversation() == shop.row(phone).id; });
        QTest::qWait(150);
    }
    TimelineView &view() { return *window.findChild<TimelineView *>(); }
    [[nodiscard]] bool atVeryEnd()
    {
        const auto last = view().bubbleRect(view().model().rowCount() - 1);
        const auto *bar = view().verticalScrollBar();
        return bar->value() == bar->maximum() && !last.isEmpty() && last.bottom() < view().viewport()->height() && last.bottom() > view().viewport()->height() - 60;
    }

    Shop &shop;
    QWidget window;
    ConversationPanes panes;
};

} // namespace

/// The two panes of a conversation together.
class TestConversationPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The template picker makes the composer tall while the conversation opens; what was said last stays in view.
    void opensAtItsVeryEndAboveThePicker()
    {
        Shop shop;
        shop.live(noor, u"hi"_s);
        shop.fill(120, liWei); // history: the customer has not written, so only a template goes
        shop.fill(120, noor);
        Pane pane(shop);
        pane.open(noor);
        QVERIFY(pane.atVeryEnd());
        const int tall = pane.view().viewport()->height();
        pane.open(liWei);
        QVERIFY(pane.window.findChild<TemplatePicker *>()->isVisible());
        QVERIFY(pane.view().viewport()->height() < tall);
        QVERIFY(pane.atVeryEnd());
        pane.open(noor);
        QVERIFY(pane.atVeryEnd());
        pane.open(liWei);
        QVERIFY(pane.atVeryEnd());
    }

    void opensAtItsVeryEndAsTheFirst()
    {
        Shop shop;
        shop.fill(120, liWei);
        Pane pane(shop);
        pane.open(liWei);
        QVERIFY(pane.atVeryEnd());
    }

    /// The last message is tall and unread: it is shown from its beginning, or at the end, never cut off below.
    void unreadAtTheEndAboveThePicker()
    {
        Shop shop;
        shop.fill(120, liWei);
        shop.live(liWei, u"one more question"_s);
        shop.workspace.clock->advance(25h); // the window is over
        Pane pane(shop);
        pane.open(liWei);
        QVERIFY(pane.window.findChild<TemplatePicker *>()->isVisible());
        QVERIFY(pane.atVeryEnd());
    }

    void growingTextKeepsTheEnd()
    {
        Shop shop;
        shop.fill(120, noor);
        shop.live(noor, u"hi"_s);
        Pane pane(shop);
        pane.open(noor);
        pane.panes.focusComposer();
        for (int line = 0; line < 8; ++line) QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::qWait(50);
        QVERIFY(pane.atVeryEnd());
        pane.window.findChild<Composer *>()->openTemplates();
        QTest::qWait(80);
        QVERIFY(pane.atVeryEnd());
    }
};

QTEST_MAIN(TestConversationPane)
#include "tst_conversation_pane.moc"
