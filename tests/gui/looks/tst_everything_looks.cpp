#include "tests/gui/looks/practice_desk.h"
#include "ui/models/timeline_model.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/main_window.h"
#include "ui/timeline/view/timeline_view.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 480;
constexpr int columns = 4;
constexpr int above = 52; ///< the day over the first message
constexpr int margin = 12;

/// Places where a tall picture of the conversation can be cut: between messages, never through an album.
QList<int> cuts(const TimelineView &view)
{
    QList<int> found{std::max(0, view.bubbleRect(0).top() - above)};
    int bottom = 0;
    for (int row = 0; row < view.model().rowCount(); ++row) {
        const auto bubble = view.bubbleRect(row);
        if (row > 0 && bubble.top() > bottom) found.append(bubble.top() - 3);
        bottom = std::max(bottom, bubble.bottom());
    }
    found.append(bottom + margin);
    return found;
}

/// Where each column begins, and where the last one ends, with columns as short as can be.
QList<int> columnEdges(const QList<int> &at, int count)
{
    for (int height = (at.last() - at.first()) / count;; height += 4) {
        QList<int> edges{at.first()};
        for (int i = 1; i < at.size(); ++i) {
            if (at[i] - edges.last() > height) edges.append(at[i - 1]);
        }
        if (edges.last() < at.last()) edges.append(at.last());
        if (edges.size() <= count + 1) return edges;
    }
}

} // namespace

/// The conversation that holds every type of message, from the sandbox's webhooks to the screen, light and dark, in
/// English and Chinese. TANDEM_SHOTS=folder saves the pictures, those of the README among them; QT_SCALE_FACTOR scales.
class TestEverythingLooks : public QObject
{
    Q_OBJECT

    QTranslator m_words;
    std::unique_ptr<PracticeDesk> m_desk;
    QString m_language;

    static void save(const QImage &image, const QString &name)
    {
        const auto folder = qEnvironmentVariable("TANDEM_SHOTS");
        if (folder.isEmpty()) return;
        QDir().mkpath(folder);
        QVERIFY(image.save(QDir(folder).filePath(name + u".png"_s), "PNG", 0)); // 0: packed as well as can be
    }
    /// Pictures, first frames and waveforms are decoded beside us, marks and the day's chip fade: only a picture waits for all.
    static void settle()
    {
        static constexpr int anyMs = 300;
        static constexpr int allMs = 6000;
        QTest::qWait(qEnvironmentVariableIsEmpty("TANDEM_SHOTS") ? anyMs : allMs);
    }
    void speak(const QString &language)
    {
        if (m_language == language) return;
        m_language = language;
        QCoreApplication::removeTranslator(&m_words);
        QVERIFY(m_words.load(language == "zh"_L1 ? u":/i18n/tandem_zh_CN.qm"_s : u":/i18n/tandem_en.qm"_s));
        QCoreApplication::installTranslator(&m_words);
        QLocale::setDefault(language == "zh"_L1 ? QLocale(u"zh_CN"_s) : QLocale(u"en_GB"_s));
        m_desk = std::make_unique<PracticeDesk>(language);
        QCOMPARE(m_desk->begin(), QString());
    }
    /// Side by side, as a page of print has columns.
    QImage sheet(const TimelineView &view) const
    {
        const auto edges = columnEdges(cuts(view), columns);
        int tallest = 0;
        for (int i = 1; i < edges.size(); ++i) tallest = std::max(tallest, edges[i] - edges[i - 1]);
        const auto ratio = view.devicePixelRatioF();
        QImage image(QSize(columnWidth * columns, tallest + 2 * margin) * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(m_desk->theme.color(Theme::Color::Window));
        QPainter painter(&image);
        for (int i = 1; i < edges.size(); ++i) {
            const auto part = view.viewport()->grab(QRect(0, edges[i - 1], columnWidth, edges[i] - edges[i - 1]));
            painter.drawPixmap((i - 1) * columnWidth, margin, part);
            if (i > 1) painter.fillRect(QRect((i - 1) * columnWidth, margin, 1, tallest), m_desk->theme.color(Theme::Color::Line));
        }
        return image;
    }
    /// Each message of the scenario has its place, within the width, in order.
    void checkPlaces(const TimelineView &view)
    {
        const auto &model = view.model();
        QSet<QString> shown;
        int top = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto bubble = view.bubbleRect(row);
            QVERIFY2(bubble.height() > 20, qPrintable(model.message(row).type));
            QVERIFY2(bubble.left() >= 0 && bubble.right() < view.viewport()->width(), qPrintable(model.message(row).type));
            QVERIFY(bubble.top() >= top || model.message(row).type == "image"_L1);
            top = bubble.top();
            shown.insert(model.message(row).wamid);
        }
        const auto &ids = m_desk->ids();
        QVERIFY(ids.size() > 45);
        for (auto it = ids.begin(); it != ids.end(); ++it) {
            if (it.key() != "group"_L1) QVERIFY2(shown.contains(it.value().toString()), qPrintable(it.key())); // groups are not ours
        }
    }

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light-en") << u"en"_s << false;
        QTest::newRow("dark-en") << u"en"_s << true;
        QTest::newRow("light-zh") << u"zh"_s << false;
        QTest::newRow("dark-zh") << u"zh"_s << true;
    }
    void looks()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        speak(language);
        if (QTest::currentTestFailed()) return;
        m_desk->theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        m_desk->theme.apply();
        const auto name = QString::fromLatin1(QTest::currentDataTag());
        wholeConversation(name);
        window(name);
    }

private:
    void wholeConversation(const QString &name)
    {
        TimelineView view(m_desk->context());
        view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view.resize(columnWidth, 14000);
        view.show();
        view.showConversation(m_desk->row());
        const auto count = int(m_desk->messages().size());
        QTRY_COMPARE(view.model().rowCount(), count);
        QTRY_VERIFY(!view.bubbleRect(0).isEmpty() && !view.bubbleRect(count - 1).isEmpty());
        settle();
        checkPlaces(view);
        save(sheet(view), u"everything-"_s + name);
    }
    void window(const QString &name)
    {
        MainWindow window(m_desk->context());
        window.resize(1440, 900);
        window.show();
        (void)QTest::qWaitForWindowActive(&window);
        const auto row = m_desk->row();
        window.openConversation(row.id);
        auto *view = window.findChild<TimelineView *>();
        QTRY_VERIFY(view && view->conversation() == row.id && view->model().rowCount() > 40);
        view->scrollToEnd();
        settle();
        QVERIFY(view->isAtEnd());
        save(window.grab().toImage(), u"answered-"_s + name);
        auto *bar = view->verticalScrollBar();
        // Pages upwards, to look at each bubble in its own size.
        for (int page = 0; page < 9 && !qEnvironmentVariableIsEmpty("TANDEM_SHOTS_ALL"); ++page) {
            bar->setValue(bar->value() - view->viewport()->height() + 60);
            QTest::qWait(500);
            save(view->grab().toImage(), u"page-%1-%2"_s.arg(name).arg(page));
        }
        // From the first message on: pictures, what was reacted to, a voice note.
        const auto first = m_desk->messages().first();
        view->jumpTo(TimelineModel::cursorOf(first));
        QTest::qWait(200);
        bar->setValue(0);
        settle();
        save(window.grab().toImage(), u"inbox-"_s + name);
    }
};

int main(int argc, char **argv)
{
    // The shop's morning, whenever this runs: no picture shows a night, and no midnight falls between two messages.
    const int hours = QDateTime::currentDateTimeUtc().time().hour() - 10;
    qputenv("TZ", "SHOP" + QByteArray(hours < 0 ? "-" : "+") + QByteArray::number(std::abs(hours)));
    Theme::prepareFonts(); // as the program does, or Chinese would not look as it does there
    QApplication application(argc, argv);
    TestEverythingLooks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_everything_looks.moc"
