#pragma once

#include "core/domain/conversation.h"
#include "ui/ui_context.h"

#include <QObject>

class QUrl;
class QWidget;

namespace Tandem {

class MediaFiles;
struct ContentPerson;

/// What a person does with a message, as commands to the store or as wishes that other panes fulfil. GUI thread.
class MessageCommands final : public QObject
{
    Q_OBJECT
public:
    MessageCommands(UiContext &context, MediaFiles &files, QWidget *view);

    void openLink(const QUrl &url); ///< http, https, mailto and tel only; asks before look-alike hosts
    void openPlace(const Message &message); ///< with the system's map, else on the web
    /// Our reaction: this emoji, or none when it is the one that stands there already.
    void react(const Message &message, const QString &emoji);
    void star(const Message &message, bool starred);
    void sendAgain(const Message &message, std::optional<UtcTime> at = {}); ///< `at`: held until then
    void sendNow(const Message &message); ///< ends its hold
    void discard(const Message &message);
    void fetchMedia(const Message &message);
    void saveContact(const Message &message, int index);
    void startChat(const Message &message, int index);
    void nextStep(const Message &message); ///< of its failure
    void copyText(const QString &text);

    [[nodiscard]] static QString ownReaction(const Message &message);
    [[nodiscard]] static bool canReact(const Message &message);

Q_SIGNALS:
    void problem(const QString &text);
    void startConversationRequested(const QString &phoneDigits, const QString &name);
    void templateRequested(const Tandem::Message &message);
    void editRequested(const Tandem::Message &message); ///< back into the composer, to be changed
    void numberRequested(Tandem::NumberId number); ///< its page

private:
    UiContext &m_context;
    MediaFiles &m_files;
    QWidget *m_view;
};

} // namespace Tandem
