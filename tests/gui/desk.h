#pragma once

#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "tests/gui/sample_inbox.h"
#include "ui/inbox/inbox_list.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace Tandem::Testing {

/// The real main window on a real store.
struct Desk
{
    SampleInbox sample;
    Theme theme;
    UserSettings settings{QString()};
    std::unique_ptr<ChangeFeed> feed;
    std::unique_ptr<UiContext> context;
    std::unique_ptr<MainWindow> window;

    explicit Desk(bool filled = true, Theme::Mode mode = Theme::Mode::Light)
    {
        theme.setMode(mode);
        theme.apply();
        if (filled) sample.fill();
        feed = std::make_unique<ChangeFeed>(sample.store());
        context = std::make_unique<UiContext>(UiContext{sample.store(), *feed, nullptr, sample.clock(), theme, settings});
        window = std::make_unique<MainWindow>(*context);
        window->resize(1440, 860);
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get());
    }
    ConversationListModel &model() { return window->inbox().list().model(); }
    CurrentConversation &current() { return window->inbox().current(); }
    bool loaded();
    bool open(const QString &title);
    template<typename T>
    T *find(const QString &name)
    {
        return window->findChild<T *>(name);
    }
    void key(Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        auto *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), k, modifiers);
    }
    [[nodiscard]] AccountEvent removedByPartner() const;
    [[nodiscard]] static BudgetSnapshots budget();
};

} // namespace Tandem::Testing
