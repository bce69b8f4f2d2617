#pragma once

#include "ui/composer/send/outgoing.h"

#include <QMenu>

namespace Tandem {

class Clock;
class UserSettings;

/// When to send: later, when they next write; and how long one may take a message back.
class SendMenu final : public QMenu
{
    Q_OBJECT
public:
    SendMenu(const Clock &clock, UserSettings &settings, std::optional<UtcTime> windowEnds, bool canSend, QWidget *parent);

Q_SIGNALS:
    void chosen(const Tandem::SendTiming &timing);
    void dateAsked();

private:
    void addTimes(const Clock &clock, std::optional<UtcTime> windowEnds, bool canSend);
    void addUndo(UserSettings &settings);
};

} // namespace Tandem
