#pragma once

namespace Tandem {

class ChangeFeed;
class Clock;
class Gateway;
class Store;
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
};

} // namespace Tandem
