#include "ui/shell/notifications.h"

#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/format/message_content.h"
#include "ui/format/phone_text.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int pauseMs = 400;
constexpr int showMs = 8000;
constexpr int textLimit = 200;

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
    if (QSystemTrayIcon::isSystemTrayAvailable()) buildTray();
    m_presenter = [this](const Notice &notice) {
        if (!m_tray || !QSystemTrayIcon::supportsMessages()) return;
        m_lastNotified = notice.conversation;
        m_tray->showMessage(notice.title, notice.text, trayIcon(false), showMs);
    };
}

Notifications::~Notifications() = default;

void Notifications::buildTray()
{
    m_menu = std::make_unique<QMenu>();
    connect(m_menu->addAction(tr("Show Tandem")), &QAction::triggered, this, &Notifications::windowRequested);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Notifications::quitRequested);
    m_tray = std::make_unique<QSystemTrayIcon>();
    m_tray->setContextMenu(m_menu.get());
    setUnread(0);
    m_tray->show();
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT openRequested(m_lastNotified); });
    connect(m_tray.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) Q_EMIT windowRequested();
    });
}

void Notifications::setPresenter(std::function<void(const Notice &)> presenter)
{
    m_presenter = std::move(presenter);
}

void Notifications::setWatched(ConversationId id)
{
    m_watched = id;
}

QIcon Notifications::trayIcon(bool dot) const
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64}) {
        auto pixmap = m_context.theme.pixmap(u"tandem"_s, side, m_context.theme.color(Theme::Color::Accent), 1);
        if (dot && !pixmap.isNull()) {
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            const qreal size = side * 0.46;
            const QRectF disc(side - size, 0, size, size);
            painter.setCompositionMode(QPainter::CompositionMode_Clear);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_context.theme.color(Theme::Color::Error)); // clears: its colour is no matter
            painter.drawEllipse(disc.adjusted(-side * 0.06, -side * 0.06, side * 0.06, side * 0.06));
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
            painter.setBrush(m_context.theme.color(Theme::Color::Error));
            painter.drawEllipse(disc);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

void Notifications::setUnread(qint64 conversations)
{
    if (conversations == m_unread || !m_tray) return;
    m_unread = conversations;
    m_tray->setIcon(trayIcon(conversations > 0));
    m_tray->setToolTip(conversations > 0 ? tr("Tandem: %n unread conversation(s)", nullptr, int(conversations)) : tr("Tandem"));
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
