#include "ui/shell/notifications.h"

#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/phone_text.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pauseMs = 400;
constexpr int showMs = 8000;
constexpr int textLimit = 200;
constexpr int smallestFigure = 22; ///< px: below it a figure would be a blot

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

Notifications::Notifications(UiContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Notifications::collect);
    connect(&context.feed, &ChangeFeed::changed, this, &Notifications::applyChanges);
    setTrayCheck([] { return QSystemTrayIcon::isSystemTrayAvailable(); });
    m_presenter = [this](const Notice &notice) {
        if (!m_tray || !QSystemTrayIcon::supportsMessages()) return;
        m_lastNotified = notice.conversation;
        m_tray->showMessage(notice.title, notice.text, trayIcon(0), showMs);
    };
}

Notifications::~Notifications() = default;

void Notifications::buildTray()
{
    m_menu = std::make_unique<QMenu>();
    m_show = m_menu->addAction(QString());
    m_menu->addSeparator();
    m_quit = m_menu->addAction(QString());
    m_tray = std::make_unique<QSystemTrayIcon>();
    m_tray->setContextMenu(m_menu.get());
    connect(m_show, &QAction::triggered, this, &Notifications::windowRequested);
    connect(m_quit, &QAction::triggered, this, &Notifications::quitRequested);
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_lastNotified) Q_EMIT openRequested(m_lastNotified);
        else Q_EMIT windowRequested();
    });
    connect(m_tray.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT windowRequested();
    });
    retranslate();
    m_tray->show();
}

void Notifications::setTrayCheck(std::function<bool()> there)
{
    m_trayThere = std::move(there);
    if (!m_tray && m_trayThere()) buildTray();
}

void Notifications::retranslate()
{
    if (!m_tray) return;
    m_show->setText(tr("Show Tandem"));
    m_quit->setText(tr("Quit"));
    showUnread();
}

bool Notifications::keepsRunning() const
{
    return m_tray && m_context.settings.flag(UserSettings::Key::CloseToTray) && m_trayThere();
}

void Notifications::tellItKeepsRunning()
{
    if (std::exchange(m_told, true)) return;
    m_presenter({{}, tr("Tandem keeps running"), tr("New messages still arrive. Open it from the tray; to end it, choose Quit there.")});
}

void Notifications::setPresenter(std::function<void(const Notice &)> presenter)
{
    m_presenter = std::move(presenter);
}

void Notifications::setWatched(ConversationId id)
{
    m_watched = id;
}

QIcon Notifications::trayIcon(qint64 unread) const
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        auto pixmap = m_context.theme.pixmap(u"tandem"_s, side, m_context.theme.color(Theme::Color::Accent), 1);
        if (unread > 0 && !pixmap.isNull()) paintMark(pixmap, side, unread);
        icon.addPixmap(pixmap);
    }
    return icon;
}

void Notifications::paintMark(QPixmap &pixmap, int side, qint64 unread) const
{
    const bool figure = side >= smallestFigure;
    const qreal size = std::round(side * (figure ? 0.62 : 0.46));
    const QRectF disc(side - size, 0, size, size);
    const qreal ring = side * 0.06;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_context.theme.color(Theme::Color::Error));
    // A clear ring keeps the mark apart from the icon on any tray's colour.
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.drawEllipse(disc.adjusted(-ring, -ring, ring, ring));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.drawEllipse(disc);
    if (!figure) return;
    auto font = m_context.theme.font(Theme::Text::BodyStrong);
    const auto text = unread > 9 ? u"9+"_s : QString::number(unread);
    font.setPixelSize(int(size * (text.size() > 1 ? 0.58 : 0.74)));
    painter.setFont(font);
    painter.setPen(m_context.theme.color(Theme::Color::Panel));
    painter.drawText(disc, Qt::AlignCenter, text);
}

void Notifications::setUnread(qint64 conversations)
{
    if (conversations == m_unread) return;
    m_unread = conversations;
    showUnread();
}

void Notifications::tellMention(const Mention &mention)
{
    if (mention.conversation == m_watched || !m_context.settings.flag(UserSettings::Key::Notifications)) return;
    const bool withText = m_context.settings.flag(UserSettings::Key::NotificationText);
    const auto who = mention.authorName.isEmpty() ? tr("A colleague") : mention.authorName;
    m_presenter({mention.conversation, tr("%1 named you in a note").arg(who), withText ? mention.text.left(textLimit) : tr("Open it to read what it says.")});
}

void Notifications::tellAssigned(const ConversationRow &row)
{
    if (row.id == m_watched || !m_context.settings.flag(UserSettings::Key::Notifications)) return;
    const bool withText = m_context.settings.flag(UserSettings::Key::NotificationText);
    m_presenter({row.id, tr("A conversation is yours now"), withText ? Format::identity(row.title) : tr("Open it to see whose it is.")});
}

void Notifications::showUnread()
{
    if (!m_tray) return;
    m_tray->setIcon(trayIcon(m_unread));
    m_tray->setToolTip(m_unread > 0 ? tr("Tandem: %n unread conversation(s)", nullptr, int(m_unread)) : tr("Tandem"));
}

void Notifications::applyChanges(const Changes &changes)
{
    if (changes.liveCustomerMessages.isEmpty() || !m_context.settings.flag(UserSettings::Key::Notifications)) return;
    m_waiting.append(changes.liveCustomerMessages);
    if (!m_pause.isActive()) m_pause.start();
}

void Notifications::collect()
{
    const auto ids = std::exchange(m_waiting, {});
    onFinished(this, m_context.store.messages().byIds(ids), [this](const auto &messages) {
        if (messages) present(*messages);
    });
}

void Notifications::present(const QList<Message> &messages)
{
    QHash<ConversationId, QList<Message>> grouped;
    for (const auto &message : messages) {
        if (message.direction == Direction::In && message.conversationId != m_watched) grouped[message.conversationId].append(message);
    }
    if (grouped.isEmpty()) return;
    onFinished(this, m_context.store.conversations().rows(grouped.keys(), anything()), [this, grouped](const auto &answer) {
        if (!answer) return;
        const bool withText = m_context.settings.flag(UserSettings::Key::NotificationText);
        for (const auto &row : answer->rows) {
            const auto fresh = grouped.value(row.id);
            Notice notice;
            notice.conversation = row.id;
            notice.title = Format::identity(row.title);
            notice.text = tr("%n new message(s)", nullptr, int(fresh.size()));
            if (withText && !fresh.isEmpty()) {
                const auto last = summaryOf(fresh.last()).left(textLimit);
                notice.text = fresh.size() == 1 ? last : tr("%1 (and %n more)", nullptr, int(fresh.size()) - 1).arg(last);
            }
            m_presenter(notice);
        }
    });
}

} // namespace Tandem
