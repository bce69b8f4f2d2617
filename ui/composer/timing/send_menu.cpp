#include "ui/composer/timing/send_menu.h"

#include "core/base/clock.h"
#include "core/settings/user_settings.h"
#include "ui/composer/timing/later_times.h"

#include <QActionGroup>

namespace Tandem {

SendMenu::SendMenu(const Clock &clock, UserSettings &settings, std::optional<UtcTime> windowEnds, bool canSend, QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("composer.sendMenu"));
    addTimes(clock, windowEnds, canSend);
    addSeparator();
    auto *reply = addAction(tr("When they next write"));
    reply->setEnabled(canSend);
    connect(reply, &QAction::triggered, this, [this] { Q_EMIT chosen({OutboxHold::UntilReply, {}}); });
    addSeparator();
    addUndo(settings);
}

void SendMenu::addTimes(const Clock &clock, std::optional<UtcTime> windowEnds, bool canSend)
{
    const auto local = [](UtcTime t) { return QDateTime::fromMSecsSinceEpoch(toEpochMillis(t)); };
    const auto times = laterTimes(local(clock.now()), windowEnds ? local(*windowEnds) : QDateTime());
    for (const auto &time : times) {
        auto *action = addAction(time.inWindow ? time.text : tr("%1 (after the reply window)").arg(time.text));
        action->setEnabled(canSend && time.inWindow);
        connect(action, &QAction::triggered, this, [this, at = time.at] { Q_EMIT chosen({OutboxHold::UntilTime, fromEpochMillis(at.toMSecsSinceEpoch())}); });
    }
    auto *date = addAction(tr("Choose day and time…"));
    date->setEnabled(canSend);
    connect(date, &QAction::triggered, this, &SendMenu::dateAsked);
}

void SendMenu::addUndo(UserSettings &settings)
{
    auto *undo = addMenu(tr("Time to take a message back"));
    auto *group = new QActionGroup(undo);
    const int now = settings.value(UserSettings::Key::UndoSendSeconds).toInt();
    for (const int seconds : {0, 3, 5, 10}) {
        auto *action = undo->addAction(seconds == 0 ? tr("None: send at once") : tr("%n second(s)", nullptr, seconds));
        action->setCheckable(true);
        action->setChecked(seconds == now);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [&settings, seconds] { settings.setValue(UserSettings::Key::UndoSendSeconds, seconds); });
    }
}

} // namespace Tandem
