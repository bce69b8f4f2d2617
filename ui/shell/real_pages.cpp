#include "ui/shell/real_pages.h"

#include "ui/composer/composer.h"
#include "ui/composer/emoji/emoji_popup.h"
#include "ui/composer/voice/plugin_voice.h"
#include "ui/media/playback/media_plugin_loader.h"
#include "ui/numbers/link_wizard.h"
#include "ui/numbers/numbers_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/pane_keys.h"
#include "ui/team/notes/writing_area.h"
#include "ui/team/pages/audit_page.h"
#include "ui/team/pages/team_page.h"
#include "ui/timeline/view/timeline_pane.h"
#include "ui/timeline/view/timeline_view.h"

#include <QPointer>

namespace Tandem {
namespace {

void connectTimeline(TimelineView *timeline, Composer *composer, const ConversationHandlers &handlers)
{
    QObject::connect(timeline, &TimelineView::forwardRequested, composer, handlers.forward);
    QObject::connect(timeline, &TimelineView::startConversationRequested, composer, handlers.startConversation);
    QObject::connect(timeline, &TimelineView::numberRequested, composer, [show = handlers.showNumbers](NumberId) { show(); });
    QObject::connect(timeline, &TimelineView::markedUnread, composer, [leave = handlers.leave](ConversationId) { leave(); });
    // What a failed message offers next happens in the composer.
    QObject::connect(timeline, &TimelineView::templateRequested, composer, &Composer::openTemplates);
    QObject::connect(timeline, &TimelineView::editRequested, composer, &Composer::takeBack);
}

/// Reply or note below the timeline, instead of the reply alone.
void addNotes(UiContext &context, QWidget *parent, TimelinePane *pane, Composer *composer, ConversationPanes &panes)
{
    auto *timeline = &pane->view();
    auto *area = new WritingArea(context, *context.team, composer, parent);
    QObject::connect(timeline, &TimelineView::noteEditRequested, area, &WritingArea::editNote);
    QObject::connect(timeline, &TimelineView::replyRequested, area, &WritingArea::focusReply);
    QObject::connect(area, &WritingArea::noteKept, timeline, [timeline](ConversationId id) {
        if (timeline->conversation() == id) timeline->scrollToEnd();
    });
    panes.composer = area;
    panes.showConversation = [pane, area](const ConversationRow &row) {
        pane->showConversation(row);
        area->setConversation(row);
    };
    panes.updateRow = panes.showConversation;
    panes.clear = [pane, area] {
        pane->clear();
        area->clear();
    };
    panes.focusComposer = [area] { area->focusReply(); };
    panes.focusNote = [area] { area->focusNote(); };
}

ConversationPanes conversationPanes(UiContext &context, QWidget *parent, const ConversationHandlers &handlers,
    const std::function<void(const QString &)> &problem)
{
    auto *pane = new TimelinePane(context, parent);
    auto *timeline = &pane->view();
    auto *composer = new Composer(context, parent);
    QObject::connect(timeline, &TimelineView::replyRequested, composer, &Composer::setReplyTo);
    QObject::connect(composer, &Composer::sent, timeline, [timeline](ConversationId id) {
        if (timeline->conversation() == id) timeline->scrollToEnd();
    });
    timeline->setEmojiPicker([&context, timeline](QPoint at, std::function<void(const QString &)> chosen) {
        auto *all = new EmojiPopup(context.theme, context.settings, timeline);
        QObject::connect(all, &EmojiPopup::chosen, timeline, std::move(chosen));
        all->popUp(at);
    });
    composer->setVoice(pluginVoice(&MediaPluginLoader::load));
    composer->takeDropsOf(parent);
    QObject::connect(timeline, &TimelineView::problem, parent, problem);
    QObject::connect(composer, &Composer::problem, parent, problem);
    connectTimeline(timeline, composer, handlers);
    ConversationPanes panes;
    panes.timeline = pane;
    panes.composer = composer;
    panes.showConversation = [pane, composer](const ConversationRow &row) {
        pane->showConversation(row);
        composer->setConversation(row);
    };
    panes.updateRow = panes.showConversation; // both take over a known conversation's new values
    panes.jumpTo = [timeline](MessageCursor cursor) { timeline->jumpTo(cursor); };
    panes.clear = [pane, composer] {
        pane->clear();
        composer->clear();
    };
    panes.focusComposer = [composer] { composer->focusInput(); };
    panes.find = [pane] { pane->find(); };
    panes.chooseDay = [timeline] { timeline->chooseDay(); };
    if (context.team) addNotes(context, parent, pane, composer, panes);
    return panes;
}

} // namespace

Pages realPages(const std::function<void(const QString &)> &problem)
{
    Pages pages;
    pages.conversation = [problem](UiContext &context, QWidget *parent, const ConversationHandlers &handlers) {
        return conversationPanes(context, parent, handlers, problem);
    };
    pages.keys = &paneKeys;
    pages.numbers = [](UiContext &context, QWidget *parent, const std::function<void()> &linkNumber) -> QWidget * {
        auto *page = new NumbersPage(context, parent);
        QObject::connect(page, &NumbersPage::linkRequested, parent, linkNumber);
        return page;
    };
    pages.settings = [](UiContext &context, QWidget *parent) {
        auto *page = new SettingsPage(context, parent);
        return SettingsPane{page, [page](const auto &shortcuts) { page->setShortcuts(shortcuts); }};
    };
    pages.team = [](UiContext &context, QWidget *parent) -> QWidget * { return new TeamPage(context, parent); };
    pages.audit = [problem](UiContext &context, QWidget *parent) -> QWidget * {
        auto *page = new AuditPage(context, parent);
        QObject::connect(page, &AuditPage::said, parent, problem);
        return page;
    };
    pages.linkNumber = [open = QPointer<LinkWizard>()](UiContext &context, QWidget *parent, const LinkHandlers &handlers) mutable {
        if (!open) {
            open = new LinkWizard(context, parent);
            QObject::connect(open, &LinkWizard::linked, parent, handlers.linked);
            QObject::connect(open, &LinkWizard::inboxRequested, parent, handlers.showInbox);
            QObject::connect(open, &LinkWizard::settingsRequested, parent, handlers.showSettings);
            open->show();
            open->start();
        }
        open->raise();
        open->activateWindow();
    };
    return pages;
}

} // namespace Tandem
