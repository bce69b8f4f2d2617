#pragma once

#include "core/domain/conversation.h"
#include "core/domain/outbox.h"
#include "ui/ui_context.h"

#include <QObject>

#include <functional>

namespace Tandem {

class NumberList;

/// Sends messages on to other conversations, as new ones of the person who asks. Files are kept first, then each
/// conversation gets all or nothing. GUI thread.
class Forwarder final : public QObject
{
    Q_OBJECT
public:
    Forwarder(UiContext &context, const NumberList &numbers, QObject *parent = nullptr);
    void forward(const QList<Message> &messages, const QList<ConversationRow> &to);
    /// Why this message cannot be sent on; empty when it can.
    [[nodiscard]] static QString whyNot(const Message &message);

Q_SIGNALS:
    void said(const QString &words); ///< how it went
    /// Somebody answers in one of the conversations just now; `yes` forwards nevertheless.
    void askFirst(const QString &question, const QString &words, const std::function<void()> &yes);

private:
    struct Job
    {
        QList<Message> messages;
        QList<ConversationRow> to;
        QList<OutboxItem> items; ///< without conversation
        int sent = 0;
        QString problem; ///< the first one
    };
    void askColleagues(const Job &job);
    void prepare(Job job);
    void keepFile(Job job, OutboxItem item, const Message &message);
    void enqueue(Job job);
    void report(const Job &job);

    UiContext &m_context;
    const NumberList &m_numbers;
};

} // namespace Tandem
