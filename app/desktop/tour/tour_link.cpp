#include "app/desktop/tour/tour.h"

#include "app/desktop/desktop_application.h"
#include "app/desktop/workspace/practice_workspace.h"
#include "core/store/store.h"
#include "ui/theme/widgets.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr QSize windowSize(1440, 880);
constexpr int stepMs = 20000;
constexpr int historySeconds = 12; ///< long enough to watch, short enough to wait for
constexpr auto liveText = "Do you still have the blue lamp?";

QString figure(double ms)
{
    return u"%1 ms"_s.arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

} // namespace

TourTask Tour::firstRun()
{
    TANDEM_WALK(m_do.shown(u"firstRun.practice"_s));
    TANDEM_WALK(TourDriver::pause(150));
    m_do.picture(u"first-run"_s, m_do.find(u"firstRun"_s));
    m_do.print(u"First run asks: practise, or connect a Meta app"_s);

    m_do.begin();
    m_do.click(u"firstRun.practice"_s);
    TANDEM_WALK(m_do.shown(u"mainWindow"_s, stepMs));
    const auto opened = m_do.ms();
    m_do.setPlatform(m_application.workspace()->practice()->address());
    auto *window = m_do.find(u"mainWindow"_s);
    window->setGeometry(40, 40, windowSize.width(), windowSize.height());
    m_do.click(u"rail.numbers"_s);
    TANDEM_WALK(m_do.shown(u"numbers.empty"_s));
    TANDEM_WALK(TourDriver::pause(150));
    m_do.picture(u"numbers-empty"_s);
    m_do.print(u"The practice workspace opens; no number is linked yet"_s, figure(opened));
}

TourTask Tour::openWizard()
{
    m_do.begin();
    m_do.click(u"numbers.empty.link"_s);
    TANDEM_WALK(m_do.shown(u"linkWizard"_s));
    const auto opened = m_do.ms();
    auto *primary = m_do.find<QAbstractButton>(u"link.primary"_s);
    demand(primary && !primary->isEnabled(), u"the wizard goes on without asking for the app's version"_s);
    auto *version = m_do.find(u"link.version"_s);
    m_do.type(version, u"2.24.16.9"_s);
    demand(!primary->isEnabled(), u"the wizard takes a version that is too old"_s);
    for (int i = 0; i < 9; ++i) m_do.key(version, Qt::Key_Backspace);
    m_do.type(version, u"2.24.17.79"_s);
    demand(primary->isEnabled(), u"the wizard refuses a good version"_s);
    m_do.picture(u"link-1-before"_s, m_do.find(u"linkWizard"_s));
    m_do.print(u"Before you start: version checked, what changes is shown"_s, figure(opened));
}

TourTask Tour::pressThrough(QString step)
{
    // A person at the keyboard presses Enter: each page has its next control in focus. No script enters the page.
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 2 * stepMs) {
        if (step.isEmpty() && !m_do.find(u"link.page"_s)) co_return;
        QJsonObject state;
        TANDEM_WALK(m_do.get(u"/_phone/state"_s, &state));
        const auto at = state[u"signup"_s].toObject()[u"step"_s].toString();
        if (!step.isEmpty() && at == step) co_return;
        if (auto *keys = m_do.webKeys()) {
            m_do.key(keys, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
        }
        TANDEM_WALK(TourDriver::pause(450));
    }
    throw TourFailure(u"the sign-up pages did not go on to %1"_s.arg(step.isEmpty() ? u"their end"_s : step));
}

TourTask Tour::signUp()
{
    const QJsonObject pace{{u"seconds"_s, historySeconds}};
    TANDEM_WALK(m_do.post(u"/_control/history"_s, pace));
    m_do.begin();
    m_do.click(u"link.primary"_s);
    TANDEM_WALK(m_do.shown(u"link.page"_s, stepMs));
    TANDEM_WALK(TourDriver::until(u"the sign-up page to load"_s, [this] {
        const auto *host = m_do.find<QLabel>(u"link.host"_s);
        return host && host->text().contains("127.0.0.1"_L1) && m_do.webKeys();
    }, stepMs));
    m_do.print(u"The public address was checked and the sign-up page opens in our window"_s, figure(m_do.ms()));
    TANDEM_WALK(pressThrough(u"scan"_s));
    TANDEM_WALK(TourDriver::pause(900));
    m_do.picture(u"link-2-qr-code"_s, m_do.find(u"linkWizard"_s));
    m_do.print(u"The QR code is on the screen, our hints beside it"_s);

    // The phone's part is the phone's: it reads the code and shares the history.
    const QJsonObject shared{{u"share_history"_s, true}};
    TANDEM_WALK(m_do.post(u"/_phone/scan"_s, shared));
    m_do.begin();
    TANDEM_WALK(pressThrough({}));
    m_do.print(u"Scanned, history shared, authorised; the window goes on by itself"_s, figure(m_do.ms()));
}

TourTask Tour::history()
{
    m_do.begin();
    TANDEM_WALK(m_do.shown(u"link.history"_s, stepMs));
    const auto connected = m_do.ms();
    m_do.print(u"Code exchanged, subscribed, checked, contacts and history asked for"_s, figure(connected));
    TANDEM_WALK(TourDriver::until(u"the history to begin"_s, [this] {
        const auto *bar = m_do.find<ProgressLine>(u"link.total"_s);
        return bar && bar->value() > 15;
    }, 2 * stepMs));

    m_do.begin();
    const QJsonObject asked{{u"from"_s, m_customer}, {u"name"_s, u"Mei Lin"_s}, {u"text"_s, QLatin1StringView(liveText)}};
    TANDEM_WALK(m_do.post(u"/_customers/send"_s, asked));
    TANDEM_WALK(findConversation(QLatin1StringView(liveText)));
    const auto noticed = m_do.ms();
    TANDEM_WALK(TourDriver::until(u"the window to tell of new messages"_s, [this] {
        const auto *live = m_do.find<QLabel>(u"link.live"_s);
        return live && live->text().contains(QRegularExpression(u"[0-9]"_s));
    }));
    const auto *bar = m_do.find<ProgressLine>(u"link.total"_s);
    const int percent = bar ? bar->value() : 100;
    demand(percent < 100, u"the history was over before the live message was sent"_s);
    m_do.picture(u"link-4-history"_s, m_do.find(u"linkWizard"_s));
    m_do.print(u"A live message arrives while the history stands at %1 %"_s.arg(percent), figure(noticed));

    m_do.begin();
    TANDEM_WALK(m_do.shown(u"link.doneTitle"_s, (historySeconds + 60) * 1000));
    demand(m_do.find(u"link.doneBadge"_s) != nullptr, u"the linked number has no coexistence badge"_s);
    TANDEM_WALK(TourDriver::pause(150));
    m_do.picture(u"link-5-done"_s, m_do.find(u"linkWizard"_s));
    m_do.print(u"Six months of history are here; the number has its badge"_s, figure(m_do.ms()));
    m_do.click(u"link.primary"_s);
    TANDEM_WALK(TourDriver::until(u"the wizard to close"_s, [this] { return !m_do.find(u"linkWizard"_s); }));
}

} // namespace Tandem
