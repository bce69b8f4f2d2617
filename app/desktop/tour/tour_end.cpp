#include "app/desktop/tour/tour.h"

#include "app/desktop/desktop_application.h"
#include "app/desktop/workspace/practice_workspace.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/numbers/number_card.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int stepMs = 20000;

QString figure(double ms)
{
    return u"%1 ms"_s.arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

} // namespace

TourTask Tour::numbers()
{
    m_do.begin();
    m_do.click(u"rail.numbers"_s);
    TANDEM_WALK(m_do.shown(u"number.card"_s));
    const auto shown = m_do.ms();
    demand(m_do.find(u"number.badge"_s) != nullptr, u"the number has no coexistence badge"_s);
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"numbers"_s);
    m_do.print(u"The Numbers page: health, history, sending"_s, figure(shown));
    m_do.click(u"number.more"_s);
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"numbers-features"_s);
    m_do.click(u"number.more"_s);
    m_do.click(u"number.unlinkGuide"_s);
    TANDEM_WALK(m_do.shown(u"unlinkGuide"_s));
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"unlink-iphone"_s, m_do.find(u"unlinkGuide"_s));
    m_do.click(u"unlink.android"_s);
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"unlink-android"_s, m_do.find(u"unlinkGuide"_s));
    m_do.click(u"unlink.close"_s);
    m_do.print(u"What coexistence changes, and how to unlink on both systems"_s);
}

TourTask Tour::look()
{
    m_do.click(u"rail.settings"_s);
    TANDEM_WALK(m_do.shown(u"settingsPage"_s));
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"settings"_s);
    m_do.begin();
    m_do.choose(m_do.find<QComboBox>(u"settings.theme"_s), u"dark"_s);
    const auto dark = m_do.ms();
    m_do.begin();
    m_do.choose(m_do.find<QComboBox>(u"settings.language"_s), u"zh_CN"_s);
    const auto chinese = m_do.ms();
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"settings-dark-zh"_s);
    m_do.print(u"Settings: dark (%1) and 简体中文 (%2), live"_s.arg(figure(dark), figure(chinese)));
    m_do.click(u"rail.inbox"_s);
    TANDEM_WALK(TourDriver::pause(400));
    m_do.picture(u"inbox-dark-zh"_s);
    m_do.click(u"rail.numbers"_s);
    TANDEM_WALK(TourDriver::pause(400));
    m_do.picture(u"numbers-dark-zh"_s);
    m_do.print(u"The inbox and the numbers in both"_s);
    m_do.click(u"rail.settings"_s);
    TANDEM_WALK(m_do.shown(u"settings.theme"_s));
    m_do.choose(m_do.find<QComboBox>(u"settings.theme"_s), u"light"_s);
    m_do.choose(m_do.find<QComboBox>(u"settings.language"_s), u"en"_s);
}

TourTask Tour::unlink()
{
    m_do.click(u"rail.numbers"_s);
    TANDEM_WALK(m_do.shown(u"number.card"_s));
    m_do.begin();
    const QJsonObject unlinked{{u"reason"_s, u"ACCOUNT_DISCONNECTED"_s}, {u"initiated_by"_s, u"USER"_s}};
    TANDEM_WALK(m_do.post(u"/_phone/disconnect"_s, unlinked));
    TANDEM_WALK(TourDriver::until(u"the number to be shown as disconnected"_s, [this] {
        const auto *card = m_do.find<NumberCard>(u"number.card"_s);
        return card && card->number().state == NumberState::Disconnected && m_do.find(u"number.linkAgain"_s);
    }));
    const auto noticed = m_do.ms();
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"disconnected"_s);
    m_do.print(u"Unlinked on the phone: the state changes here"_s, figure(noticed));
}

TourTask Tour::startAgain()
{
    TANDEM_WALK(count(&m_conversations));
    const auto before = m_conversations;
    m_do.begin();
    QApplication::setQuitOnLastWindowClosed(false); // a main window that was shown has set it
    m_application.restart();
    TANDEM_WALK(m_do.shown(u"mainWindow"_s, stepMs));
    const auto opened = m_do.ms();
    m_do.click(u"rail.inbox"_s);
    TANDEM_WALK(TourDriver::until(u"the inbox to fill"_s, [this] { return list() && list()->model()->rowCount() > 10; }));
    const auto filled = m_do.ms();
    qint64 after = 0;
    TANDEM_WALK(count(&after));
    demand(after >= before, u"%1 conversations before, %2 after the restart"_s.arg(before).arg(after));
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"started-again"_s);
    m_do.print(u"Started again: window after %1, all %2 conversations are there"_s.arg(figure(opened)).arg(after), figure(filled));
    QJsonObject state;
    m_do.setPlatform(m_application.workspace()->practice()->address());
    TANDEM_WALK(m_do.get(u"/_state"_s, &state));
    demand(!state.isEmpty(), u"the practice platform did not come back"_s);
}

} // namespace Tandem
