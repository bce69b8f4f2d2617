#include "app/desktop/tour/tour.h"

#include "app/desktop/desktop_application.h"
#include "core/store/store.h"
#include "ui/models/timeline_model.h"
#include "ui/timeline/actions/reaction_row.h"
#include "ui/timeline/view/timeline_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int stepMs = 20000;
constexpr auto thanks = "Thank you, I would like to have this one.";
constexpr auto pasted = "It stands here, on the left.";
constexpr auto lost = "Your parcel is on its way.";

QString figure(double ms)
{
    return u"%1 ms"_s.arg(ms, 0, 'f', ms < 10 ? 1 : 0);
}

} // namespace

int Tour::rowOf(const QString &wamid) const
{
    const auto *view = timeline();
    if (!view || wamid.isEmpty()) return -1;
    for (int row = view->model().rowCount() - 1; row >= 0; --row) {
        if (view->model().message(row).wamid == wamid) return row;
    }
    return -1;
}

TourTask Tour::says(QJsonObject what, QString *wamid)
{
    what.insert(u"from"_s, m_customer);
    QJsonObject answer;
    TANDEM_WALK(m_do.post(u"/_customers/send"_s, what, &answer));
    const auto id = answer[u"id"_s].toString();
    TANDEM_WALK(TourDriver::until(u"the customer's message"_s, [this, id] {
        const int row = rowOf(id);
        if (row < 0 || timeline()->bubbleRect(row).isEmpty()) return false;
        const auto state = timeline()->model().message(row).media.state;
        return state == MediaState::None || state == MediaState::Available;
    }, stepMs));
    *wamid = id;
}

TourTask Tour::mediaCome()
{
    // From here on keys matter as they do to a person: menus and lists open only in the window that has the keyboard,
    // which nobody gave it since the link window closed where there is no window manager.
    auto *window = m_do.find(u"mainWindow"_s);
    window->activateWindow();
    TANDEM_WALK(TourDriver::until(u"the window to have the keyboard"_s, [window] { return window->isActiveWindow(); }));
    QString wamid;
    m_do.begin();
    const QJsonObject photo{{u"kind"_s, u"photo"_s}, {u"motif"_s, u"lamp"_s}, {u"seed"_s, 11}, {u"caption"_s, u"Is it *this* one?"_s}};
    TANDEM_WALK(says(photo, &wamid));
    m_do.print(u"A customer's picture: fetched, checked and on the screen"_s, figure(m_do.ms()));
    const auto picture = wamid;
    m_do.begin();
    const QJsonObject voice{{u"kind"_s, u"voice"_s}, {u"seed"_s, 1}};
    TANDEM_WALK(says(voice, &wamid));
    m_do.print(u"A voice note, with its waveform"_s, figure(m_do.ms()));
    TANDEM_WALK(TourDriver::pause(600)); // decoded beside us
    m_do.picture(u"picture-and-voice"_s);
    const int row = rowOf(picture);
    m_do.begin();
    m_do.click(timeline()->viewport(), timeline()->bubbleRect(row).center());
    TANDEM_WALK(m_do.shown(u"lightbox"_s));
    const auto opened = m_do.ms();
    TANDEM_WALK(TourDriver::pause(500));
    m_do.picture(u"lightbox"_s);
    m_do.print(u"The picture in the window's size"_s, figure(opened));
    m_do.key(m_do.find(u"lightbox"_s), Qt::Key_Escape);
    TANDEM_WALK(TourDriver::until(u"the picture to close"_s, [this] { return !m_do.find(u"lightbox"_s); }));
}

TourTask Tour::answersToAnswers()
{
    // What the customer quotes and reacts to is the phone's last message.
    const int phone = rowWithText(u"Typed on the phone, 1"_s);
    demand(phone >= 0, u"the phone's message is gone"_s);
    const auto quoted = timeline()->model().message(phone).wamid;
    QString wamid;
    const QJsonObject reply{{u"text"_s, QLatin1StringView(thanks)}, {u"reply_to"_s, quoted}};
    TANDEM_WALK(says(reply, &wamid));
    demand(timeline()->model().message(rowOf(wamid)).quote.has_value(), u"the reply shows no quote"_s);

    // Ctrl+Up chooses the newest message, Enter opens its menu; the row of emoji stands above the words.
    auto *view = timeline();
    view->setFocus(Qt::ShortcutFocusReason);
    m_do.begin();
    m_do.key(view, Qt::Key_Up, Qt::ControlModifier);
    m_do.key(view, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(TourDriver::until(u"the message's menu"_s, [] { return QApplication::activePopupWidget() != nullptr; }));
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"message-menu"_s);
    auto *emoji = QApplication::activePopupWidget()->findChild<ReactionRow *>();
    demand(emoji != nullptr, u"the menu offers no reactions"_s);
    m_do.key(emoji, Qt::Key_1, Qt::NoModifier, u"1"_s);
    TANDEM_WALK(TourDriver::until(u"our reaction"_s, [this, wamid] {
        const int row = rowOf(wamid);
        return row >= 0 && !timeline()->model().message(row).reactions.isEmpty();
    }));
    m_do.key(view, Qt::Key_Escape);
    TANDEM_WALK(TourDriver::pause(200));
    m_do.picture(u"quote-and-reaction"_s);
    m_do.print(u"A reply with its quote, and our reaction to it"_s, figure(m_do.ms()));
}

TourTask Tour::cannedReply()
{
    const CannedReply kept[] = {{{}, u"hours"_s, u"Opening hours"_s, u"We are here Monday to Saturday, 9 to 18."_s, {}, {}},
        {{}, u"hello"_s, u"Greeting"_s, u"Hello {{contact.first_name|there}}, this is {{agent.name}}. How can I help?"_s, {}, {}},
        {{}, u"home"_s, u"Delivery"_s, u"Somebody should be at home between {{?From}} and {{?To}}."_s, {}, {}}};
    int saved = 0;
    for (const auto &one : kept) onFinished(this, store().cannedReplies().save(one), [&saved](const Result<CannedReplyId> &done) { saved += done ? 1 : 0; });
    TANDEM_WALK(TourDriver::until(u"the canned replies to be kept"_s, [&saved] { return saved == 3; }));
    auto *edit = m_do.find(u"composer.edit"_s);
    m_do.begin();
    m_do.type(edit, u"/h"_s);
    TANDEM_WALK(m_do.shown(u"composer.canned"_s));
    const auto opened = m_do.ms();
    TANDEM_WALK(TourDriver::pause(200));
    m_do.picture(u"canned-replies"_s);
    m_do.type(edit, u"ou"_s);
    TANDEM_WALK(TourDriver::pause(100));
    m_do.key(edit, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    m_do.key(edit, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(painted(kept[0].body));
    m_do.print(u"A canned reply, found with / and sent"_s, figure(opened));
}

TourTask Tour::pastedPicture()
{
    auto *edit = m_do.find(u"composer.edit"_s);
    QApplication::clipboard()->setImage(m_do.find(u"inbox.list"_s)->grab().toImage());
    edit->setFocus(Qt::MouseFocusReason);
    m_do.key(edit, Qt::Key_V, Qt::ControlModifier);
    TANDEM_WALK(m_do.shown(u"composer.tray"_s));
    m_do.type(edit, QLatin1StringView(pasted));
    TANDEM_WALK(TourDriver::until(u"the picture to be ready"_s, [this] {
        const auto *send = m_do.find<QAbstractButton>(u"composer.send"_s);
        return send && send->isEnabled();
    }));
    TANDEM_WALK(TourDriver::pause(250));
    m_do.picture(u"pasted"_s);
    m_do.begin();
    m_do.key(edit, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(painted(QLatin1StringView(pasted)));
    const auto shown = m_do.ms();
    TANDEM_WALK(TourDriver::until(u"the platform to take the picture"_s, [this] {
        return timeline()->model().message(rowWithText(QLatin1StringView(pasted))).status >= MessageStatus::Accepted;
    }, stepMs));
    m_do.print(u"A pasted picture, its text as caption: on the screen"_s, figure(shown));
    m_do.print(u"   … uploaded and taken"_s, figure(m_do.ms()));
}

TourTask Tour::failure()
{
    const QJsonObject fails{{u"code"_s, 131000}, {u"count"_s, 1}};
    TANDEM_WALK(m_do.post(u"/_control/fail"_s, fails));
    auto *edit = m_do.find(u"composer.edit"_s);
    m_do.type(edit, QLatin1StringView(lost));
    m_do.begin();
    m_do.key(edit, Qt::Key_Return, Qt::NoModifier, u"\r"_s);
    TANDEM_WALK(TourDriver::until(u"the message to fail"_s, [this] {
        const int row = rowWithText(QLatin1StringView(lost));
        return row >= 0 && timeline()->model().message(row).status == MessageStatus::Failed;
    }, stepMs));
    const auto failed = m_do.ms();
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"failed"_s);
    m_do.print(u"A message that could not be delivered says why, and what next"_s, figure(failed));
}

TourTask Tour::closedWindow()
{
    // History opens no window: anybody who has not written since the number was linked can only be sent a template.
    std::optional<Result<ConversationPage>> page;
    onFinished(this, store().conversations().page({}, std::nullopt, 200), [&page](const Result<ConversationPage> &result) { page = result; });
    TANDEM_WALK(TourDriver::until(u"the conversations"_s, [&page] { return page.has_value(); }));
    demand(page->has_value(), u"the conversations could not be read"_s);
    const auto &rows = (*page)->rows;
    const auto closed = std::find_if(rows.begin(), rows.end(), [](const ConversationRow &row) { return !row.windowExpiresAt && row.identity.startsWith(u'+'); });
    demand(closed != rows.end(), u"every window is open"_s);
    TANDEM_WALK(openConversation(closed->id));
    TANDEM_WALK(m_do.shown(u"template.search"_s, stepMs));
    auto *search = m_do.find<QLineEdit>(u"template.search"_s);
    m_do.begin();
    m_do.type(search, u"delivery"_s);
    TANDEM_WALK(m_do.shown(u"template.field.body.first_name"_s));
    const auto found = m_do.ms();
    const std::pair<QString, QString> values[] = {{u"template.field.header.day"_s, u"Saturday"_s}, {u"template.field.body.first_name"_s, closed->title.section(u' ', 0, 0)},
        {u"template.field.body.order"_s, u"LL-20417"_s}, {u"template.field.body.day"_s, u"Saturday"_s}};
    for (const auto &[name, value] : values) {
        if (auto *field = m_do.find(name)) m_do.type(field, value);
    }
    TANDEM_WALK(TourDriver::pause(300));
    m_do.picture(u"template"_s);
    m_do.print(u"The window is closed: templates, filled in and seen before they go"_s, figure(found));
}

TourTask Tour::everyType()
{
    QJsonObject played;
    TANDEM_WALK(m_do.post(u"/_control/every_type"_s, {}, &played));
    const auto last = u"Thank you, see you on Saturday! 🌿"_s;
    TANDEM_WALK(findConversation(last));
    TANDEM_WALK(openConversation(m_found.id));
    TANDEM_WALK(TourDriver::until(u"all of it to come"_s, [this, last] { return rowWithText(last) >= 0; }, stepMs));
    auto *view = timeline();
    view->scrollToEnd();
    TANDEM_WALK(TourDriver::pause(1200));
    m_do.picture(u"every-type-1"_s);
    for (int turn = 2; turn <= 5; ++turn) {
        m_do.key(view, Qt::Key_PageUp);
        TANDEM_WALK(TourDriver::pause(900));
        m_do.picture(u"every-type-%1"_s.arg(turn));
    }
    m_do.print(u"A conversation that holds every type of message (%1)"_s.arg(played[u"ids"_s].toObject().size()));
}

} // namespace Tandem
