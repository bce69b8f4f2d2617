#pragma once

#include "app/desktop/tour/tour_driver.h"
#include "app/desktop/tour/tour_task.h"
#include "core/domain/conversation.h"

#include <QObject>
#include <QTemporaryDir>

#include <optional>

class QListView;

namespace Tandem {

class DesktopApplication;
class Store;
class TimelineModel;
class TimelineView;

/// Walks through the whole program by itself, in a profile and with a practice platform of its own: prints each step
/// with its figures and pictures, and ends the program, non-zero when a step failed.
class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(DesktopApplication &application, const QString &folder, QObject *parent = nullptr);
    [[nodiscard]] QString dataFolder() const { return m_data.path(); }
    void start();

private:
    // tour_link.cpp: from an empty profile to a linked number
    [[nodiscard]] TourTask firstRun();
    [[nodiscard]] TourTask openWizard();
    [[nodiscard]] TourTask signUp();
    [[nodiscard]] TourTask history();
    // tour_inbox.cpp: reading, answering, searching
    [[nodiscard]] TourTask inbox();
    [[nodiscard]] TourTask oldMedia();
    [[nodiscard]] TourTask answer();
    [[nodiscard]] TourTask burst();
    [[nodiscard]] TourTask phoneTypes();
    [[nodiscard]] TourTask search();
    // tour_talk.cpp: what a conversation can carry
    [[nodiscard]] TourTask mediaCome();
    [[nodiscard]] TourTask answersToAnswers();
    [[nodiscard]] TourTask cannedReply();
    [[nodiscard]] TourTask pastedPicture();
    [[nodiscard]] TourTask failure();
    [[nodiscard]] TourTask closedWindow();
    [[nodiscard]] TourTask everyType();
    // tour_end.cpp: numbers, settings, restart
    [[nodiscard]] TourTask numbers();
    [[nodiscard]] TourTask unlink();
    [[nodiscard]] TourTask look();
    [[nodiscard]] TourTask startAgain();

    [[nodiscard]] TourTask walk();
    void finish(std::exception_ptr failure);
    /// Enter, page by page, until the sign-up stands at this step; empty: until its page is gone.
    [[nodiscard]] TourTask pressThrough(QString step);
    /// Waits until a conversation's newest message is this text, and remembers it in m_found.
    [[nodiscard]] TourTask findConversation(QString text);
    [[nodiscard]] TourTask openConversation(ConversationId id);
    [[nodiscard]] TourTask count(qint64 *conversations);
    [[nodiscard]] TourTask painted(QString text); ///< until the timeline has painted this message
    /// The customer writes this; goes on when it stands in the open timeline, its file with it.
    [[nodiscard]] TourTask says(QJsonObject what, QString *wamid);
    [[nodiscard]] int rowOf(const QString &wamid) const; ///< in the timeline; −1
    [[nodiscard]] Store &store() const;
    [[nodiscard]] QListView *list() const;
    [[nodiscard]] TimelineView *timeline() const;
    [[nodiscard]] int rowWithText(const QString &text) const; ///< in the timeline; −1

    DesktopApplication &m_application;
    QString m_folder;
    QTemporaryDir m_data;
    TourDriver m_do;
    std::optional<TourTask> m_walk;
    QString m_customer = QStringLiteral("8613912345678"); ///< whom the tour talks to; new to the shop
    ConversationRow m_found;
    qint64 m_conversations = 0;
    bool m_finished = false;
};

} // namespace Tandem
