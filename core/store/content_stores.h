#pragma once

#include "core/base/on_finished.h"
#include "core/domain/canned_reply.h"
#include "core/domain/command.h"
#include "core/domain/contact.h"
#include "core/domain/draft.h"
#include "core/domain/template.h"
#include "core/domain/usage.h"

#include <QHash>

// The rooms of the Store for what an agent writes with and keeps. All methods are thread-safe and return at once.

namespace Tandem {

class TemplateStore
{
public:
    virtual ~TemplateStore() = default;
    virtual FutureResult<QList<MessageTemplate>> all(const QString &wabaId) = 0; ///< by name, then language
    virtual FutureResult<TemplateSync> sync(const QString &wabaId) = 0;
    /// The whole list as the platform gave it: what is not in it is gone. Status and quality webhooks that came after it was
    /// asked for (each one's syncedAt; none: now) win.
    virtual FutureResult<bool> replace(const QString &wabaId, const QList<MessageTemplate> &list) = 0;
    virtual FutureResult<bool> syncFailed(const QString &wabaId, const QString &errorText) = 0; ///< the old list stays
    /// What was last filled into a template's fields, by field key.
    virtual FutureResult<QHash<QString, QString>> lastValues(const QString &wabaId, const QString &name, const QString &language) = 0;
    virtual FutureResult<bool> setLastValues(const QString &wabaId, const QString &name, const QString &language, const QHash<QString, QString> &values) = 0;
};

class CommandStore
{
public:
    virtual ~CommandStore() = default;
    /// MarkRead and Typing of one conversation replace an older queued one.
    virtual FutureResult<CommandId> enqueue(NumberId number, CommandKind kind, const QJsonObject &body) = 0;
    virtual FutureResult<QList<Command>> due(UtcTime now, int limit) = 0; ///< oldest first; numbers linked here only
    /// Also records the effect: Block and Unblock set the contact's mark.
    virtual FutureResult<bool> done(CommandId id) = 0;
    virtual FutureResult<bool> failed(CommandId id, int code, const QString &text) = 0;
    virtual FutureResult<bool> retryAt(CommandId id, UtcTime when) = 0;
    virtual FutureResult<QList<Command>> recentFailures(UtcTime since) = 0; ///< to tell the person who asked
};

class CannedReplyStore
{
public:
    virtual ~CannedReplyStore() = default;
    virtual FutureResult<QList<CannedReply>> all() = 0; ///< by shortcut
    virtual FutureResult<CannedReplyId> save(const CannedReply &reply) = 0; ///< id 0: new; Usage when the shortcut is taken
    virtual FutureResult<bool> remove(CannedReplyId id) = 0;
};

class DraftStore
{
public:
    virtual ~DraftStore() = default;
    virtual FutureResult<Draft> draft(ConversationId id, DraftMode mode) = 0; ///< empty when there is none
    virtual FutureResult<bool> setDraft(ConversationId id, DraftMode mode, const Draft &draft) = 0;
};

/// Two contacts that may be one person, found by how their phone numbers are written.
struct ContactSuggestion
{
    ContactId other;
    ConversationId otherConversation;
    QString otherName;
    QString reason; ///< "br_ninth_digit" | "mx_one" | "ar_nine"
};

class ContactStore
{
public:
    virtual ~ContactStore() = default;
    virtual FutureResult<QList<ContactSuggestion>> suggestions(ContactId id) = 0;
    virtual FutureResult<bool> dismissSuggestion(ContactId a, ContactId b) = 0;
    /// By a person: both identity sets become one contact and one conversation, whatever comes later; undone by split.
    virtual FutureResult<ContactId> merge(ContactId into, ContactId other) = 0;
    virtual FutureResult<bool> split(ContactId id) = 0; ///< takes back every merge made by hand
};

class UsageStore
{
public:
    virtual ~UsageStore() = default;
    virtual FutureResult<QList<UsageRow>> byMonth(QDate from, QDate to) = 0; ///< first days of months, both included
    virtual FutureResult<QList<MediaUsage>> mediaUsage() = 0;
    /// Frees the files of media older than `before` that nothing else needs; texts stay. Returns bytes freed.
    virtual FutureResult<qint64> purgeMedia(NumberId number, UtcTime before) = 0;
    /// Frees the files that were kept to be sent (MediaStore::keep) more than a day ago and that no message, draft, canned
    /// reply or unsent row names: what discarded drafts left behind. Returns bytes freed.
    virtual FutureResult<qint64> sweepKeptFiles() = 0;
};

} // namespace Tandem
