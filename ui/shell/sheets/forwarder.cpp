#include "ui/shell/sheets/forwarder.h"

#include "core/providers/meta/forward_content.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/format/phone_text.h"
#include "ui/models/number_list.h"
#include "ui/models/team/team_desk.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem {

Forwarder::Forwarder(UiContext &context, const NumberList &numbers, QObject *parent) : QObject(parent), m_context(context), m_numbers(numbers) { }

QString Forwarder::whyNot(const Message &message)
{
    if (message.revoked) return tr("It was deleted by its author.");
    const auto content = Meta::forwardOf(message);
    return content ? QString() : content.error().text;
}

void Forwarder::forward(const QList<Message> &messages, const QList<ConversationRow> &to)
{
    Job job;
    job.to = to;
    for (const auto &message : messages) {
        const auto why = whyNot(message);
        if (why.isEmpty()) job.messages.append(message);
        else if (job.problem.isEmpty()) job.problem = why;
    }
    if (m_context.team && m_context.team->directory().isTeam()) askColleagues(job);
    else prepare(job);
}

void Forwarder::askColleagues(const Job &job)
{
    QList<ConversationId> ids;
    for (const auto &row : job.to) ids.append(row.id);
    onFinished(this, m_context.store.presence().viewers(m_context.team->presence().session(), ids), [this, job](const auto &viewers) {
        QStringList busy;
        for (const auto &row : job.to) {
            for (const auto &viewer : viewers ? viewers->value(row.id) : QList<Viewer>()) {
                if (viewer.answering) busy.append(tr("%1 is answering %2.").arg(viewer.name, Format::identity(row.title)));
            }
        }
        if (busy.isEmpty()) return prepare(job);
        Q_EMIT askFirst(tr("Forward nevertheless?"), busy.join(u'\n'), [this, job] { prepare(job); });
    });
}

void Forwarder::prepare(Job job)
{
    while (!job.messages.isEmpty()) {
        const auto message = job.messages.takeFirst();
        const auto content = Meta::forwardOf(message);
        if (!content) continue;
        OutboxItem item;
        item.type = content->type;
        item.content = content->content;
        item.text = content->text;
        if (content->needsFile) return keepFile(std::move(job), item, message);
        job.items.append(item);
    }
    if (job.items.isEmpty()) report(job);
    else enqueue(std::move(job));
}

void Forwarder::keepFile(Job job, OutboxItem item, const Message &message)
{
    onFinished(this, m_context.store.media().keep(message.media.path, false), [this, job, item, message](const Result<OutboxMedia> &kept) mutable {
        if (kept) {
            item.media = *kept;
            item.media.filename = message.media.ref.filename;
            item.media.voice = message.media.ref.voice;
            item.media.caption = item.text;
            job.items.append(item);
        } else if (job.problem.isEmpty()) {
            job.problem = kept.error().text;
        }
        prepare(std::move(job));
    });
}

void Forwarder::enqueue(Job job)
{
    if (job.to.isEmpty()) return report(job);
    const auto row = job.to.takeFirst();
    const auto *number = m_numbers.find(row.numberId);
    auto items = job.items;
    for (auto &item : items) {
        item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        item.numberId = row.numberId;
        item.phoneNumberId = number ? number->phoneNumberId : QString();
        item.conversationId = row.id;
        item.queuedAt = m_context.clock.now();
    }
    const auto typed = m_context.settings.text(UserSettings::Key::AgentName);
    const auto name = m_context.team ? m_context.team->directory().signature(typed) : typed.trimmed();
    const auto author = name.isEmpty() ? tr("Agent", "signature of replies while no name is set") : name;
    onFinished(this, m_context.store.outbox().enqueueAll(items, author), [this, job](const Result<QList<OutboxId>> &ids) mutable {
        if (ids) ++job.sent;
        else if (job.problem.isEmpty()) job.problem = ids.error().text;
        enqueue(std::move(job));
    });
}

void Forwarder::report(const Job &job)
{
    auto words = job.sent > 0 ? tr("Forwarded to %n conversation(s).", nullptr, job.sent) : tr("Nothing was forwarded.");
    if (!job.problem.isEmpty()) words += u' ' + job.problem;
    Q_EMIT said(words);
}

} // namespace Tandem
