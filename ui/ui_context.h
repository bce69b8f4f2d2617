#pragma once

namespace Tandem {

class ChangeFeed;
class Clock;
class Gateway;
class ServerWatch;
class Store;
class TeamDesk;
class Theme;
class UserSettings;
class WorkspaceControl;

/// What every pane gets through its constructor. All outlive the window.
struct UiContext
{
    Store &store;
    ChangeFeed &feed;
    Gateway *gateway; ///< null on a desktop without a gateway of its own (team workspace)
    const Clock &clock;
    Theme &theme;
    UserSettings &settings;
    WorkspaceControl *workspace = nullptr; ///< what the settings page may ask of the program; null in tests
    ServerWatch *server = nullptr; ///< a team's server, there or away; made by the window
    TeamDesk *team = nullptr; ///< colleagues, labels, notes; the window makes it when nobody has
};

} // namespace Tandem
