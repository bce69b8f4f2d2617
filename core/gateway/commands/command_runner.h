#pragma once

#include "core/domain/command.h"
#include "core/domain/number.h"
#include "core/gateway/send/send_context.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Tandem {

class TemplateFetcher;

/// Performs what people asked of the platform besides messages: read marks, typing, blocking, template lists. Rows are
/// durable and repeating one does no harm, so what got no answer is asked again. Not paced: none of it creates a
/// message. Lives in the gateway thread.
class CommandRunner final : public QObject
{
    Q_OBJECT
public:
    static constexpr Seconds TypingLife{10}; ///< a typing mark that waited longer is worthless
    static constexpr Seconds TypingShown{25}; ///< the platform shows one so long; another one says nothing new
    static constexpr std::chrono::days ReadableFor{30}; ///< older messages can't be marked as read
    static constexpr int MaxTries = 5; ///< of what the platform refuses for the moment

    CommandRunner(const SendContext &context, TemplateFetcher &templates, QObject *parent = nullptr);
    void start();
    void wake();
    void numbersChanged(); ///< or their policies
    void tokensChanged();
    /// A reply of ours was accepted by a number that marks messages as read when it replies.
    void replyAccepted(NumberId number, ConversationId conversation);
    void stop();

Q_SIGNALS:
    void reachable(bool yes);

private:
    /// What may go at the same time; blocking keeps its order.
    enum class Lane { Courtesy, Block, Templates };
    void look();
    void take(const QList<Command> &due);
    void begin(const Command &command);
    void perform(const Command &command, const Secret &token);
    [[nodiscard]] bool isWorthless(const Command &command) const;
    void markRead(const Command &command, const Secret &token);
    void block(const Command &command, const Secret &token);
    void syncTemplates(const Command &command);
    void answered(const Command &command, const Result<bool> &answer);
    void refused(const Command &command, const Error &error);
    void tryAgain(const Command &command, const Error &error, Millis after, bool counts);
    void done(const Command &command);
    void fail(const Command &command, int code, const QString &text);
    void recorded(const Command &command, const Result<bool> &written);
    void arm();
    [[nodiscard]] static Lane laneOf(CommandKind kind);
    [[nodiscard]] static QString conversationKey(const Command &command);

    const SendContext m_context;
    TemplateFetcher &m_templates;
    QHash<NumberId, Number> m_numbers;
    QHash<CommandId, Lane> m_underWay;
    QSet<CommandId> m_settled; ///< since the look that is under way began
    QSet<NumberId> m_blocking; ///< numbers with a block or unblock under way
    QHash<QString, MonoTime> m_typed; ///< when a conversation last showed typing
    QHash<CommandId, int> m_tries;
    QHash<CommandId, MonoTime> m_later; ///< when a row is due again
    QTimer m_timer;
    int m_silences = 0;
    bool m_looking = false;
    bool m_again = false;
    bool m_stopped = false;
};

} // namespace Tandem
