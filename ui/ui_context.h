#pragma once

namespace Tandem {

class ChangeFeed;
class Clock;
class Gateway;
class Store;
class Theme;
class UserSettings;

/// What every pane gets through its constructor. All outlive the window.
struct UiContext
{
    Store &store;
    ChangeFeed &feed;
    Gateway *gateway; ///< null on a desktop without a gateway of its own (team workspace)
    const Clock &clock;
    Theme &theme;
    UserSettings &settings;
};

} // namespace Tandem
